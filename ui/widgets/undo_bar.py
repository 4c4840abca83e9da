# SPDX-License-Identifier: MIT
"""Says what was changed just now, and takes it back when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from app.vault import Vault
    from ui.context import Context


class UndoBar(Card):
    """Hidden until something was changed.

    Signals:
        taken_back: the change is undone; ``case_changed`` was told already.
    """

    kind: ClassVar[str] = "good"
    edge_px: ClassVar[int] = 10
    undo_key: ClassVar[str] = "steps.page.mark.undo"

    taken_back = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(context, kind=self.kind, padding_px=self.edge_px, parent=parent)
        self._context = context
        self._act: Callable[[Vault], object] | None = None
        self.said = self._line_of_words()
        self.undo = Button(context, context.words(self.undo_key), "quiet", parent=self)
        for name in ("said", "undo"):
            getattr(self, name).setObjectName(name)
        line = Columns(context, gap_px=12, parent=self)
        line.add(self.said)
        line.add(self.undo, 0)
        self.body.addWidget(line)
        self.undo.clicked.connect(self._on_undo)
        self.hide()

    def _line_of_words(self) -> Label:
        """Return what says it."""
        return Label("", "strong", parent=self)

    def offer(self, said: str, act: Callable[[Vault], object]) -> None:
        """Say this; ``act`` on the vault takes it back."""
        self._act = act
        self.said.set_words(said)
        self.undo.setAccessibleDescription(said)
        self.show()
        say_aloud(self, self.said.accessibleName())

    def forget(self) -> None:
        """Offer nothing any more."""
        self._act = None
        self.hide()

    def _on_undo(self) -> None:
        act = self._act
        if act is not None:
            self.forget()
            self._context.session.run(act, owner=self, then=self._on_done)

    def _on_done(self, _nothing: object) -> None:
        self._context.session.case_changed.emit()
        self.taken_back.emit()
