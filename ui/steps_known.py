# SPDX-License-Identifier: MIT
"""What the home is made from, read from the vault in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.answered import Answers
from app.guide.due import due
from app.guide.plan import FIVE, plan
from app.model import Account, Payment, Place, ReportMade, StepState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.guide.due import Due
    from app.guide.guides import Guides
    from app.guide.plan import Plan
    from app.model import CaseFacts
    from app.vault import Vault

# What is remembered of the page itself: in the vault, and no fact of the case.
SHORT, ASKED = "steps.short", "steps.asked"
ON, LATER = "on", "later"


@dataclass(frozen=True, slots=True)
class StepsKnown:
    """What the page shows.

    Attributes:
        platforms: where they wrote, as answered, and where accounts are; in that order.
        theirs: the platform of the other side, if only one is known: that of the pictures the steps ask for.
        found_id: their identifier, if one is kept.
        is_short: only the five are shown, since the person may be blocked any minute.
        is_to_ask: there is a picture, and nothing was asked yet about what happened.
    """

    plan: Plan
    facts: CaseFacts
    platforms: tuple[str, ...] = ()
    theirs: str | None = None
    found_id: str | None = None
    due: tuple[Due, ...] = ()
    is_short: bool = False
    is_to_ask: bool = False


def read_steps(vault: Vault, guides: Guides, day: date) -> StepsKnown:
    """Return what the vault holds of this page."""
    facts = vault.case().fact
    accounts = [entry.fact for entry in vault.entries(Account)]
    payments = [entry.fact for entry in vault.entries(Payment)]
    states = [entry.fact for entry in vault.entries(StepState)]
    made = plan(guides, facts, payments, accounts, states)
    theirs = [account for account in accounts if not account.is_own]
    has_answers = not Answers.of(facts).is_empty or vault.draft(ASKED) == LATER
    return StepsKnown(
        made,
        facts,
        tuple(dict.fromkeys((*facts.platforms, *(account.platform for account in accounts)))),
        platform_of(theirs, facts),
        next((account.stable_id for account in theirs if account.stable_id), None),
        due(vault.entries(Place), vault.entries(ReportMade), day),
        is_short=vault.draft(SHORT) == ON and bool(made.group(FIVE)),
        is_to_ask=not has_answers and bool(vault.exhibit_ids()),
    )


def platform_of(accounts: Iterable[Account], facts: CaseFacts) -> str | None:
    """Return the platform of the other side, if only one is known."""
    known = {account.platform for account in accounts if not account.is_own} | set(facts.platforms)
    return known.pop() if len(known) == 1 else None
