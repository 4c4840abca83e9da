# SPDX-License-Identifier: MIT
"""What goes into the report, and what stays out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.card import Card
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context

# words, hint, whether it goes in
ROWS = (
    ("report.page.p1", "report.page.p1.hint", True),
    ("report.page.time", "", True),
    ("report.page.acc", "", True),
    ("report.page.ex", "report.page.exhibits.none", True),
    ("report.page.intimate", "report.page.intimate.hint", False),
)


class ContentsCard(Card):
    """A tick for what goes in, a crossed eye for what is left out."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show the parts; ``show_counts`` says how many exhibits."""
        super().__init__(context, context.words("report.page.what"), parent=parent)
        self._context = context
        self._hints: dict[str, Label] = {}
        self.body.setSpacing(context.theme.gap_px(12))
        for key, hint, goes_in in ROWS:
            self._add_row(key, hint, goes_in=goes_in)

    def show_counts(self, exhibits: int, left_out: int, *, is_words_only: bool = False) -> None:
        """Say how many exhibits have a page, and how many pictures are left out.

        On the path of words nobody is told to ask for a picture.
        """
        words = self._context.words
        key = "report.page.exhibits" if exhibits else "report.page.exhibits.none"
        self._hints["report.page.ex"].set_words(words(key, n=exhibits))
        intimate = words("report.page.intimate.hint")
        counted = words("package.left", n=left_out) if left_out else intimate
        counted = words("report.page.apart") if is_words_only else counted
        self._hints["report.page.intimate"].set_words(counted)

    def _add_row(self, key: str, hint: str, *, goes_in: bool) -> None:
        words, theme = self._context.words, self._context.theme
        icon, colour = ("check", "primary") if goes_in else ("hide", "muted")
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(words(key), parent=self))
        if hint:
            self._hints[key] = Label(words(hint), "small", parent=self)
            texts.addWidget(self._hints[key])
        row = QHBoxLayout()
        row.setSpacing(theme.gap_px(12))
        row.addWidget(IconView(self._context, icon, colour=colour, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.body.addLayout(row)
