# SPDX-License-Identifier: MIT
"""Which page comes first, by the way the person came in."""

from __future__ import annotations

from app.model import CaseFacts, Under18
from ui.answers import FirstAnswers
from ui.way_in import FAST, WayIn

ADULT = CaseFacts(Under18.NO, "England")


def test_a_case_that_is_opened_again_begins_with_the_steps() -> None:
    way = WayIn()
    way.pass_by("lock", "quit")
    assert way.arrive() == ("steps", None)


def test_the_recovery_code_leads_to_a_new_passphrase_once() -> None:
    way = WayIn()
    way.is_by_code = True
    assert way.arrive() == ("new_passphrase", None)
    assert way.arrive() == ("steps", None)


def test_who_may_be_blocked_takes_a_picture_at_once_and_only_then() -> None:
    way = WayIn()
    way.pass_by("passphrase", FirstAnswers(ADULT, is_urgent=True))
    assert way.arrive() == ("steps", FAST)
    way.pass_by("passphrase", FirstAnswers(ADULT, is_urgent=False))
    assert way.arrive() == ("steps", None)
