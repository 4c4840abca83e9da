# SPDX-License-Identifier: MIT
"""What every page stands on: a title row, and a column of content that scrolls under it.

The shell (``MainWindow``) owns Hide and Menu, which lie over the title row; a page leaves room for them.

A page::

    class HelpPage(Page):
        title_key = "help.page.title"

        def _build(self) -> None: ...      # make widgets, attribute name == objectName
        def _lay_out(self) -> None: ...    # put them into self.content
        def _connect(self) -> None: ...    # signals to slots
        def refresh(self) -> None: ...     # ask the session for what is shown; called on every visit too

It never imports another page: it emits ``moved_on("evidence", detail)`` and the shell goes there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override
from ui.spoken_roles import HEADINGS, speak_as
from ui.widgets.crisis import CrisisCard
from ui.widgets.focus_order import order_focus, order_reading
from ui.widgets.label import Label
from ui.widgets.mark import Brand
from ui.widgets.rows import column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

TITLE_ROW_PX = 80
HIDE_ROOM_PX = 24 + 96 + 12
MENU_ROOM_PX = 28 + 116 + 12
SIDE_PX = 40  # content from x 260 to 1240 beside a sidebar of 220
NARROW_SIDE_PX = 28
WIDEST_PX = 1180
ANY_PX = 16_777_215  # QWIDGETSIZE_MAX
REST_MS = 150
READING_PX = 760  # running text at most. Source: look.md, section 4


class Column(QWidget):
    """What scrolls: as high as its things are at its width, and no higher.

    Signals:
        filled: something was put into it, or taken out, and it has come to rest.
    """

    filled = Signal()

    def __init__(self) -> None:
        """Hold nothing yet."""
        super().__init__()
        self._rest = QTimer(self, interval=REST_MS, singleShot=True)
        self._rest.timeout.connect(self.filled)

    @override
    def event(self, event: QEvent) -> bool:
        """Notice that the layouts are to be done anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.has_changed()
        return super().event(event)

    def has_changed(self) -> None:
        """Say so once it has come to rest; the first paint does not wait for it (G7)."""
        self._rest.start()

    @override
    def minimumSizeHint(self) -> QSize:
        """Only a width: layouts guess heights from other widths than the one they get."""
        return QSize(super().minimumSizeHint().width(), 0)


class Page(QWidget):
    """One screen.

    Attributes:
        title_key: words of the title; empty for a page that shows its own.
        is_bare: no sidebar; mark and name stand in the title row instead.
        teaches_hide: "or press Esc three times" stands beside Hide (bare pages only).
        has_crisis: in a narrow window the crisis lines are the last card.
        content: the column to fill.
        title_row: more may be added at its end.

    Signals:
        moved_on: go to another page; carries its name and a detail (an id, or None).
    """

    title_key: ClassVar[str] = ""
    is_bare: ClassVar[bool] = False
    teaches_hide: ClassVar[bool] = False
    has_crisis: ClassVar[bool] = True

    moved_on = Signal(str, object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Build the page and show what is known."""
        super().__init__(parent)
        self.context = context
        self.is_narrow = False
        self.crisis: CrisisCard | None = None
        self._frame()
        self._build()
        self._lay_out()
        self.content.addStretch(1)
        self._connect()
        self.refresh()

    def _build(self) -> None:
        """Make the widgets."""

    def _lay_out(self) -> None:
        """Put them into ``content``."""

    def _connect(self) -> None:
        """Connect signals to slots."""

    def refresh(self) -> None:
        """Show what is known now; called at the end of the making, and by ``open_with``."""

    def open_with(self, detail: object) -> None:
        """Be shown with a detail of ``moved_on``; the default only refreshes."""
        del detail
        self.refresh()

    @property
    def shown_with(self) -> object:
        """What this page is opened with in a window that takes the place of this one."""
        return None

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Stack columns and show the crisis lines at the end, or take that back."""
        if narrow or self.is_narrow:  # everything is made wide
            self._bend_children(narrow=narrow)
        self.is_narrow = narrow
        self._set_margins()
        if self.has_crisis and narrow and self.crisis is None:
            self.crisis = CrisisCard(self.context, parent=self)
            self.crisis.setObjectName("crisis")
            self.crisis.set_narrow(True)
            self.content.addWidget(self.crisis)
        if self.crisis is not None:
            self.crisis.setVisible(narrow)

    def take_focus(self) -> None:
        """Tab goes to the first thing of the page, and a screen reader says which page it is."""
        if not self.title_key:  # it has a headline of its own, which may change
            heads = [one for one in self.content_view.findChildren(Label) if one.property("role") in HEADINGS]
            shown = [one.accessibleName() for one in heads if one.isVisibleTo(self) and one.words.strip()]
            self.setAccessibleName(shown[0] if shown else "")
        self.content_view.has_changed()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        """Tab and screen readers go through the page as it stands now."""
        if self.isVisible():
            order_focus(self)
            if QAccessible.isActive():
                order_reading(self)

    def bring_up(self, part: QWidget) -> None:
        """Scroll to the top; in a narrow window so that the part begins there, once all has its place."""
        bar = self.scroll_area.verticalScrollBar()
        bar.setValue(0)
        if self.is_narrow:
            QTimer.singleShot(0, part, lambda: bar.setValue(part.mapTo(self.content_view, QPoint()).y()))

    def _bend_children(self, *, narrow: bool) -> None:
        for child in self.findChildren(QWidget):
            bend = getattr(child, "set_narrow", None)
            if bend is not None:
                bend(narrow)

    def name_children(self) -> None:
        """Give every widget the name of the attribute that holds it, where it has none."""
        for name, value in vars(self).items():
            if isinstance(value, QWidget) and not value.objectName():
                value.setObjectName(name)

    def add_text(self, parts: Sequence[QWidget]) -> None:
        """These stand under one another in the content, no wider than one reads with ease."""
        held = column_of(parts, self.context.theme.gap_px(16), self)
        held.setMaximumWidth(self.context.theme.text_px(READING_PX))
        line = QHBoxLayout()  # it asks for the height at the width that is held; the column does not
        line.addWidget(held, 1)
        line.addStretch(0)
        self.content.addLayout(line)

    def _frame(self) -> None:
        """Make title row, scroll area and content column."""
        self.setObjectName(type(self).__name__)
        self.setAccessibleName(self.context.words(self.title_key) if self.title_key else "")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("kind", "page")
        speak_as(self, "page")
        self._make_title_row()
        self.content_view = Column()
        self.content_view.setObjectName("content_view")
        self.content_view.filled.connect(self._order)
        self.content = QVBoxLayout(self.content_view)
        self.content.setSpacing(self.context.theme.gap_px(20))
        self.scroll_area = self._scroll()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.scroll_area, 1)
        self._set_margins()

    def _make_title_row(self) -> None:
        """As high as drawn, higher where a title takes two lines; on a bare page mark and name."""
        self.title = Label(self.context.words(self.title_key) if self.title_key else "", "title", parent=self)
        self.title.setObjectName("title")
        self.top = QWidget(self)
        self.top.setMinimumHeight(self.context.theme.control_px(TITLE_ROW_PX))
        self.top.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title_row = QHBoxLayout(self.top)
        self.title_row.setSpacing(self.context.theme.gap_px(16))
        if self.is_bare:
            self.brand = Brand(self.context, parent=self.top)
            self.title_row.addWidget(self.brand)
            self.title_row.addStretch(1)
            self.title.hide()
        else:
            self.title_row.addWidget(self.title, 1)

    def _scroll(self) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setObjectName("scroll_area")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # below 360 px at 100 %
        scroll.setWidget(self.content_view)
        return scroll

    def _set_margins(self) -> None:
        gap = self.context.theme.gap_px
        side = NARROW_SIDE_PX if self.is_narrow else SIDE_PX
        menu_px = self.context.theme.control_px(MENU_ROOM_PX)
        left = menu_px if self.is_narrow and not self.is_bare else side
        room = (left, self.context.theme.control_px(HIDE_ROOM_PX))
        near, far = reversed(room) if self.isRightToLeft() else room  # Qt mirrors no margins
        self.title_row.setContentsMargins(near, gap(8), far, gap(8))  # a title of two lines touches nothing
        widest = WIDEST_PX + 2 * SIDE_PX if not (self.is_bare or self.is_narrow) else ANY_PX
        self.content_view.setMaximumWidth(widest)
        self.content.setContentsMargins(side, 0, side, gap(40))
