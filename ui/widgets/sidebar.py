# SPDX-License-Identifier: MIT
"""The side of the window: take a picture, the pages, the crisis lines, Lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.spoken_roles import speak_as
from ui.widgets.button import Button
from ui.widgets.card import rule
from ui.widgets.crisis import CrisisBlock
from ui.widgets.focus_order import order_reading
from ui.widgets.mark import Brand

if TYPE_CHECKING:
    from collections.abc import Collection

    from ui.context import Context
    from ui.held import Held

WIDTH_PX = 220
SIDE_PX, SCROLL_PX = 12, 14  # beside the rows, and a bar where they do not all fit
MAIN_PAGES = ("steps", "evidence")
OFFERED_PAGES = (
    "people",
    "payments",
    "timeline",
    "watch",
)  # there when they hold something, or were asked for
END_PAGES = ("report", "safe", "help", "settings")
ICONS = {"safe": "keep"}  # where the icon is not called as the page


class Sidebar(QFrame):
    """Beside the page in a wide window, over it behind Menu in a narrow one.

    Signals:
        page_asked: a page was chosen; carries its name.
        picture_asked: Take a picture was pressed.
        lock_asked: Lock was pressed.
    """

    page_asked = Signal(str)
    picture_asked = Signal()
    lock_asked = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show every row; none is chosen yet."""
        super().__init__(parent)
        self._context = context
        self._is_over = False
        self.setObjectName("sidebar")
        self.setAccessibleName(context.words("window.nav"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("rtl", self.isRightToLeft())
        self.brand = Brand(context, parent=self)
        self.picture = Button(context, context.words("window.picture"), icon="camera", parent=self)
        self.picture.setObjectName("picture")
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pages = {
            name: self._row(name, ICONS.get(name, name)) for name in (*MAIN_PAGES, *OFFERED_PAGES, *END_PAGES)
        }
        for name in OFFERED_PAGES:
            self.pages[name].hide()
        self.crisis = CrisisBlock(context, parent=self)
        self.lock = self._row("lock", "folder")
        self.lock.setCheckable(False)
        self._lay_out()
        self._fit()
        order_reading(self)
        self.picture.clicked.connect(self.picture_asked)
        self.lock.clicked.connect(self.lock_asked)
        for name, row in self.pages.items():
            row.clicked.connect(lambda _=False, name=name: self.page_asked.emit(name))

    def set_current(self, name: str) -> None:
        """Mark the page that is shown; it has a row from now on."""
        self.offer((name,))
        for page, row in self.pages.items():
            row.setChecked(page == name)
            row.set_icon(ICONS.get(page, page))

    def offer(self, names: Collection[str]) -> None:
        """Show the rows of these pages too, from now on; a row that was shown stays."""
        for name in OFFERED_PAGES:
            if name in names:
                self.pages[name].show()

    def forget(self) -> None:
        """Offer nothing of a case that is not open."""
        for name in OFFERED_PAGES:
            self.pages[name].hide()

    def show_held(self, held: Held) -> None:
        """Offer the pages that hold something, and no pictures on the path of words only."""
        self.offer(held.pages)
        self.picture.setVisible(not held.is_words_only)

    def set_over(self, is_over: bool) -> None:  # noqa: FBT001 - one plain switch
        """Be the menu of a narrow window: the crisis lines come first there."""
        self._column.removeWidget(self.crisis)
        self._column.insertWidget(1 if is_over else self._column.indexOf(self._scroll) + 1, self.crisis)
        self._is_over = is_over
        self._fit()

    def _fit(self) -> None:
        """Be as wide as drawn; wider where a word of another language takes more."""
        theme = self._context.theme
        drawn = theme.text_px(WIDTH_PX) if self._is_over else theme.control_px(WIDTH_PX)
        rows = (*self.pages.values(), self.picture, self.lock)
        widest = max(row.sizeHint().width() for row in rows) + 2 * theme.gap_px(SIDE_PX) + SCROLL_PX
        self.setFixedWidth(max(drawn, widest))

    def _row(self, name: str, icon: str) -> Button:
        row = Button(self._context, self._context.words(f"window.{name}"), "nav", icon=icon, parent=self)
        row.setObjectName(name)
        row.setCheckable(True)
        speak_as(row, "button" if name == "lock" else "tab")
        row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        return row

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        nav = QWidget()
        nav.setObjectName("nav")
        rows = QVBoxLayout(nav)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(gap(4))
        for name in (*MAIN_PAGES, *OFFERED_PAGES):
            rows.addWidget(self.pages[name])
        rows.addSpacing(gap(9))
        rows.addWidget(rule(nav))
        rows.addSpacing(gap(9))
        for name in END_PAGES:
            rows.addWidget(self.pages[name])
        rows.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(nav)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(gap(12), gap(20), gap(12), gap(14))
        self._column.setSpacing(gap(8))
        self.brand.setContentsMargins(gap(10), 0, 0, gap(16))
        for widget in (self.brand, self.picture):
            self._column.addWidget(widget)
        self._column.addSpacing(gap(12))
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.crisis)
        self._column.addSpacing(gap(4))
        self._column.addWidget(rule(self))
        self._column.addWidget(self.lock)
