# SPDX-License-Identifier: MIT
"""Lines of the story's timeline find the facts they tell of."""

from __future__ import annotations

from datetime import timedelta

from app.model import Call, Entry, EntryId, Note, Payment
from app.sample_rows import told_of
from tests.fakes.clock import START


def entry(name: str, fact: object) -> Entry[object]:
    return Entry(EntryId(name), fact, START, START, 1)


def test_a_line_tells_of_the_fact_of_its_minute() -> None:
    at = START.replace(second=0, microsecond=0)
    facts = [
        entry("paid", Payment("card", 100, "GBP", at)),
        entry("call", Call(at + timedelta(minutes=3, seconds=40))),
        entry("undated", Payment("card", 100, "GBP", None)),
        entry("note", Note("case", "words")),
    ]
    assert told_of(facts) == {at: "paid", at + timedelta(minutes=3): "call"}
