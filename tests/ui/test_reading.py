# SPDX-License-Identifier: MIT
"""The session owns what reads pictures: one for an open vault, gone with the lock, never slowing Hide."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import Cancelled, VaultLocked
from app.identify.values import Box
from tests.fakes.reader import FakeFound
from tests.fakes.stopwatch import Stopwatch
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.reading import OneReader, new_reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.fakes.reader import FakeReader
    from ui.context import Context

PICTURE = b"\x89PNG"


def test_without_an_open_vault_nothing_reads(context: Context) -> None:
    with pytest.raises(VaultLocked):
        context.session.reader()


def test_one_reader_for_an_open_vault_and_none_after_the_lock(
    opened: Context, reader: FakeReader, qtbot: QtBot
) -> None:
    assert opened.session.reader() is opened.session.reader()
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    assert reader.stops == 1
    with pytest.raises(VaultLocked):
        opened.session.reader()


def test_a_lock_without_any_reading_stops_nothing(opened: Context, reader: FakeReader, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    assert reader.stops == 0


def test_what_waits_for_a_worker_while_it_is_locked_reads_nothing(
    opened: Context, reader: FakeReader, qtbot: QtBot
) -> None:
    before = opened.session.reader()
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    with pytest.raises(Cancelled):
        before.find(PICTURE)
    with pytest.raises(Cancelled):
        before.read_box(PICTURE, Box(0, 0, 9, 9))
    assert reader.asked == []


def test_a_process_that_starts_in_the_moment_of_the_lock_is_stopped_too(reader: FakeReader) -> None:
    one = OneReader(reader)

    def locks_meanwhile(_picture: bytes, _wanted: str | None) -> FakeFound:
        one.stop()
        return FakeFound()

    reader.find = locks_meanwhile  # type: ignore[method-assign, assignment]
    one.find(PICTURE)
    assert reader.stops == 2


def test_the_quiet_one_is_another_and_is_stopped_by_itself(
    opened: Context, reader: FakeReader, quiet_reader: FakeReader, qtbot: QtBot
) -> None:
    quiet = opened.session.reader(is_quiet=True)
    assert quiet is opened.session.reader(is_quiet=True)
    assert quiet is not opened.session.reader()
    assert quiet.read_all(PICTURE) == ()
    assert (len(reader.asked), len(quiet_reader.asked)) == (0, 1)
    opened.session.stop_reading(is_quiet=True)
    qtbot.waitUntil(lambda: quiet_reader.stops == 1)
    with pytest.raises(Cancelled):
        quiet.read_all(PICTURE)
    assert reader.stops == 0


def test_the_lock_ends_both(
    opened: Context, reader: FakeReader, quiet_reader: FakeReader, qtbot: QtBot
) -> None:
    opened.session.reader()
    opened.session.reader(is_quiet=True)
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
    assert (reader.stops, quiet_reader.stops) == (1, 1)


def test_what_is_cancelled_is_stopped_beside_the_window(
    opened: Context, reader: FakeReader, qtbot: QtBot
) -> None:
    opened.session.stop_reading()
    opened.session.reader()
    opened.session.stop_reading()
    opened.session.stop_reading()
    qtbot.waitUntil(lambda: reader.stops == 1)


def test_hide_is_fast_while_a_picture_is_read_and_its_end_is_slow(
    opened: Context, reader: FakeReader, shown: Callable[[QWidget], QWidget], qtbot: QtBot
) -> None:
    ends = threading.Event()
    reader.gate = threading.Event()
    at_once, later = reader.stop, threading.Timer(0.6, ends.set)

    def slowly() -> None:
        if not later.ident:
            later.start()
        assert ends.wait(20)
        at_once()

    reader.stop = slowly  # type: ignore[method-assign]
    window = MainWindow(opened)
    shown(window)
    leaving = Leaving(opened, window)
    opened.background.run(lambda: opened.session.reader().find(PICTURE), owner=window)
    qtbot.waitUntil(lambda: bool(reader.asked))
    with qtbot.waitSignal(leaving.left, timeout=20_000):
        with Stopwatch() as watch:
            leaving.hide()
        assert not window.isVisible()
    assert watch.spent_ms < 200  # Source: look.md, section 2: gone within 200 ms
    assert ends.is_set()
    assert reader.stops > 0


def test_a_real_one_has_started_nothing_yet() -> None:
    reader = new_reader()
    reader.stop()
    reader.stop()
