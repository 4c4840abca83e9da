# SPDX-License-Identifier: MIT
"""A name is kept with the day it was seen; without one it is seen now."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.filling import ask
from ui.widgets.button import Button
from ui.widgets.name_form import NameForm, button_line

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def form(opened: Context, qtbot: QtBot) -> NameForm:
    form = NameForm(opened, drafts="people.a")
    qtbot.addWidget(form)
    return form


def test_there_is_nothing_to_keep_without_a_name(form: NameForm) -> None:
    assert not form.keep.isEnabled()
    form.name.set_text("  ")
    assert not form.keep.isEnabled()


def test_a_name_is_given_out_with_its_day(form: NameForm, qtbot: QtBot) -> None:
    form.name.set_text(" Kevin ")
    form.at.set_text("23 Nov 2026 21:40")
    with qtbot.waitSignal(form.name_kept) as heard:
        form.keep.click()
    assert heard.args == ["Kevin", datetime(2026, 11, 23, 21, 40, tzinfo=UTC)]


def test_without_a_day_it_is_seen_now(form: NameForm, opened: Context, qtbot: QtBot) -> None:
    form.name.set_text("Kevin")
    before = opened.clock.now().utc
    with qtbot.waitSignal(form.name_kept) as heard:
        form.keep.click()
    assert before < heard.args[1] < opened.clock.now().utc


def test_what_is_typed_comes_back_until_it_is_kept(form: NameForm, opened: Context, qtbot: QtBot) -> None:
    form.name.set_text("Kevin")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.a.name")) == "Kevin")
    again = NameForm(opened, drafts="people.a")
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.name.text == "Kevin")
    again.taken_up()
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("people.a.name")) == "")


def test_buttons_stand_in_a_line(opened: Context, qtbot: QtBot) -> None:
    box = QWidget()
    qtbot.addWidget(box)
    buttons = (Button(opened, "One", parent=box), Button(opened, "Two", parent=box))
    line = button_line(opened, buttons, box)
    assert [button.parent() for button in buttons] == [line, line]
