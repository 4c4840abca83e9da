# SPDX-License-Identifier: MIT
"""One copy outside the vault: what it is and where, that it was handed over, and off the disk again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.model import CopyKind
from app.package.removing import Removal
from ui.legible import legible
from ui.moments import hour, short_day
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Flow
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.model import Copy
    from ui.context import Context

WORDS = "package.copies"


class CopyRow(QFrame):
    """Two quiet buttons, and below them the question that the pressed one asks.

    Signals:
        handed_over: carries the copy and who took it.
        removal_wanted: carries the copy.
        gone: the person says it is not there any more; carries the copy.
    """

    handed_over = Signal(object, str)
    removal_wanted = Signal(object)
    gone = Signal(object)

    def __init__(
        self, context: Context, copy: Copy, *, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        """Say what it is, when it was made and where it stands."""
        super().__init__(parent)
        self._context = context
        self.copy = copy
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self._build(context, Path(copy.place or "").name)
        self._lay_out(context)
        self._connect()

    def say(self, found: Removal) -> None:
        """Tell what came of the removal; a copy that cannot be found may be said to be gone."""
        self._close()
        note = f"{WORDS}.removal.{found.value}.note"
        said = self._context.words(note) if self._context.words.has(note) else ""
        kind = "good" if found is Removal.REMOVED else "hint"
        self.found.say(kind, self._context.words(f"{WORDS}.removal.{found.value}"), said)
        self.gone_button.setVisible(found not in {Removal.REMOVED, Removal.REFUSED})

    def _build(self, context: Context, name: str) -> None:
        words, copy = context.words, self.copy
        what = words(f"{WORDS}.{copy.kind.value}")
        language = context.settings.language
        at = copy.made_at.astimezone()
        made = words(f"{WORDS}.made", day=short_day(at.date(), language), time=hour(at, language))
        handed = words(f"{WORDS}.handed.done", to=copy.handed_to) if copy.handed_to else ""
        self.what = Label(what, "strong", parent=self)
        self.where = Label(legible(copy.place or ""), "mono", parent=self)
        self.when = Label(f"{made} {legible(handed)}".strip(), "small", parent=self)
        self.buttons = QWidget(self)
        self.hand_button = Button(context, words(f"{WORDS}.handed"), "quiet", parent=self.buttons)
        self.remove_button = Button(context, words(f"{WORDS}.remove"), "quiet", parent=self.buttons)
        for button in (self.hand_button, self.remove_button):
            button.setAccessibleName(words(f"{WORDS}.of", what=button.text(), name=legible(name)))
        self.hand_button.setVisible(copy.handed_at is None and copy.kind is not CopyKind.BACKUP)
        self._build_questions(context)
        self.found = Verdict(context, parent=self)
        self.gone_button = Button(context, words(f"{WORDS}.gone"), parent=self)
        self.gone_button.hide()
        for part in (
            "what", "where", "when", "buttons", "hand_button", "remove_button", "hand_card", "to",
            "note_button", "hand_back", "remove_card", "go_button", "remove_back", "found", "gone_button",
        ):  # fmt: skip
            getattr(self, part).setObjectName(part)

    def _build_questions(self, context: Context) -> None:
        words = context.words
        self.hand_card = Card(context, kind="quiet", parent=self)
        ask, hint = words(f"{WORDS}.handed.ask"), words(f"{WORDS}.handed.hint")
        self.to = Field(context, ask, hint=hint, parent=self.hand_card)
        self.draft = Draft(context.session, f"copy.{self.copy.id}", self.to, self)
        self.note_button = Button(context, words(f"{WORDS}.handed.keep"), "primary", parent=self.hand_card)
        self.hand_back = Button(context, words(f"{WORDS}.keep"), parent=self.hand_card)
        self.remove_card = Card(context, words(f"{WORDS}.remove.ask"), kind="quiet", parent=self)
        self.go_button = Button(context, words(f"{WORDS}.remove.go"), "danger", parent=self.remove_card)
        self.remove_back = Button(context, words(f"{WORDS}.keep"), parent=self.remove_card)

    def _lay_out(self, context: Context) -> None:
        gap = context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap(12), 0, gap(12))
        column.setSpacing(gap(4))
        flow = Flow(self.buttons, gap_px=gap(12))
        flow.addWidget(self.hand_button)
        flow.addWidget(self.remove_button)
        self.hand_card.body.addWidget(self.to)
        questions = (
            (self.hand_card, self.note_button, self.hand_back),
            (self.remove_card, self.remove_back, self.go_button),
        )
        for card, *pair in questions:
            held = QWidget(card)
            line = Flow(held, gap_px=gap(12))
            for button in pair:
                line.addWidget(button)
            card.body.addWidget(held)
            card.hide()
        parts = (self.what, self.where, self.when, self.buttons, self.hand_card, self.remove_card)
        for part in (*parts, self.found, self.gone_button):
            column.addWidget(part)

    def _connect(self) -> None:
        self.hand_button.clicked.connect(lambda: self._ask(self.hand_card, self.to))
        self.remove_button.clicked.connect(lambda: self._ask(self.remove_card, self.remove_back))
        self.hand_back.clicked.connect(self._close)
        self.remove_back.clicked.connect(self._close)
        self.note_button.clicked.connect(self._on_note)
        self.to.entered.connect(self._on_note)
        self.to.changed.connect(lambda _: self.to.verdict.clear())
        self.go_button.clicked.connect(lambda: self.removal_wanted.emit(self.copy))
        self.gone_button.clicked.connect(lambda: self.gone.emit(self.copy))

    def _ask(self, card: Card, first: QWidget) -> None:
        """Show one question in place of the buttons."""
        self._close()
        self.buttons.hide()
        card.show()
        first.setFocus()

    def _close(self) -> None:
        """Offer the two buttons again."""
        for part in (self.hand_card, self.remove_card, self.found, self.gone_button):
            part.hide()
        self.buttons.show()

    def _on_note(self) -> None:
        to = self.to.text.strip()
        if not to:
            self.to.verdict.say("hint", self._context.words(f"{WORDS}.handed.need"))
            self.to.setFocus()
            return
        self.draft.clear()
        self.handed_over.emit(self.copy, to)
