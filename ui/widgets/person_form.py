# SPDX-License-Identifier: MIT
"""Who the person is and how an officer may reach them: each answer can be left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.errors import BadInput
from app.typed import read_age
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.draft import Draft
from ui.widgets.field import Field, TextField
from ui.widgets.label import Label
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from app.model import CaseFacts
    from ui.context import Context

YES_NO = {"yes": True, "no": False}


class PersonForm(QWidget):
    """Three cards: you, how to reach you, in your own words."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before."""
        super().__init__(parent)
        self._context = context
        words = context.words
        self.you = Card(context, words("facts.you"), parent=self)
        self.reach = Card(context, words("report.page.contact"), parent=self)
        self.story = Card(context, words("report.page.own_words"), parent=self)
        self.name = Field(context, words("facts.name"), parent=self.you)
        self.call_me = Field(context, words("facts.call_me"), parent=self.you)
        self.age = Field(context, words("facts.age"), parent=self.you)
        self.force = Field(context, words("facts.force"), hint=words("facts.force.hint"), parent=self.you)
        self.number = Field(context, words("facts.number"), is_mono=True, parent=self.reach)
        ways = [(key, words(f"facts.how.{key}")) for key in ("text", "call", "email")]
        self.how = Chips(context, ways, is_exclusive=True, parent=self.reach)
        answers = [(key, words(f"facts.{key}")) for key in YES_NO]
        self.voicemail = Chips(context, answers, is_exclusive=True, parent=self.reach)
        label = words("report.page.own_words.hint")
        self.own_words = TextField(context, label, lines=6, parent=self.story)
        self._texts: dict[str, Field | TextField] = {
            "name": self.name, "call_me": self.call_me, "age": self.age, "force": self.force,
            "number": self.number, "own_words": self.own_words,
        }  # fmt: skip
        for name in (*self._texts, "you", "reach", "story", "how", "voicemail"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self._drafts = [
            Draft(context.session, f"facts.{key}", each, self) for key, each in self._texts.items()
        ]
        self.age.changed.connect(self._on_age)

    def facts(self, base: CaseFacts) -> CaseFacts:
        """Return the facts with what is typed here; an empty field is not known."""
        how, voicemail = (*self.how.on, None)[0], (*self.voicemail.on, None)[0]
        contact = replace(
            base.contact,
            number=_typed(self.number),
            how=how,
            voicemail_ok=YES_NO[voicemail] if voicemail else None,
        )
        return replace(
            base,
            name=_typed(self.name),
            call_me=_typed(self.call_me),
            age=self._age(),
            home_force_area=_typed(self.force),
            own_words=_typed(self.own_words) if not self.story.isHidden() else base.own_words,
            contact=contact,
        )

    def load(self, facts: CaseFacts) -> None:
        """Show the kept answers where nothing is typed yet."""
        kept: dict[Field | TextField, str | None] = {
            self.name: facts.name,
            self.call_me: facts.call_me,
            self.age: None if facts.age is None else str(facts.age),
            self.force: facts.home_force_area,
            self.number: facts.contact.number,
            self.own_words: facts.own_words,
        }
        for field, text in kept.items():
            if text and not field.text:
                with QSignalBlocker(field):
                    field.set_text(text)
        if facts.contact.how in self.how.chips and not self.how.on:
            self.how.set_on((facts.contact.how,))
        if facts.contact.voicemail_ok is not None and not self.voicemail.on:
            self.voicemail.set_on(("yes" if facts.contact.voicemail_ok else "no",))

    def taken_up(self) -> None:
        """Forget the drafts: what was typed is kept now."""
        for draft in self._drafts:
            draft.clear()

    def restore(self) -> None:
        """Bring back what was typed before."""
        for draft in self._drafts:
            draft.restore()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        for card, fields in (
            (self.you, (self.name, self.call_me, self.age, self.force)),
            (self.reach, (self.number,)),
            (self.story, (self.own_words,)),
        ):
            card.body.setSpacing(gap(14))
            for field in fields:
                card.body.addWidget(field)
        for key, chips in (("facts.how", self.how), ("facts.voicemail", self.voicemail)):
            self.reach.body.addWidget(Label(self._context.words(key), "strong", parent=self.reach))
            self.reach.body.addWidget(chips)
        self.columns = Columns(self._context, parent=self)
        self.columns.add(self.you)
        self.columns.add(self.reach)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(20))
        column.addWidget(self.columns)
        column.addWidget(self.story)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _age(self) -> int | None:
        try:
            return read_age(self.age.text)
        except BadInput:
            return None

    def _on_age(self, text: str) -> None:
        """Say kindly when it is no number; it is left out then."""
        if text.strip() and self._age() is None:
            words = self._context.words
            self.age.verdict.say("hint", words("facts.age.odd"), words("facts.left_out"))
        else:
            self.age.verdict.clear()


def _typed(field: Field | TextField) -> str | None:
    """Return what is typed; nothing is not known."""
    return field.text.strip() or None
