# SPDX-License-Identifier: MIT
"""The form of a payment with its buttons."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Entry, EntryId, Payment
from tests.ui.filling import ask
from ui.widgets.payment_editor import PaymentEditor
from ui.widgets.payment_more import Offers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
ENTRY = Entry(EntryId("p"), Payment("cash", 100, "GBP", NOW), NOW, NOW, 1)


@pytest.fixture
def editor(context: Context, qtbot: QtBot) -> PaymentEditor:
    editor = PaymentEditor(context)
    qtbot.addWidget(editor)
    return editor


def test_a_new_payment_has_nothing_to_keep_until_something_is_said(
    editor: PaymentEditor, qtbot: QtBot
) -> None:
    editor.open(None, Offers())
    assert editor.form is not None
    assert (editor.keep.isHidden(), editor.back.isHidden()) == (True, True)
    editor.form.method.chips["cash"].click()
    assert not editor.keep.isHidden()
    with qtbot.waitSignal(editor.filled) as heard:
        editor.keep.click()
    entry, fact = heard.args
    assert (entry, fact.method) == (None, "cash")


def test_a_kept_payment_can_be_changed_and_taken_back(editor: PaymentEditor, qtbot: QtBot) -> None:
    editor.open(ENTRY, Offers())
    with qtbot.waitSignal(editor.filled) as heard:
        editor.keep.click()
    assert heard.args == [ENTRY, ENTRY.fact]
    with qtbot.waitSignal(editor.back_wanted) as heard:
        editor.back.click()
    assert heard.args == [ENTRY]


def test_what_is_left_waits_as_a_draft_of_its_own_payment(opened: Context, qtbot: QtBot) -> None:
    editor = PaymentEditor(opened)
    qtbot.addWidget(editor)
    editor.open(ENTRY, Offers())
    assert editor.form is not None
    editor.form.amount.set_text("300")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("pay.p.amount")) == "300")
    editor.close_form()
    editor.open(None, Offers())
    assert editor.form.amount.text == ""
    editor.open(ENTRY, Offers())
    qtbot.waitUntil(lambda: editor.form is not None and editor.form.amount.text == "300")
    editor.kept()
    assert not editor.is_open
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("pay.p.amount")) == "")


def test_a_form_made_in_a_narrow_window_is_narrow(editor: PaymentEditor) -> None:
    editor.set_narrow(True)
    editor.open(ENTRY, Offers())
    assert editor.form is not None
    assert editor.form.steps.figure.isHidden()
