# SPDX-License-Identifier: MIT
"""Older and Newer: from one exhibit to the next, by number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.widgets.button import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import ExhibitId
    from ui.context import Context


class Neighbours(QObject):
    """Two buttons that have their places elsewhere.

    Signals:
        chosen: carries the id of the exhibit before or after.
    """

    chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Know of no exhibit yet."""
        super().__init__(parent)
        self._all: tuple[ExhibitId, ...] = ()
        self._shown: ExhibitId | None = None
        self.older = Button(context, context.words("exhibit.page.older"), parent=parent)
        self.newer = Button(context, context.words("exhibit.page.newer"), parent=parent)
        self.older.clicked.connect(partial(self._step, -1))
        self.newer.clicked.connect(partial(self._step, 1))

    def offer(self, exhibits: tuple[ExhibitId, ...], shown: ExhibitId | None) -> None:
        """These are all there are, by number; one of them is shown."""
        self._all, self._shown = exhibits, shown
        at = self._place()
        self.older.setEnabled(at > 0)
        self.newer.setEnabled(at < len(self._all) - 1)

    def turn_to(self, shown: ExhibitId) -> None:
        """Another one is shown."""
        self._shown = shown

    def _step(self, by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's argument
        at = self._place() + by
        if 0 <= at < len(self._all):
            self.chosen.emit(self._all[at])

    def _place(self) -> int:
        """Return where the one that is shown stands among all."""
        return self._all.index(self._shown) if self._shown in self._all else 0
