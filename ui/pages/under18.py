# SPDX-License-Identifier: MIT
"""Words, not pictures: what is kept, and where to turn, when someone is or may be under 18."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.answers import Changed, FirstAnswers
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.crisis import CrisisCard
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.placed_rows import PlacedRows
from ui.widgets.rows import Columns

TEXT_PX, SIDE_PX = 640, 340


class Under18Page(Page):
    """``moved_on``: ``passphrase`` with the answers, or ``steps`` beside a case; ``questions`` (back)."""

    is_bare: ClassVar[bool] = True
    teaches_hide: ClassVar[bool] = True
    has_crisis: ClassVar[bool] = False

    @override
    def _build(self) -> None:
        words = self.context.words
        self.answers: FirstAnswers | None = None
        self.changed: Changed | None = None
        self.headline = Label(words("path.under18.title"), "display", parent=self)
        self.lead = Label(words("path.under18.lead"), "lead", parent=self)
        self.crisis_lines = CrisisCard(self.context, parent=self)
        self.card = Card(self.context, padding_px=24, parent=self)
        self.rows = PlacedRows(self.context, "path.under18", parent=self.card)
        self.card.body.addWidget(self.rows)
        self.rule = Card(self.context, words("path.under18.rule"), kind="soft", parent=self)
        self.adult = Card(self.context, kind="quiet", parent=self)
        self.adult.body.addWidget(Label(words("path.under18.adult"), parent=self.adult))
        self.hash = Card(self.context, kind="quiet", parent=self)
        self.hash.body.addWidget(Label(words("path.under18.hash"), parent=self.hash))
        self.go = Button(self.context, words("path.under18.go"), "big", parent=self)
        self.back = Button(self.context, words("path.under18.back"), "big_quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        main, side = QWidget(self), QWidget(self)
        column, beside = QVBoxLayout(main), QVBoxLayout(side)
        for layout in (column, beside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(gap(14))
        for widget in (self.headline, self.lead, self.crisis_lines, self.card):
            column.addWidget(widget)
        for card in (self.rule, self.adult, self.hash):
            beside.addWidget(card)
        beside.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(gap(14))
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.columns = Columns(self.context, gap_px=32, parent=self)
        self.columns.add(main, TEXT_PX, top=True)
        self.columns.add(side, SIDE_PX, top=True)
        self.columns.setMaximumWidth(self.context.theme.text_px(TEXT_PX + SIDE_PX + 32))
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.columns, 1000)
        line.addStretch(1)
        self.content.addLayout(line)

    @override
    def _connect(self) -> None:
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(lambda: self.moved_on.emit("questions", None))

    @override
    def open_with(self, detail: object) -> None:
        """Take the answers along; without any this page stands beside an open case."""
        self.answers = detail if isinstance(detail, FirstAnswers) else None
        self.changed = detail if isinstance(detail, Changed) else None
        self.back.setVisible(self.answers is not None)

    def _on_go(self) -> None:
        if self.answers is not None:
            self.moved_on.emit("passphrase", self.answers)
        elif self.changed is not None:
            self.moved_on.emit(*self.changed.go_on())
        else:
            self.moved_on.emit("words_only", None)
