# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.model import (
    Answer,
    Call,
    Certainty,
    Demand,
    EntryId,
    Event,
    ExhibitId,
    Payment,
    Precision,
    Rect,
    SeenIn,
)
from app.plain import from_plain, to_plain
from tests.fakes.clock import START

PICTURE = SeenIn(ExhibitId("a" * 32), Rect(1, 2, 3, 4))


@pytest.mark.parametrize(
    "fact",
    [
        Payment("western_union", 25_000, "GBP", START, "5832049176", seen_in=PICTURE, stopped_at=START),
        Demand("money", "150 in bitcoin now", START, rect=PICTURE.rect, contacts=(EntryId("b" * 32),)),
        Call(START, 840, is_video=True, recorded=Answer.YES),
        Event(START, "They called", Certainty.SEEN, until=START, precision=Precision.HOUR),
    ],
)
def test_what_happened_survives_being_kept(fact: object) -> None:
    assert from_plain(type(fact), to_plain(fact)) == fact


def test_a_payment_of_an_older_case_can_be_read() -> None:
    old = {"method": "card", "amount_minor": None, "currency": None, "paid_at": None}
    assert from_plain(Payment, old) == Payment("card", None, None, None)
