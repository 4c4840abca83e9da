# SPDX-License-Identifier: MIT
"""Is the clock of this computer right? One question to one time server, if the person presses the button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.errors import ClockNotMeasured
from app.sntp import SERVER
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.page import Page
from ui.widgets.rows import flow_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.clock import Measured

RIGHT_WITHIN_MS = 2_000  # the same as a jump of the clock: nothing an officer would have to reckon with
S = 1_000


class ClockPage(Page):
    """``moved_on``: ``evidence`` (back)."""

    title_key = "clock.title"

    @override
    def _build(self) -> None:
        words = self.context.words
        self.lead = Label(words("clock.lead"), parent=self)
        self.card = Card(self.context, words("clock.what"), padding_px=24, parent=self)
        rows = (words("clock.row1", server=SERVER), words("clock.row2"), words("clock.row3"))
        for number, row in enumerate(rows, start=1):
            self.card.body.addWidget(NumberedRow(self.context, number, row, parent=self.card))
        self.verdict = Verdict(self.context, parent=self)
        self.ask = Button(self.context, words("clock.ask"), "big", parent=self)
        self.back = Button(self.context, words("clock.back"), "big_quiet", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        buttons = flow_of((self.ask, self.back), self.context.theme.gap_px(12), self)
        self.add_text((self.lead, self.card, self.verdict, buttons))

    @override
    def _connect(self) -> None:
        self.ask.clicked.connect(self._on_ask)
        self.back.clicked.connect(lambda: self.moved_on.emit("evidence", None))

    @override
    def refresh(self) -> None:
        """Show what was measured since the clock was last moved."""
        told = self.context.clock.now().measured
        if told is not None:
            self._show(told)

    def _on_ask(self) -> None:
        """Ask once; nothing else of this program uses the network."""
        self.ask.setEnabled(False)
        self.verdict.say("hint", self.context.words("clock.asking"))
        self.context.background.run(
            partial(self.context.measure_clock, self.context.clock),
            owner=self,
            then=self._on_measured,
            otherwise=self._on_failed,
        )

    def _on_measured(self, told: Measured) -> None:
        """Keep it with every picture from now on, and in the record of what was done."""
        self.ask.setEnabled(True)
        self.context.clock.measured = told
        self._show(told)
        data = {
            "server": told.server,
            "offset_ms": told.offset_ms,
            "uncertain_by_ms": told.uncertain_by_ms,
            "at": told.at.ts,
        }
        self.context.session.run(lambda vault: vault.note("clock.measure", None, data), owner=self)

    def _on_failed(self, error: BaseException) -> None:
        """Say that it is not measured; everything goes on without it."""
        self.ask.setEnabled(True)
        self.verdict.clear()
        if not isinstance(error, ClockNotMeasured):
            self.context.background.failed.emit(error)
            return
        words = self.context.words
        said = (words(f"errors.ClockNotMeasured.{part}") for part in ("what", "do"))
        self.verdict.say("hint", *said)

    def _show(self, told: Measured) -> None:
        """Say by how much it is off, in words for the size of it."""
        words, off_ms = self.context.words, told.offset_ms
        note = words("clock.noted", server=told.server)
        if abs(off_ms) <= RIGHT_WITHIN_MS:
            self.verdict.say("good", words("clock.right"), note)
            return
        side = "fast" if off_ms > 0 else "slow"
        self.verdict.say("hint", words(f"clock.{side}", s=f"{abs(off_ms) / S:,.0f}"), note)
