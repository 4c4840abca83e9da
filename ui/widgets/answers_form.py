# SPDX-License-Identifier: MIT
"""The short questions about what happened: everything is a chip, and everything can be left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.answered import ASKED_HELD, Answers
from app.model import Answer
from app.typed import kept
from ui.legible import legible
from ui.widgets.chip import Chips
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.model import CaseFacts
    from ui.context import Context

HELD = {"real": "real", "ai": "ai", "mail": "mail", "unknown": "unsure"}  # key of the tick, of its words
LAW = {"yes": True, "no": False}
OTHER, FRIEND = "another", "helping"
COMMON = 10  # platforms that stand in the list at once; the rest comes with "Another app"


class AnswersForm(QWidget):
    """Signals: ``changed``: another answer."""

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show that nothing is answered, beside what was typed before."""
        super().__init__(parent)
        self._context = context
        words = context.words
        names = _platforms(context)
        self._names = dict(names)
        self.platforms = Chips(
            context, [*names[:COMMON], (OTHER, words("questions.more.other"))], parent=self
        )
        self.others = Chips(context, names[COMMON:], parent=self)
        self.other = Field(
            context, words("questions.more.other.name"), hint=words("questions.more.other.hint"), parent=self
        )
        self.paid = self._choices("paid", ("yes", "no", "paid.unsure"))
        self.posted = self._choices("posted", ("yes", "no", "posted.unsure"))
        held = [(key, words(f"questions.more.held.{name}")) for key, name in HELD.items()]
        self.held = Chips(context, held, parent=self)
        self.law = self._choices("law", ("yes", "no", "law.unsure"))
        self.friend = Chips(context, [(FRIEND, words("questions.more.friend"))], parent=self)
        self.name = Field(context, words("questions.more.friend.name"), parent=self)
        self._drafts = Drafts(context.session, "more", {"other": self.other, "name": self.name}, self)
        for name in ("platforms", "others", "other", "paid", "posted", "held", "law", "friend", "name"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        for chips in (self.platforms, self.others, self.paid, self.posted, self.held, self.law, self.friend):
            chips.changed.connect(self._on_changed)
        for field in (self.other, self.name):
            field.changed.connect(lambda _text: self.changed.emit())
        self._show_fields()

    @property
    def answers(self) -> Answers:
        """What is answered now."""
        typed = self.other.text.split(",") if OTHER in self.platforms.on else []
        rare = self.others.on if OTHER in self.platforms.on else ()
        platforms = [key for key in (*self.platforms.on, *rare) if key != OTHER]
        platforms += [name for name in map(kept, typed) if name is not None]
        return Answers(
            tuple(dict.fromkeys(platforms)),
            _answer(self.paid),
            _answer(self.posted),
            tuple(key for key in ASKED_HELD if key in self.held.on),
            LAW.get(self.law.on[0]) if self.law.on else None,
            (kept(self.name.text) or "") if self.friend.on else None,
        )

    def load(self, facts: CaseFacts) -> None:
        """Show what is kept."""
        answers = Answers.of(facts)
        others = [each for each in answers.platforms if each not in self._names]
        is_rare = any(each in self.others.chips or each in others for each in answers.platforms)
        self.platforms.set_on([*answers.platforms, OTHER] if is_rare else answers.platforms)
        self.others.set_on(answers.platforms)
        self.other.set_text(", ".join(others))
        for chips, answer in ((self.paid, answers.paid), (self.posted, answers.posted)):
            chips.set_on((answer.value,) if answer is not Answer.NOT_KNOWN else ())
        self.held.set_on(answers.held)
        self.law.set_on([key for key, value in LAW.items() if value is answers.says_broke_law])
        self.friend.set_on((FRIEND,) if answers.helper is not None else ())
        self.name.set_text(answers.helper or "")
        self._show_fields()

    def restore(self) -> None:
        """Bring back what was typed before."""
        self._drafts.restore()

    def taken_up(self) -> None:
        """Forget what was typed: it is kept."""
        self._drafts.clear()

    def _choices(self, question: str, keys: tuple[str, ...]) -> Chips:
        """Return the chips of a question with a yes, a no and not known."""
        choices = [
            (answer.value, self._context.words(f"questions.more.{key}"))
            for answer, key in zip((Answer.YES, Answer.NO, Answer.NOT_KNOWN), keys, strict=True)
        ]
        chips = Chips(self._context, choices, is_exclusive=True, parent=self)
        chips.setAccessibleName(self._context.words(f"questions.more.{question}"))
        return chips

    def _on_changed(self, _on: object) -> None:
        self._show_fields()
        self.changed.emit()

    def _show_fields(self) -> None:
        """Ask for a name only where a chip asks for it."""
        for part in (self.others, self.other):
            part.setVisible(OTHER in self.platforms.on)
        self.name.setVisible(bool(self.friend.on))

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(8))
        for key, parts in (
            ("platforms", (self.platforms, self.others, self.other)),
            ("paid", (self.paid,)),
            ("posted", (self.posted,)),
            ("held", (self.held,)),
            ("law", (self.law,)),
            ("", (self.friend, self.name)),
        ):
            if key:
                column.addWidget(Label(self._context.words(f"questions.more.{key}"), "h3", parent=self))
            for part in parts:
                column.addWidget(part)
            column.addSpacing(gap(12))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)


def _platforms(context: Context) -> list[tuple[str, str]]:
    """Return key and name of what can be chosen, the most common first."""
    ordered = [(platform.id, platform.name) for platform in context.catalogue]
    there = {key for key, _ in ordered}
    rest = [pair for pair in context.catalogue.names() if pair[0] not in there]
    return [(key, legible(name)) for key, name in (*ordered, *rest)]


def _answer(chips: Chips) -> Answer:
    return Answer(chips.on[0]) if chips.on else Answer.NOT_KNOWN
