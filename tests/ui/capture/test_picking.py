# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication

from app.capture.models import Window
from app.errors import CaptureUnsupported
from app.model import Rect
from tests.fakes.backend import FakeBackend
from ui.capture.picking import AreaPicking, WindowPicking

CHAT = Window(2, "Chat", "chat", 20, Rect(100, 100, 200, 200))
MAIL = Window(1, "Mail", "mail", 10, Rect(0, 0, 50, 50))


@pytest.fixture
def owner(qapp):
    return QObject()


def test_the_windows_are_offered_topmost_first(context, qtbot, owner) -> None:
    with_windows = replace(context, make_backend=lambda: FakeBackend(standing=(MAIL, CHAT)))
    picking = WindowPicking(with_windows, lambda: QRect(300, 0, 100, 40), owner)
    picking.start()
    qtbot.waitUntil(picking.picker.isVisible)
    assert picking.picker._windows == (CHAT, MAIL)
    picking.stop()
    assert not picking.is_on


def test_a_list_that_comes_too_late_starts_nothing(context, qtbot, owner) -> None:
    asked = []

    def backend() -> FakeBackend:
        asked.append(1)
        return FakeBackend()

    picking = WindowPicking(replace(context, make_backend=backend), QRect, owner)
    picking.start()
    picking.stop()
    qtbot.waitUntil(lambda: bool(asked))
    context.background.close()
    assert not picking.picker.isVisible()


def test_a_system_that_cannot_list_says_so(context, qtbot, owner) -> None:
    unable = replace(context, make_backend=lambda: FakeBackend(lists_windows=False))
    picking = WindowPicking(unable, QRect, owner)
    with qtbot.waitSignal(picking.failed) as failed:
        picking.start()
    assert isinstance(failed.args[0], CaptureUnsupported)


def test_each_screen_gets_its_still(context, qtbot, owner) -> None:
    picking = AreaPicking(context, owner)
    frames = picking.job()(FakeBackend())
    picking.start(frames)
    assert len(picking.pickers) == len(QGuiApplication.screens())
    assert picking.places() == [Rect(0, 0, frames[0].width_px, frames[0].height_px)]
    with qtbot.waitSignal(picking.stopped):
        picking.pickers[0].stopped.emit()
    picking.stop()
    assert picking.pickers == []
