# SPDX-License-Identifier: MIT
"""timeline.csv: in order, letter for letter, and it runs nothing."""

from __future__ import annotations

import csv
import io
from types import SimpleNamespace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from app.model import Certainty, Precision
from app.package.build import english
from app.report.spreadsheets.tables import defused
from app.report.spreadsheets.timeline_table import timeline
from app.timeline import Length, LineKind, Method, Platform, Sum, Timeline, TimelineLine
from tests.fakes.clock import START

if TYPE_CHECKING:
    from tests.app.package.conftest import Exported

WORDS = english()


def rows_of(*lines: TimelineLine) -> list[dict[str, str]]:
    dossier = SimpleNamespace(timeline=Timeline(lines), accounts=())
    text = timeline(dossier, WORDS).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def line(key: str, **fields: object) -> TimelineLine:
    return TimelineLine(START, LineKind.EVENT, Certainty.SEEN, key, tuple(fields.items()))


def test_the_package_has_everything_with_a_time_in_order(exported: Exported) -> None:
    text = exported.files["data/tables/timeline.csv"].decode("utf-8-sig")
    told = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["at_utc"] for row in told] == sorted(row["at_utc"] for row in told)
    assert [row["kind"] for row in told if row["kind"] != "capture"] == [
        "account", "demand", "payment", "event"
    ]  # fmt: skip
    assert "Demand: \u201cSend 200, or +everyone sees it\u201d" in {row["what"] for row in told}
    assert [row["about"] for row in told if row["kind"] == "event"] == ["about"]
    assert len([row for row in told if row["kind"] == "capture"]) == 4


def test_sums_lengths_and_names_have_their_words() -> None:
    paid = line("payment.sent", number=1, method=Method("western_union"), sum=Sum(25000, "GBP"))
    call = line("call.video.length", length=Length(865))
    seen = line("account.first", number=2, platform=Platform("some new app"))
    assert [row["what"] for row in rows_of(paid, call, seen)] == [
        "Payment 1: Western Union 250.00 GBP",
        "Video call, 14 min 25 s",
        "some new app account 2 first seen",
    ]


def test_how_exactly_a_time_is_known_is_said() -> None:
    day = TimelineLine(
        START, LineKind.EVENT, Certainty.REMEMBERED, "event", (("words", "it"),), precision=Precision.DAY,
        is_about=True, until=START, refs=("TJH/2", "log"),
    )  # fmt: skip
    (row,) = rows_of(day)
    assert (row["precision"], row["about"], row["certainty"], row["where"]) == (
        "day", "about", "remembered", "TJH/2, log"
    )  # fmt: skip
    assert row["until_utc"] == "2026-11-24T02:16:05.123Z"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_what_was_typed_stands_letter_for_letter(words: str) -> None:
    (row,) = rows_of(line("event", words=words))
    assert row["what"] == defused(words)
    (row,) = rows_of(line("demand", words=words))
    assert row["what"] == defused(f"Demand: \u201c{words}\u201d")
