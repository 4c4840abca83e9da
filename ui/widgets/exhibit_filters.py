# SPDX-License-Identifier: MIT
"""Chips that leave out some of the exhibits; only those that would leave something out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model import Mode
from ui.widgets.chip import Chips

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from app.model import Listed
    from ui.context import Context

LEAST_KINDS = 2

FILTERS: Mapping[str, Callable[[Listed], bool]] = {
    "all": lambda _: True,
    "screens": lambda exhibit: exhibit.mode is Mode.SCREEN,
    "windows": lambda exhibit: exhibit.mode is Mode.WINDOW,
    "areas": lambda exhibit: exhibit.mode is Mode.AREA,
    "conversations": lambda exhibit: exhibit.is_run,
    "withdrawn": lambda exhibit: exhibit.withdrawn_at is not None,
}


class ExhibitFilters(QWidget):
    """Hidden where there is nothing to choose.

    Signals:
        changed: another kind was chosen.
    """

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._context = context
        self._counts: dict[str, int] = {}
        self._chosen = "all"
        self.chips: Chips | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def fits(self, exhibit: Listed) -> bool:
        """Whether an exhibit is of the chosen kind."""
        return FILTERS[self._chosen](exhibit)

    def offer(self, exhibits: Sequence[Listed], least: int) -> None:
        """Offer the kinds of these exhibits; none where there are fewer than ``least``, or only one kind."""
        counts = {key: sum(map(fits, exhibits)) for key, fits in FILTERS.items()}
        counts = {key: count for key, count in counts.items() if count}
        if len(exhibits) < least or len(counts) <= LEAST_KINDS:
            counts = {}
        self._chosen = self._chosen if self._chosen in counts else "all"
        if counts != self._counts:
            self._counts = counts
            self._build()

    def _build(self) -> None:
        if self.chips is not None:
            self._column.removeWidget(self.chips)
            self.chips.hide()
            self.chips.deleteLater()
            self.chips = None
        self.setVisible(bool(self._counts))
        if not self._counts:
            return
        words = self._context.words
        choices = [(key, words(f"evidence.filter.{key}", n=count)) for key, count in self._counts.items()]
        self.chips = Chips(self._context, choices, is_exclusive=True, parent=self)
        self.chips.setObjectName("chips")
        self.chips.set_on((self._chosen,))
        self.chips.changed.connect(self._on_changed)
        self._column.addWidget(self.chips)

    def _on_changed(self, keys: tuple[str, ...]) -> None:
        self._chosen = keys[0]
        self.changed.emit()
