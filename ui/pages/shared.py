# SPDX-License-Identifier: MIT
"""If they could use this computer: a safer way first."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import Under18
from ui.answers import Changed, FirstAnswers
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.crisis import CrisisCard
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.placed_rows import PlacedRows
from ui.widgets.rows import Flow

WIDTH_PX = 600


class SharedPage(Page):
    """``moved_on``: ``under18``, ``passphrase`` with the answers; ``hide`` to leave; ``questions`` (back)."""

    is_bare: ClassVar[bool] = True
    teaches_hide: ClassVar[bool] = True
    has_crisis: ClassVar[bool] = False

    @override
    def _build(self) -> None:
        words = self.context.words
        self.answers: FirstAnswers | None = None
        self.changed: Changed | None = None
        self.headline = Label(words("path.shared.title"), "display", parent=self)
        self.lead = Label(words("path.shared.lead"), "lead", parent=self)
        self.crisis_lines = CrisisCard(self.context, parent=self)
        self.card = Card(self.context, padding_px=24, parent=self)
        self.rows = PlacedRows(self.context, "path.shared", parent=self.card)
        self.card.body.addWidget(self.rows)
        self.hide_how = Label(words("welcome.hide.teach"), parent=self)
        self.note = Label(words("path.shared.note"), "small", parent=self)
        self.other = Button(self.context, words("path.shared.other"), "big", parent=self)
        self.stay = Button(self.context, words("path.shared.stay"), "big_secondary", parent=self)
        self.back = Button(self.context, words("path.shared.back"), "big_quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        text = QWidget(self)
        text.setMaximumWidth(self.context.theme.text_px(WIDTH_PX))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        for widget in (self.headline, self.lead, self.crisis_lines, self.card, self.hide_how, self.note):
            column.addWidget(widget)
        buttons = QWidget(text)
        flow = Flow(buttons, gap_px=gap(12))
        for button in (self.other, self.stay, self.back):
            flow.addWidget(button)
        column.addWidget(buttons)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(text, 1000)
        line.addStretch(1)
        self.content.addLayout(line)

    @override
    def _connect(self) -> None:
        self.other.clicked.connect(lambda: self.moved_on.emit("hide", None))
        self.back.clicked.connect(lambda: self.moved_on.emit("questions", None))
        self.stay.clicked.connect(self._on_stay)

    @override
    def open_with(self, detail: object) -> None:
        """Take the answers along, or what was changed of an open case."""
        if isinstance(detail, FirstAnswers):
            self.answers = detail
        self.changed = detail if isinstance(detail, Changed) else None

    def _on_stay(self) -> None:
        if self.changed is not None:
            self.moved_on.emit(*self.changed.go_on())
            return
        if self.answers is None:
            return
        is_adult = self.answers.facts.under_18 is Under18.NO
        self.moved_on.emit("passphrase" if is_adult else "under18", self.answers)
