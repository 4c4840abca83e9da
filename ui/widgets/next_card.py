# SPDX-License-Identifier: MIT
"""The one thing that helps most now, with its button; or that nothing more is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.identify.people import Gap, first_gap
from ui.legible import brief
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Account, Entry
    from ui.context import Context
    from ui.kept_people import PeopleHeld


class NextCard(Card):
    """Signals: ``wanted`` carries the gap to fill, and the account it is a gap of (or None)."""

    wanted = Signal(object, object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, kind="soft", padding_px=24, parent=parent)
        self._context = context
        self.gap: Gap | None = None
        self._entry: Entry[Account] | None = None
        self.overline = Label(context.words("people.next.overline"), "overline", parent=self)
        self.what = Label("", "h2", parent=self)
        self.note = Label("", parent=self)
        self.go = Button(context, "", "primary", parent=self)
        for name in ("overline", "what", "note", "go"):
            getattr(self, name).setObjectName(name)
        for widget in (self.overline, self.what, self.note):
            self.body.addWidget(widget)
        self.body.addSpacing(context.theme.gap_px(8))
        self.body.addWidget(self.go)
        self.go.clicked.connect(lambda: self.wanted.emit(self.gap, self._entry))
        self.hide()

    def show_held(self, held: PeopleHeld) -> None:
        """Say what is missing first."""
        words = self._context.words
        self.gap, self._entry = first_gap(held.accounts, held.contacts, self._can_find)
        key = self.gap.value if self.gap else "done"
        platform = brief(self._context.catalogue.name_of(self._entry.fact.platform)) if self._entry else ""
        self.what.set_words(words(f"people.next.{key}", platform=platform))
        self.note.set_words(words(f"people.next.{key}.note"))
        self.overline.setVisible(self.gap is not None)
        self.go.setVisible(self.gap is not None)
        if self.gap is not None:
            self.go.set_words(words(f"people.next.{key}.go"))
        self.show()

    def _can_find(self, platform: str) -> bool:
        return self._context.catalogue.find(platform) is not None
