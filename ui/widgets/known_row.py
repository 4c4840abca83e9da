# SPDX-License-Identifier: MIT
"""Somebody the person knows, in a list: who, how to reach them, and what they know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.legible import legible
from ui.people_words import reach, standing
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.rows import Columns, column_of
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Contact, Entry
    from ui.context import Context


class KnownRow(QFrame):
    """Signals: ``told_now``, ``change_wanted`` and ``take_back_wanted`` carry the entry."""

    told_now = Signal(object)
    change_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(
        self, context: Context, entry: Entry[Contact], *, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show them."""
        super().__init__(parent)
        words, contact = context.words, entry.fact
        self._context = context
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.name = Verbatim(context, contact.name or words("people.known.nameless"), "h3", parent=self)
        self.relation = Verbatim(context, contact.relation or "", "small", parent=self)
        self.reach = Verbatim(context, "\n".join(reach(context, contact)), lines=True, parent=self)
        self.standing = Label("\n".join(standing(context, contact)), "small_ink", parent=self)
        self.note = Verbatim(context, contact.note or "", "small", lines=True, parent=self)
        for name in ("name", "relation", "reach", "standing", "note"):
            label: Label = getattr(self, name)
            label.setObjectName(name)
            label.setVisible(bool(label.words))
        signals = {
            "told_now": self.told_now,
            "change": self.change_wanted,
            "take_back": self.take_back_wanted,
        }
        self.buttons: dict[str, Button] = {}
        for key, signal in signals.items():
            said = words(f"people.known.{key}")
            button = Button(context, said, "quiet", parent=self)
            button.setObjectName(key)
            button.setAccessibleName(f"{said} {legible(self.name.words)}")
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(entry))
            self.buttons[key] = button
        self.buttons["told_now"].setVisible(contact.told_at is None)
        self._lay_out()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        texts = (self.name, self.relation, self.reach, self.standing, self.note)
        self.line = Columns(self._context, gap_px=12, parent=self)
        self.line.add(column_of(texts, gap(2), self.line), top=True)
        self.line.add(column_of(tuple(self.buttons.values()), 0, self.line), 0, top=True)
        icon = IconView(
            self._context, "people", colour="primary", ground="primary_soft", ground_px=38, parent=self
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, gap(9), 0, gap(9))
        row.setSpacing(gap(17))
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
