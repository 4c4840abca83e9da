# SPDX-License-Identifier: MIT
"""Whether their messages can disappear, and when: page 1 says it among what cannot wait."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import Answer
from ui.widgets.amount_field import moment_in
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.demand_form import MomentField
from ui.widgets.drafts import Drafts
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import CaseFacts
    from ui.context import Context


class VanishCard(Card):
    """One question; the time is asked for only after a yes."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show the question, not answered yet, with a time that was typed before."""
        words = context.words
        super().__init__(context, words("facts.vanish.title"), parent=parent)
        answers = [(answer.value, words(f"facts.vanish.{answer.value}")) for answer in Answer]
        self.hint = Label(words("facts.vanish.hint"), "hint", parent=self)
        self.answers = Chips(context, answers, is_exclusive=True, parent=self)
        self.at = MomentField(context, words("facts.vanish.at"), hint=words("facts.when.how"), parent=self)
        for name in ("hint", "answers", "at"):
            widget: QWidget = getattr(self, name)
            widget.setObjectName(name)
            self.body.addWidget(widget)
        self._drafts = Drafts(context.session, "facts.vanish", {"at": self.at}, self)
        self.answers.changed.connect(self._on_changed)
        self._on_changed()

    def load(self, case: CaseFacts) -> None:
        """Show what is kept."""
        self.answers.set_on((case.messages_may_vanish.value,))
        self.at.show_at(case.vanish_at)
        self._on_changed()

    def restore(self) -> None:
        """Bring back what was typed before."""
        self._drafts.restore()

    def taken_up(self) -> None:
        """Forget what was typed: it is kept."""
        self._drafts.clear()

    def facts(self, base: CaseFacts) -> CaseFacts:
        """Return the facts with what is chosen here; a time only where it is a yes."""
        answer = Answer(self.answers.on[0]) if self.answers.on else base.messages_may_vanish
        at = moment_in(self.at, base.vanish_at) if answer is Answer.YES else None
        return replace(base, messages_may_vanish=answer, vanish_at=at)

    def _on_changed(self, _on: object = None) -> None:
        """Ask for the time after a yes."""
        self.at.setVisible(self.answers.on == (Answer.YES.value,))
