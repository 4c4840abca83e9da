# SPDX-License-Identifier: MIT
"""Another look: a new window on the same open case, with the same page, and nothing lost or left behind."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app import paths, settings
from app.settings import Settings
from ui.application import Started
from ui.main_window import MainWindow
from ui.widgets.draft import Draft
from ui.widgets.field import Field

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.context import Context
    from ui.theme import Theme


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.toml"
    monkeypatch.setattr(paths, "settings_file", lambda: path)
    return path


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication, theme: Theme) -> Iterator[None]:
    """The other tests find the theme they were given."""
    yield
    theme.apply(qapp, with_fonts=False)


def start(context: Context, qapp: QApplication, qtbot: QtBot, page: str) -> Started:
    started = Started(qapp, context)
    started.leaving.left.disconnect(qapp.quit)
    started.window.go(page)
    with qtbot.waitExposed(started.window):
        started.window.show()
    started.watch()
    return started


def change(started: Started, file: Path, qtbot: QtBot, **values: object) -> MainWindow:
    """Choose something else, and return the window that came of it."""
    before = started.window
    settings.save(file, replace(started.context.settings, **values))
    started.window.go("new_look")
    qtbot.waitUntil(lambda: started.window is not before)
    return started.window


def windows() -> set[MainWindow]:
    return {one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)}


def end(started: Started, qtbot: QtBot) -> None:
    started.leaving.close()
    qtbot.waitUntil(lambda: not started.context.session.is_busy)
    started.window.deleteLater()


def test_the_case_stays_open_and_the_page_is_the_same(
    opened: Context, qapp: QApplication, qtbot: QtBot, file: Path
) -> None:
    started = start(opened, qapp, qtbot, "help")
    old = started.window
    old.move(QPoint(40, 30))
    old.resize(900, 640)
    size = old.size()
    field = Field(opened, "ID", parent=old.page)
    Draft(opened.session, "identify.id", field, field)
    field.set_text("half a wo")  # and no pause after it
    new = change(started, file, qtbot, theme="dark", text_percent=150)
    assert (type(new.page).__name__, new.size(), new.pos()) == ("HelpPage", size, QPoint(40, 30))
    assert new.isVisible()
    assert opened.session.is_open
    assert (started.context.theme.scheme, started.context.theme.text_percent) == ("dark", 150)
    assert new.shell.stack.count() == 1
    kept: list[str] = []
    opened.session.run(lambda vault: vault.draft("identify.id"), owner=new, then=kept.append)
    qtbot.waitUntil(lambda: kept == ["half a wo"])
    qtbot.waitUntil(lambda: not isValid(old))
    end(started, qtbot)


def test_hide_lock_and_failures_lead_to_the_new_window(
    opened: Context, qapp: QApplication, qtbot: QtBot, file: Path
) -> None:
    started = start(opened, qapp, qtbot, "help")
    new = change(started, file, qtbot, theme="contrast")
    opened.background.failed.emit(ValueError("x"))
    assert started.messages.dialog is not None
    assert started.messages.dialog.parentWidget() is new
    started.messages.dialog.accept()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        new.go("lock_now")
    assert type(new.page).__name__ == "LockPage"
    with qtbot.waitSignal(started.leaving.left):
        started.watching.guard.hide_asked.emit()
    assert not any(one.isVisible() for one in QApplication.topLevelWidgets())
    end(started, qtbot)


def test_it_works_while_locked_and_before_there_is_a_case(
    context: Context, qapp: QApplication, qtbot: QtBot, file: Path
) -> None:
    started = start(context, qapp, qtbot, "welcome")
    assert type(change(started, file, qtbot, theme="dark").page).__name__ == "WelcomePage"
    context.folder.mkdir()
    started.window.go("lock")
    assert type(change(started, file, qtbot, text_percent=200).page).__name__ == "LockPage"
    end(started, qtbot)


def test_what_does_not_change_the_look_makes_no_window(
    opened: Context, qapp: QApplication, qtbot: QtBot, file: Path
) -> None:
    started = start(opened, qapp, qtbot, "help")
    window = started.window
    settings.save(file, replace(opened.settings, idle_minutes=1, wait_seconds=5))
    window.go("new_look")
    qtbot.waitUntil(lambda: started.watching.guard._idle_ns == 60 * 1_000_000_000)
    assert started.window is window
    end(started, qtbot)


def test_no_window_is_left_behind(opened: Context, qapp: QApplication, qtbot: QtBot, file: Path) -> None:
    started = start(opened, qapp, qtbot, "steps")
    others = windows() - {started.window}
    gone: list[weakref.ref[MainWindow]] = []
    for place in range(6):
        gone.append(weakref.ref(started.window))
        change(started, file, qtbot, theme=("dark", "light")[place % 2])
    qtbot.waitUntil(lambda: gc.collect() >= 0 and all(one() is None for one in gone))
    assert windows() - others == {started.window}
    end(started, qtbot)


def test_the_default_is_what_a_first_start_has() -> None:
    assert Settings().idle_minutes == 5  # Source: issue, "lock on idle (default 5 min)"
