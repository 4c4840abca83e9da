# SPDX-License-Identifier: MIT
"""A call is kept as far as it is known; a length that is no number stays as typed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import Account, Answer, Call, Entry, EntryId, ExhibitId, Strength
from ui.widgets.call_form import CallForm, minutes_in

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 22, 22, 31, tzinfo=UTC)
THEIRS = Entry(EntryId("a"), Account("skype", "live:x", "id", Strength.STRONG), NOW, NOW, 1)
FULL = Call(
    NOW.replace(second=9), 254, EntryId("a"), is_video=True, recorded=Answer.YES, exhibit=ExhibitId("e"),
    is_about=True, note="she showed a page",
)  # fmt: skip


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> CallForm:
    form = CallForm(context)
    qtbot.addWidget(form)
    form.offer((THEIRS,))
    form.begin()
    return form


def test_nothing_typed_is_still_a_call(form: CallForm) -> None:
    assert form.call() == Call(None)


def test_what_is_typed_is_kept(form: CallForm) -> None:
    form.started.set_text("22 Nov 2026 22:31")
    form.about.click()
    form.minutes.set_text("4 min")
    form.kind.chips["video"].click()
    form.recorded.chips["yes"].click()
    form.account.chips["a"].click()
    assert form.call() == Call(NOW, 240, EntryId("a"), True, Answer.YES, None, True)


def test_a_change_keeps_all_that_is_known(form: CallForm) -> None:
    form.change(Entry(EntryId("c"), FULL, NOW, NOW, 1))
    assert form.call() == FULL


def test_a_length_that_is_no_number_is_kept_as_typed(form: CallForm, context: Context) -> None:
    form.minutes.set_text("not long")
    assert form.minutes.verdict.title.words == context.words("said.call.minutes.odd")
    call = form.call()
    assert (call.duration_s, call.note) == (None, "not long")
    form.change(Entry(EntryId("c"), call, NOW, NOW, 1))
    assert form.call() == call
    form.minutes.set_text("5")
    assert (form.call().duration_s, form.call().note) == (300, None)


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("12", 12), (" 12 min ", 12), ("90 minutes", 90), ("0", 0), ("1440", 1440), ("1441", None),
        ("-5", None), ("an hour", None), ("", None), ("9" * 10_000, None), ("1\u202e2", None),
    ],
)  # fmt: skip
def test_minutes_are_read_as_people_type_them(typed: str, minutes: int | None) -> None:
    assert minutes_in(typed) == minutes


@given(st.text(max_size=50))
def test_nothing_typed_breaks_the_reading_of_minutes(text: str) -> None:
    minutes = minutes_in(text)
    assert minutes is None or 0 <= minutes <= 1440


def test_not_now_keeps_what_is_typed(form: CallForm, qtbot: QtBot) -> None:
    form.minutes.set_text("7")
    with qtbot.waitSignal(form.cancelled):
        form.cancel.click()
    form.begin()
    assert form.minutes.text == "7"


def test_without_accounts_none_is_asked_for(form: CallForm) -> None:
    assert form.account.isVisibleTo(form)
    form.offer(())
    assert not form.account.isVisibleTo(form)
