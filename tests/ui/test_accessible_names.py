# SPDX-License-Identifier: MIT
"""A screen reader has a word for whatever the keyboard can reach, on every page of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.capture.png import encode
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from ui.main_window import MainWindow
from ui.routes import ROUTES, make_page

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from ui.context import Context

    SHOWN: TypeAlias = Callable[[QWidget], QWidget]


WITH_EXHIBIT = {"review", "exhibit"}
WITH_ID = {"redact"}


@pytest.fixture
def exhibit(opened: Context, qtbot: QtBot) -> Exhibit:
    """A picture in the open vault."""
    kept: list[Exhibit] = []
    opened.session.run(
        lambda vault: vault.add_exhibit(acquisition(encode(drawn(320, 200)))),
        owner=opened.session,
        then=kept.append,
    )
    qtbot.waitUntil(lambda: bool(kept))
    return kept[0]


def focusable(root: QWidget) -> list[QWidget]:
    """Return what Tab can reach now. The list that a combo box drops down is Qt's own."""
    return [
        one
        for one in [root, *root.findChildren(QWidget)]
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isVisibleTo(root)
        and "QComboBox" not in type(one.parentWidget()).__name__ + name_of_class(one.parentWidget())
    ]


def name_of_class(widget: QWidget | None) -> str:
    return widget.metaObject().className() if widget else ""


def name_of(widget: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen else ""


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(one).__name__} {one.objectName()!r} in {type(one.parentWidget()).__name__}"
        for one in focusable(root)
        if not name_of(one).strip()
    ]


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_everything_the_keyboard_reaches_has_a_name(
    opened: Context, shown: SHOWN, exhibit: Exhibit, qtbot: QtBot, name: str
) -> None:
    page = make_page(name, opened)
    page.resize(1060, 800)
    if name in WITH_EXHIBIT:
        page.open_with(exhibit)
    if name in WITH_ID:
        page.open_with(exhibit.id)
    shown(page)
    qtbot.waitUntil(lambda: len(focusable(page)) > (name in WITH_ID))  # what it shows is read from the case
    assert nameless(page) == []


@pytest.mark.parametrize("name", sorted(ROUTES))
def test_every_page_and_field_is_named_for_robots(opened: Context, shown: SHOWN, name: str) -> None:
    page = make_page(name, opened)
    shown(page)
    assert page.objectName() == type(page).__name__
    fields = page.findChildren(QLineEdit) + page.findChildren(QPlainTextEdit)
    inner = {"qt_spinbox_lineedit"}
    assert [one for one in fields if not one.objectName() and one.objectName() not in inner] == []


def test_the_window_round_the_pages_has_names_too(opened: Context, shown: SHOWN) -> None:
    window = shown(MainWindow(opened))
    assert nameless(window) == []


def test_a_widget_without_a_name_would_be_seen(qtbot) -> None:
    """A test that cannot fail is worse than none."""
    bare = QWidget()
    qtbot.addWidget(bare)
    line = QLineEdit(bare)
    assert nameless(bare) == ["QLineEdit '' in QWidget"]
    line.setAccessibleName("Name")
    assert nameless(bare) == []
