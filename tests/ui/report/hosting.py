# SPDX-License-Identifier: MIT
"""A window for one way out: by itself a way takes no room, and a window without any is never exposed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.filling import add_exhibit
from tests.ui.report.test_making import make
from ui.report.making import ReportMaking

if TYPE_CHECKING:
    from ui.report.way import Way

W = TypeVar("W", bound="Way")


def hosted(way: W, opened, shown, qtbot) -> W:
    """Return the way in a window of its own, with the report of a case of one picture."""
    in_a_window(way, shown)
    add_exhibit(opened, qtbot)
    way.made = make(ReportMaking(opened, way), qtbot)
    return way


def in_a_window(way: W, shown) -> W:
    """Return the way in a window of its own, with nothing to hand over yet."""
    host = QWidget()
    host.resize(420, 700)
    QVBoxLayout(host).addWidget(way)
    way.host = host  # it must not go before the way does
    shown(host)
    return way
