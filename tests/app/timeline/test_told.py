# SPDX-License-Identifier: MIT
from datetime import timedelta

from app.model import Call, Event, Payment
from app.timeline import Told, payments_in_order, told_in
from tests.app.timeline.cases import AT, CASE, entries, entry, exhibit

PICTURES = (exhibit(1),)


class Kept:
    """A case that holds one call and one picture."""

    def case(self):
        return entry(CASE)

    def entries(self, kind):
        return entries(Call(AT)) if kind is Call else ()

    def listed(self):
        return PICTURES


def test_everything_a_case_holds_is_told():
    assert told_in(Kept()) == Told(CASE, calls=entries(Call(AT)), exhibits=PICTURES, case_id=entry(CASE).id)
    assert told_in(Kept()).events == () == Kept().entries(Event)


def test_payments_are_numbered_by_time_and_those_without_one_come_last():
    undated, later, first = entries(
        Payment("paypal", 1, "GBP", None),
        Payment("paypal", 2, "GBP", AT + timedelta(1)),
        Payment("paypal", 3, "GBP", AT),
    )
    assert payments_in_order((undated, later, first)) == [first, later, undated]
