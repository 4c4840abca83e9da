# SPDX-License-Identifier: MIT
"""One thing to know, across the page: an icon, a sentence or a few, and a word at the end of the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from ui.said_aloud import say_aloud
from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context

TOP = Qt.AlignmentFlag.AlignTop
ICON_COLOURS = {"good": "good", "attention": "ink"}  # primary elsewhere


class Banner(Card):
    """Kinds: ``soft`` to know, ``good`` for what was saved, ``attention`` for what cannot wait."""

    def __init__(
        self,
        context: Context,
        words: str = "",
        *,
        icon: str = "info",
        kind: str = "soft",
        role: str = "body",
        parent: QWidget | None = None,
    ) -> None:
        """Say this; away while there is nothing to say.

        Args:
            context: for icons and sizes.
            words: a paragraph a line.
            icon: stands before the first line.
            kind: see the class.
            role: of the type scale.
            parent: Qt's.
        """
        super().__init__(context, kind=kind, padding_px=14, parent=parent)
        self.icon = IconView(context, icon, colour=ICON_COLOURS.get(kind, "primary"), parent=self)
        self.text = Label(words, role, parent=self)
        self.text.setObjectName("text")
        self.at_end = Label("", wraps=False, parent=self)
        self.at_end.setObjectName("at_end")
        self.at_end.hide()
        row = QHBoxLayout()
        row.setSpacing(context.theme.gap_px(12))
        row.addWidget(self.icon, 0, TOP)
        row.addWidget(self.text, 1)
        row.addWidget(self.at_end, 0, TOP)
        self.body.addLayout(row)
        if not words:
            self.hide()

    def say(self, words: str, *, at_end: str = "") -> None:
        """Show these, and let a screen reader say them; without words go away."""
        self.text.set_words(words)
        self.at_end.set_words(at_end)
        self.at_end.setVisible(bool(at_end))
        self.setVisible(bool(words))
        say_aloud(self, self.text.accessibleName(), is_urgent=self.property("kind") == "attention")

    def set_kind(self, kind: str) -> None:
        """Look like another kind."""
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
