# SPDX-License-Identifier: MIT
"""Demands, calls, people, places and reports as tables."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from app.model import Demand, Look, Place, PlaceKind, Purged, Rect, ReportKind, ReportMade, Takedown
from app.model.answers import Answer
from app.report.dossier import QuotedDemand, WatchedPlace
from app.report.spreadsheets.fact_tables import fact_tables
from tests.app.report.dossiers import sample_dossier
from tests.fakes.clock import START
from tests.fakes.purged import purged_exhibit

DOSSIER, _ = sample_dossier()
AT = "2026-11-24T02:16:05.123Z"


def rows(name: str, **changed: object) -> list[dict[str, str]]:
    data = dict(fact_tables(replace(DOSSIER, **changed)))[name]
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_only_tables_with_a_row_are_made() -> None:
    assert [name for name, _ in fact_tables(DOSSIER)] == [
        "demands.csv", "calls.csv", "contacts.csv", "places.csv", "reports.csv"
    ]  # fmt: skip
    nothing = replace(DOSSIER, demands=(), calls=(), contacts=(), places=(), reports_made=())
    assert list(fact_tables(nothing)) == []


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert list(fact_tables(DOSSIER)) == list(fact_tables(sample_dossier()[0]))


def test_a_demand_has_everything_they_said_and_where_it_stands() -> None:
    demand = Demand(
        "money", "=envoie 500", START, language="French", translation="send 500", amount_minor=50000,
        currency="GBP", pay_by="PayPal", pay_to="+x", whom="my mum", deadline_at=START,
        rect=Rect(1, 2, 30, 40),
    )  # fmt: skip
    (row,) = rows("demands.csv", demands=(QuotedDemand(demand, None, "TJH/2", ("Ellie",)),))
    assert row == {
        "said_at_utc": AT, "kind": "money", "account": "", "words": "'=envoie 500", "language": "French",
        "translation": "send 500", "deadline_utc": AT, "amount": "500.00", "currency": "GBP",
        "pay_by": "PayPal", "pay_to": "'+x", "whom": "my mum", "contacts": "Ellie", "exhibit": "TJH/2",
        "rectangle_px": "x 1 y 2 width 30 height 40",
    }  # fmt: skip


def test_the_call_has_its_start_and_length() -> None:
    (row,) = rows("calls.csv")
    assert (row["started_at_utc"], row["duration_s"], row["video"], row["account"], row["exhibit"]) == (
        "2026-11-19T22:31:40.000Z", "865", "yes", "1", "TJH/2"
    )  # fmt: skip


def test_a_contact_says_whether_an_officer_may_speak_to_them() -> None:
    (row,) = rows("contacts.csv")
    assert (row["name"], row["received"], row["may_be_contacted"]) == ("Ellie Hale", "yes", "no")
    assert row["phone"] == "'+447700900782"


@pytest.mark.parametrize(
    ("takedown", "down_at", "shown"),
    [(None, None, ""), (Takedown.SENT, None, "sent"), (Takedown.SENT, START, "down")],
)
def test_a_place_says_how_far_it_has_come(takedown: object, down_at: object, shown: str) -> None:
    looks = (Look(START.replace(hour=1), Answer.NO), Look(START, Answer.YES))
    place = Place(
        PlaceKind.LINK, "a page", takedown=takedown, down_at=down_at, looks=looks,
        next_look_on=date(2026, 11, 27),
    )  # fmt: skip
    (row,) = rows("places.csv", places=(WatchedPlace(place),))
    assert (row["takedown"], row["last_looked_at_utc"], row["last_look_found_new"]) == (shown, AT, "yes")
    assert row["next_look_on"] == "2026-11-27"


def test_a_report_names_the_account_it_is_about() -> None:
    made = ReportMade("Meta", "9", START, kind=ReportKind.PLATFORM, account=DOSSIER.accounts[1].id)
    (row,) = rows("reports.csv", reports_made=(made,))
    assert (row["to"], row["kind"], row["account"], row["closed"]) == ("Meta", "platform", "2", "no")


def test_what_was_removed_for_good_has_its_hash_value_and_the_reason() -> None:
    picture = purged_exhibit(DOSSIER.exhibits[0].exhibit, START, "=shows my sister")
    note = Purged("n1", "note", None, None, 9, START, "a slip")
    first, second = rows("removed.csv", purged=(picture, note))
    assert first == {
        "exhibit": "TJH/1",
        "kind": "exhibit",
        "removed_at_utc": AT,
        "withdrawn_at_utc": "",
        "reason": "'=shows my sister",
        "sha256": picture.sha256s[0],
    }
    assert (second["exhibit"], second["kind"], second["reason"], second["sha256"]) == (
        "",
        "note",
        "a slip",
        "",
    )
