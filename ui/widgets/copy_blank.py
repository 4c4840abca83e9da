# SPDX-License-Identifier: MIT
"""One field of a form: what it is called, the text for it, how long it is, and a button that copies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.legible import legible
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.report.wording.filled import FilledBlank
    from ui.context import Context

SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
NO_BREAK = "\u00a0"
SHORTEST_COUNTED = 120  # characters; nobody counts those of a name


class WholeText(Verbatim):
    """Shows all of a text, however long: what is copied can be read before."""

    @property
    @override
    def shown(self) -> str:
        """What can be read of it."""
        return legible(self.words, lines=True)

    @override
    def _rich(self) -> str:
        return super()._rich().replace("\n\n", f"\n{NO_BREAK}\n")  # an empty line would take no room


class CopyBlank(QFrame):
    """Shows one field.

    Signals:
        copy_wanted: carries the text.
    """

    copy_wanted = Signal(str)

    def __init__(
        self, context: Context, blank: FilledBlank, *, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        """Show the text; "not known" has nothing to copy."""
        super().__init__(parent)
        self._words = words = context.words
        self.blank = blank
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.label = Label(blank.label, "small", parent=self)
        self.text = WholeText(context, blank.text, "body", lines=True, parent=self)
        self.text.setTextInteractionFlags(SELECTABLE)
        self.count = Label(self._counted(context), "small", parent=self)
        self.left = Label(words("wording.left", n=len(blank.left)), "strong", parent=self)
        self.not_in = WholeText(context, "\n".join(blank.left), "small", lines=True, parent=self)
        self.copy = Button(context, words("wording.copy"), "quiet", icon="copy", parent=self)
        self.copy.setAccessibleName(words("wording.copy.name", what=blank.label))
        self.copy.clicked.connect(self._on_copy)
        for name in ("label", "text", "count", "left", "not_in", "copy"):
            getattr(self, name).setObjectName(name)
        self._lay_out(context)
        self.count.setVisible(bool(self.count.words))
        self.copy.setVisible(blank.is_known)
        self.left.setVisible(bool(blank.left))
        self.not_in.setVisible(bool(blank.left))

    def rest(self) -> None:
        """Offer to copy it again: something else was copied since."""
        self.copy.set_words(self._words("wording.copy"))
        self.copy.setAccessibleName(self._words("wording.copy.name", what=self.blank.label))

    def _on_copy(self) -> None:
        self.copy_wanted.emit(self.blank.text)
        self.copy.set_words(self._words("wording.copied"))

    def _lay_out(self, context: Context) -> None:
        gap = context.theme.gap_px
        row = QHBoxLayout(self)
        row.setContentsMargins(0, gap(10), 0, gap(10))
        row.setSpacing(gap(12))
        column = QVBoxLayout()
        column.setSpacing(gap(2))
        for part in (self.label, self.text, self.count, self.left, self.not_in):
            column.addWidget(part)
        row.addLayout(column, 1)
        row.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)

    def _counted(self, context: Context) -> str:
        """Return how long it is, where that matters."""
        blank, words = self.blank, context.words
        if blank.most is not None:
            return words("wording.count.of", n=f"{blank.length:,}", most=f"{blank.most:,}")
        return words("wording.count", n=f"{blank.length:,}") if blank.length > SHORTEST_COUNTED else ""
