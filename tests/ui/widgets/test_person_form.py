# SPDX-License-Identifier: MIT
"""Each answer can be left out, and a slip is told kindly."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.model import CaseFacts, SafeContact, Under18
from ui.widgets.person_form import PersonForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

BARE = CaseFacts(Under18.NO, "England", initials="TJH")


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> PersonForm:
    form = PersonForm(context)
    qtbot.addWidget(form)
    return form


def test_nothing_typed_is_nothing_known(form: PersonForm) -> None:
    assert form.facts(BARE) == BARE


def test_answers_become_facts_and_come_back(form: PersonForm, context: Context, qtbot: QtBot) -> None:
    contact = SafeContact(how="text", number="07700 900456", voicemail_ok=False)
    full = replace(
        BARE, name="Tom Hale", call_me="Tom", age=22, home_force_area="North Yorkshire",
        own_words="It began.", contact=contact,
    )  # fmt: skip
    form.load(full)
    assert form.facts(BARE) == full


def test_what_is_typed_is_not_overwritten(form: PersonForm) -> None:
    form.call_me.set_text("T")
    form.load(replace(BARE, call_me="Tom"))
    assert form.facts(BARE).call_me == "T"


def test_an_odd_age_is_left_out_with_a_word(form: PersonForm) -> None:
    form.age.set_text("twenty")
    assert form.age.verdict.kind == "hint"
    assert form.facts(BARE).age is None
    form.age.set_text("20")
    assert form.age.verdict.kind == ""


def test_the_story_stays_where_it_is_not_asked_for(form: PersonForm) -> None:
    form.story.hide()
    assert form.facts(replace(BARE, own_words="kept")).own_words == "kept"
