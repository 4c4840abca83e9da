# SPDX-License-Identifier: MIT
"""Each thing once: the surest place of it, sort code and account number together, what is proven first."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.identify.values import Doubt
from app.search.offer import ACCOUNT_NUMBER, HANDLE, SORT_CODE, Offer, OfferKind
from app.search.standing import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

NEAR = 8  # heights of a line: how far a sort code and its account number are from one another
_LAST = (OfferKind.DAY, OfferKind.LINK, HANDLE)


def merged(found: Sequence[Offer]) -> tuple[Offer, ...]:
    """Return the offers of one picture, each thing once, in the order in which they are shown."""
    best: dict[tuple[str, str | None, str], Offer] = {}
    for offer in _as_banks(found):
        known = best.get(offer.key)
        if known is None or sureness(offer) > sureness(known):
            best[offer.key] = offer
    return tuple(sorted(best.values(), key=_order))


def sureness(offer: Offer) -> tuple[bool, bool, bool, int, int]:
    """Return how sure an offer is, to compare: proven, not contradicted, labelled, few doubts, well read."""
    return (
        offer.has_checksum, not offer.is_doubtful, offer.label is not None, -len(offer.doubts), offer.permille
    )  # fmt: skip


def _order(offer: Offer) -> tuple[int, int, int]:
    """Return where an offer stands: the proven, what has a label or is money, the rest, what is in doubt."""
    if offer.has_checksum:
        group = 0
    elif offer.is_doubtful:
        group = 4
    elif offer.kind in _LAST:
        group = 3
    else:
        group = 1 if offer.label is not None or offer.kind in {OfferKind.MONEY, OfferKind.DEADLINE} else 2
    return group, offer.rect.y, offer.rect.x


def _as_banks(found: Sequence[Offer]) -> list[Offer]:
    """Return the offers, each sort code with the account number next to it as one."""
    rest = [offer for offer in found if offer.kind not in {SORT_CODE, ACCOUNT_NUMBER}]
    numbers = [offer for offer in found if offer.kind == ACCOUNT_NUMBER]
    for code in (offer for offer in found if offer.kind == SORT_CODE):
        near = min(numbers, key=lambda number: _apart(code, number), default=None)
        if near is None or _apart(code, near) > NEAR * code.rect.height:
            rest.append(code)
            continue
        rest.append(_bank(code, near))
        numbers.remove(near)
    return [*rest, *numbers]


def _bank(code: Offer, number: Offer) -> Offer:
    """Return sort code and account number as one offer."""
    value = f"{code.value} {number.value}"
    moved = tuple(Doubt(len(code.value) + 1 + one.index, one.options) for one in number.doubts)
    return replace(
        code,
        kind=OfferKind.UK_BANK,
        value=value,
        shown=value,
        rect=joined([code.rect, number.rect]),
        permille=min(code.permille, number.permille),
        doubts=(*code.doubts, *moved),
    )


def _apart(one: Offer, two: Offer) -> int:
    """Return how far two offers are from one another, up or down."""
    return abs(one.rect.y - two.rect.y)
