# SPDX-License-Identifier: MIT
"""One step, large: what, why it matters, its picture and one button; the rows of how below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GuideInvalid
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.rows import Columns, Flow

if TYPE_CHECKING:
    from app.guide.plan import Step
    from ui.context import Context

FIGURE_PX = 360  # Source: mock/04-steps


class StepCard(Card):
    """The card of one step.

    Signals:
        pressed: its button.
        second_pressed: its second button.
        put_off: "Not now".
        ticked: "Done" on a step whose button opens a page.
        taken_back: "Not done after all".
    """

    pressed = Signal()
    second_pressed = Signal()
    put_off = Signal()
    ticked = Signal()
    taken_back = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show no step yet."""
        super().__init__(context, padding_px=32, parent=parent)
        self._context = context
        self.step: Step | None = None
        words = context.words
        self.overline = Label("", "overline", parent=self)
        self.headline = Label("", "display", parent=self)
        self.purpose = Label("", "lead", parent=self)
        self.how = QVBoxLayout()
        self.go = Button(context, "", "big", parent=self)
        self.second = Button(context, "", "big_secondary", parent=self)
        self.tick = Button(context, words("steps.page.tick"), "big_quiet", icon="check", parent=self)
        self.later = Button(context, words("steps.page.skip"), "big_quiet", parent=self)
        self.undo = Button(context, words("steps.page.undo"), "big_quiet", parent=self)
        self.minutes = Label("", "small", parent=self)
        self.why = Label("", "hint", parent=self)
        self.figure: Figure | None = None
        for name in (
            "overline",
            "headline",
            "purpose",
            "go",
            "second",
            "tick",
            "later",
            "undo",
            "minutes",
            "why",
        ):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.go.clicked.connect(self.pressed)
        self.second.clicked.connect(self.second_pressed)
        self.later.clicked.connect(self.put_off)
        self.tick.clicked.connect(self.ticked)
        self.undo.clicked.connect(self.taken_back)

    def show_step(self, step: Step, total: int, *, is_next: bool) -> None:
        """Show a step of the plan."""
        self.step = step
        guide, words = step.guide, self._context.words
        key = "steps.page.next" if is_next else "steps.page.step"
        is_urgent = guide.only_if_paid and not step.is_done
        said = words(key, n=step.number, all=total)
        self.overline.set_words(f"{words('steps.page.now')} · {said}" if is_urgent else said)
        self._show_kind("attention" if is_urgent else "card")
        self.headline.set_words(guide.title)
        self.purpose.set_words(guide.purpose)
        self.go.set_words(guide.button)
        self.go.setVisible(not step.is_done or bool(guide.page))
        self.second.set_words(guide.second or "")
        self.second.setVisible(bool(guide.second) and not step.is_done)
        self.tick.setVisible(bool(guide.page) and not step.is_done)
        self.later.setVisible(not step.is_done)
        self.undo.setVisible(step.is_done)
        self.minutes.set_words(words("steps.page.mins", n=guide.minutes))
        self.why.set_words(guide.reason)
        self.why.setVisible(bool(guide.reason))
        self._show_how(guide.rows)
        self._show_figure(guide.figure.removesuffix(".svg"))

    def _show_kind(self, kind: str) -> None:
        """Be the time-critical card while money can still be stopped."""
        self.setProperty("kind", kind)
        for widget in (self, self.overline):
            self.style().unpolish(widget)
            self.style().polish(widget)

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(6))
        self.how.setSpacing(gap(8))
        for widget in (self.overline, self.headline, self.purpose):
            column.addWidget(widget)
        column.addSpacing(gap(6))
        column.addLayout(self.how)
        column.addSpacing(gap(12))
        buttons = QWidget(text)
        flow = Flow(buttons, gap_px=gap(12))
        for button in (self.go, self.second, self.later, self.tick, self.undo):
            flow.addWidget(button)
        column.addWidget(buttons)
        column.addWidget(self.minutes)
        column.addWidget(self.why)
        self.columns = Columns(self._context, gap_px=32, parent=self)
        self.columns.add(text, 1, top=True)
        self._picture = QVBoxLayout()
        self.columns.line.addLayout(self._picture)
        self.body.addWidget(self.columns)

    def _show_how(self, rows: tuple[str, ...]) -> None:
        while (item := self.how.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, row in enumerate(rows, start=1):
            self.how.addWidget(NumberedRow(self._context, number, row, parent=self))

    def _show_figure(self, name: str) -> None:
        """Show the picture of the step; a step without one has its words."""
        if self.figure is not None:
            self._picture.removeWidget(self.figure)
            self.figure.hide()
            self.figure.deleteLater()
            self.figure = None
        try:
            self.figure = Figure(self._context, name, width_px=FIGURE_PX, parent=self)
        except GuideInvalid:
            return
        self.figure.setObjectName("figure")
        self._picture.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
