# SPDX-License-Identifier: MIT
"""The live call: when it began, how long, with which account, and whether they say they recorded it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.model import Answer, Call, EntryId
from app.typed import kept
from ui.known_by import name_of
from ui.widgets.amount_field import moment_in
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip, Chips, swapped
from ui.widgets.demand_form import MomentField
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Flow, column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Account, Entry
    from ui.context import Context

NOBODY = ""
KINDS = {"video": True, "voice": False}
MOST_MINUTES = 24 * 60
_MINUTES = re.compile(r"(\d{1,4})\s*(?:m|min|mins|minutes?)?\.?", re.IGNORECASE)


class CallForm(Card):
    """Hidden while no call is added or changed; every line can be left out.

    Signals:
        kept: carries the entry's id (``None``: it is new) and the Call.
        cancelled: "Not now"; what is typed stays for the next time.
    """

    kept = Signal(object, object)
    cancelled = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before."""
        words = context.words
        super().__init__(context, padding_px=24, parent=parent)
        self._context = context
        self._entry: Entry[Call] | None = None
        self.started = MomentField(
            context, words("said.call.started"), hint=words("facts.when.how"), parent=self
        )
        self.about = Chip(context, words("said.call.about"), parent=self)
        self.minutes = Field(
            context, words("said.call.minutes"), hint=words("said.call.minutes.hint"), parent=self
        )
        kinds = [(key, words(f"said.call.{key}")) for key in KINDS]
        self.kind = Chips(context, kinds, is_exclusive=True, parent=self)
        answers = [(each.value, words(f"said.call.recorded.{each}")) for each in Answer]
        self.recorded = Chips(context, answers, is_exclusive=True, parent=self)
        self.account = Chips(context, [], is_exclusive=True, parent=self)
        self.keep = Button(context, words("said.page.keep"), "primary", parent=self)
        self.cancel = Button(context, words("said.page.cancel"), "quiet", parent=self)
        for name in ("started", "about", "minutes", "kind", "recorded", "account", "keep", "cancel"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        texts = {"started": self.started, "minutes": self.minutes}
        self._drafts = Drafts(context.session, "said.call", texts, self)
        self.minutes.changed.connect(self._on_minutes)
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self._on_cancel)
        self.hide()

    def begin(self) -> None:
        """Ask for a new call; what was typed before is there."""
        if self._entry is not None:
            self.clear()
        self.show()

    def change(self, entry: Entry[Call]) -> None:
        """Show a kept call, to change it."""
        self._entry = entry
        self._drafts.turn_to(entry.id, lambda: self._fill(entry.fact))
        self.show()

    def _fill(self, call: Call) -> None:
        """Put in what is kept."""
        self._empty()
        self.started.show_at(call.started_at)
        self.about.setChecked(call.is_about)
        self.minutes.set_text(_shown(call))
        self.kind.set_on(tuple(key for key, value in KINDS.items() if value is call.is_video))
        self.recorded.set_on((call.recorded.value,))
        self.account.set_on((call.account or NOBODY,))

    def offer(self, accounts: Sequence[Entry[Account]]) -> None:
        """Offer these accounts of theirs."""
        choices = [(NOBODY, self._context.words("said.form.account.none"))]
        theirs = [each for each in accounts if not each.fact.is_own]
        choices += [(each.id, name_of(self._context.catalogue, each.fact)) for each in theirs]
        self.account = swapped(self._context, self.account, choices)
        for part in (self._whose, self.account):
            part.setVisible(bool(theirs))

    def call(self) -> Call:
        """Return what is typed; a length that is no number of minutes stands in the note, as typed."""
        base = self._entry.fact if self._entry else Call(None)
        (account,) = self.account.on or (NOBODY,)
        (kind,) = self.kind.on or ("",)
        (recorded,) = self.recorded.on or (Answer.NOT_KNOWN.value,)
        minutes = minutes_in(self.minutes.text)
        unread = kept(self.minutes.text) if minutes is None else None
        is_same = minutes is not None and self.minutes.text == _shown(base)
        return replace(
            base,
            started_at=moment_in(self.started, base.started_at),
            duration_s=base.duration_s if is_same else None if minutes is None else minutes * 60,
            account=EntryId(account) if account else None,
            is_video=KINDS.get(kind),
            recorded=Answer(recorded),
            is_about=self.about.isChecked(),
            note=unread or (base.note if is_same or minutes is None else None),
        )

    def clear(self) -> None:
        """Forget what was typed, and be ready for a new call; what was typed of one before is there."""
        self._drafts.clear()
        self._entry = None
        self._drafts.turn_to("", self._empty)

    def _empty(self) -> None:
        for field in (self.started, self.minutes):
            field.clear()
        self.about.setChecked(False)
        for chips in (self.kind, self.recorded, self.account):
            chips.set_on(())

    def _lay_out(self) -> None:
        gap, words = self._context.theme.gap_px, self._context.words
        self.body.setSpacing(gap(14))
        buttons = QWidget(self)
        flow = Flow(buttons, gap_px=gap(12))
        for button in (self.keep, self.cancel):
            flow.addWidget(button)
        self._whose = Label(words("said.form.account"), "strong", parent=self)
        held = column_of((self._whose, self.account), gap(2), self)
        asked = [(words("said.call.kind"), self.kind), (words("said.call.recorded"), self.recorded)]
        pairs = [
            column_of((Label(text, "strong", parent=self), chips), gap(2), self) for text, chips in asked
        ]
        for part in (self.started, self.about, self.minutes, *pairs, held, buttons):
            self.body.addWidget(part)

    def _on_minutes(self, text: str) -> None:
        """Say kindly when it is no number of minutes; it is kept as typed then."""
        if text.strip() and minutes_in(text) is None:
            words = self._context.words
            self.minutes.verdict.say("hint", words("said.call.minutes.odd"), words("said.call.minutes.hint"))
        else:
            self.minutes.verdict.clear()

    def _on_keep(self) -> None:
        self.kept.emit(self._entry.id if self._entry else None, self.call())

    def _on_cancel(self) -> None:
        if self._entry is not None:
            self.clear()
        self.hide()
        self.cancelled.emit()


def minutes_in(text: str) -> int | None:
    """Return a typed number of minutes; ``None`` if it is none, or more than a day has."""
    found = _MINUTES.fullmatch(text.strip())
    minutes = int(found[1]) if found else MOST_MINUTES + 1
    return minutes if minutes <= MOST_MINUTES else None


def _shown(call: Call) -> str:
    """Return the length of a kept call as it is typed; or what was typed that is no number."""
    if call.duration_s is None:
        return call.note or ""
    return str(round(call.duration_s / 60))
