# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.capture.area_signs import AreaSigns


@pytest.fixture
def window(shown) -> QWidget:
    made = shown(QWidget())
    made.resize(800, 600)
    return made


@pytest.fixture
def signs(context, window) -> AreaSigns:
    made = AreaSigns(context, window, has_last=True)
    made.show_box(QRect(), "")
    return made


def test_without_a_box_it_says_how_and_offers_the_last_area(signs: AreaSigns, words) -> None:
    assert signs.hint_words.words == words("bar.tip.area")
    assert signs.again_button.isVisible()
    assert not signs.size_sign.isVisible()
    assert not signs.again_button.geometry().intersects(signs.hint.geometry())


def test_with_a_box_its_size_stands_beside_it(signs: AreaSigns, words) -> None:
    box = QRect(100, 300, 50, 60)
    signs.show_box(box, "50 \u00d7 60")
    assert signs.size_words.words == "50 \u00d7 60"
    assert not signs.size_sign.geometry().intersects(box)
    assert signs.hint_words.words == words("bar.area.keys")
    assert not signs.again_button.isVisible()


@pytest.mark.parametrize("box", [QRect(700, 0, 100, 30), QRect(0, 560, 60, 40), QRect(0, 0, 800, 600)])
def test_everything_stays_on_the_window(signs: AreaSigns, window, box: QRect) -> None:
    signs.show_box(box, "1234 \u00d7 5678")
    signs.offer_for(box)
    assert window.rect().contains(signs.offer.geometry())
    assert window.rect().contains(signs.size_sign.geometry())
    assert signs.hint.isVisible() is not signs.hint.geometry().intersects(box)


def test_nothing_drawn_offers_nothing(signs: AreaSigns) -> None:
    signs.offer_for(QRect())
    assert not signs.offer.isVisible()


def test_an_area_that_is_gone_is_said_until_a_box_is_drawn(signs: AreaSigns, words) -> None:
    signs.say_gone()
    signs.show_box(QRect(), "")
    assert signs.hint_words.words == words("bar.area.gone")
    assert not signs.again_button.isVisible()


def test_the_buttons(signs: AreaSigns, qtbot) -> None:
    with qtbot.waitSignal(signs.again_asked):
        QTest.mouseClick(signs.again_button, Qt.MouseButton.LeftButton)
    signs.show_box(QRect(100, 100, 50, 50), "")
    signs.offer_for(QRect(100, 100, 50, 50))
    assert signs.offer.geometry() in signs.places()
    with qtbot.waitSignal(signs.taken):
        QTest.mouseClick(signs.take_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(signs.stopped):
        QTest.mouseClick(signs.stop_button, Qt.MouseButton.LeftButton)
