# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QGuiApplication

from app.capture.models import Screen, Window
from app.model import Rect
from tests.fakes.backend import FakeBackend, drawn
from ui.capture.choosing import Choosing
from ui.capture.remembered import Remembered
from ui.capture.stage import Stage
from ui.capture.taking import Aim

CHAT = Window(2, "Chat", "chat", 20, Rect(100, 300, 200, 150))
OVER = Window(3, "Mail", "mail", 30, Rect(200, 300, 200, 150))
SCREEN = Screen("FAKE-1", Rect(0, 0, 800, 800), 1000, is_primary=True)


@dataclass
class FakeScreen:
    """One of several monitors."""

    name_: str
    area: QRect
    ratio: float = 1.0

    def name(self) -> str:
        return self.name_

    def geometry(self) -> QRect:
        return self.area

    def virtualGeometry(self) -> QRect:
        return QRect(0, 0, 1200, 900)

    def devicePixelRatio(self) -> float:
        return self.ratio


LEFT, RIGHT = FakeScreen("LEFT", QRect(0, 0, 800, 900)), FakeScreen("RIGHT", QRect(800, 0, 400, 450), 2.0)


class Covered(FakeBackend):
    """Shows something else while the bar is there."""

    bar = None

    def grab(self, rect: Rect):
        return drawn(rect.width, rect.height, seed=1 if self.bar.isVisible() else 2)


@pytest.fixture
def choosing(context, qtbot):
    screen = Covered(monitors=(SCREEN,), standing=(CHAT, OVER))
    owner = QObject()
    with_screen = replace(context, make_backend=lambda: screen)
    stage = Stage(with_screen, ("screen", "window", "area", "conversation"), owner)
    made = Choosing(with_screen, stage, Remembered(context.settings, lambda *_: None), owner)
    made.stage = stage
    screen.bar = stage.bar
    stage.bar.show()
    yield made
    made.stop()
    stage.put_away()


@pytest.fixture
def two_screens(choosing, monkeypatch):
    monkeypatch.setattr(choosing, "_screens", lambda: [RIGHT, LEFT])


def test_a_single_screen_is_no_choice(choosing: Choosing, qtbot) -> None:
    with qtbot.waitSignal(choosing.aimed) as aimed:
        choosing.begin("screen")
    assert aimed.args == [Aim("screen", Rect(0, 0, 800, 800)), False]
    assert choosing.stage.bar.choices == {}


@pytest.mark.parametrize(
    ("name", "aim"),
    [
        ("0", Aim("screen", Rect(800, 0, 800, 900))),
        ("1", Aim("screen", Rect(0, 0, 800, 900))),
        ("desktop", Aim("desktop", Rect(800, 0, 800, 900))),
    ],
)
@pytest.mark.usefixtures("two_screens")
def test_of_several_screens_each_and_all_can_be_chosen(choosing: Choosing, qtbot, words, name, aim) -> None:
    choosing.begin("screen")
    assert list(choosing.stage.bar.choices) == ["0", "1", "desktop"]
    assert choosing.stage.bar.line.words == words("bar.tip.screen")
    with qtbot.waitSignal(choosing.aimed) as aimed:
        choosing.stage.bar.choice_made.emit(name)
    assert aimed.args == [aim, False]
    assert choosing.way is None


@pytest.mark.usefixtures("two_screens")
def test_a_screen_that_is_pointed_at_is_framed(choosing: Choosing) -> None:
    def framed() -> list[QRect]:
        return [one.geometry() for one in choosing.stage.screen_frames.frames if one.isVisible()]

    choosing.begin("screen")
    choosing.stage.bar.choice_pointed_at.emit("1")
    assert framed() == [LEFT.area]
    choosing.stage.bar.choice_pointed_at.emit("desktop")
    assert framed() == [RIGHT.area, LEFT.area]
    choosing.stage.bar.choice_pointed_at.emit("")
    assert framed() == []


@pytest.mark.parametrize(("way", "is_conversation"), [("window", False), ("conversation", True)])
def test_a_window_is_pointed_at_for_a_picture_or_a_conversation(
    choosing: Choosing, qtbot, way: str, is_conversation: bool
) -> None:
    picking = choosing.stage.window_picking
    choosing.begin(way)
    qtbot.waitUntil(picking.picker.isVisible)
    with qtbot.waitSignal(choosing.aimed) as aimed:
        picking.picker.window_chosen.emit(CHAT)
    assert aimed.args == [Aim("window", CHAT.rect, 2), is_conversation]


def test_a_covered_window_is_said(choosing: Choosing, qtbot, words, monkeypatch) -> None:
    choosing.begin("window")
    qtbot.waitUntil(choosing.stage.window_picking.picker.isVisible)
    picking, line = choosing.stage.window_picking, choosing.stage.bar.line
    picking.picker._frame(picking.picker._choices[1])
    assert line.words == words("bar.tip.covered.stays")
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "xcb"))
    choosing._on_framed(CHAT, True)
    assert line.words == words("bar.tip.covered")
    picking.picker._frame(picking.picker._choices[0])
    assert line.words == words("bar.tip.window")


def test_an_area_instead_of_a_window_is_still_a_conversation(choosing: Choosing, qtbot) -> None:
    choosing.begin("conversation")
    qtbot.waitUntil(choosing.stage.window_picking.picker.isVisible)
    choosing.stage.bar.press_choice("a")
    qtbot.waitUntil(lambda: bool(choosing.stage.area_picking.pickers), timeout=5_000)
    with qtbot.waitSignal(choosing.aimed) as aimed:
        choosing.stage.area_picking.pickers[0].area_chosen.emit(Rect(1, 2, 30, 40), SCREEN.rect)
    assert aimed.args == [Aim("area", Rect(1, 2, 30, 40)), True]


def test_an_area_is_remembered_and_offered_again(choosing: Choosing, qtbot) -> None:
    choosing._remembered.keep_area(Rect(1, 2, 30, 40), SCREEN.rect)
    choosing.begin("area")
    qtbot.waitUntil(lambda: bool(choosing.stage.area_picking.pickers), timeout=5_000)
    with qtbot.waitSignal(choosing.aimed) as aimed:
        choosing.stage.area_picking.pickers[0].again_asked.emit()
    assert aimed.args == [Aim("area", Rect(1, 2, 30, 40)), False]


def test_stills_that_come_too_late_show_nothing(choosing: Choosing, qtbot) -> None:
    choosing.begin("area")
    choosing.stop()
    choosing._on_stills(choosing._given_up, ())
    qtbot.wait(200)
    assert choosing.stage.area_picking.pickers == []


def test_stopping_by_hand_is_told_once(choosing: Choosing, qtbot) -> None:
    choosing.begin("window")
    qtbot.waitUntil(choosing.stage.window_picking.picker.isVisible)
    with qtbot.waitSignal(choosing.stopped):
        choosing.stage.window_picking.picker.stopped.emit()
    assert choosing.way is None
    with qtbot.assertNotEmitted(choosing.stopped):
        choosing.stage.window_picking.picker.stopped.emit()
