# SPDX-License-Identifier: MIT
"""A call is said in plain words: what is not known is not said."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Call
from ui.said_words import call_details, call_title, moment

if TYPE_CHECKING:
    from ui.context import Context

NOW = datetime(2026, 7, 22, 22, 31, tzinfo=UTC)  # summer: an hour later in London


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (Call(None), "A call. The time is not known."),
        (Call(NOW), "Call, 22 Jul 2026, 23:31"),
        (Call(NOW, is_video=True), "Video call, 22 Jul 2026, 23:31"),
        (Call(NOW, is_video=False, is_about=True), "Voice call, about 22 Jul 2026, 23:31"),
    ],
)
def test_of_which_kind_and_when(context: Context, call: Call, said: str) -> None:
    assert call_title(context, call) == said


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (Call(None), ""),
        (Call(None, 20), "A minute"),
        (Call(None, 254, recorded=Answer.YES), "4 minutes · They say they recorded it"),
        (Call(None, recorded=Answer.NO, note="not long"), "They did not say they recorded it · not long"),
    ],
)
def test_how_long_and_whether_it_was_recorded(context: Context, call: Call, said: str) -> None:
    assert call_details(context, call, "") == said


def test_a_hostile_name_shows_its_unseen_signs(context: Context) -> None:
    assert "\u202e" not in call_details(context, Call(None), "\u202eKevin")


def test_no_time_is_no_words(context: Context) -> None:
    assert moment(context, None) == ""
