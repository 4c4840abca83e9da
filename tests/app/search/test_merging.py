# SPDX-License-Identifier: MIT
"""Each thing once, in an order that begins with what is proven."""

from __future__ import annotations

from dataclasses import replace

from app.identify.checksums import Sum
from app.identify.values import Doubt
from app.model import Rect
from app.search.merging import merged
from app.search.offer import OfferKind
from tests.app.search.test_offer import offer


def at(y: int, kind: str, **facts: object):
    return replace(offer(kind, **facts), rect=Rect(0, y, 50, 10), value=f"{kind} {y}", shown=f"{kind} {y}")


def test_the_order_is_proven_then_labelled_then_the_rest_then_doubtful() -> None:
    found = [
        at(0, "bitcoin_address", sum=Sum.WRONG),
        at(1, "handle"),
        at(2, "phone"),
        at(3, "money"),
        at(4, "mtcn", label="MTCN"),
        at(5, "iban", sum=Sum.RIGHT, has_checksum=True),
    ]
    assert [one.kind for one in merged(found)] == [
        "iban",
        "money",
        "mtcn",
        "phone",
        "handle",
        "bitcoin_address",
    ]


def test_of_the_same_thing_the_surest_is_kept() -> None:
    one = offer("mtcn")
    better = replace(one, label="MTCN", permille=500)
    best = replace(one, label="MTCN", permille=990)
    assert merged([one, best, better]) == (best,)
    assert merged([replace(best, doubts=(Doubt(0, ("1", "7")),)), best]) == (best,)


def test_a_sort_code_takes_the_nearest_account_number() -> None:
    code, near, far = at(100, "uk_sort_code"), at(120, "uk_account_number"), at(160, "uk_account_number")
    found = merged([far, code, near])
    assert [one.kind for one in found] == [OfferKind.UK_BANK, "uk_account_number"]
    assert found[0].value == f"{code.value} {near.value}"
    assert found[0].rect == Rect(0, 100, 50, 30)


def test_doubts_of_the_account_number_move_along() -> None:
    code = replace(at(100, "uk_sort_code"), value="601613", shown="601613")
    number = replace(at(100, "uk_account_number"), value="31926819", doubts=(Doubt(2, ("9", "8")),))
    (bank,) = merged([code, number])
    assert bank.shown[bank.doubts[0].index] == "9"
