# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import Account, Contact, EntryId, Offender, Strength
from app.plain import from_plain, to_plain


@pytest.mark.parametrize(
    ("pasted", "settled", "read", "has_agreed"),
    [
        ("live:a1", None, "live:a1", True),
        ("live:a1", "live:a1", "live:al", True),
        ("live:al", None, "live:a1", False),
    ],
)
def test_both_agree_only_letter_for_letter(
    pasted: str, settled: str | None, read: str, has_agreed: bool
) -> None:
    account = Account(
        "skype", "live:a1", None, Strength.STRONG, pasted=pasted, read_as=read, read_settled=settled
    )
    assert account.has_agreed is has_agreed


def test_an_account_kept_before_there_were_offenders_can_be_read() -> None:
    """Accounts of older cases have no key for what came later."""
    old = {"platform": "skype", "stable_id": "live:a1", "id_kind": None, "strength": "strong"}
    assert from_plain(Account, old) == Account("skype", "live:a1", None, Strength.STRONG)


@pytest.mark.parametrize(
    "fact",
    [
        Account(
            "skype", None, None, Strength.WEAK, offender=EntryId("a" * 32), headers="From: <a@example.org>"
        ),
        Offender("the one who calls himself Kevin"),
        Contact("Ellie Hale", "sister", may_be_contacted=False),
    ],
)
def test_people_survive_being_kept(fact: object) -> None:
    assert from_plain(type(fact), to_plain(fact)) == fact
