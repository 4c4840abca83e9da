# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.intake.progress import Advice, Phase, Progress, Seam, Side
from tests.ui.filling import picture, png
from tests.ui.test_accessible_names import nameless
from ui.capture.strip import StripLine, StripPanel
from ui.capture.strip_states import Press, before, going_on

FORMS = pytest.mark.parametrize("kind", [StripPanel, StripLine])
GAP = Progress(frames=12, gaps=1, advice=Advice.FAST)


@pytest.fixture
def make(context, shown):
    def made(kind, progress: Progress):
        panel = kind(context)
        panel.show_state(going_on(context.words, progress))
        return shown(panel)

    return made


@FORMS
def test_it_never_takes_the_keyboard_when_it_comes(make, kind) -> None:
    assert make(kind, GAP).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


@FORMS
def test_enter_does_nothing_until_a_button_was_reached(make, kind) -> None:
    panel, pressed = make(kind, GAP), []
    panel.pressed.connect(pressed.append)
    panel.hide_asked.connect(lambda: pressed.append("hide"))
    panel.activateWindow()
    QTest.keyClick(panel.focusWidget() or panel, Qt.Key.Key_Return)
    assert pressed == []
    QTest.keyClick(panel, Qt.Key.Key_Tab)
    QTest.keyClick(panel.focusWidget(), Qt.Key.Key_Return)
    assert pressed == [Press.PAUSE]


@FORMS
def test_the_keyboard_of_a_button_that_goes_is_handed_to_no_other(context, shown, words, kind) -> None:
    panel = kind(context)
    panel.show_state(before(words))
    shown(panel).activateWindow()
    panel.buttons[Press.BEGIN].setFocus()
    panel.show_state(going_on(words, GAP))
    assert panel.focusWidget() is panel


@FORMS
def test_everything_the_keyboard_reaches_has_a_name(make, kind) -> None:
    panel = make(kind, GAP)
    assert nameless(panel) == []
    assert panel.accessibleName()


@FORMS
def test_buttons_say_what_was_pressed(make, kind, qtbot) -> None:
    panel = make(kind, GAP)
    for press in (Press.PAUSE, Press.FINISH):
        with qtbot.waitSignal(panel.pressed) as heard:
            QTest.mouseClick(panel.buttons[press], Qt.MouseButton.LeftButton)
        assert heard.args == [press]
    with qtbot.waitSignal(panel.hide_asked):
        QTest.mouseClick(panel.hide_button, Qt.MouseButton.LeftButton)


@FORMS
def test_no_button_stands_out_while_a_gap_is_open(make, kind, words) -> None:
    panel = make(kind, GAP)
    assert {button.role for button in panel.buttons.values()} == {"secondary"}
    panel.show_state(going_on(words, Progress(frames=12)))
    assert panel.buttons[Press.FINISH].role == "primary"


@FORMS
def test_closing_it_ends_the_run_as_done_does(make, kind, qtbot) -> None:
    panel = make(kind, GAP)
    with qtbot.waitSignal(panel.pressed) as heard:
        panel.close()
    assert heard.args == [Press.FINISH]


@FORMS
def test_what_is_to_be_done_is_said_aloud_once(make, kind, words, monkeypatch) -> None:
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    panel = make(kind, Progress(frames=12))
    for _ in range(3):
        panel.show_state(going_on(words, Progress(Phase.MOVING, frames=12)))
        panel.show_state(going_on(words, Progress(frames=12)))
    assert said == []
    for _ in range(3):
        panel.show_state(going_on(words, GAP))
    assert said == [f"{words('conversation.fast')} {words('conversation.fast.how')}"]


def test_the_panel_has_the_size_of_the_drawing_and_does_not_jump(make, words) -> None:
    panel = make(StripPanel, GAP)
    assert panel.size_for(900).width() == 370
    tall = panel.size_for(900)
    panel.show_state(going_on(words, Progress(frames=12)))
    assert panel.size_for(900) == tall


def test_in_little_height_the_pictures_give_way(make) -> None:
    panel = make(StripPanel, GAP)
    assert panel.size_for(480).height() == 480
    assert panel.size_for(200) is None


def test_the_line_wants_its_width(make) -> None:
    line = make(StripLine, GAP)
    assert line.size_for(500) is None
    assert line.size_for(1000).height() <= 80


def test_the_line_says_how_where_something_is_to_be_done(make, words) -> None:
    line = make(StripLine, GAP)
    assert line.count.words == words("conversation.fast.how")
    line.show_state(going_on(words, Progress(Phase.WATCHING, 12)))
    assert line.count.words == words("conversation.frames", n=12)


def test_it_knows_when_the_person_moved_it(make) -> None:
    panel = make(StripPanel, GAP)
    panel.put(QRect(10, 10, 370, 620))
    assert not panel.was_moved
    QTest.mousePress(panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    held = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(35, 25),
        panel.mapToGlobal(QPointF(35, 25)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(panel, held)
    assert panel.was_moved
    assert panel.pos() == QPoint(40, 30)
    panel.put(QRect(10, 10, 370, 620))
    assert not panel.was_moved


def test_before_the_first_picture_there_is_no_room_for_pictures(context, shown, words) -> None:
    panel = StripPanel(context)
    panel.show_state(before(words))
    panel.frames.hide()
    shown(panel)
    assert panel.size_for(900).height() < 400


def test_the_pictures_and_the_gap_between_are_drawn(make, words) -> None:
    panel = make(StripPanel, GAP)
    jpeg = png(picture(), "JPEG")
    panel.frames.show_sides((Side(11, jpeg, Seam.GAP), Side(12, jpeg)), 1)
    assert panel.frames.has_gap
    assert panel.frames.accessibleName() == words("conversation.meet.not", a=11, b=12)
