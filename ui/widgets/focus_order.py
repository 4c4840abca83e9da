# SPDX-License-Identifier: MIT
"""The way of the Tab key: as things stand on the page, though some of them were made later than others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayout


def order_focus(root: QWidget) -> None:
    """Tab goes through what is inside as the layouts have it. Qt would put what was made last at the end."""
    reachable = list(in_order(root))
    for first, second in pairwise(reachable):
        if first.nextInFocusChain() is not second:
            QWidget.setTabOrder(first, second)


def in_order(root: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can reach inside, in the order of the layouts."""
    layout = root.layout()
    for widget in () if layout is None else _held(layout):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from in_order(widget)


def _held(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        widget, inner = (None, None) if item is None else (item.widget(), item.layout())
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _held(inner)
