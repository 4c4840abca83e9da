# SPDX-License-Identifier: MIT
"""A sentence stays one whatever is not known, and nothing that is filled in is taken for a part of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.guide.sentences import fields_of, placed, placed_rows, spoken

SENT = "I sent {amount|money}[ to {payee}][ at {time}]."


def test_everything_known_is_said() -> None:
    known = {"amount": "£200", "payee": "J. Mbala", "time": "21:40"}
    assert spoken([SENT], known) == "I sent £200 to J. Mbala at 21:40."


def test_what_is_not_known_is_left_out() -> None:
    assert spoken([SENT], {}) == "I sent money."
    assert spoken([SENT], {"time": "21:40", "payee": None}) == "I sent money at 21:40."
    assert spoken([SENT], {"payee": "J. Mbala", "amount": ""}) == "I sent money to J. Mbala."


def test_a_sentence_without_its_one_fact_is_not_said() -> None:
    rows = ["Please stop it.", "The MTCN is {reference}.", "Has it been collected?"]
    assert spoken(rows, {}) == "Please stop it. Has it been collected?"
    assert spoken(rows, {"reference": "412-905-7183"}).split(". ")[1] == "The MTCN is 412-905-7183"


def test_the_fields_of_a_sentence_are_known() -> None:
    assert fields_of(SENT) == {"amount", "payee", "time"}
    assert fields_of("Please stop it.") == frozenset()


@given(st.dictionaries(st.sampled_from(["amount", "payee", "time"]), st.text() | st.none()))
def test_a_name_with_braces_or_brackets_in_it_is_only_a_name(known: dict[str, str | None]) -> None:
    said = spoken([SENT], known)
    payee, time = known.get("payee") or "", known.get("time") or ""
    wanted = f"I sent {known.get('amount') or 'money'}"
    wanted += (f" to {payee}" if payee else "") + (f" at {time}" if time else "") + "."
    assert said == wanted


def test_a_field_inside_a_value_is_not_filled_in() -> None:
    assert spoken([SENT], {"payee": "{time}", "time": "[x]"}) == "I sent money to {time} at [x]."
    assert not re.search("None", spoken([SENT], {"payee": None, "time": None, "amount": None}))


KNOWN = {"emergency": "911", "bank_line": None, "child_report": None, "child_report_name": None}


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Call **{emergency}** at {time}.", "Call **911** at {time}."),  # the time waits for somebody else
        ("Then call your bank.[ Most answer on **{bank_line}**.]", "Then call your bank."),
        ("Go to **{child_report}**.", ""),
        ("[Tell {child_report_name}. ]Call {emergency}.", "Call 911."),
        ("Call {bank_line|your bank}.", "Call your bank."),
        ("No field at all.", "No field at all."),
    ],
)
def test_a_sentence_is_said_with_what_holds_in_a_place(sentence: str, said: str) -> None:
    assert placed(sentence, KNOWN) == said
    assert placed_rows([sentence, ""], KNOWN) == ((said,) if said else ())
