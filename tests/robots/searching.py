# SPDX-License-Identifier: MIT
"""The robots of the search and of the exhibit that it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.robots.pages import WORK_MS
from tests.robots.robot import Robot

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.model import Rect


class EvidenceRobot(Robot):
    """Everything that was taken."""

    def is_read(self) -> None:
        """Wait until every picture is read, in the background."""
        page: Any = self.root
        reading = page.context.reading_pass
        self.until(lambda: reading.state is not None and reading.state.waiting == 0, within_ms=2 * WORK_MS)

    def search(self, what: str, *, finds: int) -> None:
        """Type it key by key, and wait until so many exhibits have it."""
        page: Any = self.root
        self.write("search_field", what)
        self.until(lambda: page.results.found is not None and page.results.found.what == what)
        self.until(lambda: len(page.results.model.finds) == finds)

    def open_find(self, row: int) -> None:
        """Press a row of what was found."""
        page: Any = self.root
        rows = page.results.find_list
        spot = rows.visualRect(page.results.model.index(row)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=spot)

    def open_exhibit(self, exhibit_id: str) -> None:
        """Press a card of the grid."""
        page: Any = self.root
        self.until(lambda: page.model.index_of(exhibit_id).isValid())
        grid, at = page.grid, page.model.index_of(exhibit_id)
        grid.scrollTo(at)
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=grid.visualRect(at).center())

    def says_nothing_found(self) -> None:
        """Wait for what to try."""
        self.until(lambda: self.sees("none"))


class ExhibitRobot(Robot):
    """One exhibit."""

    def outlined(self) -> Rect:
        """Wait until something is outlined; return the place that is chosen, in pixels of the picture."""
        page: Any = self.root
        view = page.picture.view
        self.until(lambda: view.outlines != ())
        place: Rect = view.outlines[view._chosen or 0]
        return place

    def shown(self) -> QImage:
        """Return what of the picture can be seen, lines included."""
        page: Any = self.root
        seen: QImage = page.picture.view.viewport().grab().toImage()
        return seen

    def place_of(self, place: Rect) -> Any:
        """Return where a place of the picture stands in what can be seen."""
        page: Any = self.root
        return page.picture.view.outline_at(place)

    def mark_body(self) -> None:
        """Say that a body is in it, and wait until the picture is covered and that is kept."""
        page: Any = self.root
        with self.qtbot.waitSignal(page.exhibit_revised):
            self.press("cover_button")
        self.until(lambda: bool(page.picture.is_covered))

    def choose_picture(self, number: int) -> None:
        """Press a picture of the conversation, numbered from 1."""
        page: Any = self.root
        rows = page.run.frames
        self.until(lambda: rows.isVisible() and page.run.model.rowCount() > number)
        at = page.run.model.index(page.run.model.first_frame().row() + number - 1)
        rows.scrollTo(at)
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(at).center())

    def is_shown(self) -> None:
        """Wait until the picture is there."""
        page: Any = self.root
        self.until(lambda: bool(page.picture.view.has_picture))

    def back(self) -> None:
        """To all evidence."""
        self.press("back")
