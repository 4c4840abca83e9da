# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.filling import picture
from ui.widgets.covered_picture import CoveredPicture


def test_it_is_covered_until_it_is_given_the_picture(context, shown, qtbot) -> None:
    covered = shown(CoveredPicture(context))
    covered.cover_up("Covered.", "Show the picture")
    assert covered.is_covered
    with qtbot.waitSignal(covered.show_asked):
        QTest.mouseClick(covered.show_button, Qt.MouseButton.LeftButton)
    assert covered.is_covered
    with qtbot.waitSignal(covered.cover_changed) as changed:
        covered.show_picture(picture())
    assert changed.args == [False]
    assert covered.view.isVisible()


def test_covered_again_it_holds_no_picture(context, shown) -> None:
    covered = shown(CoveredPicture(context))
    covered.show_picture(picture())
    covered.cover_up("Covered.", "Show the picture")
    assert covered.is_covered
    assert not covered.view.has_picture


def test_one_more_button_fits_beside(context, shown) -> None:
    covered = CoveredPicture(context)
    later = covered.add_button("Check later", "later")
    covered.cover_up("Covered.", "Show the picture")
    shown(covered)
    assert later.isVisible()
    assert later.y() == covered.show_button.y()


def test_the_cover_has_not_the_shape_of_the_picture_before_it(context, shown, qtbot) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    covered = CoveredPicture(context)
    column.addWidget(covered)
    column.addStretch(1)
    window.resize(700, 1_400)
    shown(window)
    before = covered.height()
    covered.show_picture(picture().scaled(400, 1_000))
    qtbot.waitUntil(lambda: covered.height() > before)
    covered.cover_up("Covered.", "Show the picture")
    qtbot.waitUntil(lambda: covered.height() == before)
