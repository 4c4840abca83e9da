# SPDX-License-Identifier: MIT
"""Choosing a passphrase: suggested, judged, typed twice; never forbidden, never filled in twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from ui.widgets.passphrase_form import PassphraseForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> PassphraseForm:
    form = PassphraseForm(context)
    qtbot.addWidget(form)
    return form


def test_it_is_complete_when_both_are_the_same(form: PassphraseForm) -> None:
    heard: list[bool] = []
    form.completed.connect(heard.append)
    form.first.set_text("violet kettle")
    form.again.set_text("violet")
    assert not form.is_complete
    assert form.again.verdict.kind == "", "still being typed"
    form.again.set_text("violet x")
    assert form.again.verdict.kind == "hint"
    form.again.set_text("violet kettle")
    assert form.is_complete
    assert form.again.verdict.kind == "good"
    assert heard[-1]
    form.clear()
    assert not form.is_complete


def test_weak_is_said_and_not_forbidden(form: PassphraseForm, context: Context, qtbot: QtBot) -> None:
    form.first.set_text("password")
    form.again.set_text("password")
    qtbot.waitUntil(lambda: form.strength.words == context.words("passphrase.weak"), timeout=10_000)
    assert form.is_complete
    assert 0 < form.bar.share <= 0.25


def test_a_suggestion_is_shown_once_and_typed_again_by_hand(form: PassphraseForm, qtbot: QtBot) -> None:
    form.suggest.click()
    assert len(form.passphrase.split(" ")) == 4
    assert form.first.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert form.again.text == ""
    assert not form.is_complete
    qtbot.waitUntil(lambda: form.bar.share >= 0.75, timeout=10_000)


def test_enter_counts_only_when_complete(form: PassphraseForm, qtbot: QtBot) -> None:
    form.first.set_text("one two")
    with qtbot.assertNotEmitted(form.entered):
        form.again.entered.emit()
    form.again.set_text("one two")
    with qtbot.waitSignal(form.entered):
        form.again.entered.emit()


def test_tab_leads_from_field_to_field_so_that_what_was_typed_stays(
    form: PassphraseForm, qtbot: QtBot
) -> None:
    form.show()
    qtbot.keyClicks(form.first.edit, "violet kettle")
    after = form.first.edit.nextInFocusChain()
    while not (after.focusPolicy() & Qt.FocusPolicy.TabFocus and after.isVisible()):
        after = after.nextInFocusChain()
    assert after is form.again.edit
    qtbot.keyClicks(after, "violet kettle")
    assert form.first.text == "violet kettle"
    assert form.is_complete
