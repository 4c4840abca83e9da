# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.errors import ChainBroken
from app.package.signature import signed_hash, text_to_sign


def test_the_hash_value_comes_back() -> None:
    assert signed_hash(text_to_sign("ab" * 32)) == "ab" * 32


@pytest.mark.parametrize(
    "text",
    [
        "",
        text_to_sign("ab" * 31),
        text_to_sign("AB" * 32),
        text_to_sign("ab" * 32) + "more\n",
        text_to_sign("ab" * 32).replace("v1", "v2"),
        text_to_sign("ab" * 32).replace("tagmanifest", "manifest"),
        "safehold/case\n214\nASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4mrze8=\n",
    ],
)
def test_another_note_of_the_same_key_is_not_taken(text: str) -> None:
    with pytest.raises(ChainBroken):
        signed_hash(text)
