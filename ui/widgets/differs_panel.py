# SPDX-License-Identifier: MIT
"""Two texts that should be the same, one under the other: where they differ is marked in both and said."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout

from app.identify.lookalikes import Change, compare
from ui.widgets.label import Label, plain
from ui.widgets.marked_text import MarkedText

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.identify.lookalikes import Difference
    from ui.context import Context

TITLES = {Change.CHANGED: "differs", Change.MISSING: "missing", Change.EXTRA: "extra"}


class DiffersPanel(QFrame):
    """Kind, never red. Hidden while the two are the same."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Compare nothing yet."""
        super().__init__(parent)
        self._words = context.words
        self.setProperty("kind", "hint")
        self.heading = Label("", "strong", parent=self)
        self.heading.setObjectName("heading")  # a title would have the colour of a verdict
        self.lines = [MarkedText(context, parent=self) for _ in range(2)]
        self.note = Label("", "small", parent=self)
        gap = context.theme.gap_px
        grid = QGridLayout()
        grid.setHorizontalSpacing(gap(16))
        grid.setVerticalSpacing(gap(3))
        grid.setColumnMinimumWidth(0, context.theme.text_px(84))
        grid.setColumnStretch(1, 1)
        self.names = [Label(context.words("id.differs.picture"), "small", parent=self) for _ in self.lines]
        for row, (name, line) in enumerate(zip(self.names, self.lines, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(line, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(gap(14), gap(10), gap(14), gap(10))
        column.setSpacing(gap(4))
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def show_texts(self, read: str, given: str, *, is_typed: bool = False) -> None:
        """Show what was read over what was pasted, or typed; hidden if they are the same."""
        difference = compare(read, given)
        self.setVisible(difference is not None)
        if difference is None:
            return
        for line, cells in zip(self.lines, _aligned(read, given), strict=True):
            line.set_cells(cells)
        self.names[1].set_words(self._words(f"id.differs.{'typed' if is_typed else 'pasted'}"))
        title, note = self._said(difference, is_typed=is_typed)
        self.heading.set_words(title)
        self.note.set_words(note)
        self.setAccessibleName(plain(f"{title}. {note}"))

    def _said(self, difference: Difference, *, is_typed: bool) -> tuple[str, str]:
        words, count = self._words, len(difference.run)
        at, names = difference.index + 1, ", ".join(difference.run_names)
        if not difference.is_only:
            first = words("id.differs.first", n=at, a=difference.first_name, b=difference.second_name)
            return words("id.differs.many"), first
        if difference.change is Change.CHANGED and count == 1:
            key = "id.differs.typed.note" if is_typed else "id.page.differs.note"
            first = words(key, n=at, a=difference.first_name, b=difference.second_name)
            return words("id.page.differs"), first
        key = f"id.differs.{TITLES[difference.change]}.some"
        return words(key, n=count), words(f"{key}.note", n=count, at=at, a=names)


Cells = list[tuple[str, bool]]


def _aligned(read: str, given: str) -> tuple[Cells, Cells]:
    """Return both texts character by character under each other, and whether each is marked."""
    first: Cells = []
    second: Cells = []
    for step, start, end, begin, stop in SequenceMatcher(None, read, given, autojunk=False).get_opcodes():
        width, is_marked = max(end - start, stop - begin), step != "equal"
        first += [(one, is_marked) for one in read[start:end].ljust(width)]
        second += [(one, is_marked) for one in given[begin:stop].ljust(width)]
    return first, second
