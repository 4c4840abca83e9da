# SPDX-License-Identifier: MIT
"""What a done step says of the case is kept with it, and goes with it when the mark is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.guide.plan import DONE, LATER, OPEN
from app.guide.told import facts_after
from app.model import Answer, CaseFacts, Under18

ADULT = CaseFacts(Under18.NO, "England")
NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
LATER_ON = NOW + timedelta(hours=1)


def test_having_stopped_is_when_replies_stopped() -> None:
    told = facts_after(ADULT, "stop", DONE, NOW, None)
    assert told.replies_stopped_at == NOW
    assert facts_after(told, "stop", DONE, LATER_ON, NOW).replies_stopped_at == NOW
    assert facts_after(told, "stop", OPEN, LATER_ON, NOW) == ADULT


def test_a_time_that_was_noted_otherwise_stays() -> None:
    noted = replace(ADULT, replies_stopped_at=LATER_ON)
    assert facts_after(noted, "stop", OPEN, LATER_ON, NOW) == noted
    assert facts_after(noted, "stop", OPEN, LATER_ON, None) == noted


def test_being_safe_answers_whether_a_life_is_at_risk() -> None:
    told = facts_after(replace(ADULT, risk_to_life=Answer.YES), "safe", DONE, NOW, None)
    assert (told.risk_to_life, told.risk_asked_at) == (Answer.NO, NOW)
    assert facts_after(told, "safe", OPEN, LATER_ON, NOW) == ADULT
    assert facts_after(told, "safe", OPEN, LATER_ON, None) == told


def test_blocking_says_that_they_are_blocked() -> None:
    told = facts_after(ADULT, "block", DONE, NOW, None)
    assert told.blocked is True
    assert facts_after(told, "block", OPEN, LATER_ON, NOW) == ADULT


@pytest.mark.parametrize("step", ["safe", "stop", "block", "police"])
def test_not_now_says_nothing(step: str) -> None:
    assert facts_after(ADULT, step, LATER, NOW, None) == ADULT
