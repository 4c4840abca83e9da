# SPDX-License-Identifier: MIT
"""Accounts are grouped as the person says, names are kept over time, and one thing is missing first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.people import Gap, easily_mistaken, first_gap, grouped, missing_own, own, seen_under, theirs
from app.model import Account, Contact, DisplayName, Entry, EntryId, Offender, Strength

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)


def account(
    platform: str = "skype",
    stable_id: str | None = "live:a",
    *names: str,
    is_own: bool = False,
    behind: str = "",
) -> Account:
    shown = tuple(DisplayName(name, NOW) for name in names)
    return Account(
        platform,
        stable_id,
        None,
        Strength.STRONG,
        display_names=shown,
        is_own=is_own,
        offender=EntryId(behind) if behind else None,
    )


def entry(fact, entry_id: str = "a"):
    return Entry(EntryId(entry_id), fact, NOW, NOW, 1)


KEVIN = entry(Offender("The one who calls himself Kevin"), "kevin")
ELLIE = entry(Contact("Ellie"), "ellie")


def test_joined_accounts_stand_together_and_before_those_nobody_joined() -> None:
    one, two = entry(account(), "1"), entry(account(behind="kevin"), "2")
    three, mine = entry(account(behind="kevin"), "3"), entry(account(is_own=True), "4")
    found = grouped([one, two, three, mine], [KEVIN])
    assert [(group.offender, group.accounts) for group in found] == [(KEVIN, (two, three)), (None, (one,))]


def test_an_account_of_somebody_who_was_taken_back_is_joined_by_nobody() -> None:
    alone = entry(account(behind="gone"))
    (group,) = grouped([alone], [KEVIN])
    assert (group.offender, group.accounts) == (None, (alone,))


@given(st.lists(st.sampled_from(["", "kevin", "gone"]), max_size=12))
def test_no_account_is_lost_or_told_twice(behind: list[str]) -> None:
    entries = [entry(account(behind=one), str(n)) for n, one in enumerate(behind)]
    told = [each.id for group in grouped(entries, [KEVIN]) for each in group.accounts]
    assert sorted(told) == sorted(each.id for each in entries)


def test_a_name_seen_later_or_earlier_is_added_and_none_is_replaced() -> None:
    first = account("skype", "live:a", "Amélie")
    later = seen_under(first, "Kevin", NOW + timedelta(days=1))
    both = seen_under(later, "Amy", NOW - timedelta(days=1))
    assert [each.name for each in both.display_names] == ["Amy", "Amélie", "Kevin"]
    again = seen_under(both, "Amélie", NOW + timedelta(days=2))
    assert [each.name for each in again.display_names] == ["Amy", "Amélie", "Kevin", "Amélie"]
    assert seen_under(again, "Kevin", NOW + timedelta(days=1)) == again


@pytest.mark.parametrize(
    ("one", "other", "is_alike"),
    [
        (account(stable_id="amelie1"), account(stable_id="ameliel"), True),
        (account(stable_id="amelie1"), account(stable_id="amelie1"), False),
        (account("skype", "amelie1"), account("instagram", "ameliel"), False),
        (account("skype", None, "Kevin1"), account("skype", None, "Kevinl"), True),
        (account("skype", None, "Kevin"), account("skype", None, "Amélie"), False),
    ],
)
def test_look_alikes_are_told_of(one: Account, other: Account, is_alike: bool) -> None:
    assert easily_mistaken(one, [one, other]) == (other if is_alike else None)


def test_what_is_missing_comes_in_the_order_of_use() -> None:
    bare, full, mine = entry(account(stable_id=None)), entry(account(), "b"), entry(account(is_own=True), "c")

    def gap(accounts, contacts=(), findable=True):
        return first_gap(accounts, contacts, lambda _: findable)

    assert gap([]) == (Gap.ACCOUNT, None)
    assert gap([mine]) == (Gap.ACCOUNT, None)
    assert gap([full, bare]) == (Gap.IDENTIFIER, bare)
    assert gap([full, bare], findable=False) == (Gap.OWN, None)
    assert gap([full]) == (Gap.OWN, None)
    assert gap([full, mine]) == (Gap.CONTACT, None)
    assert gap([full, mine], [ELLIE]) == (None, None)


def test_the_apps_without_an_account_of_ones_own_are_known() -> None:
    accounts = [entry(account("skype")), entry(account("whatsapp")), entry(account("skype", is_own=True))]
    assert missing_own(accounts) == ("whatsapp",)
    assert len(theirs(accounts)) == 2
    assert len(own(accounts)) == 1
