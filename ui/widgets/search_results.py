# SPDX-License-Identifier: MIT
"""What a search found: how much, which of it, in which order; or what to try where nothing was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.clock import datetime_zone
from ui.models.finds import FindsModel, Order
from ui.moments import hour, short_day
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.empty_state import EmptyState
from ui.widgets.exhibit_filters import ExhibitFilters
from ui.widgets.find_list import SIDE_PX, FindList
from ui.widgets.found_line import foot_of
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from app.model import Listed
    from ui.context import Context
    from ui.models.finds import Find, Finds

LEAST_LETTERS = 2  # of one letter half the case is full
TRIES = ("fewer", "number", "covered")


class SearchResults(QWidget):
    """Hidden until there is something to say.

    Signals:
        find_opened: carries the Find that was chosen.
    """

    find_opened = Signal(object)

    def __init__(
        self,
        context: Context,
        picture: Callable[[Listed], QPixmap | None],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet; ``picture`` gives the small picture of an exhibit, if it is here."""
        super().__init__(parent)
        self._context = context
        self._found: Finds | None = None
        self._exhibit_count = 0
        self._order = Order.BEST
        self.model = FindsModel(self._say, picture, self)
        self.filters = ExhibitFilters(context, parent=self)
        self.count = Label("", "h3", parent=self)
        self.order = Button(context, "", "quiet", icon="sort", parent=self)
        self.card = Card(context, parent=self)
        self.find_list = FindList(context, self.model, self.card)
        self.searched = Label("", "small", parent=self)
        self.none = EmptyState(context, " ", [""] * len(TRIES), parent=self)
        self.tries = self.none.lines
        for name in ("filters", "count", "order", "card", "searched", "none"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.order.clicked.connect(self._on_order)
        self.filters.changed.connect(self._show)
        self.find_list.find_opened.connect(self.find_opened)
        self.hide()

    @property
    def found(self) -> Finds | None:
        """What was found last."""
        return self._found

    def show_finds(self, finds: Finds, exhibit_count: int) -> None:
        """Show what was found in a case of so many exhibits."""
        self._found, self._exhibit_count = finds, exhibit_count
        self.filters.offer([one.exhibit for one in finds.finds], least=2)
        self._show()
        self.show()

    def forget(self) -> None:
        """Hold nothing any more."""
        self._found = None
        self.model.set_finds(())
        self.filters.offer((), least=2)
        self.hide()

    def pictures_changed(self) -> None:
        """Small pictures have come."""
        self.find_list.viewport().update()

    def _show(self) -> None:
        found, words = self._found, self._context.words
        if found is None:
            return
        now = self._context.clock.now()
        self.find_list.delegate.today = now.utc.astimezone(datetime_zone(now.offset_minutes)).date()
        shown = [one for one in found.ordered(self._order) if self.filters.fits(one.exhibit)]
        self.model.set_finds(shown)
        count = len(found.finds)
        key = "count" if found.are_all else "more_than"
        self.count.set_words(words(f"search.hits.{key}", n=count, what=found.what))
        self.find_list.setAccessibleDescription(self.count.accessibleName())
        for widget in (self.count, self.card):
            widget.setVisible(count > 0)
        self.order.setVisible(count > 1)
        self.order.set_words(self._order_words())
        self.order.setAccessibleName(words("search.hits.order.say", order=self._order_words()))
        self.searched.set_words(self._searched(found))
        self.none.setVisible(not count)
        say_aloud(self, self.none.title.accessibleName() if not count else self.count.accessibleName())
        if not count:
            self._show_none(found)

    def _show_none(self, found: Finds) -> None:
        """Say what to try."""
        words, state = self._context.words, found.state
        self.none.title.set_words(words("search.none.title", what=found.what))
        keys = list(TRIES)
        if not state.is_on:
            keys = ["fewer", "off"]
        elif state.waiting:
            keys = ["waiting", "fewer", "number"]
        if len(found.what) < LEAST_LETTERS:
            keys = ["short"]
        for label, key in zip(self.tries, keys + [""] * len(self.tries), strict=False):
            label.setVisible(bool(key))
            if key:
                label.set_words(words(f"search.none.{key}"))

    def _searched(self, found: Finds) -> str:
        """Return what was looked at, and what was not."""
        words, state = self._context.words, found.state
        if not state.is_on:
            return words("search.hits.own")
        said = words("search.hits.some" if state.waiting else "search.hits.all", n=self._exhibit_count)
        if not state.failed:
            return said
        return f"{said} {words('search.hits.failed', n=state.failed)}"

    def _order_words(self) -> str:
        return self._context.words("search.hits.best" if self._order is Order.BEST else "search.hits.newest")

    def _on_order(self) -> None:
        self._order = Order.NEWEST if self._order is Order.BEST else Order.BEST
        self._show()

    def _say(self, find: Find) -> str:
        """Return what a screen reader says of a row."""
        at, language = find.exhibit.taken_at, self._context.settings.language
        return self._context.words(
            "search.hits.say",
            ref=find.exhibit.ref,
            day=short_day(at.date(), language),
            time=hour(at, language),
            line=find.line,
            where=foot_of(self._context, find),
        )

    def _lay_out(self) -> None:
        theme = self._context.theme
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self.count, 1)
        head.addWidget(self.order)
        self.card.body.addWidget(self.find_list)
        side, over = theme.gap_px(20 - SIDE_PX), theme.gap_px(4)  # the rows bring their own room
        inside = self.card.layout()
        if inside is not None:
            inside.setContentsMargins(side, over, side, over)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap_px(12))
        column.addWidget(self.filters)
        column.addLayout(head)
        column.addWidget(self.card)
        column.addWidget(self.none)
        column.addWidget(self.searched)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.count.setAlignment(Qt.AlignmentFlag.AlignVCenter)
