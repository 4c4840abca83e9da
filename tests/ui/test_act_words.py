# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.custody.acts import GROUPS, Act, Group, acts_of
from app.custody.log import RECORD_TYPES
from app.model import Copy, CopyKind, CopyState
from tests.app.custody.test_acts import log
from ui.act_words import PAGES, ActWords
from ui.routes import ROUTES

AT = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
ACT = Act(7, 9, AT, "Europe/London", "acquisition.create", Group.PICTURES, "a", "x", "TJH/4")
HANDED = Copy("c", CopyKind.PACKAGE, 1, 1, AT, None, None, CopyState.HANDED_OVER, AT, "PC Ada\u202e Lovelace")


@pytest.fixture
def said(context) -> ActWords:
    return ActWords(context)


@pytest.mark.parametrize("kind", sorted(RECORD_TYPES))
def test_every_kind_of_record_has_words_of_its_own(said, words, kind) -> None:
    for data in ({}, {"n": 2, "count": 2, "kind": "passphrase", "checked": 1}, {"kind": "joined_picture"}):
        for act in acts_of(log((kind, "o", data))).acts:
            assert said.what(act)
            if kind not in {"derivative.create", "key.create"} or data.get("kind"):
                known = {"derivative.create": "joined_picture", "key.create": "passphrase"}
                if known.get(kind, data.get("kind")) == data.get("kind"):
                    assert said.what(act) != words("happened.act.other")


def test_time_and_day_are_those_of_the_clock_there_and_then(said) -> None:
    assert said.time(ACT) == "00:30"
    assert said.local(ACT).day == 2
    assert said.time(replace(ACT, zone="Nowhere/Atall")) == "23:30"


def test_numbers_in_the_log_are_said_as_one_or_from_to(said) -> None:
    assert said.number(ACT) == "No. 7\u20139"
    assert said.number(replace(ACT, last=7)) == "No. 7"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({}, "You took a picture: TJH/4."),
        ({"ref": ""}, "You took a picture."),
        ({"what": "acquisition.run", "count": 3}, "You took a conversation, TJH/4. It has 3 pictures."),
        ({"what": "acquisition.run", "count": 1}, "You took a conversation, TJH/4. It has 1 picture."),
        ({"what": "payment.revise", "n": 2}, "You changed a payment you had noted (change 2)."),
        ({"what": "integrity.check", "n": 1}, "1 picture was checked. It is as it was taken."),
        ({"what": "print.create", "n": 0}, "You printed pages."),
        (
            {"what": "clock.jump.back", "n": 5400},
            "The clock of this computer was moved back, by 90 minutes.",
        ),
        ({"what": "key.create.other"}, "Something else was noted."),
    ],
)
def test_an_act_is_said_in_plain_words(said, changed, sentence) -> None:
    assert said.what(replace(ACT, **changed)) == sentence


def test_a_copy_is_named_by_its_kind_and_who_took_it(said) -> None:
    made = replace(ACT, what="export.create", obj="c", n=2)
    assert said.what(made) == "A copy was made for someone else: version 2."
    said.copies = {"c": HANDED}
    assert said.what(made) == "The package for the officer was made: version 2."
    said.copies = {"c": replace(HANDED, kind=CopyKind.EMAIL)}
    assert said.what(made) == "A locked copy of the report was made for e-mail."
    said.copies = {"c": HANDED}
    handed = replace(ACT, what="handover", obj="c")
    assert said.what(handed) == "You handed a copy over. You wrote: PC Ada[U+202E] Lovelace"
    assert said.what(replace(handed, obj="d")) == "You handed a copy over."


def test_it_leads_to_the_picture_or_to_the_page_that_keeps_it(said) -> None:
    assert said.leads_to(ACT) == ("exhibit", "x")
    assert said.where(ACT) == "Open TJH/4"
    noted = replace(ACT, exhibit=None, what="payment.add", group=Group.FACTS)
    assert said.leads_to(noted) == ("payments", None)
    assert said.where(noted) == "See"
    opened = replace(noted, what="vault.unlock")
    assert said.leads_to(opened) is None
    assert said.where(opened) == ""


def test_a_screen_reader_says_all_of_it(said) -> None:
    helped = replace(ACT, is_helper=True)
    assert said.spoken(helped) == (
        "You took a picture: TJH/4. Done by someone who helps you. 00:30. No. 7\u20139. Open TJH/4"
    )


def test_every_page_it_leads_to_exists_and_every_group_has_a_switch(words) -> None:
    assert set(PAGES.values()) <= ROUTES.keys()
    assert {kind.partition(".")[0] for kind in RECORD_TYPES} >= set(GROUPS)
    assert all(words(f"happened.filter.{group.value}") for group in Group)


def test_copies_on_which_parts_are_covered_are_one_act_with_their_number(said) -> None:
    one = {"kind": "redacted", "ref": "TJH/4"}
    acts = acts_of(log(("derivative.create", "a", one), ("derivative.create", "b", one))).acts
    (act,) = (act for act in acts if act.what == "derivative.create.redacted")
    assert "on 2 copies" in said.what(act)
    (alone,) = acts_of(log(("derivative.create", "a", one))).acts
    assert "on a copy" in said.what(alone)
