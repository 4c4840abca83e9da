# SPDX-License-Identifier: MIT
"""The pages of a finished PDF, one below the other, drawn in the background as they come into view."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from app.report.preview import POINTS_PER_INCH, PdfPages
from ui.background import Lane
from ui.override import override
from ui.spoken_roles import speak_as
from ui.widgets.painting import image_of, paint_edge

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from app.capture.models import Frame
    from ui.background import Background
    from ui.theme import Theme

SCREEN_DPI = 96  # what a window takes 100 % to be
GAP_PX = 18
KEPT_PAGES = 6
ZOOM_STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0)
FIT_KEY = QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_0)


class PdfView(QAbstractScrollArea):
    """Shows a PDF; at first as wide as the view. A screen reader is told the words of the page in view."""

    page_changed = Signal(int, int)
    zoom_changed = Signal(float)
    failed = Signal(object)

    def __init__(self, theme: Theme, background: Background, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._background = background
        self._pages: PdfPages | None = None
        self._zoom: float | None = None
        self._kept: dict[tuple[int, float], QPixmap] = {}
        self._asked: set[tuple[int, float]] = set()
        self._told = (0, 0)
        self._turn = 0
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, "picture")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def page_count(self) -> int:
        """How many pages are open."""
        return len(self._pages) if self._pages else 0

    @property
    def current_page(self) -> int:
        """The page at the upper third of the view, counted from 1; 0 if there is none."""
        line = self.verticalScrollBar().value() + self.viewport().height() // 3
        above = [index for index in range(self.page_count) if self._page_rect(index).top() <= line]
        return len(above) if above else min(1, self.page_count)

    @property
    def zoom(self) -> float:
        """How large the page is shown; at 1.0 an inch of paper takes 96 pixels."""
        return self._zoom if self._zoom is not None else self._fit_zoom()

    def show_pdf(self, data: bytes) -> None:
        """Open these bytes and show the first page."""
        self._turn += 1
        self._background.run(
            partial(PdfPages, data),
            owner=self,
            then=partial(self._on_opened, self._turn),
            otherwise=self.failed.emit,
            lane=Lane.PDFIUM,
        )

    def clear(self) -> None:
        """Let go of the PDF."""
        self._turn += 1  # what is being opened now comes too late
        self._let_go()

    def fit(self) -> None:
        """Show the pages as wide as the view."""
        page = self.current_page
        self._zoom = None
        self._forget()
        self.go_to(page)

    def set_zoom(self, zoom: float) -> None:
        """Show the pages this large."""
        page = self.current_page
        self._zoom = min(max(zoom, ZOOM_STEPS[0]), ZOOM_STEPS[-1])
        self._forget()
        self.go_to(page)

    def zoom_in(self) -> None:
        """Go to the next larger step."""
        self.set_zoom(next((step for step in ZOOM_STEPS if step > self.zoom + 0.01), ZOOM_STEPS[-1]))

    def zoom_out(self) -> None:
        """Go to the next smaller step."""
        self.set_zoom(next((step for step in reversed(ZOOM_STEPS) if step < self.zoom - 0.01), ZOOM_STEPS[0]))

    def go_to(self, page: int) -> None:
        """Bring a page, counted from 1, to the top of the view."""
        if 1 <= page <= self.page_count:
            self.verticalScrollBar().setValue(self._page_rect(page - 1).top() - GAP_PX)

    @override
    def sizeHint(self) -> QSize:
        """Return a size that shows most of a page."""
        return QSize(644, 480)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._forget()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the PDF."""
        self.clear()
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up, Page Down, Home and End turn pages; Ctrl with +, - and 0 shows them larger or smaller."""
        if self._zooms_by(event):
            return
        targets = {
            Qt.Key.Key_PageDown: self.current_page + 1,
            Qt.Key.Key_PageUp: self.current_page - 1,
            Qt.Key.Key_Home: 1,
            Qt.Key.Key_End: self.page_count,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
            return
        self.go_to(target)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what is in view; a page that is not ready yet is a white sheet."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._theme.colour("sunken"))
        offset_x, offset_y = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        view = self.viewport().rect().translated(offset_x, offset_y)
        for index in range(self.page_count):
            sheet = self._page_rect(index)
            if sheet.intersects(view):
                self._paint_page(painter, index, sheet.translated(-offset_x, -offset_y))

    def _zooms_by(self, event: QKeyEvent) -> bool:
        """Whether it was a key that shows the pages larger, smaller or as wide as the view."""
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif QKeySequence(event.keyCombination()) == FIT_KEY:
            self.fit()
        else:
            return False
        return True

    def _paint_page(self, painter: QPainter, index: int, sheet: QRect) -> None:
        """Draw one page, or ask for it."""
        painter.fillRect(sheet, Qt.GlobalColor.white)
        picture = self._kept.get((index, self._dpi()))
        if picture is None:
            self._ask(index)
        else:
            painter.drawPixmap(sheet, picture)
        paint_edge(painter, QRectF(sheet), self._theme.colour("line"), 0)

    def _ask(self, index: int) -> None:
        """Have a page drawn, once."""
        key = (index, self._dpi())
        if self._pages is None or key in self._asked:
            return
        self._asked.add(key)
        self._background.run(
            partial(self._pages.render, *key),
            owner=self,
            then=partial(self._on_rendered, self._pages, key),
            otherwise=self.failed.emit,
            lane=Lane.PDFIUM,
        )

    def _let_go(self) -> None:
        """Close the PDF, in the thread that uses it."""
        if self._pages is not None:
            self._background.run(self._pages.close, owner=self, lane=Lane.PDFIUM)
        self._pages = None
        self.setAccessibleDescription("")
        self._forget()

    def _on_opened(self, turn: int, pages: PdfPages) -> None:
        """Show the new PDF from its first page, unless it was given up meanwhile."""
        self._let_go()
        self._pages = pages
        if turn != self._turn:
            self._let_go()
            return
        self._told = (0, 0)
        self._forget()
        self.verticalScrollBar().setValue(0)
        self._tell_page()

    def _on_rendered(self, pages: PdfPages, key: tuple[int, float], frame: Frame) -> None:
        """Keep a page that was drawn, unless the PDF or the size changed meanwhile."""
        if pages is not self._pages:
            return
        self._asked.discard(key)
        if key[1] != self._dpi():
            return
        picture = QPixmap.fromImage(image_of(frame))
        picture.setDevicePixelRatio(self.devicePixelRatioF())
        self._kept[key] = picture
        while len(self._kept) > KEPT_PAGES:
            self._kept.pop(next(iter(self._kept)))
        self.viewport().update()

    def _fit_zoom(self) -> float:
        """Return the size at which the widest page fills the view."""
        room = self.viewport().width() - 2 * GAP_PX
        widest = max((size.width_pt for size in self._pages.sizes), default=595.0) if self._pages else 595.0
        return max(0.1, room * POINTS_PER_INCH / widest / SCREEN_DPI)

    def _dpi(self) -> float:
        """Return how finely pages are drawn now."""
        return round(SCREEN_DPI * self.zoom * self.devicePixelRatioF(), 2)

    def _page_size(self, index: int) -> QSize:
        """Return how large one page is shown."""
        if self._pages is None:
            return QSize(0, 0)
        size, scale = self._pages.sizes[index], SCREEN_DPI * self.zoom / POINTS_PER_INCH
        return QSize(round(size.width_pt * scale), round(size.height_pt * scale))

    def _page_rect(self, index: int) -> QRect:
        """Return where one page stands on the roll of pages."""
        top = GAP_PX + sum(self._page_size(n).height() + GAP_PX for n in range(index))
        size = self._page_size(index)
        left = max(GAP_PX, (self.viewport().width() - size.width()) // 2)
        return QRect(left, top, size.width(), size.height())

    def _forget(self) -> None:
        """Drop drawn pages and lay the roll out anew."""
        self._kept.clear()
        self._asked.clear()
        last = self._page_rect(self.page_count - 1) if self.page_count else QRect()
        room = self.viewport().size()
        for bar, whole, page in (
            (self.horizontalScrollBar(), last.width() + 2 * GAP_PX, room.width()),
            (self.verticalScrollBar(), last.bottom() + GAP_PX, room.height()),
        ):
            bar.setRange(0, max(0, whole - page))
            bar.setPageStep(page)
            bar.setSingleStep(40)
        self.viewport().update()
        self.zoom_changed.emit(self.zoom)

    def _tell_page(self) -> None:
        """Say which page is in view, when that changes."""
        now = (self.current_page, self.page_count)
        if now != self._told:
            self._told = now
            self._read_out(now[0])
            self.page_changed.emit(*now)

    def _read_out(self, page: int) -> None:
        """Give screen readers the words of a page, once they are taken from the PDF."""
        if self._pages is None:
            return
        self._background.run(
            partial(self._pages.text, page - 1),
            owner=self,
            then=partial(self._on_read, self._pages, page),
            lane=Lane.PDFIUM,
        )

    def _on_read(self, pages: PdfPages, page: int, text: str) -> None:
        if pages is self._pages and page == self._told[0]:
            self.setAccessibleDescription(" ".join(text.split()))
