# SPDX-License-Identifier: MIT
"""What all pictures of a case offer that is not kept yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from app.model import Account, Fact, Payment, Sensitivity
from app.search.becoming import Chosen, Where, numbers_of
from app.search.dates import moment_of
from app.search.keeping import TYPES, Facts, states
from app.search.offer import Becomes
from app.search.offering import offers

if TYPE_CHECKING:
    from app.identify.platforms import Catalogue
    from app.model import Entry, Exhibit
    from app.search.keeping import OfferState
    from app.search.values import ReadText

F = TypeVar("F", bound=Fact)


class Readable(Protocol):
    """A vault or a snapshot of it, as far as it is read here."""

    def entries(self, kind: type[F]) -> tuple[Entry[F], ...]:
        """Return every entry of a kind."""

    def exhibits(self) -> tuple[Exhibit, ...]:
        """Return every exhibit."""

    def texts(self, original_id: str) -> tuple[ReadText, ...] | None:
        """Return what was read in a picture."""


@dataclass(frozen=True, slots=True)
class CaseOffer:
    """Something that stands in a picture of the case, and where that is."""

    exhibit: Exhibit
    where: Where
    state: OfferState


def offers_of_case(vault: Readable, catalogue: Catalogue) -> tuple[CaseOffer, ...]:
    """Return the numbers of payments that stand in any picture and are kept nowhere, each once, newest first.

    It takes about 10 ms for a picture full of text: give it a snapshot (``vault.reader()``) in a thread of
    its own, never the thread of the vault.
    """
    facts = Facts({becomes: vault.entries(kind) for becomes, kind in TYPES.items()}, vault.entries(Payment))
    platforms = {entry.id: entry.fact.platform for entry in vault.entries(Account)}
    found: dict[tuple[str, str | None, str], CaseOffer] = {}
    for exhibit in reversed(vault.exhibits()):
        if exhibit.withdrawn_at is not None or exhibit.facts.sensitivity is not Sensitivity.NONE:
            continue
        account = exhibit.facts.account
        for original in exhibit.originals:
            where = Where(exhibit.id, original.id, account, platforms.get(account) if account else None)
            taken = moment_of(original.record.time)
            made = offers(vault.texts(original.id) or (), catalogue, taken=taken)
            for state in states(made, facts, where):
                if _is_new_number(state):
                    found.setdefault(state.offer.key, CaseOffer(exhibit, where, state))
    return tuple(found.values())


def _is_new_number(state: OfferState) -> bool:
    """Whether it is the number of a payment that nobody has kept as anything."""
    return not state.kept and bool(numbers_of(Chosen(state.offer, Becomes.PAYMENT)))
