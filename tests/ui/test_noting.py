# SPDX-License-Identifier: MIT
"""Every step that leads to Watch has something to be noted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.guide.guides import Page
from ui.noting import OF_STEP, has_reference

if TYPE_CHECKING:
    from ui.context import Context


def test_each_step_that_opens_watch_asks_for_something(context: Context) -> None:
    steps = {guide.id for guide in context.guides if guide.page is Page.WATCH}
    assert {"hash", "remove", "alert", "report", "watch"} <= steps <= OF_STEP.keys()


def test_each_step_named_here_is_one(context: Context) -> None:
    assert OF_STEP.keys() <= {guide.id for guide in context.guides}


@pytest.mark.parametrize(
    ("step", "is_asked"),
    [("police", True), ("hash", True), ("alert", False), ("watch", False), ("safe", False)],
)
def test_a_reference_is_asked_for_where_there_may_be_one(step: str, *, is_asked: bool) -> None:
    assert has_reference(step) == is_asked
