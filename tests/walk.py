# SPDX-License-Identifier: MIT
"""What is wrong with a page as it stands: clipped, overlapping, outside, too small, out of order, said twice.

``python -m tests.walk [PAGE]...`` goes through the pages of tests.shots in every look and prints it.
"""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from app.paths import resources
from app.sample import Sample
from tests.fakes.sample_vault import fill
from tests.shot import Look
from tests.shots_settling import settle
from tests.visiting import visited, window_in
from ui.widgets.choice import ChoiceRow
from ui.widgets.focus_order import in_order
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.widgets.page import Page

TARGET_PX = 40  # Source: look.md, section 4; WCAG 2.2, 2.5.8 asks for 24
SLACK_PX = 2
_holders: dict[QWidget, QWidget] = {}


def findings(page: Page) -> list[str]:
    """Return a line for each thing that is wrong with what the page shows now."""
    checks = (clipped, overlapping, outside, small, nameless, out_of_order, said_twice)
    found = [f"{check.__name__}: {line}" for check in checks for line in check(page)]
    _holders.clear()
    return found


def called(widget: QWidget) -> str:
    """Return what a widget is, for a person who looks for it."""
    words = name_of(widget)[:40]
    holder = type(_holders.get(widget)).__name__
    return f"{type(widget).__name__} {widget.objectName()!r} {words!r} in {holder}"


def name_of(widget: QWidget) -> str:
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name).strip() if seen else ""


def shown(root: QWidget) -> list[QWidget]:
    """Return every widget that can be seen; what is inside Qt's own widgets is Qt's."""
    return [one for one in _below(root) if one.isVisible() and not _is_inner(one)]


def _below(root: QWidget) -> Iterator[QWidget]:
    """Go through all that is inside, and note in what it is.

    A widget is not asked for its parent: Python would take what Qt made to be part of it from then on.
    """
    for one in root.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        _holders[one] = root
        yield one
        yield from _below(one)


def clipped(page: Page) -> Iterator[str]:
    """Words that need more room than they have."""
    for one in shown(page):
        if isinstance(one, QLabel) and one.text() and one.pixmap().isNull():
            yield from _clipped_label(one)
        elif isinstance(one, ChoiceRow):
            if one.heightForWidth(one.width()) > one.height() + SLACK_PX:
                yield f"{called(one)} is {one.height()} high of {one.heightForWidth(one.width())}"
        elif isinstance(one, QPushButton) and one.text():
            need = one.sizeHint()
            if need.width() > one.width() + SLACK_PX or need.height() > one.height() + SLACK_PX:
                yield f"{called(one)} is {one.width()}x{one.height()} of {need.width()}x{need.height()}"


def _clipped_label(label: QLabel) -> Iterator[str]:
    if label.wordWrap():
        need = label.heightForWidth(label.width())
        leading_px = getattr(label, "line_px", 0) // 6  # a line of 24 has letters of 20
        if need > label.height() + max(SLACK_PX, leading_px):
            yield f"{called(label)} is {label.height()} high of {need}"
    else:
        need = label.sizeHint().width()
        if need > label.width() + SLACK_PX:
            yield f"{called(label)} is {label.width()} wide of {need}"


def overlapping(page: Page) -> Iterator[str]:
    """Things in one layout that lie on one another."""
    for holder in [page, *shown(page)]:
        layout = holder.layout()
        inside = [one for one in _holders if _holders[one] is holder and one.isVisible()]
        placed = [one for one in inside if layout is not None and _is_in(layout, one)]
        for one, other in combinations(placed, 2):
            both = one.geometry().intersected(other.geometry())
            if both.width() > SLACK_PX and both.height() > SLACK_PX:
                yield f"{called(one)} and {called(other)} by {both.width()}x{both.height()}"


def _is_in(layout: object, widget: QWidget) -> bool:
    return layout.indexOf(widget) >= 0 or any(_is_in(one, widget) for one in layout.children())  # type: ignore[attr-defined]


def outside(page: Page) -> Iterator[str]:
    """Things that go beyond the side of what scrolls."""
    for area in [one for one in page.findChildren(QScrollArea) if one.isVisible()]:
        column = area.widget()
        across = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if column is None or across:
            continue
        room = QRect(0, 0, area.viewport().width(), max(column.height(), 1))
        for one in [column, *shown(column)]:
            if _scrolls_inside(one, column):
                continue
            at = QRect(column.mapFromGlobal(one.mapToGlobal(QPoint())), one.size())
            if at.left() < -SLACK_PX or at.right() > room.right() + SLACK_PX:
                yield f"{called(one)} from {at.left()} to {at.right()} of {room.right()}"


def small(page: Page) -> Iterator[str]:
    """Things to press that a hand may miss."""
    for one in reachable(page):
        if isinstance(one, QScrollBar):
            continue
        hit = one.size()
        holder = _holders[one]
        if isinstance(one, QLineEdit) and isinstance(holder, QFrame) and holder.objectName() == "box":
            hit = hit.expandedTo(holder.size())
        if min(hit.width(), hit.height()) < TARGET_PX:
            yield f"{called(one)} is {hit.width()}x{hit.height()}"


def nameless(page: Page) -> Iterator[str]:
    """Things the keyboard reaches that a screen reader has no word for."""
    yield from (called(one) for one in reachable(page) if not name_of(one))


def out_of_order(page: Page) -> Iterator[str]:
    """Where Tab goes another way than the page is read."""
    reached = reachable(page)
    wanted = [one for one in in_order(page) if one in reached]
    chain: list[QWidget] = []
    step = page.nextInFocusChain()
    while step is not page and len(chain) < 5_000:
        if step in wanted:
            chain.append(step)
        step = step.nextInFocusChain()
    for place, (is_now, should_be) in enumerate(zip(chain, wanted, strict=False)):
        if is_now is not should_be:
            yield f"{place + 1}: {called(is_now)} comes before {called(should_be)}"
            return


def said_twice(page: Page) -> Iterator[str]:
    """Buttons side by side that a screen reader could not tell apart."""
    for holder in {_holders[one] for one in reachable(page)}:
        names = Counter(
            name_of(one)
            for one in reachable(page)
            if _holders[one] is holder and isinstance(one, QAbstractButton)
        )
        yield from (
            f"{name!r} {count} times in {called(holder)}" for name, count in names.items() if count > 1
        )


def reachable(root: QWidget) -> list[QWidget]:
    """Return what Tab can reach now."""
    return [
        one
        for one in shown(root)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and not isinstance(one, FocusRing)
    ]


def _is_inner(widget: QWidget) -> bool:
    holder = _holders.get(widget)
    while holder is not None:
        if isinstance(holder, QComboBox | QAbstractSpinBox | QAbstractItemView | FocusRing):
            return True
        holder = _holders.get(holder)
    return widget.objectName().startswith("qt_")


def _scrolls_inside(widget: QWidget, column: QWidget) -> bool:
    """Whether it lies in something else that scrolls, or paints what scrolls."""
    step = _holders.get(widget)
    while step is not None and step is not column:
        if isinstance(step, QAbstractScrollArea):
            return True
        step = _holders.get(step)
    return False


LOOKS = (
    Look("light"),
    Look("200", text_percent=200, size=(1366, 768)),
    Look("rtl", is_rtl=True),
    Look("small", size=(640, 480)),
    Look("small-200", text_percent=200, size=(640, 480)),
    Look("small-200-rtl", text_percent=200, size=(640, 480), is_rtl=True),
)


def main(argv: list[str]) -> int:
    """Print what is wrong with the wanted pages; return 1 if anything is."""
    from tests import shots  # noqa: PLC0415 - what it takes in starts a good part of the program

    wanted = {
        name: shot for name, shot in shots.SHOTS.items() if not argv or any(part in name for part in argv)
    }
    gc.disable()  # as main.py does: a worker must not take a widget down
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    QAccessible.setActive(True)
    sample = Sample.load(resources() / "sample" / "case.toml")
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "case.safehold"
        fill(vault, sample)
        shots._mark_done(vault, sample)
        for look in LOOKS:
            with window_in(app, vault, look) as started:
                for name in visited(started, sample.passphrase, wanted):
                    settle(limit_ms=300)  # the Tab key is put in order once a page has come to rest
                    found = findings(started.window.page) if started.window.page else []
                    print("".join(f"{look.name} {name}: {line}\n" for line in found), end="", flush=True)
                    count += len(found)
    return int(count > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
