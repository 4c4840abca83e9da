# SPDX-License-Identifier: MIT
"""One row of "Do this now": a number in a disc, what to do, whom to call in big type, what to give them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.guide.stopping import StepKind
from ui.legible import breakable
from ui.paid_words import END, LEFT_TO_RIGHT, bare, safe
from ui.widgets.button import Button
from ui.widgets.icon_view import Disc
from ui.widgets.label import Label

if TYPE_CHECKING:
    from app.guide.stopping import Given, StopStep
    from ui.context import Context

TOP = Qt.AlignmentFlag.AlignTop
MIDDLE = Qt.AlignmentFlag.AlignVCenter
LONG = 28  # characters of a number that stands beside its words; a longer one wraps on a line of its own
COPY_PX, DISC_PX = 40, 24  # the button is higher than the disc, which stands beside the middle of its line
NAMES = frozenset({"payee", "payee_place", "sender", "coin"})  # said, not copied
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class StopRow(QWidget):
    """What to do, and what is needed for it.

    Signals:
        copy_wanted: a number is to be copied; carries it.
    """

    copy_wanted = Signal(str)

    def __init__(
        self,
        context: Context,
        number: int,
        step: StopStep,
        *,
        say_hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show one step; ``say_hint`` stands below what to say."""
        super().__init__(parent)
        self._context = context
        words = context.words
        is_said = step.kind is StepKind.SAY
        text = words("payments.stop.say", words=step.text) if is_said else step.text
        self.disc = Disc(context, number, parent=self)
        is_call = step.kind is StepKind.CALL and not step.phone
        self.text = Label(breakable(text), "strong" if is_call else "body", parent=self)
        self.text.setObjectName("text")
        self.call = self._number(step.phone or "", step.text, "phone")
        self.call.setObjectName("call")
        self.call.setVisible(bool(step.phone))
        note = step.note or (say_hint if is_said else "")
        self.note = Label(note, "small", parent=self)
        self.note.setObjectName("note")
        self.note.setVisible(bool(note))
        self.copies: dict[str, Button] = {}
        self._lines: list[QBoxLayout] = []
        self._lay_out(step)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """The number under its words when there is no room."""
        ways = QBoxLayout.Direction
        for line in self._lines:
            line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _lay_out(self, step: StopStep) -> None:
        gap = self._context.theme.gap_px
        texts = QVBoxLayout()
        texts.setSpacing(gap(2))
        first = self._line()
        lead = next((each for each in step.given if each.field not in NAMES), None)
        lead = lead if lead is not None and len(lead.shown) <= LONG else None
        has_number = bool(step.phone or lead)
        self.text.setWordWrap(not has_number)
        first.addWidget(self.text, 0 if has_number else 1, MIDDLE)
        first.addWidget(self.call, 0, MIDDLE)
        if lead is not None:
            first.addLayout(self._shown(lead, with_label=False))
        if has_number:
            first.addStretch(1)
        texts.addLayout(first)
        for given in step.given:
            if given is not lead:
                texts.addLayout(self._shown(given, with_label=True))
        texts.addWidget(self.note)
        is_high = lead is not None and lead.field in self.copies
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(12))
        beside = QVBoxLayout()
        beside.addSpacing(self._context.theme.control_px(COPY_PX - DISC_PX) // 2 if is_high else 0)
        beside.addWidget(self.disc, 0, TOP)
        beside.addStretch(1)
        row.addLayout(beside)
        row.addLayout(texts, 1)
        self.setAccessibleName(bare(f"{self.text.words} {self.call.words} {self.note.words}".strip()))

    def _line(self) -> QBoxLayout:
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        line.setSpacing(self._context.theme.gap_px(14))
        self._lines.append(line)
        return line

    def _shown(self, given: Given, *, with_label: bool) -> QBoxLayout:
        """Return a number with the button that copies it, and what it is called."""
        is_long, is_name = len(given.shown) > LONG, given.field in NAMES
        line = self._line()
        if with_label:
            label = Label(given.label, "small", wraps=is_long, parent=self)
            if is_long:
                line.setDirection(QBoxLayout.Direction.TopToBottom)
                line.setSpacing(0)
                self._lines.remove(line)
            line.addWidget(label, 0, Qt.AlignmentFlag(0) if is_long else MIDDLE)
        role = "strong" if is_name else "code"
        number = self._number(given.shown, given.label, role, wraps=is_long)
        number.setObjectName(f"give_{given.field}")
        line.addWidget(number, 0, Qt.AlignmentFlag(0) if is_long else MIDDLE)
        if given.copied is not None and not is_name:
            side = Qt.AlignmentFlag.AlignLeading if is_long else MIDDLE
            line.addWidget(self._copy_button(given, given.copied), 0, side)
        if not is_long and with_label:
            line.addStretch(1)
        return line

    def _copy_button(self, given: Given, copied: str) -> Button:
        words = self._context.words
        button = Button(self._context, words("payments.stop.copy"), "quiet", icon="copy", parent=self)
        button.setObjectName(f"copy_{given.field}")
        button.setAccessibleName(words("payments.stop.copy.name", what=given.label))
        button.clicked.connect(partial(self.copy_wanted.emit, copied))
        self.copies[given.field] = button
        return button

    def _number(self, number: str, name: str, role: str, *, wraps: bool = False) -> Label:
        """Return a number in big type that can be selected and copied, and keeps its direction."""
        shown = f"{LEFT_TO_RIGHT}{safe(number, marked=False)}{END}" if number else ""
        label = Label(shown, role, wraps=wraps, parent=self)
        label.setTextInteractionFlags(SELECTABLE)
        label.setAccessibleName(f"{name}: {number}")
        return label
