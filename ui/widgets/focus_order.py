# SPDX-License-Identifier: MIT
"""The way of the Tab key: as things stand on the page, though some of them were made later than others."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


def order_focus(root: QWidget) -> None:
    """Tab goes through what is inside as the layouts have it. Qt would put what was made last at the end."""
    reachable = list(in_order(root))
    for first, second in pairwise(reachable):
        if first.nextInFocusChain() is not second:
            QWidget.setTabOrder(first, second)


def order_reading(root: QWidget) -> None:
    """A screen reader goes through what is inside as the layouts have it, not as it was made."""
    inside = [one for one in root.children() if isinstance(one, QWidget)]
    layout = root.layout()
    for widget in () if layout is None else _held(layout, inside):
        widget.raise_()  # to the end of the list of children, which is what it reads
    for widget in inside:
        if not widget.isWindow():
            order_reading(widget)


def in_order(root: QWidget) -> Iterator[QWidget]:
    """Yield what Tab can reach inside, in the order of the layouts; or as a part says by its ``tab_way``."""
    way: tuple[QWidget, ...] = getattr(root, "tab_way", ())
    if way:
        yield from way
        return
    if isinstance(root, QScrollArea):  # what it shows stands in no layout of its own
        shown = root.widget()
        yield from () if shown is None else in_order(shown)
        return
    layout = root.layout()
    inside = [one for one in root.children() if isinstance(one, QWidget)]
    for widget in () if layout is None else _held(layout, inside):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        yield from in_order(widget)


def _held(layout: QLayout, widgets: Sequence[QWidget]) -> Iterator[QWidget]:
    """Go through those of the widgets that stand in a layout, or in one inside it, in its order.

    The items of the layout are not asked for: Python would keep what stands for them when they are gone, and
    take what is made later in their place for them. The program ended with that now and then.
    """
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in widgets]
    placed += [(layout.indexOf(one), one) for one in inner]
    for place, one in sorted(placed, key=lambda pair: pair[0]):
        if place < 0:
            continue
        if isinstance(one, QLayout):
            yield from _held(one, widgets)
        else:
            yield one
