# SPDX-License-Identifier: MIT
"""A list of steps: a ring or a tick, what, and how long; pressed, a step is shown large."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.card import Card
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.guide.plan import Step
    from ui.context import Context


class StepList(Card):
    """Hidden while it has no step.

    Signals:
        chosen: carries the id of a step.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, title: str, *, parent: QWidget | None = None) -> None:
        """List nothing yet."""
        super().__init__(context, title, padding_px=24, parent=parent)
        self._context = context
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_steps(self, steps: Sequence[Step], *, is_done: bool) -> None:
        """Show these, in order."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, step in enumerate(steps):
            self._rows.addWidget(self._row(step, is_done=is_done, is_last=place == len(steps) - 1))
        self.setVisible(bool(steps))

    def _row(self, step: Step, *, is_done: bool, is_last: bool) -> StatusRow:
        note = "" if is_done else self._context.words("steps.page.min", n=step.guide.minutes)
        row = StatusRow(self._context, step.guide.title, is_done=is_done, note=note, is_last=is_last)
        row.setObjectName(f"step_{step.guide.id}")
        row.chosen.connect(lambda: self.chosen.emit(step.guide.id))
        return row
