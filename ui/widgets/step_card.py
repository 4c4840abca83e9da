# SPDX-License-Identifier: MIT
"""One step, large: what, why it matters, its picture and one button; the rows of how below.

What to know first on the apps of this person stands before the button, how to do it there after the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import GuideInvalid
from ui.step_words import StepWords
from ui.widgets.app_lines import AppLines
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.rows import Columns, Flow
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from app.guide.plan import Step
    from ui.context import Context

FIGURE_PX = 360  # Source: mock/04-steps
NOTHING = StepWords()
NAMED = (
    "overline", "headline", "purpose", "come_of_it", "done", "by", "also", "traps", "lines", "ask_app",
    "go", "second", "tick", "later", "undo", "minutes", "why",
)  # fmt: skip


class StepCard(Card):
    """The card of one step.

    Signals:
        pressed: its button.
        second_pressed: its second button.
        put_off: "Not now".
        ticked: "Done" on a step whose button opens a page.
        taken_back: "Not done after all".
        app_asked: the platform is to be named.
    """

    pressed = Signal()
    second_pressed = Signal()
    put_off = Signal()
    ticked = Signal()
    taken_back = Signal()
    app_asked = Signal()

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
        self._make_beside()
        self.go = Button(context, "", "big", parent=self)
        self.second = Button(context, "", "big_secondary", parent=self)
        self.tick = Button(context, words("steps.page.tick"), "big_quiet", icon="check", parent=self)
        self.later = Button(context, words("steps.page.skip"), "big_quiet", parent=self)
        self.undo = Button(context, words("steps.page.undo"), "big_quiet", parent=self)
        self.minutes = Label("", "small", parent=self)
        self.why = Label("", "hint", parent=self)
        self.figure: Figure | None = None
        for name in NAMED:
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.go.clicked.connect(self.pressed)
        self.second.clicked.connect(self.second_pressed)
        self.later.clicked.connect(self.put_off)
        self.tick.clicked.connect(self.ticked)
        self.undo.clicked.connect(self.taken_back)
        self.ask_app.clicked.connect(self.app_asked)

    def _make_beside(self) -> None:
        """Make what stands beside the guide: what came of it, what holds on the apps of this person."""
        context, words = self._context, self._context.words
        self.come_of_it = Card(context, kind="good", padding_px=10, parent=self)
        self.done = Verbatim(context, "", "strong", parent=self.come_of_it)
        self.by = Label("", "small_ink", parent=self.come_of_it)
        self.also = Label("", "strong", parent=self)
        for label in (self.done, self.by):
            self.come_of_it.body.addWidget(label)
        self.traps = AppLines(context, words("steps.page.traps"), role="body", parent=self)
        self.lines = AppLines(context, words("steps.page.app.pause"), kind="quiet", role="body", parent=self)
        self.ask_app = Button(context, words("steps.page.app.go"), "quiet", icon="phone", parent=self)

    def show_step(self, step: Step, total: int, *, is_next: bool, about: StepWords = NOTHING) -> None:
        """Show a step of the plan, and what is said of it beside its guide."""
        self.step = step
        self._show_guide(step, total, is_next=is_next)
        self._show_buttons(step)
        self._show_about(step, about)
        self._show_figure(step.guide.figure.removesuffix(".svg"))

    def _show_guide(self, step: Step, total: int, *, is_next: bool) -> None:
        guide, words = step.guide, self._context.words
        key = "steps.page.next" if is_next else "steps.page.step"
        is_urgent = guide.only_if_paid and not step.is_done
        said = words(key, n=step.number, all=total)
        self.overline.set_words(f"{words('steps.page.now')} · {said}" if is_urgent else said)
        self._show_kind("attention" if is_urgent else "card")
        self.headline.set_words(guide.title)
        self.purpose.set_words(words("steps.page.past") if step.is_past else guide.purpose)
        self.minutes.set_words(words("steps.page.mins", n=guide.minutes))
        self.why.set_words(guide.reason)
        self._show_how(() if step.is_past else guide.rows)
        for part in (self.minutes, self.why):
            part.setVisible(not step.is_past and bool(part.words))

    def _show_buttons(self, step: Step) -> None:
        """A done step has its undo, one of the other path nothing else."""
        guide = step.guide
        self.go.set_words(guide.button)
        self.go.set_role("big_secondary" if step.is_done else "big")
        self.go.setVisible(not step.is_past and (not step.is_done or bool(guide.page)))
        self.second.set_words(guide.second or "")
        self.second.setVisible(bool(guide.second) and not step.is_done)
        self.tick.setVisible(bool(guide.page) and not step.is_done)
        self.later.setVisible(not step.is_done)
        self.undo.setVisible(step.is_done)

    def _show_about(self, step: Step, about: StepWords) -> None:
        """Show that it is done and by whom, and what holds on the apps of this person."""
        for label, text in ((self.done, about.done), (self.by, about.by), (self.also, about.also)):
            label.set_words(text)
            label.setVisible(bool(text))
        self.come_of_it.setVisible(bool(about.done or about.by))
        self.traps.show_lines(about.traps)
        if step.guide.platform_lines:
            self.lines.title.set_words(self._context.words(f"steps.page.app.{step.guide.platform_lines}"))
        self.lines.show_lines(about.lines)
        self.ask_app.setVisible(about.asks_app)

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
        column.addSpacing(gap(4))
        column.addWidget(self.come_of_it)
        column.addSpacing(gap(2))
        column.addLayout(self.how)
        column.addSpacing(gap(6))
        for part in (self.also, self.lines, self.ask_app, self.traps):
            column.addWidget(part)
        column.addSpacing(gap(6))
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
