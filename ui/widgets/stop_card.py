# SPDX-License-Identifier: MIT
"""The card for money that a call may still stop: what to do now, and then what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.stopping import Standing, StepKind, standing, steps
from app.model import Answer
from ui.override import override
from ui.paid_words import amount_of, bare, by_way, keyed, moment_of, spoken_moment, way_of
from ui.widgets.button import Button
from ui.widgets.card import AttentionCard
from ui.widgets.copied import ShortCopy
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.rows import Columns, Flow
from ui.widgets.stop_notes import StopNotes
from ui.widgets.stop_row import StopRow

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from app.guide.stopping import StopStep
    from app.model import Payment
    from ui.context import Context

FIGURE_PX, PRIMARY_PX = 248, 44  # Source: mock/10-payments
ROWS = frozenset({StepKind.CALL, StepKind.SAY, StepKind.GIVE})
TITLES = {Standing.CAN_BE_STOPPED: "can", Standing.MAY_BE_STOPPED: "may"}


class StopCard(AttentionCard):
    """Hidden until it is given a payment; amber only while the money can be stopped.

    Signals:
        stopped: they said that it is stopped.
        late: they said that it was collected before.
        said: what they said is to be written down.
        looked: nobody has collected it, as was looked up just now.
        rows_changed: other rows are shown, so that Tab has another way.
    """

    stopped = Signal()
    late = Signal()
    said = Signal()
    looked = Signal()
    rows_changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        words = context.words
        super().__init__(context, words("payments.stop.now"), "", parent=parent)
        self._context = context
        self._is_narrow = False
        self._steps: tuple[StopStep, ...] = ()
        self.state = Label("", parent=self)
        self.rows: list[StopRow] = []
        self.copied = ShortCopy(self)
        self.copy_note = Label(words("payments.stop.copied"), "small", parent=self)
        self.stop_button = Button(context, words("payments.stop.stopped"), "primary", parent=self)
        self.late_button = Button(context, words("payments.stop.late"), parent=self)
        self.said_button = Button(context, words("payments.stop.note"), "quiet", parent=self)
        self.look_button = Button(context, words("payments.stop.looked"), "quiet", icon="watch", parent=self)
        self.more_button = Button(context, words("payments.stop.more"), "quiet", icon="info", parent=self)
        self.buttons = QWidget(self)
        self.notes = StopNotes(context, parent=self)
        self.figure = Figure(context, "money-still-waiting", width_px=FIGURE_PX, parent=self)
        for name in (
            "state",
            "copy_note",
            "stop_button",
            "late_button",
            "said_button",
            "look_button",
            "more_button",
            "buttons",
            "figure",
        ):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.stop_button.clicked.connect(self.stopped)
        self.late_button.clicked.connect(self.late)
        self.said_button.clicked.connect(self.said)
        self.look_button.clicked.connect(self.looked)
        self.more_button.clicked.connect(self._on_more)
        self.hide()

    def show_payment(
        self, payment: Payment, *, is_kept: bool = True, police_reference: str | None = None
    ) -> None:
        """Show what to do about this payment; what came of it is asked only of one that is kept."""
        way = way_of(self._context, payment)
        found = standing(way, payment)
        is_gone = found not in TITLES
        self._show_kind("soft" if is_gone else "attention")
        self.what.set_words(self._context.words(f"payments.stop.{TITLES.get(found, 'tell')}"))
        self.state.set_words(self._state(payment, is_gone=is_gone))
        self.buttons.setVisible(is_kept)
        self.said_button.setVisible(not is_gone)
        self.look_button.setVisible(is_kept and not is_gone)
        self.late_button.setVisible(not is_gone)
        late = keyed(self._context, "payments.stop.late", way)
        self.late_button.set_words(self._context.words(late))
        self.notes.show_way(way)
        key = "told" if is_gone else "stopped"
        self.stop_button.set_words(self._context.words(f"payments.stop.{key}"))
        at = spoken_moment(self._context, payment.paid_at) if payment.paid_at else None
        amount = None if payment.amount_minor is None else amount_of(self._context, payment)
        made = steps(way, payment, amount=amount, time=at, police_reference=police_reference)
        self._show_steps(tuple(step for step in made if step.kind in ROWS))
        self.setAccessibleName(bare(f"{self.what.words}. {self.state.words}"))
        self.show()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """The picture is the first to give way: the number to call is what counts."""
        self._is_narrow = narrow
        self.columns.set_narrow(narrow)
        self.figure.setVisible(not narrow)
        for row in self.rows:
            row.set_narrow(narrow)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """A number is not left on the clipboard of a page that is left."""
        self.copied.clear()
        self.copy_note.hide()
        super().hideEvent(event)

    def _state(self, payment: Payment, *, is_gone: bool) -> str:
        """Return how much, how, and what is known of it and when."""
        words, way = self._context.words, way_of(self._context, payment)
        what = f"{amount_of(self._context, payment)} {by_way(self._context, way)}"
        if is_gone:
            return words("payments.stop.state.coins", what=what)
        if payment.collected is not Answer.NO:
            return words("payments.stop.state.unsure", what=what)
        if payment.checked_at is None:
            return words("payments.stop.state.no_time", what=what)
        at = moment_of(self._context, payment.checked_at)
        return words(keyed(self._context, "payments.stop.state", way), what=what, time=at)

    def _show_kind(self, kind: str) -> None:
        self.setProperty("kind", kind)
        for widget in (self, self.overline):
            self.style().unpolish(widget)
            self.style().polish(widget)

    def _show_steps(self, made: tuple[StopStep, ...]) -> None:
        """Show these rows, unless they are shown already."""
        if made == self._steps:
            return
        hint = "" if self.property("kind") == "soft" else self._context.words("payments.stop.say.hint")
        self._steps = made
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [
            StopRow(self._context, number, step, say_hint=hint, parent=self)
            for number, step in enumerate(made, start=1)
        ]
        for row, step in zip(self.rows, made, strict=True):
            row.setObjectName(f"row_{step.kind}")
            row.set_narrow(self._is_narrow)
            row.copy_wanted.connect(self._copy)
            self._column.addWidget(row)
            row.show()
        self.rows_changed.emit()

    def _on_more(self) -> None:
        """Show what else is good to know, or take it away again."""
        self.notes.setVisible(self.notes.isHidden())

    def _copy(self, number: str) -> None:
        self.copied.copy(number)
        self.copy_note.show()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        text = QWidget(self)
        text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(4))
        for widget in (self.overline, self.what, self.state):
            column.addWidget(widget)
        column.addSpacing(gap(8))
        self._column = QVBoxLayout()
        self._column.setSpacing(gap(10))
        column.addLayout(self._column)
        column.addWidget(self.copy_note)
        column.addSpacing(gap(8))
        flow = Flow(self.buttons, gap_px=gap(10))
        for button in (self.stop_button, self.late_button, self.said_button):
            button.setMinimumHeight(self._context.theme.control_px(PRIMARY_PX))
            flow.addWidget(button)
        column.addWidget(self.buttons)
        self.columns = Columns(self._context, gap_px=28, parent=self)
        self.columns.add(text, 1, top=True)
        side = QVBoxLayout()
        side.setSpacing(gap(8))
        side.addWidget(self.figure)
        for button in (self.more_button, self.look_button):
            side.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        side.addStretch(1)
        self.columns.line.addLayout(side)
        self.body.setSpacing(gap(16))
        self.body.addWidget(self.columns)
        self.body.addWidget(self.notes)
        self.copy_note.hide()
