# SPDX-License-Identifier: MIT
"""The answer about age can be changed at any time; the pictures follow it, and the card says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Under18
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from ui.context import Context

ANSWERS: Mapping[str, Under18] = {
    "questions.q1.no": Under18.NO,
    "questions.q1.yes": Under18.YES,
    "questions.q1.unsure": Under18.NOT_SURE,
}


class AgeCard(Card):
    """Whether anyone is under 18, as it was answered first, and a note where another answer changes much."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show the question, not answered yet."""
        words = context.words
        super().__init__(context, words("questions.q1"), parent=parent)
        self._kept: Under18 | None = None
        self._has_pictures = False
        self.hint = Label(words("questions.q1.hint"), "hint", parent=self)
        self.answers = Chips(context, [(key, words(key)) for key in ANSWERS], is_exclusive=True, parent=self)
        self.note = Label(words("path.under18.quarantine"), parent=self)
        for name in ("hint", "answers", "note"):
            widget: QWidget = getattr(self, name)
            widget.setObjectName(name)
            self.body.addWidget(widget)
        self.note.hide()
        self.answers.changed.connect(self._on_changed)

    def load(self, kept: Under18, *, has_pictures: bool) -> None:
        """Show the kept answer."""
        self._kept, self._has_pictures = kept, has_pictures
        self.answers.set_on([key for key, answer in ANSWERS.items() if answer is kept])
        self._on_changed()

    def answer(self, base: Under18) -> Under18:
        """Return what is chosen, or ``base`` while nothing is."""
        return next((ANSWERS[key] for key in self.answers.on), base)

    def _on_changed(self, _on: object = None) -> None:
        """Say what becomes of the pictures, where this answer would set them apart or has done so."""
        self.note.setVisible(
            self._has_pictures and self._kept is not None and self.answer(self._kept) is not Under18.NO
        )
