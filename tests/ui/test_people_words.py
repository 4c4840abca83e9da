# SPDX-License-Identifier: MIT
"""Accounts and people are told of in whole sentences, with nothing made up."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Answer, Contact, DisplayName, Strength
from ui.people_words import better, called, moment, platform_of, reach, standing, strength_of, times

if TYPE_CHECKING:
    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 20, 40, tzinfo=UTC)
SKYPE = Account("skype", "live:a", "Skype Name", Strength.STRONG)
NAME_ONLY = Account("skype", None, None, Strength.WEAK, display_names=(DisplayName("Amélie", NOW),))


def test_a_time_is_told_by_the_clock_here_in_summer_too(context: Context) -> None:
    assert moment(context, NOW) == "24 Nov 2026, 02:16"
    assert moment(context, SUMMER) == "1 Jul 2026, 21:40"


def test_a_platform_is_told_with_who_runs_it(context: Context) -> None:
    assert platform_of(context, SKYPE) == "Skype, run by Microsoft"
    assert platform_of(context, Account("discord", "1", None, Strength.STRONG)) == "Discord"
    assert platform_of(context, Account("Some app", "1", None, Strength.WEAK)) == "Some app"


def test_an_account_is_called_by_its_id_else_by_its_newest_name(context: Context) -> None:
    assert called(context, SKYPE) == "live:a"
    assert called(context, Account("instagram", "amelie", None, Strength.MEDIUM)) == "@amelie"
    assert called(context, NAME_ONLY) == "Amélie"
    assert not called(context, Account("skype", None, None, Strength.WEAK))


@pytest.mark.parametrize(
    ("account", "said"),
    [
        (SKYPE, "Strong."),
        (Account("instagram", "a", None, Strength.MEDIUM), "Good."),
        (Account("skype", "a b", None, Strength.WEAK), "This looks unusual"),
        (NAME_ONLY, "A start."),
    ],
)
def test_strength_is_told_in_words(context: Context, account: Account, said: str) -> None:
    assert strength_of(context, account).startswith(said)


def test_only_what_can_be_better_says_how(context: Context) -> None:
    assert not better(context, SKYPE)
    assert not better(context, Account("Some app", "1", None, Strength.WEAK))
    assert not better(context, Account("instagram", "amelie", None, Strength.MEDIUM))
    assert better(context, NAME_ONLY).startswith("The blue line")
    assert better(context, Account("discord", "amelie", None, Strength.MEDIUM)).startswith(
        "The User ID is best"
    )
    assert better(context, Account("telegram", "amelie", None, Strength.MEDIUM)).startswith("The number")
    assert better(context, Account("email", "a@example.com", None, Strength.MEDIUM)).startswith(
        "The full headers"
    )
    kept = Account("email", "a@example.com", None, Strength.MEDIUM, headers="From: a@example.com")
    assert not better(context, kept)


def test_first_and_last_are_told_as_far_as_they_are_known(context: Context) -> None:
    def seen(first: datetime | None, last: datetime | None) -> str:
        account = Account("skype", "a", None, Strength.WEAK, first_seen_at=first, last_seen_at=last)
        return times(context, account)

    assert not seen(None, None)
    assert seen(SUMMER, None) == "First 1 Jul 2026, 21:40"
    assert seen(None, NOW) == "Last 24 Nov 2026, 02:16"
    assert seen(SUMMER, NOW) == "First 1 Jul 2026, 21:40\nLast 24 Nov 2026, 02:16"


def test_what_is_known_of_somebody_is_told_and_nothing_else(context: Context) -> None:
    assert standing(context, Contact("Ellie")) == ()
    ellie = Contact(
        "Ellie",
        platform="instagram",
        stable_id="ellie.hale",
        phone="+447700900782",
        is_threatened=True,
        received=Answer.YES,
        received_at=NOW,
        told_at=SUMMER,
        may_be_contacted=False,
    )
    assert reach(context, ellie) == ("Instagram: ellie.hale", "+44 7700 900782")
    assert standing(context, ellie) == (
        "They say they will tell them",
        "Got something on 24 Nov 2026, 02:16",
        "You told them on 1 Jul 2026, 21:40",
        "You want to be asked before an officer speaks to them",
    )
    assert standing(context, Contact("A", received=Answer.NO, is_threatened=False)) == ("Got nothing so far",)
    assert standing(context, Contact("A", received=Answer.YES)) == ("Got something",)
