# SPDX-License-Identifier: MIT
"""Waiting shows a figure and Cancel; the job hears it from its own thread."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from ui.widgets.progress import Bar, Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_a_job_moves_it_from_its_thread(context: Context, qtbot: QtBot) -> None:
    progress = Progress(context, words_key="lock.opening")
    qtbot.addWidget(progress)
    assert progress.isHidden()
    progress.begin()
    thread = threading.Thread(target=lambda: progress.moved.emit(0.42))
    thread.start()
    qtbot.waitUntil(lambda: "42 %" in progress.words.words)
    thread.join()
    assert progress.bar.share == 0.42
    progress.end()
    assert progress.isHidden()


def test_cancel_reaches_the_job_once(context: Context, qtbot: QtBot) -> None:
    progress = Progress(context, words_key="lock.opening")
    qtbot.addWidget(progress)
    progress.begin()
    first = progress.cancelled
    with qtbot.waitSignal(progress.cancel_pressed):
        progress.cancel.click()
    assert first.is_set()
    assert not progress.cancel.isEnabled()
    progress.begin()
    assert not progress.cancelled.is_set()


def test_a_bar_is_full_from_the_side_where_reading_starts(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    bar = Bar(context, width_px=100)
    bar.set_share(0.5)
    shown(bar)
    picture = bar.grab().toImage()
    good, track = context.theme.colour("good").rgb(), context.theme.colour("track").rgb()
    assert picture.pixelColor(25, 4).rgb() == good
    assert picture.pixelColor(75, 4).rgb() == track
    bar.set_share(7)
    assert bar.share == 1.0
