# SPDX-License-Identifier: MIT
"""Their words letter for letter, what else is known of them, and the piece of the picture beside them."""

from dataclasses import replace

import pytest

from app.model import Demand, Rect
from app.report.demands import draw_demands
from app.report.dossier import QuotedDemand
from tests.app.timeline.cases import AT


def drawn(sheet_of, dossier):
    sheet = sheet_of(dossier)
    draw_demands(sheet)
    return sheet


def only(sample, demand, **changed):
    return replace(sample[0], payments=(), demands=(QuotedDemand(demand, **changed),))


def test_words_are_as_sent(page_with, sample):
    text = page_with("Demands, word for word")
    for quoted in sample[0].demands:
        assert f"\u201c{quoted.demand.words}\u201d" in text


def test_demands_without_payments_have_a_page_of_their_own(sheet_of, sample):
    assert drawn(sheet_of, replace(sample[0], payments=())).pages["demands"] == 2


def test_everything_they_said_stands_beside_the_words(sheet_of, sample):
    demand = Demand(
        "money", "envoie 500", AT, deadline_at=AT, language="French", translation="send 500",
        amount_minor=50000, currency="GBP", pay_by="PayPal", pay_to="x@example.org", whom="my mum",
    )  # fmt: skip
    said = " ".join(drawn(sheet_of, only(sample, demand, contacts=("Ellie Hale",))).pen.said.split())
    for words in (
        "Written in French.",
        "In English, as Tom gives it: \u201csend 500\u201d",
        "Wanted: \u00a3500.00, by PayPal, to x@example.org.",
        "By 23 Nov 2026 21:40 GMT.",
        "To tell: Ellie Hale, my mum.",
    ):
        assert words in said


@pytest.mark.parametrize(
    ("rect", "shown"),
    [
        (Rect(100, 80, 400, 60), Rect(100, 80, 400, 60)),
        (Rect(-10, -10, 50, 50), Rect(0, 0, 40, 40)),
        (Rect(1000, 700, 500, 500), Rect(1000, 700, 100, 60)),
        (Rect(5000, 0, 10, 10), None),
        (None, None),
    ],
)
def test_the_piece_of_the_picture_is_what_lies_in_it(sheet_of, sample, rect, shown):
    picture = sample[0].exhibits[0].exhibit.originals[0]
    demand = Demand("threat", "x", AT, rect=rect)
    sheet = drawn(sheet_of, only(sample, demand, picture=picture, exhibit_ref="TJH/1"))
    assert [part[1] for part in sheet.pen.parts] == ([shown] if shown else [])
    assert ("Piece of TJH/1" in sheet.pen.said) is (shown is not None)


def test_no_piece_is_drawn_of_a_picture_that_is_not_in_the_report(sheet_of, sample):
    demand = Demand("threat", "x", AT, rect=Rect(0, 0, 5, 5))
    assert drawn(sheet_of, only(sample, demand, exhibit_ref="TJH/6")).pen.parts == []


def test_ten_thousand_letters_and_a_tall_piece_keep_to_the_page(sheet_of, sample):
    picture = sample[0].exhibits[0].exhibit.originals[0]
    demand = Demand("threat", "\u0434 W" * 5000, AT, rect=Rect(0, 0, 4, 760))
    sheet = drawn(sheet_of, only(sample, demand, picture=picture, exhibit_ref="TJH/1"))
    assert sheet.number > 2
    ((_, rect, _, y, width),) = sheet.pen.parts
    assert y + rect.height * width / rect.width < 796
