# SPDX-License-Identifier: MIT
"""Fields: label as name, secrets hidden until asked, verdict below, nothing changed of what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.widgets.field import Field, TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_what_is_typed_is_kept_as_typed(context: Context, qtbot: QtBot) -> None:
    field = Field(context, "Their **ID**", is_mono=True)
    qtbot.addWidget(field)
    heard: list[str] = []
    field.changed.connect(heard.append)
    QTest.keyClicks(field.edit, "  live:.cid.0O ")
    assert field.text == "  live:.cid.0O "
    assert heard[-1] == field.text
    assert field.edit.accessibleName() == "Their ID"


def test_a_paste_is_told_from_the_same_text_typed(context: Context, qtbot: QtBot) -> None:
    field = Field(context, "ID")
    qtbot.addWidget(field)
    QGuiApplication.clipboard().setText("live:abc")
    QTest.keyClicks(field.edit, "live:abc")
    assert not field.has_pasted
    field.edit.selectAll()
    field.edit.paste()
    assert field.has_pasted
    QTest.keyClick(field.edit, Qt.Key.Key_Backspace)
    assert not field.has_pasted
    field.edit.paste()
    assert field.text == "live:ablive:abc"
    assert not field.has_pasted


def test_of_a_secret_no_second_copy_is_kept(context: Context, qtbot: QtBot) -> None:
    field = Field(context, "Passphrase", is_secret=True)
    qtbot.addWidget(field)
    QTest.keyClicks(field.edit, "violet")
    assert "violet" not in [value for value in vars(field).values() if isinstance(value, str)]


def test_a_secret_is_dots_until_shown(context: Context, qtbot: QtBot) -> None:
    field = Field(context, "Passphrase", is_secret=True)
    qtbot.addWidget(field)
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password
    field.show_text.click()
    assert field.edit.echoMode() == QLineEdit.EchoMode.Normal
    assert field.show_text.text() == context.words("passphrase.hide")
    field.show_text.click()
    assert field.edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_box_shows_the_focus_and_keeps_its_size(
    context: Context, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    field = Field(context, "Name")
    shown(field)
    height = field.box.height()
    field.setFocus()
    qtbot.waitUntil(field.edit.hasFocus)
    assert field.box.property("has_focus") is True
    assert field.box.height() == height >= 44


def test_enter_is_heard_and_clear_takes_the_verdict_back(context: Context, qtbot: QtBot) -> None:
    field = Field(context, "Name", hint="As it stands there")
    qtbot.addWidget(field)
    field.set_text("x")
    field.verdict.say("hint", "Look once more")
    with qtbot.waitSignal(field.entered):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    field.clear()
    assert field.text == ""
    assert field.verdict.kind == ""
    field.set_label("Another")
    assert field.edit.accessibleName() == "Another"


def test_a_button_in_the_field(context: Context, qtbot: QtBot) -> None:
    field = Field(context, "Name")
    qtbot.addWidget(field)
    button = field.add_button("Paste again")
    assert button.role == "in_field"
    assert button.parentWidget() is field.box


def test_several_lines_leave_by_tab(context: Context, qtbot: QtBot) -> None:
    field = TextField(context, "In your own words", hint="No need to be neat", lines=3)
    qtbot.addWidget(field)
    heard: list[str] = []
    field.changed.connect(heard.append)
    field.set_text("one\ntwo")
    assert field.text == heard[-1] == "one\ntwo"
    assert field.edit.tabChangesFocus()
    field.clear()
    assert field.text == ""
