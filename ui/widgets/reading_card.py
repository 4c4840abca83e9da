# SPDX-License-Identifier: MIT
"""How far the reading of the pictures is, with Pause; and the quiet way to turn it off, and on again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.progress import Bar
from ui.widgets.rows import Columns, Flow

if TYPE_CHECKING:
    from app.search.values import ReadingState
    from ui.context import Context
    from ui.reading_pass import ReadingPass

BAR_PX = 160


class ReadingCard(QWidget):
    """One line under the pictures; hidden while nobody knows how far it is, or there is nothing to read.

    Signals:
        asked: it asks whether to turn it off, and takes more room for that.
    """

    asked = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Say how it stands."""
        super().__init__(parent)
        self._context = context
        self._pass: ReadingPass = context.reading_pass
        self._is_wanted = True
        words = context.words
        self.said = Label("", "small", parent=self)
        self.bar = Bar(context, colour="primary", width_px=context.theme.text_px(BAR_PX), parent=self)
        self.pause = Button(context, words("search.read.pause"), "quiet", parent=self)
        self.switch = Button(context, words("search.read.off"), "quiet", parent=self)
        self.sure = Card(context, words("search.read.off.title"), kind="quiet", parent=self)
        self.note = Label(words("search.read.off.note"), parent=self.sure)
        self.go = Button(context, words("search.read.off.go"), parent=self.sure)
        self.keep = Button(context, words("search.read.off.keep"), "quiet", parent=self.sure)
        for name in ("said", "bar", "pause", "switch", "sure", "note", "go", "keep"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self.sure.hide()
        self._pass.changed.connect(self.show_state)
        self.pause.clicked.connect(self._on_pause)
        self.switch.clicked.connect(self._on_switch)
        self.go.clicked.connect(self._on_go)
        self.keep.clicked.connect(self.sure.hide)
        self.show_state()

    def set_wanted(self, *, is_wanted: bool) -> None:
        """Be there, or not in a case in which no picture is read."""
        self._is_wanted = is_wanted
        self.show_state()

    def show_state(self) -> None:
        """Say how far it is, and offer what can be done about it."""
        state = self._pass.state if self._is_wanted else None
        is_known = state is not None and (not state.is_on or bool(state.read + state.failed + state.waiting))
        self.setVisible(is_known)
        if state is None or not is_known:
            return
        is_waiting = state.is_on and state.waiting > 0
        self.said.set_words(self._sentence(state))
        self.bar.setVisible(is_waiting)
        self.pause.setVisible(is_waiting)
        if is_waiting:
            done = state.read + state.failed
            self.bar.set_share(done / (done + state.waiting))
            self.pause.set_words(self._context.words(f"search.read.{self._button()}"))
        self.switch.set_words(self._context.words(f"search.read.{'off' if state.is_on else 'turn_on'}"))
        if not state.is_on:
            self.sure.hide()

    def _sentence(self, state: ReadingState) -> str:
        words = self._context.words
        if not state.is_on:
            return words("search.read.is_off")
        if not state.waiting:
            return words("search.read.quiet")
        left = words("search.read.left", n=state.waiting)
        if self._pass.is_stuck:
            return words("search.read.stuck", left=left)
        return words("search.read.paused", left=left) if self._pass.is_paused else left

    def _button(self) -> str:
        if self._pass.is_stuck:
            return "again"
        return "on" if self._pass.is_paused else "pause"

    def _lay_out(self) -> None:
        theme = self._context.theme
        ways = QWidget(self)
        acts = Flow(ways, gap_px=theme.gap_px(12))
        acts.addWidget(self.pause)
        acts.addWidget(self.switch)
        line = Columns(self._context, gap_px=12, parent=self)
        line.add(self.said, 1)
        line.line.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        line.add(ways, 0)
        buttons = QWidget(self.sure)
        flow = Flow(buttons, gap_px=theme.gap_px(12))
        flow.addWidget(self.go)
        flow.addWidget(self.keep)
        self.sure.body.addWidget(self.note)
        self.sure.body.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.gap_px(8))
        column.addWidget(line)
        column.addWidget(self.sure)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _on_pause(self) -> None:
        if self._pass.is_paused or self._pass.is_stuck:
            self._pass.go_on()
        else:
            self._pass.pause()

    def _on_switch(self) -> None:
        state = self._pass.state
        if state is not None and not state.is_on:
            self._pass.switch(is_on=True)
            return
        self.sure.show()
        self.keep.setFocus()
        self.asked.emit()

    def _on_go(self) -> None:
        self.sure.hide()
        self._pass.switch(is_on=False)
