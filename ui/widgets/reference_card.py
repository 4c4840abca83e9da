# SPDX-License-Identifier: MIT
"""After somebody was told: did they give a reference? It can be noted now, or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.noting import has_reference
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from ui.context import Context


class ReferenceCard(Card):
    """Hidden until such a step was ticked.

    Signals:
        note_wanted: carries the id of the step.
    """

    note_wanted = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask nothing yet."""
        super().__init__(context, kind="soft", parent=parent)
        words = context.words
        self._step = ""
        self.said = Label(words("watch.steps.reference"), "strong", parent=self)
        self.hint = Label(words("watch.steps.reference.note"), "small_ink", parent=self)
        self.note = Button(context, words("watch.steps.note"), parent=self)
        self.later = Button(context, words("watch.steps.later"), "quiet", parent=self)
        for name in ("said", "hint", "note", "later"):
            getattr(self, name).setObjectName(name)
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=context.theme.gap_px(12))
        for button in (self.note, self.later):
            flow.addWidget(button)
        for widget in (self.said, self.hint, buttons):
            self.body.addWidget(widget)
        self.note.clicked.connect(self._on_note)
        self.later.clicked.connect(self.hide)
        self.hide()

    def ask_after(self, step: str) -> None:
        """Ask, if whoever was told in this step may have given one."""
        self._step = step
        self.setVisible(has_reference(step))

    def _on_note(self) -> None:
        self.hide()
        self.note_wanted.emit(self._step)
