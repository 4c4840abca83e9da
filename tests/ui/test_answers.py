# SPDX-License-Identifier: MIT
"""Answers on their way: to the vault, or past what they ask for to the steps."""

from __future__ import annotations

import dataclasses

import pytest

from app.model import CaseFacts, Under18
from ui.answers import Changed, FirstAnswers


def test_they_cannot_be_changed() -> None:
    answers = FirstAnswers(CaseFacts(Under18.NOT_SURE, "England"), is_urgent=True)
    with pytest.raises(dataclasses.FrozenInstanceError):
        answers.is_urgent = False  # type: ignore[misc]


def test_what_they_ask_for_comes_first_and_the_steps_last() -> None:
    changed = Changed(CaseFacts(Under18.NO, "England"), ("law", "mail"))
    seen = []
    for _ in range(4):
        page, changed = changed.go_on()
        seen.append(page)
    assert seen == ["law", "mail", "steps", "steps"]
    assert changed.before.country == "England"
