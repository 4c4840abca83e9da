# SPDX-License-Identifier: MIT
"""A web address as it was pasted. It is never opened; an unusual one is said kindly and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.addresses import oddity
from ui.widgets.field import Field

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

MOST = 32_767  # Qt's own; a longer paste is cut by the line itself


class AddressField(Field):
    """A line in letters that can be told apart."""

    def __init__(self, context: Context, label: str, *, parent: QWidget | None = None) -> None:
        """Show an empty line."""
        super().__init__(
            context, label, hint=context.words("watch.page.url.hint"), is_mono=True, parent=parent
        )
        self.edit.setMaxLength(MOST)
        self._words = context.words
        self.changed.connect(self._on_changed)

    def _on_changed(self, text: str) -> None:
        odd = oddity(text)
        if odd is None:
            self.verdict.clear()
        else:
            self.verdict.say("hint", self._words(f"watch.page.url.{odd}"), self._words("watch.page.url.kept"))
