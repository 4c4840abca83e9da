# SPDX-License-Identifier: MIT
"""Every kind that is seen may become something, and a number that was received is no place to pay to."""

from __future__ import annotations

import pytest

from app.identify.checksums import Sum
from app.identify.references import forms
from app.identify.values import Kind
from app.model import Rect
from app.search.offer import DESTINATIONS, RECEIPTS, Becomes, Message, Offer, OfferKind

SQUARE = Rect(0, 0, 9, 9)


def offer(kind: str, **facts: object) -> Offer:
    return Offer(kind, "v", "v", SQUARE, Message("v", SQUARE), 900, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", [*sorted({form.kind for form in forms()}), *OfferKind, Kind.IDENTIFIER])
def test_every_kind_may_become_something(kind: str) -> None:
    assert offer(kind).may_become


def test_a_number_says_where_to_or_that_it_was_sent_but_not_both() -> None:
    assert DESTINATIONS.isdisjoint(RECEIPTS)
    assert offer("mtcn").may_become == (Becomes.PAYMENT,)
    assert offer("bitcoin_address").may_become == (Becomes.PAYMENT, Becomes.DEMAND)
    assert offer("money").may_become == (Becomes.DEMAND, Becomes.PAYMENT)


def test_only_a_sum_that_is_not_right_is_doubtful() -> None:
    assert offer("iban", sum=Sum.WRONG).is_doubtful
    assert not offer("iban", sum=Sum.RIGHT).is_doubtful
    assert not offer("mtcn").is_doubtful
