# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.filling import picture
from ui.widgets.picture_view import PictureView
from ui.widgets.zoom_row import ZoomRow


def test_its_buttons_drive_the_view_and_it_says_how_large(context, theme, shown, words) -> None:
    view = PictureView(theme)
    view.resize(400, 300)
    shown(view)
    row = shown(ZoomRow(context, view))
    view.set_picture(picture(800, 600))
    assert row.percent.words == words("exhibit.page.percent", n=50)
    for button, percent in ((row.larger, 75), (row.smaller, 50), (row.larger, 75), (row.fit_button, 50)):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert row.percent.words == words("exhibit.page.percent", n=percent)


def test_a_screen_reader_hears_words_not_signs(context, theme, qtbot, words) -> None:
    row = ZoomRow(context, PictureView(theme))
    qtbot.addWidget(row)
    assert row.larger.accessibleName() == words("exhibit.page.larger")
    assert row.smaller.accessibleName() == words("exhibit.page.smaller")
