# SPDX-License-Identifier: MIT
"""The last question before something is removed for good: the reason, a line to tick, and two buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.progress import Progress
from ui.widgets.rows import Flow
from ui.widgets.tick_row import TickRow
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from ui.context import Context


class RemovalCard(Card):
    """Nothing is removed without a reason and the tick; what was typed comes back after a crash.

    Signals:
        confirmed: carries the reason.
        kept: the person keeps it.
    """

    confirmed = Signal(str)
    kept = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask nothing yet; ``ask_about`` does."""
        words = context.words
        super().__init__(context, words("remove.sure.title"), parent=parent)
        hint = words("remove.sure.why.hint")
        self.why = Field(context, words("remove.sure.why"), hint=hint, parent=self)
        self.tick = TickRow(context, words("remove.sure.tick"), parent=self)
        self.need = Verdict(context, parent=self)
        self.keep_button = Button(context, words("remove.sure.keep"), parent=self)
        self.go_button = Button(context, words("remove.sure.go"), "danger", parent=self)
        self.progress = Progress(context, words_key="remove.sure.going", can_cancel=False, parent=self)
        for name in ("why", "tick", "need", "keep_button", "go_button", "progress"):
            getattr(self, name).setObjectName(name)
        self._words = words
        self._draft = Draft(context.session, "remove", self.why, self)
        self.progress.bar.hide()  # nobody knows how long; it is seconds at most
        held = QWidget(self)
        buttons = Flow(held, gap_px=context.theme.gap_px(12))
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.go_button)
        for part in (self.why, self.tick, self.need):
            self.body.addWidget(part)
        self.body.addWidget(held)
        self.body.addWidget(self.progress)
        self.why.changed.connect(lambda _text: self.need.clear())
        self.tick.toggled.connect(lambda _is_on: self.need.clear())
        self.keep_button.clicked.connect(self.kept)
        self.go_button.clicked.connect(self._on_go)

    def ask_about(self, object_id: str) -> None:
        """Ask about this one; what was typed about it before comes back."""
        self._draft.turn_to(object_id)
        self.why.clear()
        self._draft.settle()
        self.tick.setChecked(False)
        self.need.clear()
        self.set_busy(is_busy=False)

    def set_busy(self, *, is_busy: bool) -> None:
        """Wait for the removal, or be ready again."""
        for part in (self.why, self.tick, self.keep_button, self.go_button):
            part.setEnabled(not is_busy)
        if is_busy:
            self.progress.begin()
        else:
            self.progress.end()

    def forget(self) -> None:
        """The reason was taken up, and is no draft any more."""
        self._draft.clear()
        self.why.clear()

    def _on_go(self) -> None:
        why = self.why.text.strip()
        if not why:
            self.need.say("hint", self._words("remove.sure.why.need"))
            self.why.setFocus()
        elif not self.tick.isChecked():
            self.need.say("hint", self._words("remove.sure.tick.need"))
            self.tick.setFocus()
        else:
            self.confirmed.emit(why)
