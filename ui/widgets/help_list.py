# SPDX-License-Identifier: MIT
"""Whom to turn to: those somebody has confirmed, with number and hours; of the others only the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.contact_row import ContactRow
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from app.guide.contacts import Contact, ForWhom
    from ui.context import Context
    from ui.widgets.contact_row import Seen


class HelpList(QWidget):
    """Two cards under each other; the second is there only where it holds something."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nobody yet."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._context = context
        words = context.words
        self.rows: list[ContactRow] = []
        self.list = Card(context, padding_px=24, parent=self)
        self.list.body.setSpacing(0)
        self.lead = QWidget(self.list)
        self.no_talk = Label("", parent=self.lead)
        self.none = Label(words("help.need.none"), parent=self.lead)
        said = QVBoxLayout(self.lead)
        said.setContentsMargins(0, 0, 0, context.theme.gap_px(12))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        for part in (self.no_talk, self.none):
            said.addWidget(part)
        self.list.body.addWidget(self.lead)
        self.list.body.addLayout(self._rows)
        self.unchecked = Card(context, words("help.unchecked.title"), kind="quiet", parent=self)
        self.unchecked.body.addWidget(Label(words("help.unchecked.lead"), "small_ink", parent=self.unchecked))
        self._names = QVBoxLayout()
        self._names.setSpacing(0)
        self.unchecked.body.addLayout(self._names)
        for name in ("list", "no_talk", "none", "unchecked"):
            getattr(self, name).setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(16))
        column.addWidget(self.list)
        column.addWidget(self.unchecked)

    def show_contacts(
        self,
        fitting: tuple[Contact, ...],
        seen: Seen,
        need: ForWhom | None,
        *,
        is_narrow: bool,
    ) -> None:
        """Show these, as they are now."""
        emergency = self._context.here.fields.get("emergency") or ""
        has_talk = any(one.is_crisis and one.field == "talk" for one in fitting)
        self.no_talk.set_words(self._context.words("help.page.talk_none", emergency=emergency))
        self.no_talk.setVisible(not has_talk)
        is_none = need is not None and not any(need in one.for_whom for one in fitting)
        self.none.setVisible(is_none)
        self.lead.setVisible(is_none or not has_talk)
        empty(self._rows)
        self.rows = [
            ContactRow(self._context, one, seen, is_last=one is fitting[-1], parent=self.list)
            for one in fitting
        ]
        for row in self.rows:
            row.set_narrow(is_narrow)
            self._rows.addWidget(row)

    def show_unchecked(self, names: tuple[str, ...]) -> None:
        """Show the names of those nobody has confirmed: no number and no address."""
        empty(self._names)
        for name in names:
            self._names.addWidget(Label(name, "strong", parent=self.unchecked))
        self.unchecked.setVisible(bool(names))


def empty(layout: QLayout) -> None:
    """Take every part out."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
