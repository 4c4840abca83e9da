# SPDX-License-Identifier: MIT
"""What the page of payments reads from the vault, and what it writes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.paid import latest_first
from app.model import Payment, ReportKind, ReportMade
from ui.kept import read_kept
from ui.widgets.outcome_form import ASKED
from ui.widgets.payment_form import NEW
from ui.widgets.payment_more import Offers

if TYPE_CHECKING:
    from app.model import Entry
    from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Paid:
    """What the page shows.

    Attributes:
        payments: the latest first.
        offers: what a payment can be tied to.
        police_reference: the number of the newest report to the police, to be said on the phone.
        is_begun: whether a new payment was begun and not kept.
        asked: what came of a call and was not asked to the end, and the id of its payment.
        taken_back: what counts no more, and can be brought back.
    """

    payments: tuple[Entry[Payment], ...]
    offers: Offers
    police_reference: str | None = None
    is_begun: bool = False
    asked: str = ""
    taken_back: tuple[Entry[Payment], ...] = ()


def read_paid(vault: Vault) -> Paid:
    """Return what the case holds about payments."""
    accounts, exhibits = read_kept(vault)
    police = [
        each.fact.reference for each in vault.entries(ReportMade) if each.fact.kind is ReportKind.POLICE
    ]
    known = [reference for reference in police if reference]
    return Paid(
        tuple(latest_first(vault.entries(Payment))),
        Offers(accounts, exhibits),
        known[-1] if known else None,
        is_begun=bool(vault.draft(f"{NEW}.method")),
        asked=vault.draft(ASKED),
        taken_back=tuple(latest_first(vault.withdrawn(Payment))),
    )


def store_payment(vault: Vault, payment: Payment, entry: Entry[Payment] | None) -> Entry[Payment]:
    """Return the payment as it is kept now: a new one, or the newest revision of an entry."""
    return vault.revise(entry.id, payment) if entry else vault.add(payment)
