# SPDX-License-Identifier: MIT
"""How an identifier is known is said in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Provenance, Strength
from ui.known_by import known_by

if TYPE_CHECKING:
    from app.words import Words

ACCOUNT = Account("skype", "live:a", None, Strength.STRONG)


@pytest.mark.parametrize(
    ("provenance", "pasted", "wanted"),
    [
        (Provenance.TYPED, None, "You typed it."),
        (Provenance.PASTED, "live:a", "You pasted it."),
        (Provenance.READ, None, "We read it in TJH/1."),
        (Provenance.READ_AND_PASTED, "live:a", "We read it in TJH/1, and you pasted it. Both agree."),
        (Provenance.READ_AND_PASTED, "live:b", "We read it in TJH/1, and you pasted it. The two differ."),
    ],
)
def test_each_way(words: Words, provenance: Provenance, pasted: str | None, wanted: str) -> None:
    assert known_by(words, replace(ACCOUNT, provenance=provenance, pasted=pasted), "TJH/1") == wanted


def test_how_sure_the_reading_was(words: Words) -> None:
    read = replace(ACCOUNT, provenance=Provenance.READ, read_as="live:a", read_permille=968)
    assert known_by(words, read, None) == "We read it in your picture. Least sure character: 96 %."


def test_a_name_alone_and_an_unknown_way_say_nothing(words: Words) -> None:
    assert known_by(words, ACCOUNT, None) == ""
    assert known_by(words, replace(ACCOUNT, stable_id=None, provenance=Provenance.TYPED), None) == ""
