# SPDX-License-Identifier: MIT
"""The frame round every page: sidebar, Menu, and Hide, which never moves by a pixel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.page import NARROW_SIDE_PX, Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from ui.context import Context
    from ui.widgets.sidebar import Sidebar

HIDE_RIGHT_PX, HIDE_TOP_PX = 24, 20  # Source: mock/README.md, Frame
HIDE_SIZE_PX = (96, 40)


class Shell(QWidget):
    """Shows one page at a time.

    Signals:
        hide_asked: Hide was pressed.
        page_asked, picture_asked, lock_asked: as of the sidebar.
    """

    hide_asked = Signal()
    page_asked = Signal(str)
    picture_asked = Signal()
    lock_asked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show no page yet."""
        super().__init__(parent)
        self.setObjectName("shell")
        self._context = context
        words = context.words
        self._is_narrow: bool | None = None
        self.stack = QStackedWidget(self)
        self.stack.setObjectName("stack")
        self._sidebar: Sidebar | None = None
        self.hide_button = Button(context, words("window.hide"), "hide", icon="hide", parent=self)
        self.hide_button.setObjectName("hide_button")
        self.hide_button.setAccessibleDescription(words("window.hide.esc"))
        self.esc = Label(words("window.hide.esc"), "small", wraps=False, parent=self)
        self.esc.setObjectName("esc")
        self.menu = Button(context, words("window.menu"), icon="menu", parent=self)
        self.menu.setObjectName("menu")
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self._line.addWidget(self.stack, 1)
        self.hide_button.clicked.connect(self.hide_asked)
        self.menu.clicked.connect(self._on_menu)
        self.stack.installEventFilter(self)

    @property
    def sidebar(self) -> Sidebar:
        """The side of the window, made when a page first has it: the first paint does without (G7)."""
        if self._sidebar is None:
            from ui.widgets.sidebar import Sidebar  # noqa: PLC0415 - 1 ms of the first paint (G7)

            self._sidebar = Sidebar(self._context, parent=self)
            self._sidebar.page_asked.connect(self._close_menu)
            self._sidebar.page_asked.connect(self.page_asked)
            self._sidebar.picture_asked.connect(self.picture_asked)
            self._sidebar.lock_asked.connect(self.lock_asked)
            self._place_sidebar()
        return self._sidebar

    @property
    def page(self) -> Page | None:
        """What is shown."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def is_narrow(self) -> bool:
        """Whether the sidebar is behind Menu."""
        return bool(self._is_narrow)

    def show_page(self, page: Page, name: str) -> None:
        """Show a page, with what belongs round it; a page is taken in when first shown."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if not page.is_bare:
            self.sidebar.set_current(name)
        page.set_narrow(self.is_narrow)
        page.scroll_area.verticalScrollBar().setValue(0)
        page.take_focus()  # Hide is the last thing Tab comes to
        self._arrange()

    def drop_pages(self, *, but: Page | None = None) -> None:
        """Let go of every page but one, and of all that was on them."""
        if self._sidebar is not None and but is None:
            self._sidebar.forget()
        held = [self.stack.widget(place) for place in range(self.stack.count())]
        for page in (one for one in held if one is not None and one is not but):
            self.stack.removeWidget(page)
            page.hide()
            page.deleteLater()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep Hide in its place, and bend where the window is narrow."""
        super().resizeEvent(event)
        is_narrow = self._context.theme.is_narrow(self.width())
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            if self._sidebar is not None:
                self._place_sidebar()
            if self.page is not None:
                self.page.set_narrow(is_narrow)
        self._arrange()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A press beside the open menu closes it."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._close_menu()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the open menu."""
        if event.key() == Qt.Key.Key_Escape:
            self._close_menu()
        super().keyPressEvent(event)

    def _place_sidebar(self) -> None:
        """Beside the page, or over it behind Menu."""
        self._line.removeWidget(self.sidebar)
        if not self.is_narrow:
            self._line.insertWidget(0, self.sidebar)
        self.sidebar.set_over(self.is_narrow)

    def _arrange(self) -> None:
        page = self.page
        is_bare = page is None or page.is_bare
        self.menu.setVisible(self.is_narrow and not is_bare)
        if self._sidebar is not None:
            self._sidebar.setVisible(not self.is_narrow and not is_bare)
        self.esc.setVisible(page is not None and page.is_bare and page.teaches_hide and not self.is_narrow)
        size = self._context.theme.control_px
        width = max(size(HIDE_SIZE_PX[0]), self.hide_button.sizeHint().width())
        self.hide_button.setFixedSize(width, size(HIDE_SIZE_PX[1]))
        self.menu.adjustSize()
        self.esc.adjustSize()
        top = size(HIDE_TOP_PX)
        hide_x = self.width() - HIDE_RIGHT_PX - self.hide_button.width()
        esc_x = hide_x - 12 - self.esc.width()
        self._put(self.hide_button, hide_x, top)
        self._put(self.esc, esc_x, top + (self.hide_button.height() - self.esc.height()) // 2)
        self._put(self.menu, NARROW_SIDE_PX, top)
        if self.is_narrow and self._sidebar is not None:
            width = self._sidebar.width()
            self._sidebar.setGeometry(self._mirrored(0, width), 0, width, self.height())
        self.hide_button.raise_()

    def _put(self, widget: QWidget, x: int, y: int) -> None:
        widget.move(QPoint(self._mirrored(x, widget.width()), y))
        widget.raise_()

    def _mirrored(self, x: int, width: int) -> int:
        """Return the place counted from the other side where the window runs right to left."""
        return self.width() - x - width if self.isRightToLeft() else x

    def _on_menu(self) -> None:
        self.sidebar.show()
        self.sidebar.raise_()
        next(iter(self.sidebar.pages.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def _close_menu(self) -> None:
        if self.is_narrow and self._sidebar is not None:
            self._sidebar.hide()
