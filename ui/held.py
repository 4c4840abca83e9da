# SPDX-License-Identifier: MIT
"""What the open case holds, as far as the frame of the window shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from app.guide.plan import is_words_only
from app.model import Account, Call, Contact, Demand, Event, Payment, Place, ReportMade

if TYPE_CHECKING:
    from app.model import Fact
    from app.vault import Vault

# Which facts make a page worth a row at the side.
HOLDS: dict[str, tuple[type[Fact], ...]] = {
    "people": (Account, Contact),
    "payments": (Payment,),
    "timeline": (Payment, Demand, Call, Event),
    "watch": (Place, ReportMade),
}


class Held(NamedTuple):
    """Which pages have something to show, and whether this is the path without pictures."""

    pages: frozenset[str]
    is_words_only: bool


def held_in(vault: Vault) -> Held:
    """Return what the case holds."""
    kinds = {kind for kinds in HOLDS.values() for kind in kinds}
    there = {kind for kind in kinds if vault.holds(kind)}
    pages = frozenset(page for page, wanted in HOLDS.items() if there.intersection(wanted))
    return Held(pages, is_words_only(vault.case().fact))
