# SPDX-License-Identifier: MIT
"""What came of the call is kept at once, and what belongs to it is added."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Entry, EntryId, Payment
from ui.widgets.outcome_form import Outcome, OutcomeForm, answered

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
PAID = Payment("western_union", 1, "GBP", NOW, collected=Answer.NO, checked_at=NOW)
ENTRY = Entry(EntryId("p"), PAID, NOW, NOW, 1)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> OutcomeForm:
    form = OutcomeForm(context)
    qtbot.addWidget(form)
    return form


def test_stopped_is_known_from_now_and_they_are_told() -> None:
    fact = answered(PAID, Outcome.STOPPED, NOW)
    assert (fact.stopped_at, fact.provider_told, fact.provider_told_at) == (NOW, True, NOW)
    bank = answered(replace(PAID, method="bank_transfer"), Outcome.STOPPED, NOW)
    assert (bank.bank_told, bank.provider_told) == (True, None)


def test_too_late_is_collected_as_checked_now() -> None:
    fact = answered(PAID, Outcome.LATE, NOW)
    assert (fact.collected, fact.checked_at, fact.stopped_at) == (Answer.YES, NOW, None)


def test_late_asks_when_and_where_and_says_that_it_still_helps(form: OutcomeForm, context: Context) -> None:
    form.ask(Outcome.LATE, ENTRY, ENTRY)
    assert form.note.words == context.words("payments.outcome.late.note")
    form.collected_at.set_text("23 Nov 2026 22:05")
    form.collected_where.set_text("Abidjan, Plateau")
    fact = form.payment(NOW)
    assert fact is not None
    assert (fact.collected_at, fact.collected_where) == (
        datetime(2026, 11, 23, 22, 5, tzinfo=UTC),
        "Abidjan, Plateau",
    )


def test_the_time_of_the_answer_stays_when_more_is_added_later(form: OutcomeForm) -> None:
    after = replace(ENTRY, fact=answered(PAID, Outcome.STOPPED, NOW))
    form.ask(Outcome.STOPPED, after, ENTRY)
    fact = form.payment(NOW.replace(hour=9))
    assert fact is not None
    assert (fact.provider_told_at, fact.stopped_at) == (NOW, NOW)


def test_of_a_transfer_it_is_said_that_it_was_too_late(form: OutcomeForm) -> None:
    form.ask(Outcome.LATE, replace(ENTRY, fact=replace(PAID, method="bank_transfer")), ENTRY)
    assert form.title.words == "It was too late"
    assert "account" in form.note.words


def test_reference_name_and_time_are_kept(form: OutcomeForm, qtbot: QtBot) -> None:
    form.ask(Outcome.SAID, ENTRY, None)
    assert form.collected_where.isHidden()
    form.reference.set_text("WU-77")
    form.name.set_text("Anna")
    form.at.set_text("24 Nov 2026 02:10")
    with qtbot.waitSignal(form.filled) as heard:
        form.keep.click()
    entry, fact = heard.args
    assert entry == ENTRY
    assert (fact.provider_reference, fact.provider_told_at) == (
        "WU-77",
        datetime(2026, 11, 24, 2, 10, tzinfo=UTC),
    )
    assert fact.note == "24 Nov 2026, 02:10: spoke to Anna, Western Union."


def test_the_bank_can_be_the_one_who_said_it(form: OutcomeForm) -> None:
    form.ask(Outcome.SAID, ENTRY, None)
    form.who.chips["bank"].click()
    form.reference.set_text("B-1")
    fact = form.payment(NOW)
    assert fact is not None
    assert (fact.bank_told, fact.bank_reference, fact.provider_told) == (True, "B-1", None)


def test_a_bank_transfer_asks_nobody_else(form: OutcomeForm) -> None:
    entry = replace(ENTRY, fact=replace(PAID, method="bank_transfer"))
    form.ask(Outcome.SAID, entry, None)
    assert form.who.isHidden()
    fact = form.payment(NOW)
    assert fact is not None
    assert fact.bank_told


def test_a_time_that_cannot_be_read_is_kept_as_typed(form: OutcomeForm) -> None:
    form.ask(Outcome.LATE, ENTRY, ENTRY)
    form.collected_at.set_text("some time last night")
    fact = form.payment(NOW)
    assert fact is not None
    assert fact.note == "some time last night"


def test_a_slip_can_be_taken_back_only_if_something_was_kept(form: OutcomeForm, qtbot: QtBot) -> None:
    form.ask(Outcome.SAID, ENTRY, None)
    assert form.undo.isHidden()
    form.ask(Outcome.STOPPED, ENTRY, ENTRY)
    with qtbot.waitSignal(form.taken_back) as heard:
        form.undo.click()
    assert heard.args == [ENTRY]


def test_not_now_leaves_nothing_behind(form: OutcomeForm, qtbot: QtBot) -> None:
    form.ask(Outcome.SAID, ENTRY, None)
    form.name.set_text("Anna")
    with qtbot.waitSignal(form.left):
        form.skip.click()
    assert (form.entry, form.name.text, form.isHidden()) == (None, "", True)
    assert form.payment(NOW) is None
