# SPDX-License-Identifier: MIT
"""One place or report in the list: what it is, how things stand, when it is looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.guide.due import look_on
from ui.watch_words import kind_of, name_of, standing, today, when_next
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Columns
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Entry, Place, ReportMade
    from ui.context import Context


class WatchRow(QFrame):
    """A row with a button.

    Signals:
        opened: carries the entry.
    """

    opened = Signal(object)

    def __init__(
        self,
        context: Context,
        entry: Entry[Place] | Entry[ReportMade],
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the entry as it is today."""
        super().__init__(parent)
        fact, words, day = entry.fact, context.words, today(context)
        on = look_on(fact)
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.what = Verbatim(context, name_of(fact), "strong", parent=self)
        about = [kind_of(context, fact), standing(context, fact)]
        self.about = Verbatim(context, " · ".join(part for part in about if part), "small", parent=self)
        is_due = on is not None and on <= day
        self.next = Label(
            when_next(context, fact, day), "overline" if is_due else "small", wraps=False, parent=self
        )
        self.open = Button(context, words("watch.page.more"), "quiet", parent=self)
        self.open.setAccessibleName(words("watch.row.open", what=self.what.words))
        for name in ("what", "about", "next", "open"):
            getattr(self, name).setObjectName(name)
        self.open.clicked.connect(lambda: self.opened.emit(entry))
        self._lay_out(context)

    def _lay_out(self, context: Context) -> None:
        texts = QFrame(self)
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.what)
        column.addWidget(self.about)
        self.line = Columns(context, gap_px=14, parent=self)
        self.line.add(texts)
        for widget in (self.next, self.open):
            self.line.line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        gap = context.theme.gap_px
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, gap(8), 0, gap(8))
        outer.addWidget(self.line)
