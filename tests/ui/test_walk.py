# SPDX-License-Identifier: MIT
"""Every page at 100 and 200 %, from left and from right: nothing cut, nothing small, all in order, all named.

``python -m tests.walk`` does the same with the sample case in all states; here a case has one picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.paths import resources
from tests.ui.filling import add_exhibit, ask
from tests.walk import clipped, findings, nameless, out_of_order, overlapping, reachable, said_twice, small
from ui.icons import Icons
from ui.main_window import MainWindow
from ui.routes import ROUTES
from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.context import Context

LOOKS = [(100, False, (1280, 800)), (200, False, (1366, 768)), (100, True, (1280, 800))]
NEEDS_MORE = {"redact", "delete"}  # an exhibit that may be covered; a case that can go


@pytest.fixture(params=LOOKS, ids=["100", "200", "rtl"])
def window(
    request: pytest.FixtureRequest, opened: Context, qtbot: QtBot, qapp: QApplication
) -> Iterator[MainWindow]:
    percent, is_rtl, size = request.param
    theme = Theme.load(resources() / "theme", "light", percent)
    theme.apply(qapp)
    way = Qt.LayoutDirection
    qapp.setLayoutDirection(way.RightToLeft if is_rtl else way.LeftToRight)
    context = opened.looking_like(opened.settings, opened.words, theme, Icons(resources() / "icons", theme))
    made = MainWindow(context)
    qtbot.addWidget(made)
    made.resize(*size)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    qapp.setLayoutDirection(way.LeftToRight)
    Theme.load(resources() / "theme", "light").apply(qapp)


@pytest.mark.parametrize("name", sorted(set(ROUTES) - NEEDS_MORE))
def test_nothing_is_wrong_with_the_page(window: MainWindow, opened: Context, qtbot: QtBot, name: str) -> None:
    exhibit = add_exhibit(opened, qtbot)
    window.go(name, exhibit if name in {"review", "exhibit"} else None)
    page = window.page
    assert page is not None
    ask(opened, qtbot, lambda _vault: True)  # what the page asked for before has come
    qtbot.waitUntil(lambda: bool(reachable(page)))
    window.grab()

    def is_right() -> None:
        try:
            found = findings(page)
        except RuntimeError as gone:  # something of it was just made anew
            raise AssertionError from gone
        assert found == []

    qtbot.waitUntil(is_right, timeout=8_000)  # what is made late, as the words of forms, needs a moment


def test_each_check_sees_what_it_is_for(qtbot: QtBot, theme: Theme) -> None:
    """A check that cannot fail would say nothing."""
    page = QWidget()
    qtbot.addWidget(page)
    line = QHBoxLayout(page)
    label, one, other = QLabel("A sentence that needs room"), QPushButton("Yes"), QPushButton("Yes")
    label.setFixedWidth(20)
    for widget in (label, other, one):
        line.addWidget(widget)
    tiny = QWidget()
    tiny.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    tiny.setFixedSize(20, 20)
    line.addWidget(tiny)
    QWidget.setTabOrder(one, other)
    with qtbot.waitExposed(page):
        page.show()
    page.grab()
    assert any("wide of" in found for found in clipped(page))  # type: ignore[arg-type]
    assert any("20x20" in found for found in small(page))  # type: ignore[arg-type]
    assert any("comes before" in found for found in out_of_order(page))  # type: ignore[arg-type]
    assert any("'Yes' 2 times" in found for found in said_twice(page))  # type: ignore[arg-type]
    assert any("QWidget" in found for found in nameless(page))  # type: ignore[arg-type]
    other.setGeometry(one.geometry())
    assert any(found for found in overlapping(page))  # type: ignore[arg-type]
