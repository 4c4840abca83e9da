# SPDX-License-Identifier: MIT
"""How to get a page taken down, and how far the request has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.guide.services import takedown_helpers
from app.model import Takedown
from app.typed import kept
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import CaseFacts, Place
    from ui.context import Context

NONE = "none"


class TakedownPanel(Card):
    """Rows of what to do, and one line of chips.

    Signals:
        marked: carries the state (``None``: not asked yet) and whom they asked (text, or ``None``).
        help_wanted: see who can help.
    """

    marked = Signal(object, object)
    help_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show the way without the lines that depend on age."""
        super().__init__(context, context.words("watch.takedown.title"), kind="quiet", parent=parent)
        words = context.words
        self._context = context
        self._rows: list[NumberedRow] = []
        self.asked_of = Field(
            context, words("watch.takedown.of"), hint=words("watch.takedown.of.hint"), parent=self
        )
        self.state_label = Label(words("watch.takedown.ask"), "strong", parent=self)
        choices = [(NONE, words("watch.takedown.none"))]
        choices += [(each.value, words(f"watch.takedown.{each}")) for each in Takedown]
        self.state = Chips(context, choices, is_exclusive=True, parent=self)
        self.help = Button(context, words("watch.takedown.help"), "quiet", parent=self)
        for name in ("asked_of", "state_label", "state", "help"):
            getattr(self, name).setObjectName(name)
        for widget in (self.asked_of, self.state_label, self.state, self.help):
            self.body.addWidget(widget)
        self._drafts = Drafts(context.session, "watch.takedown", {"asked_of": self.asked_of}, self)
        self._asked_of = ""
        self.state.changed.connect(self._on_state)
        self.asked_of.edit.editingFinished.connect(self._on_typed)
        self.help.clicked.connect(self.help_wanted)

    def show_place(self, place: Place, facts: CaseFacts, about: str = "") -> None:
        """Show how things stand with a place, and who can help at this age; ``about``: id of its entry."""
        words = self._context.words
        helpers = takedown_helpers(self._context.contacts, facts)
        lines = [words("watch.takedown.1"), words("watch.takedown.2")]
        lines += [words(f"watch.takedown.{each.id}", name=each.name, reach=each.reach) for each in helpers]
        self._show_rows([*lines, words("watch.takedown.us")])
        self._asked_of = place.asked_of or ""
        self._drafts.turn_to(about, lambda: self.asked_of.set_text(self._asked_of))
        self.state.set_on((place.takedown.value if place.takedown else NONE,))
        self.help.setVisible(place.takedown is Takedown.REFUSED)

    def _show_rows(self, lines: list[str]) -> None:
        for row in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [NumberedRow(self._context, at, line, parent=self) for at, line in enumerate(lines, 1)]
        for at, row in enumerate(self._rows, start=1):
            self.body.insertWidget(at, row)

    def _on_typed(self) -> None:
        """Whom they asked may be typed after the state was told: then it is kept with it."""
        if self.state.on not in {(), (NONE,)} and self.asked_of.text != self._asked_of:
            self._on_state(self.state.on)

    def _on_state(self, on: tuple[str, ...]) -> None:
        self._asked_of = self.asked_of.text
        self._drafts.clear()
        state = None if on == (NONE,) else Takedown(on[0])
        self.help.setVisible(state is Takedown.REFUSED)
        self.marked.emit(state, kept(self.asked_of.text))
