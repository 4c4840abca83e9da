# SPDX-License-Identifier: MIT
"""What was chosen among chips as a text, so that it can be kept as a draft like what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from ui.widgets.chip import Chips


class Chosen(QObject):
    """The chips that are on, by their keys.

    Signals:
        changed: others are on; carries them as text.
    """

    changed = Signal(str)

    def __init__(self, chips: Chips) -> None:
        """Follow these chips."""
        super().__init__(chips)
        self._chips = chips
        chips.changed.connect(lambda _on: self.changed.emit(self.text))

    @property
    def text(self) -> str:
        """The keys, one a line."""
        return "\n".join(self._chips.on)

    def set_text(self, text: str) -> None:
        """Switch these on, and say so; a key that is not there any more is left out."""
        self._chips.set_on(text.split("\n"))
        self._chips.changed.emit(self._chips.on)
