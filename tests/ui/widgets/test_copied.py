# SPDX-License-Identifier: MIT
from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from ui.widgets.copied import CLEAR_AFTER_MS, NO_HISTORY, ShortCopy, clear_copied


def test_half_a_minute() -> None:
    assert CLEAR_AFTER_MS == 30_000


def test_the_clipboard_is_cleared_after_a_while(qapp, qtbot) -> None:
    owner = QObject()
    copied = ShortCopy(owner, after_ms=30)
    copied.copy("3fa9")
    assert QGuiApplication.clipboard().text() == "3fa9"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_since_stays(qapp) -> None:
    owner = QObject()
    copied = ShortCopy(owner)
    copied.copy("3fa9")
    QGuiApplication.clipboard().setText("something else")
    copied.clear()
    assert QGuiApplication.clipboard().text() == "something else"


def test_all_of_it_is_cleared_at_once_and_only_ours(qapp) -> None:
    owner, gone = QObject(), QObject()
    copied, lost = ShortCopy(owner), ShortCopy(gone)
    lost.copy("9d0e")
    shiboken6.delete(gone)
    copied.copy("3fa9")
    clear_copied()
    assert QGuiApplication.clipboard().text() == ""
    copied.copy("3fa9")
    QGuiApplication.clipboard().setText("something else")
    clear_copied()
    assert QGuiApplication.clipboard().text() == "something else"


def test_programs_that_keep_a_history_are_asked_not_to(qapp) -> None:
    owner = QObject()
    ShortCopy(owner).copy("3fa9")
    held = QGuiApplication.clipboard().mimeData()
    assert {kind: bytes(held.data(kind)) for kind in NO_HISTORY} == NO_HISTORY
    clear_copied()
