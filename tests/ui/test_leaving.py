# SPDX-License-Identifier: MIT
"""The ways out: every window gone within 200 ms, what is typed saved, the vault locked, then the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QPixmap, QPixmapCache
from PySide6.QtWidgets import QDialog

from tests.fakes.stopwatch import Stopwatch
from tests.ui.conftest import PASSPHRASE
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.widgets.copied import ShortCopy
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def window(opened: Context, shown: Callable[[QWidget], QWidget]) -> MainWindow:
    window = MainWindow(opened)
    window.go("steps")
    shown(window)
    return window


def test_hide_is_fast_saves_and_locks(opened: Context, window: MainWindow, qtbot: QtBot) -> None:
    leaving = Leaving(opened, window)
    dialog = QDialog(window)
    dialog.open()
    field = Field(opened, "ID", parent=window)
    Draft(opened.session, "identify.id", field, field)
    field.set_text("half a wo")
    with qtbot.waitSignals([leaving.began, leaving.left], timeout=20_000, order="strict"):
        with Stopwatch() as watch:
            leaving.hide()
        assert not window.isVisible()
        assert not dialog.isVisible()
    assert watch.spent_ms < 200  # Source: look.md, section 2: gone within 200 ms
    assert not opened.session.is_busy
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open(opened.folder, PASSPHRASE)
    kept: list[str] = []
    opened.session.run(lambda vault: vault.draft("identify.id"), owner=opened.session, then=kept.append)
    qtbot.waitUntil(lambda: kept == ["half a wo"])


def test_hide_while_it_opens_locks_it_all_the_same(opened: Context, window: MainWindow, qtbot: QtBot) -> None:
    session = opened.session
    with qtbot.waitSignal(session.locked):
        session.lock("lock")
    leaving = Leaving(opened, window)
    session.open(opened.folder, PASSPHRASE)
    assert session.is_busy
    with qtbot.waitSignal(leaving.left, timeout=20_000), qtbot.assertNotEmitted(session.opened):
        leaving.hide()
    assert not session.is_busy


def test_without_a_case_it_simply_ends(context: Context, qtbot: QtBot) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    leaving = Leaving(context, window)
    with qtbot.waitSignal(leaving.left):
        leaving.close()
    with qtbot.assertNotEmitted(leaving.left):
        leaving.close()


def test_lock_shows_that_it_is_locked(opened: Context, window: MainWindow, qtbot: QtBot) -> None:
    leaving = Leaving(opened, window)
    leaving.lock_when_left_alone()
    qtbot.waitUntil(lambda: type(window.page).__name__ == "LockPage")
    assert window.isVisible()
    assert window.page.note.words == opened.words("lock.idle")


@pytest.mark.parametrize("way", ["hide", "close", "lock"])
def test_what_was_copied_is_not_left_on_the_clipboard(
    opened: Context, window: MainWindow, qtbot: QtBot, way: str
) -> None:
    """The page that would have cleared it after half a minute is gone by then."""
    leaving = Leaving(opened, window)
    copied = ShortCopy(window.page)
    copied.copy("3fa9 own words")
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        getattr(leaving, way)()
    assert QGuiApplication.clipboard().text() == ""


def test_nobody_is_locked_out_while_on_the_phone(opened: Context, window: MainWindow, qtbot: QtBot) -> None:
    leaving = Leaving(opened, window)
    opened.phone.begin()
    with qtbot.assertNotEmitted(opened.session.locking):
        leaving.lock_when_left_alone()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        leaving.lock("suspend")  # that does all the same
    assert not opened.phone.is_on


def test_what_is_being_made_is_let_finish_when_nobody_is_here(
    opened: Context, window: MainWindow, qtbot: QtBot
) -> None:
    leaving = Leaving(opened, window)
    going = Progress(opened, words_key="safe.copy.going", parent=window.page)
    going.begin()
    with qtbot.assertNotEmitted(opened.session.locking):
        leaving.lock_when_left_alone()
    going.end()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        leaving.lock_when_left_alone()


def test_small_pictures_that_qt_keeps_go_with_the_lock(
    opened: Context, window: MainWindow, qtbot: QtBot
) -> None:
    leaving = Leaving(opened, window)
    seen = QPixmap(20, 20)
    QPixmapCache.insert("seen", seen)
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        leaving.lock()
    assert not QPixmapCache.find("seen", seen)


def test_it_leads_out_of_the_window_that_took_the_place_of_another(
    opened: Context, window: MainWindow, qtbot: QtBot, shown: Callable[[QWidget], QWidget]
) -> None:
    leaving = Leaving(opened, window)
    other = MainWindow(opened)
    shown(other)
    leaving.turn_to(opened, other)
    window.hide()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        leaving.lock()
    assert type(other.page).__name__ == "LockPage"
    assert not window.isVisible()
