# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from ui.capture.countdown import Countdown


@pytest.fixture
def countdown(context, shown) -> Countdown:
    made = shown(Countdown(context))
    made.place(QRect(0, 0, 800, 600))
    return made


def test_it_has_the_size_of_the_drawing(countdown: Countdown) -> None:
    assert (countdown.width(), countdown.height()) == (640, 80)


def test_it_says_what_and_how_long(countdown: Countdown, words) -> None:
    countdown.start("screen", 3)
    assert countdown.sentence.words == words("bar.count", what="screen", n=3)
    countdown.stop()


def test_the_last_second_is_one(countdown: Countdown, qtbot, words) -> None:
    countdown.start("window", 1)
    assert countdown.sentence.words == words("bar.count", what="window", n=1)
    with qtbot.waitSignal(countdown.ran_out, timeout=3_000):
        pass


def test_cancel_and_escape_end_it_without_a_picture(countdown: Countdown, qtbot) -> None:
    ended = []
    countdown.ran_out.connect(lambda: ended.append("ran out"))
    for stop in (
        lambda: QTest.mouseClick(countdown.cancel_button, Qt.MouseButton.LeftButton),
        lambda: QTest.keyClick(countdown, Qt.Key.Key_Escape),
    ):
        countdown.show()
        countdown.start("area", 1)
        with qtbot.waitSignal(countdown.cancelled):
            stop()
        assert not countdown.isVisible()
        assert not countdown._turn.isActive()
    assert ended == []


def test_the_ring_empties(countdown: Countdown) -> None:
    countdown.ring.show_left(1.0, 3)
    full = countdown.ring.grab().toImage()
    countdown.ring.show_left(0.1, 3)
    assert countdown.ring.grab().toImage() != full


def test_it_does_not_take_the_keyboard_from_a_menu(countdown: Countdown) -> None:
    assert countdown.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
