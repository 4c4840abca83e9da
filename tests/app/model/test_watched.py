# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import date

import pytest

from app.model import Answer, Look, Place, PlaceKind, ReportKind, ReportMade, Takedown
from app.plain import from_plain, to_plain
from tests.fakes.clock import START


@pytest.mark.parametrize(
    "fact",
    [
        Place(
            PlaceKind.LINK,
            "A page that may show it",
            "https://forum.example.org/t/1432",
            next_look_on=date(2026, 11, 27),
            looks=(Look(START, Answer.NO),),
            takedown=Takedown.SENT,
        ),
        ReportMade("Report Fraud", "RF26-118842", START, kind=ReportKind.REPORT_FRAUD),
    ],
)
def test_what_is_watched_survives_being_kept(fact: object) -> None:
    assert from_plain(type(fact), to_plain(fact)) == fact
