# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import Answer, Precision, Under18
from app.plain import from_plain, to_plain


@pytest.mark.parametrize("answer", [*Answer, *Under18, *Precision])
def test_answers_survive_being_kept(answer: Answer) -> None:
    assert from_plain(type(answer), to_plain(answer)) is answer


def test_no_answer_is_made_up() -> None:
    with pytest.raises(ValueError, match="Answer"):
        from_plain(Answer, "maybe")
