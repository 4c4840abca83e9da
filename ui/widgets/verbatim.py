# SPDX-License-Identifier: MIT
"""A text that somebody else wrote, on the window: no markup in it, nothing hidden, long ones wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.legible import breakable, clipped, legible
from ui.override import override
from ui.widgets.label import ESCAPES, Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class Verbatim(Label):
    """Shows a text as it is written; of a very long one the beginning, and how much more is kept."""

    def __init__(
        self,
        context: Context,
        text: str = "",
        role: str = "body",
        *,
        lines: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the text; ``lines`` keeps its line ends."""
        self._say = context.words
        self._lines = lines
        super().__init__(text, role, parent=parent)

    @property
    def shown(self) -> str:
        """What can be read of it."""
        part, left = clipped(self.words)
        text = legible(part, lines=self._lines)
        return f"{text} {self._say('people.page.more', n=left)}" if left else text

    @override
    def set_words(self, words: str) -> None:
        """Show another text."""
        self._words = words
        self.setAccessibleName(self.shown)
        self._show()

    @override
    def _rich(self) -> str:
        return breakable(self.shown).translate(ESCAPES)
