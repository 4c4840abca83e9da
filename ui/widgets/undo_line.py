# SPDX-License-Identifier: MIT
"""Takes a fact back, says so, and brings it back when asked: undoing a slip costs one press."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Signal

from ui.override import override
from ui.widgets.undo_bar import UndoBar
from ui.widgets.verbatim import Verbatim


class UndoLine(UndoBar):
    """Hidden until something was taken back.

    Signals:
        changed: something was taken back, or brought back; ``case_changed`` was told already.
    """

    kind: ClassVar[str] = "soft"
    edge_px: ClassVar[int] = 12
    undo_key: ClassVar[str] = "taken.undo"

    changed = Signal()

    @override
    def _line_of_words(self) -> Verbatim:
        """Return what says it; the person's own words stand in it."""
        return Verbatim(self._context, parent=self)

    def take_back(self, entry_id: str, what: str) -> None:
        """The fact counts no more; ``what`` names it for the person."""

        def done(_entry: object) -> None:
            said = self._context.words("taken.said", what=what)
            self.offer(said, lambda vault: vault.restore(entry_id))
            self._on_done(None)

        self._context.session.run(lambda vault: vault.withdraw(entry_id), owner=self, then=done)

    @override
    def _on_done(self, _nothing: object) -> None:
        super()._on_done(_nothing)
        self.changed.emit()
