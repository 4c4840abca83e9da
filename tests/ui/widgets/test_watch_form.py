# SPDX-License-Identifier: MIT
"""One form for everything that is watched: it asks for what belongs to its kind and keeps nothing empty."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import CaseFacts, Entry, EntryId, Place, PlaceKind, ReportKind, ReportMade, Under18
from ui.noting import CASE, REPORT
from ui.widgets.watch_form import WatchForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
ADULT = CaseFacts(Under18.NO, "England")


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> WatchForm:
    form = WatchForm(context)
    qtbot.addWidget(form)
    return form


def test_it_is_hidden_until_it_is_asked_for(form: WatchForm) -> None:
    assert form.isHidden()
    form.begin(ADULT, PlaceKind.ACCOUNT.value)
    assert not form.isHidden()


def test_nothing_empty_is_kept(form: WatchForm, qtbot: QtBot) -> None:
    form.begin(ADULT, PlaceKind.ACCOUNT.value)
    with qtbot.assertNotEmitted(form.kept):
        form.keep.click()
    form.kinds.chips[REPORT].click()
    with qtbot.assertNotEmitted(form.kept):
        form.keep.click()


def test_a_new_place_has_no_entry_yet(form: WatchForm, qtbot: QtBot) -> None:
    form.begin(ADULT, PlaceKind.LINK.value)
    form.place.url.set_text("https://x.com/1")
    with qtbot.waitSignal(form.kept) as kept:
        form.keep.click()
    assert kept.args[0] is None
    assert kept.args[1].kind is PlaceKind.LINK


def test_a_step_asks_for_one_kind_alone(form: WatchForm) -> None:
    form.begin(ADULT, REPORT, ReportKind.POLICE, is_fixed=True)
    assert form.kinds.isHidden()
    assert form.report.kind is ReportKind.POLICE


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_under_18_no_case_is_stopncii(form: WatchForm, answer: Under18) -> None:
    form.begin(CaseFacts(answer, "England"), CASE)
    assert "stopncii" not in form.report.to.chips


def test_a_change_revises_the_same_entry(form: WatchForm, qtbot: QtBot) -> None:
    entry = Entry(EntryId("r"), ReportMade("StopNCII", "7", None, kind=ReportKind.STOPNCII), NOW, NOW, 1)
    form.change(entry, ADULT)
    form.report.reference.set_text("8")
    with qtbot.waitSignal(form.kept) as kept:
        form.keep.click()
    assert (kept.args[0], kept.args[1].reference) == ("r", "8")


def test_what_was_changed_is_not_what_is_added_next(form: WatchForm, qtbot: QtBot) -> None:
    form.change(Entry(EntryId("p"), Place(PlaceKind.ACCOUNT, "My Instagram"), NOW, NOW, 1), ADULT)
    form.begin(ADULT, PlaceKind.ACCOUNT.value)
    assert form.place.is_empty
    form.place.name.set_text("My Facebook")
    with qtbot.waitSignal(form.kept) as kept:
        form.keep.click()
    assert kept.args[0] is None


def test_not_now_keeps_what_is_typed_for_the_next_time(form: WatchForm, qtbot: QtBot) -> None:
    form.begin(ADULT, PlaceKind.ACCOUNT.value)
    form.place.name.set_text("My Insta")
    with qtbot.waitSignal(form.cancelled):
        form.cancel.click()
    form.begin(ADULT, PlaceKind.ACCOUNT.value)
    assert form.place.name.text == "My Insta"
