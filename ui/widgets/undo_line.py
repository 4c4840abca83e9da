# SPDX-License-Identifier: MIT
"""Takes a fact back, says so, and brings it back when asked: undoing a slip costs one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.rows import Columns
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class UndoLine(Card):
    """Hidden until something was taken back.

    Signals:
        changed: something was taken back, or brought back; ``case_changed`` was told already.
    """

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Have taken nothing back."""
        super().__init__(context, kind="soft", padding_px=12, parent=parent)
        self._context = context
        self._entry_id = ""
        self.said = Verbatim(context, parent=self)
        self.undo = Button(context, context.words("taken.undo"), "quiet", parent=self)
        for name in ("said", "undo"):
            getattr(self, name).setObjectName(name)
        line = Columns(context, gap_px=12, parent=self)
        line.add(self.said)
        line.add(self.undo, 0)
        self.body.addWidget(line)
        self.undo.clicked.connect(self._on_undo)
        self.hide()

    def take_back(self, entry_id: str, what: str) -> None:
        """The fact counts no more; ``what`` names it for the person."""
        self._entry_id = entry_id
        self._run(is_back=True, what=what)

    def forget(self) -> None:
        """Offer nothing any more, as on the next visit."""
        self._entry_id = ""
        self.hide()

    def _on_undo(self) -> None:
        self._run(is_back=False, what="")

    def _run(self, *, is_back: bool, what: str) -> None:
        entry_id = self._entry_id

        def done(_entry: object) -> None:
            self.said.set_words(self._context.words("taken.said", what=what))
            self.setVisible(is_back)
            say_aloud(self, self.said.accessibleName())
            self._context.session.case_changed.emit()
            self.changed.emit()

        self._context.session.run(
            lambda vault: vault.withdraw(entry_id) if is_back else vault.restore(entry_id),
            owner=self,
            then=done,
        )
