# SPDX-License-Identifier: MIT
"""What those who threaten have in hand: ticks, and two questions about it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.guide.held import PHRASES, held_with, ticked
from app.model import Answer
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.label import Label
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import CaseFacts
    from ui.context import Context


@dataclass(frozen=True, slots=True)
class Ticks:
    """What is ticked, apart from the window."""

    held: tuple[str, ...]
    face: Answer
    made_by_ai: Answer

    def over(self, facts: CaseFacts) -> CaseFacts:
        """Return the facts with what is ticked; all else as it is."""
        held = held_with(facts.held, self.held)
        return replace(facts, held=held, face_visible=self.face, made_by_ai=self.made_by_ai)


class HeldCard(Card):
    """Nothing needs an answer.

    Signals:
        keep_wanted: what is ticked is to be kept.
    """

    keep_wanted = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show that nothing is ticked."""
        words = context.words
        super().__init__(context, words("said.held.title"), padding_px=24, parent=parent)
        self.lead = Label(words("said.held.lead"), "hint", parent=self)
        self.held = Chips(context, [(key, words(f"said.held.{key}")) for key in PHRASES], parent=self)
        answers = [(each.value, words(f"said.held.{each}")) for each in Answer]
        self.face = Chips(context, answers, is_exclusive=True, parent=self)
        self.made_by_ai = Chips(context, answers, is_exclusive=True, parent=self)
        self.keep = Button(context, words("said.page.keep"), parent=self)
        self.kept = Verdict(context, parent=self)
        for name in ("lead", "held", "face", "made_by_ai", "keep", "kept"):
            getattr(self, name).setObjectName(name)
        self._words = words
        self._shown: CaseFacts | None = None
        self.body.setSpacing(context.theme.gap_px(8))
        face = Label(words("said.held.face"), "strong", parent=self)
        made = Label(words("said.held.made"), "strong", parent=self)
        for part in (self.lead, self.held, face, self.face, made, self.made_by_ai, self.keep, self.kept):
            self.body.addWidget(part)
        self.keep.clicked.connect(self.keep_wanted)
        self.held.changed.connect(self._on_held)
        for chips in (self.face, self.made_by_ai):
            chips.changed.connect(lambda _on: self.kept.clear())

    def load(self, facts: CaseFacts) -> None:
        """Show what is kept; what was ticked since the last time stays."""
        before = self._shown
        is_touched = before is not None and self.ticks.over(before) != before
        self._shown = facts
        if not is_touched:
            self.held.set_on(tuple(ticked(facts.held)))
            self.face.set_on((facts.face_visible.value,))
            self.made_by_ai.set_on((facts.made_by_ai.value,))

    @property
    def ticks(self) -> Ticks:
        """What is ticked now."""
        return Ticks(
            self.held.on,
            Answer((*self.face.on, Answer.NOT_KNOWN)[0]),
            Answer((*self.made_by_ai.on, Answer.NOT_KNOWN)[0]),
        )

    def taken_up(self, facts: CaseFacts) -> None:
        """Say that it is kept."""
        self._shown = facts
        self.kept.say("good", self._words("said.held.kept"))

    def _on_held(self, on: tuple[str, ...]) -> None:
        """A fake is made with AI, unless the person said otherwise."""
        self.kept.clear()
        if "ai" in on and self.made_by_ai.on in {(), (Answer.NOT_KNOWN.value,)}:
            self.made_by_ai.set_on((Answer.YES.value,))
