# SPDX-License-Identifier: MIT
"""The first answers are a frozen value."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from app.model import CaseFacts, Under18
from ui.answers import FirstAnswers


def test_answers_do_not_change_on_their_way() -> None:
    answers = FirstAnswers(CaseFacts(Under18.NOT_SURE, "England"), is_urgent=True)
    with pytest.raises(FrozenInstanceError):
        answers.is_urgent = False  # type: ignore[misc]
