# SPDX-License-Identifier: MIT
"""From what stands on the page to the account that is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.identify.formats import check
from app.model import Account, DisplayName, Provenance, Rect, SeenIn, Strength

if TYPE_CHECKING:
    from datetime import datetime

    from app.identify.platforms import Platform
    from app.identify.values import Box, Proposal
    from app.model import ExhibitId


@dataclass(frozen=True, slots=True)
class Proof:
    """What was read in a picture, and what the person made of it.

    Attributes:
        exhibit: the picture.
        proposal: what was read there.
        settled: the same with the doubtful characters as the person settled them.
        compared: what was pasted or typed beside it, without what copying put round it; empty if nothing was.
        has_pasted: whether that was pasted.
        name: the name they show, if the person took it up.
        keeps_compared: whether the text beside it is kept, and not what stands in the picture.
    """

    exhibit: ExhibitId
    proposal: Proposal
    settled: str
    compared: str = ""
    has_pasted: bool = False
    name: str | None = None
    keeps_compared: bool = False

    @property
    def kept(self) -> str:
        """What the person chose to keep."""
        return self.compared if self.keeps_compared else self.settled

    @property
    def provenance(self) -> Provenance:
        """How what is kept came to be known; what was typed beside a reading proves nothing on paper."""
        if self.has_pasted and self.compared:
            return Provenance.READ_AND_PASTED
        return Provenance.TYPED if self.keeps_compared else Provenance.READ


def proven(proof: Proof, platform: Platform, now: datetime, *, before: Account | None = None) -> Account:
    """Return the account of an identifier that was read; what an earlier revision holds besides stays."""
    read, verdict = proof.proposal.value, check(platform, proof.kept)
    base = before or Account(platform.id, None, None, Strength.WEAK)
    return replace(
        base,
        platform=platform.id,
        stable_id=proof.kept,
        id_kind=verdict.id_kind,
        strength=verdict.strength,
        provenance=proof.provenance,
        recorded_at=now,
        display_names=with_names(base.display_names, (proof.name,), now),
        profile_url=address_of(platform, proof.kept),
        pasted=proof.compared if proof.has_pasted and proof.compared else None,
        seen_in=SeenIn(proof.exhibit, rect_of(proof.proposal.box)),
        exhibits=(*dict.fromkeys((*base.exhibits, proof.exhibit)),),
        read_as=read,
        read_settled=proof.settled if proof.settled != read else None,
        read_permille=round(1000 * proof.proposal.confidence),
    )


def seen_at(account: Account, place: SeenIn | None) -> Account:
    """Return the account with the place where the person says its identifier stands."""
    exhibits = () if place is None else (place.exhibit,)
    return replace(account, seen_in=place, exhibits=(*dict.fromkeys((*account.exhibits, *exhibits)),))


def typed_over(account: Account, stable_id: str | None) -> Account:
    """Return the account without what was read, where another identifier has taken its place."""
    if account.stable_id == stable_id:
        return account
    return replace(account, read_as=None, read_settled=None, read_permille=None)


def with_names(
    known: tuple[DisplayName, ...], names: tuple[str | None, ...], now: datetime
) -> tuple[DisplayName, ...]:
    """Return the known names and behind them the new ones, with the time they were noted."""
    seen = {each.name for each in known}
    new = dict.fromkeys(name for name in names if name and name not in seen)
    return (*known, *(DisplayName(name, now) for name in new))


def address_of(platform: Platform | None, stable_id: str | None) -> str | None:
    """Return the address of their page, where the platform makes it from the identifier."""
    if stable_id is None or platform is None or platform.address is None:
        return None
    return platform.address.format(id=stable_id)


def rect_of(box: Box) -> Rect:
    """Return a box of a picture as it is kept."""
    return Rect(box.left, box.top, box.width_px, box.height_px)
