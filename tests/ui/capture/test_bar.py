# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.capture.bar import WAITS_S, CaptureBar


@pytest.fixture
def bar(context, shown) -> CaptureBar:
    return shown(CaptureBar(context))


def test_it_has_the_size_of_the_drawing(bar: CaptureBar) -> None:
    bar.refit()
    assert (bar.width(), bar.height()) == (750, 60)


@pytest.mark.parametrize("way", ["screen", "window", "area"])
def test_a_press_says_which_way(bar: CaptureBar, qtbot, way: str) -> None:
    with qtbot.waitSignal(bar.way_chosen) as chosen:
        QTest.mouseClick(bar.ways[way], Qt.MouseButton.LeftButton)
    assert chosen.args == [way]


def test_a_conversation_is_offered_where_it_can_be_followed(bar: CaptureBar, context, shown, qtbot) -> None:
    assert set(bar.ways) == {"screen", "window", "area"}
    able = shown(CaptureBar(context, ways=("screen", "window", "area", "conversation")))
    with qtbot.waitSignal(able.way_chosen) as chosen:
        QTest.mouseClick(able.ways["conversation"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["conversation"]


CHOICES = (("0", "This screen"), ("1", "Screen 2"), ("desktop", "All screens"))


def test_choices_are_offered_pressed_and_taken_away(bar: CaptureBar, qtbot) -> None:
    bar.offer(CHOICES)
    assert [one.accessibleName() for one in bar.choices.values()] == [words for _, words in CHOICES]
    with qtbot.waitSignal(bar.choice_made) as made:
        QTest.mouseClick(bar.choices["1"], Qt.MouseButton.LeftButton)
    assert made.args == ["1"]
    with qtbot.waitSignal(bar.choice_made) as made:
        bar.press_choice("A")
    assert made.args == ["desktop"]
    with qtbot.assertNotEmitted(bar.choice_made):
        bar.press_choice("x")
        bar.press_choice("")
    bar.offer(())
    assert bar.choices == {}
    assert bar.height() == 60


def test_by_keyboard_the_first_choice_is_the_next_key(bar: CaptureBar, qtbot) -> None:
    bar.activateWindow()
    qtbot.waitUntil(bar.isActiveWindow)
    told: list[str] = []
    bar.choice_pointed_at.connect(told.append)
    bar.offer(CHOICES)
    assert bar.choices["0"].hasFocus()
    assert told == ["0"]
    with qtbot.waitSignal(bar.stopped):
        QTest.keyClick(bar.choices["0"], Qt.Key.Key_Escape)


def test_a_choice_says_when_it_is_pointed_at(bar: CaptureBar) -> None:
    bar.offer(CHOICES)
    button = bar.choices["desktop"]
    told: list[str] = []
    bar.choice_pointed_at.connect(told.append)
    QApplication.sendEvent(button, QEnterEvent(QPointF(), QPointF(), QPointF()))
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert told == ["desktop", ""]


@pytest.mark.parametrize(("text", "rows"), [(100, 1), (200, 2)])
def test_it_stays_on_a_small_screen(context, theme, qtbot, text: int, rows: int) -> None:
    large = replace(context, theme=type(theme)(theme._tokens, theme._sheet, "light", text))
    large.theme.apply(QApplication.instance())
    try:
        bar = CaptureBar(large, 10, ("screen", "window", "area", "conversation"))
        qtbot.addWidget(bar)
        screen = QRect(0, 0, 1366, 768)
        bar.place(screen)
        bar.offer(CHOICES)
        assert screen.contains(bar.geometry())
        tops = {one.mapTo(bar, one.rect().topLeft()).y() for one in (bar.ways["screen"], bar.done_button)}
        assert (max(tops) - min(tops) > 30) is (rows == 2)
    finally:
        theme.apply(QApplication.instance())


def test_words_that_need_room_push_it_to_the_left(bar: CaptureBar) -> None:
    area = bar.screen().availableGeometry()
    bar.place(QRect(0, 0, 500, 500))  # in two rows
    bar.move(area.right() - bar.width(), 40)
    narrow = bar.width()
    bar.say("Words that need more room than the buttons above them do.")
    assert bar.width() > narrow
    assert (bar.geometry().right(), bar.y()) == (area.right(), 40)


def test_on_a_screen_that_is_too_small_it_begins_at_the_edge(bar: CaptureBar) -> None:
    bar.place(QRect(100, 0, 300, 300))
    assert bar.x() == 100


def test_the_key_is_named_where_there_is_one(bar: CaptureBar, words) -> None:
    bar.explain_shortcut("Ctrl+Shift+F9")
    assert "Ctrl+Shift+F9" in bar.ways["screen"].toolTip()
    assert bar.wait_button.toolTip().startswith(words("bar.tip.wait"))
    bar.explain_shortcut("")
    assert bar.wait_button.toolTip() == words("bar.tip.wait")
    assert bar.ways["screen"].toolTip() == ""


def test_the_wait_goes_round(bar: CaptureBar, words) -> None:
    seen = []
    for _ in range(len(WAITS_S)):
        QTest.mouseClick(bar.wait_button, Qt.MouseButton.LeftButton)
        seen.append((bar.wait_s, bar.wait_button.accessibleName()))
    some = [(n, words("bar.wait.some", n=n)) for n in (3, 5, 10)]
    assert seen == [*some, (0, words("bar.wait.none"))]


def test_the_wait_keeps_its_width(bar: CaptureBar) -> None:
    widths = set()
    for _ in WAITS_S:
        QTest.mouseClick(bar.wait_button, Qt.MouseButton.LeftButton)
        bar.layout().activate()
        widths.add(bar.wait_button.width())
    assert len(widths) == 1


def test_a_wait_nobody_offers_is_none(context, qtbot) -> None:
    bar = CaptureBar(context, wait_s=7)
    qtbot.addWidget(bar)
    assert bar.wait_s == 0


def test_it_says_what_was_saved_and_gives_the_room_back(bar: CaptureBar) -> None:
    bar.say("Saved as TJH/1.", is_good=True)
    assert bar.height() > 60
    assert bar.line.isVisible()
    assert bar.tick.isVisible()
    bar.say("")
    assert bar.height() == 60


def test_choosing_a_window_says_how(bar: CaptureBar, words) -> None:
    bar.show_chosen("window")
    assert bar.line.words == words("bar.tip.window")
    assert bar.ways["window"].role == "bar_chosen"
    bar.show_chosen(None)
    assert bar.ways["window"].role == "bar"


def test_hide_done_escape_and_closing(bar: CaptureBar, qtbot) -> None:
    with qtbot.waitSignal(bar.hide_asked):
        QTest.mouseClick(bar.hide_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.done_asked):
        QTest.mouseClick(bar.done_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(bar.stopped):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    with qtbot.waitSignal(bar.done_asked):
        bar.close()
    assert bar.isVisible()


def test_it_grows_with_the_text(context, qtbot, theme) -> None:
    large = replace(context, theme=type(theme)(theme._tokens, theme._sheet, "light", 200))
    bar = CaptureBar(large)
    qtbot.addWidget(bar)
    assert bar.minimumWidth() == 1500
