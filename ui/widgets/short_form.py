# SPDX-License-Identifier: MIT
"""For who may be blocked any minute: five pictures in order, each with its tick, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.rows import Columns, column_of, flow_of
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.guide.plan import Plan, Step
    from ui.context import Context

FIGURE_PX = 320


class ShortForm(Card):
    """The five of the five-minute capture.

    Signals:
        picture_wanted: carries the Step to take a picture for.
        left: the person wants to see all steps.
    """

    picture_wanted = Signal(object)
    left = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show no step yet."""
        super().__init__(context, padding_px=32, parent=parent)
        self._context = context
        self._next: Step | None = None
        words = context.words
        self.overline = Label("", "overline", parent=self)
        self.headline = Label(words("short.form.title"), "display", parent=self)
        self.lead = Label(words("short.form.lead"), "lead", parent=self)
        self.end = Label(words("short.form.end"), "lead", parent=self)
        self.go = Button(context, "", "big", icon="camera", parent=self)
        self.rest = Button(context, words("short.form.all"), "big_quiet", parent=self)
        self.gone = Label(words("short.form.gone"), "hint", parent=self)
        self.figure = Figure(context, "step-profile", width_px=FIGURE_PX, parent=self)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(0)
        for name in ("overline", "headline", "lead", "end", "go", "rest", "gone", "figure"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.rest.clicked.connect(self.left)
        self.hide()

    def show_five(self, plan: Plan, five: tuple[Step, ...]) -> None:
        """Show the five as they stand; the first open one is next."""
        words, done = self._context.words, [step for step in five if plan.is_done(step)]
        self._next = next((step for step in five if step not in done), None)
        self.overline.set_words(words("short.form.count", n=len(done), all=len(five)))
        is_end = self._next is None
        self.lead.setVisible(not is_end)
        self.end.setVisible(is_end)
        self.gone.setVisible(not is_end)
        self.go.set_words(words("short.form.on") if self._next is None else self._next.guide.button)
        self.go.set_icon(None if is_end else "camera")
        self.rest.setVisible(not is_end)
        self._fill(five, done)

    def _fill(self, five: tuple[Step, ...], done: list[Step]) -> None:
        while (item := self.rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(five, start=1):
            is_done = step in done
            note = (step.state.detail or "") if is_done and step.state else ""
            text = self._context.words(f"short.form.{number}")
            row = StatusRow(
                self._context, text, is_done=is_done, note=note, is_last=number == len(five), parent=self
            )
            row.setObjectName(f"short_{step.guide.id}")
            row.chosen.connect(lambda step=step: self.picture_wanted.emit(step))
            self.rows.addWidget(row)

    def _on_go(self) -> None:
        if self._next is None:
            self.left.emit()
        else:
            self.picture_wanted.emit(self._next)

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        buttons = flow_of((self.go, self.rest), gap(12), self)
        text = column_of((self.overline, self.headline, self.lead, self.end), gap(6), self)
        column = text.layout()
        if isinstance(column, QVBoxLayout):
            column.addSpacing(gap(4))
            column.addLayout(self.rows)
            column.addSpacing(gap(10))
            column.addWidget(buttons)
            column.addWidget(self.gone)
        columns = Columns(self._context, gap_px=32, parent=self)
        columns.add(text, 1, top=True)
        columns.add(self.figure, 0, top=True)
        self.body.addWidget(columns)
