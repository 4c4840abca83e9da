# SPDX-License-Identifier: MIT
"""Their words stay letter for letter; all that is known of them is kept; nothing typed is overwritten."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Contact, Demand, Entry, EntryId, ExhibitId, Rect, Strength
from ui.widgets.said_form import SaidForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
THEIRS = Entry(EntryId("a"), Account("skype", "live:x", "id", Strength.STRONG), NOW, NOW, 1)
OWN = Entry(EntryId("o"), Account("skype", "live:me", "id", Strength.STRONG, is_own=True), NOW, NOW, 1)
SISTER = Entry(EntryId("c"), Contact("Ellie"), NOW, NOW, 1)
FULL = Demand(
    "money", "envoie 500", NOW.replace(second=7), account=EntryId("a"), exhibit=ExhibitId("e"),
    deadline_at=NOW, rect=Rect(1, 2, 30, 40), language="French", translation="send 500",
    amount_minor=50_000, currency="EUR", pay_by="Western Union", pay_to="J.-P.", whom="ta soeur",
    contacts=(EntryId("c"),),
)  # fmt: skip


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> SaidForm:
    form = SaidForm(context)
    qtbot.addWidget(form)
    form.offer((), (THEIRS, OWN), (SISTER,))
    form.begin()
    return form


@pytest.mark.parametrize(
    "text",
    [
        "i have  all\nyour family",
        "<b>pay</b> **now**",
        "\u202epay\u202c",
        "\u0645\u0631\u062d\u0628\u0627",
        "x" * 10_000,
    ],
)
def test_words_are_kept_letter_for_letter(form: SaidForm, text: str) -> None:
    form.words.set_text(text)
    assert form.demand() == Demand("threat", text, None)


def test_nothing_is_kept_without_words(form: SaidForm, qtbot: QtBot) -> None:
    form.at.set_text("yesterday 9pm")
    with qtbot.assertNotEmitted(form.kept):
        form.keep.click()


def test_a_change_keeps_all_that_is_known(form: SaidForm, qtbot: QtBot) -> None:
    form.change(Entry(EntryId("d"), FULL, NOW, NOW, 1))
    with qtbot.waitSignal(form.kept) as kept:
        form.keep.click()
    assert kept.args == ["d", FULL]


def test_only_their_accounts_are_offered(form: SaidForm) -> None:
    assert list(form.account.chips) == ["", "a"]


def test_money_is_asked_for_only_where_it_is_wanted(form: SaidForm) -> None:
    form.kind.chips["threat"].click()
    assert not form.amount.isVisibleTo(form)
    assert not form.pay_to.isVisibleTo(form)
    form.kind.chips["money"].click()
    assert form.amount.isVisibleTo(form)
    form.words.set_text("send 500")
    form.amount.set_text("£500")
    form.pay_to.set_text("J.-P.")
    demand = form.demand()
    assert (demand.amount_minor, demand.currency, demand.pay_to) == (50_000, "GBP", "J.-P.")


def test_a_sum_that_cannot_be_counted_is_kept_as_typed(form: SaidForm) -> None:
    form.kind.chips["money"].click()
    form.words.set_text("send it all")
    form.amount.set_text("everything you have")
    form.pay_by.set_text("gift cards")
    demand = form.demand()
    assert (demand.amount_minor, demand.pay_by) == (None, "everything you have; gift cards")


def test_another_language_keeps_both(form: SaidForm) -> None:
    form.words.set_text("envoie 500")
    assert not form.means.isVisibleTo(form)
    form.foreign.click()
    form.language.set_text("French")
    form.means.set_text("Send 500.")
    demand = form.demand()
    assert (demand.words, demand.language, demand.translation) == ("envoie 500", "French", "Send 500.")


def test_whom_they_would_tell_is_words_and_ticks(form: SaidForm) -> None:
    form.words.set_text("i tell your sister")
    form.whom.set_text("your sister")
    form.contacts.chips["c"].click()
    assert (form.demand().whom, form.demand().contacts) == ("your sister", ("c",))


def test_the_deadline_is_a_day_and_a_time_never_a_countdown(form: SaidForm) -> None:
    form.words.set_text("you have until 6pm tomorrow")
    form.deadline.set_text("tomorrow 6pm")
    assert form.demand().deadline_at == datetime(2026, 11, 25, 18, tzinfo=UTC)
    assert form.deadline.verdict.title.words == "Wednesday 25 November 2026, 18:00"


def test_what_is_read_fills_an_empty_field(form: SaidForm) -> None:
    form.cut.read.emit("send 500")
    assert form.words.text == "send 500"
    form.cut.read.emit("send 5000")  # a larger box, and nothing was typed since
    assert form.words.text == "send 5000"


def test_what_was_typed_is_never_overwritten_unasked(form: SaidForm, context: Context) -> None:
    form.words.set_text("my own reading")
    form.cut.read.emit("send 500")
    assert form.words.text == "my own reading"
    assert form.words.verdict.title.words == context.words("said.form.read.whole")
    form.replace_words.click()
    assert form.words.text == "send 500"
    assert form.replace_words.isHidden()


def test_not_now_keeps_what_is_typed_for_the_next_time(form: SaidForm, qtbot: QtBot) -> None:
    form.words.set_text("send 500")
    with qtbot.waitSignal(form.cancelled):
        form.cancel.click()
    form.begin()
    assert form.words.text == "send 500"


def test_new_words_do_not_start_from_changed_ones(form: SaidForm) -> None:
    form.change(Entry(EntryId("d"), FULL, NOW, NOW, 1))
    form.begin()
    assert form.words.text == ""
    assert not form.foreign.isChecked()


def test_a_new_account_is_offered_and_the_choice_stays(form: SaidForm) -> None:
    form.account.set_on(("a",))
    another = Entry(EntryId("b"), Account("kik", "amy", "id", Strength.MEDIUM), NOW, NOW, 1)
    form.offer((), (THEIRS, another), (SISTER,))
    assert list(form.account.chips) == ["", "a", "b"]
    assert form.account.on == ("a",)


def test_changing_kept_words_loses_no_new_ones(opened: Context, qtbot: QtBot) -> None:
    form = SaidForm(opened)
    qtbot.addWidget(form)
    form.begin()
    form.words.set_text("new and not kept")
    form.change(Entry(EntryId("d"), FULL, NOW, NOW, 1))
    assert form.words.text == FULL.words
    form.clear()
    form.begin()
    qtbot.waitUntil(lambda: form.words.text == "new and not kept")
