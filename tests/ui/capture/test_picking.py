# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QCursor, QGuiApplication

from app.capture.models import Window
from app.capture.occlusion import Choice
from app.errors import CaptureUnsupported
from app.model import Rect
from tests.fakes.backend import FakeBackend, drawn
from ui.capture.area_picker import AreaPicker
from ui.capture.bar import CaptureBar
from ui.capture.picking import AreaPicking, WindowPicking
from ui.capture.remembered import Area
from ui.capture.taking import Still

CHAT = Window(2, "Chat", "chat", 20, Rect(100, 100, 200, 200))
MAIL = Window(1, "Mail", "mail", 10, Rect(0, 0, 50, 50))


@pytest.fixture
def owner(qapp):
    return QObject()


@pytest.fixture
def bar(context, qtbot) -> CaptureBar:
    made = CaptureBar(context)
    qtbot.addWidget(made)
    return made


def test_the_windows_are_offered_topmost_first(context, qtbot, owner, bar) -> None:
    with_windows = replace(context, make_backend=lambda: FakeBackend(standing=(MAIL, CHAT)))
    picking = WindowPicking(with_windows, bar, owner)
    picking.start()
    qtbot.waitUntil(picking.picker.isVisible)
    assert picking.picker._choices == (Choice(CHAT), Choice(MAIL))
    picking.stop()
    assert not picking.is_on


def test_a_list_that_comes_too_late_starts_nothing(context, qtbot, owner, bar) -> None:
    asked = []

    def backend() -> FakeBackend:
        asked.append(1)
        return FakeBackend()

    picking = WindowPicking(replace(context, make_backend=backend), bar, owner)
    picking.start()
    picking.stop()
    qtbot.waitUntil(lambda: bool(asked))
    context.background.close()
    assert not picking.picker.isVisible()


def test_a_system_that_cannot_list_says_so(context, qtbot, owner, bar) -> None:
    unable = replace(context, make_backend=lambda: FakeBackend(lists_windows=False))
    picking = WindowPicking(unable, bar, owner)
    with qtbot.waitSignal(picking.failed) as failed:
        picking.start()
    assert isinstance(failed.args[0], CaptureUnsupported)


def test_each_screen_gets_its_still(context, qtbot, owner) -> None:
    picking = AreaPicking(context, owner)
    taken = picking.job()(FakeBackend())
    picking.start(taken)
    assert len(picking.pickers) == len(QGuiApplication.screens())
    frame = taken[0].frame
    assert picking.places() == [taken[0].rect] == [Rect(0, 0, frame.width_px, frame.height_px)]
    with qtbot.waitSignal(picking.stopped):
        picking.pickers[0].stopped.emit()
    picking.stop()
    assert picking.pickers == []


AGAIN = Rect(10, 20, 30, 40)


def test_the_area_of_last_time_is_taken_again(context, qtbot, owner) -> None:
    picking = AreaPicking(context, owner)
    taken = picking.job()(FakeBackend())
    picking.start(taken, Area(AGAIN, taken[0].rect))
    with qtbot.waitSignal(picking.area_chosen) as chosen:
        picking.pickers[0].again_asked.emit()
    assert chosen.args == [AGAIN, taken[0].rect]
    picking.stop()


def test_an_area_whose_screen_is_gone_is_refused_kindly(context, qtbot, owner, words) -> None:
    picking = AreaPicking(context, owner)
    picking.start(picking.job()(FakeBackend()), Area(AGAIN, Rect(5000, 0, 100, 100)))
    with qtbot.assertNotEmitted(picking.area_chosen):
        picking.pickers[0].again_asked.emit()
    assert picking.pickers[0].signs.hint_words.words == words("bar.area.gone")
    assert not picking.pickers[0].signs.again_button.isVisible()
    picking.stop()


def test_of_several_stills_the_one_under_the_pointer_has_the_keyboard(context, owner, monkeypatch) -> None:
    """The one that was shown last would have it, and Enter would be lost on another screen."""
    heard: list[int] = []
    monkeypatch.setattr(AreaPicker, "listen", lambda picker: heard.append(picker.geometry().x()))
    picking, still = AreaPicking(context, owner), Still(Rect(0, 0, 640, 480), drawn(640, 480))
    two = (FakeScreen(QRect(0, 0, 300, 300)), FakeScreen(QRect(300, 0, 300, 300)))
    monkeypatch.setattr(QGuiApplication, "screens", staticmethod(lambda: two))
    for at, expected in ((QPoint(10, 10), 0), (QPoint(310, 10), 300), (QPoint(5000, 10), 0)):
        monkeypatch.setattr(QCursor, "pos", staticmethod(lambda at=at: at))
        picking.start((still, still))
        assert heard[-1] == expected
    picking.stop()


@dataclass
class FakeScreen:
    area: QRect

    def geometry(self) -> QRect:
        return self.area

    def devicePixelRatio(self) -> float:
        return 1.0
