# SPDX-License-Identifier: MIT
"""What they threaten and what they want, word for word, and by when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from app.errors import BadInput
from app.model import Demand
from app.typed import kept, read_moment, zone_of
from ui.moments import hour, long_day
from ui.widgets.card import Card
from ui.widgets.draft import Draft
from ui.widgets.field import Field, TextField

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.model import Entry
    from ui.context import Context

KINDS = ("threat", "money")


class MomentField(Field):
    """A day and a time, typed as people write them, read back in full so that a slip is seen."""

    def __init__(
        self, context: Context, label: str, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        """Show an empty line."""
        super().__init__(context, label, hint=hint, parent=parent)
        self._words = context.words
        self._language = context.settings.language
        self._clock = context.clock
        self.changed.connect(self._on_changed)

    @property
    def at(self) -> datetime | None:
        """What is typed, as aware UTC; None if it is nothing or cannot be understood."""
        try:
            return read_moment(self.text, self._clock.now())
        except BadInput:
            return None

    def show_at(self, at: datetime | None) -> None:
        """Put a kept time in the field, in the form it can be read back from."""
        if at is not None and not self.text:
            local = at.astimezone(zone_of(self._clock.now()))
            with QSignalBlocker(self):
                self.set_text(f"{local:%d/%m/%Y %H:%M}")

    def _on_changed(self, text: str) -> None:
        at = self.at
        if not text.strip():
            self.verdict.clear()
        elif at is None:
            self.verdict.say("hint", self._words("facts.when.odd"), self._words("facts.when.how"))
        else:
            local = at.astimezone(zone_of(self._clock.now()))
            said = f"{long_day(local.date(), self._language)}, {hour(local, self._language)}"
            self.verdict.say("good", said)


class DemandForm(Card):
    """One card; each line of it can be left out."""

    def __init__(self, context: Context, *, drafts: str, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before; ``drafts`` begins the keys they are kept under."""
        words = context.words
        super().__init__(context, words("facts.want"), parent=parent)
        self.threat = TextField(
            context, words("facts.threat"), hint=words("facts.exact"), lines=3, parent=self
        )
        self.money = TextField(context, words("facts.money"), hint=words("facts.exact"), lines=2, parent=self)
        self.said_at = MomentField(context, words("facts.said_at"), hint=words("facts.when.how"), parent=self)
        self.deadline = MomentField(
            context, words("facts.deadline"), hint=words("facts.when.how"), parent=self
        )
        self._fields: dict[str, TextField | Field] = {
            "threat": self.threat, "money": self.money, "said_at": self.said_at, "deadline": self.deadline
        }  # fmt: skip
        self._shown: dict[MomentField, str] = {}  # as the kept times were put in the fields
        self.body.setSpacing(context.theme.gap_px(14))
        for name, field in self._fields.items():
            field.setObjectName(name)
            self.body.addWidget(field)
        self._drafts = [
            Draft(context.session, f"{drafts}.{key}", each, self) for key, each in self._fields.items()
        ]

    def demands(self, before: dict[str, Demand]) -> tuple[Demand, ...]:
        """Return what is typed, one for each kind that has words; what earlier ones hold besides stays.

        A deadline goes with the demand for money, or with the threat if they want no money.
        """
        texts = {"threat": kept(self.threat.text), "money": kept(self.money.text)}
        timed = "money" if texts["money"] else "threat"
        made = []
        for kind, text in texts.items():
            if text is not None:
                old = before.get(kind) or Demand(kind, text, None)
                deadline = self._time(self.deadline, old.deadline_at, is_asked=kind == timed)
                said_at = self._time(self.said_at, old.at, is_asked=True)
                made.append(replace(old, words=text, at=said_at, deadline_at=deadline))
        return tuple(made)

    def load(self, known: dict[str, Entry[Demand]]) -> None:
        """Show the kept words where nothing is typed yet."""
        for kind, field in (("threat", self.threat), ("money", self.money)):
            if kind in known and not field.text:
                with QSignalBlocker(field):
                    field.set_text(known[kind].fact.words)
        for entry in known.values():
            for when, at in ((self.said_at, entry.fact.at), (self.deadline, entry.fact.deadline_at)):
                when.show_at(at)
                self._shown.setdefault(when, when.text)

    def taken_up(self) -> None:
        """Forget the drafts: what was typed is kept now."""
        self._shown.clear()
        for draft in self._drafts:
            draft.clear()

    def restore(self) -> None:
        """Bring back what was typed before."""
        for draft in self._drafts:
            draft.restore()

    def _time(self, field: MomentField, before: datetime | None, *, is_asked: bool) -> datetime | None:
        """Return the time for one kind: a field left as it was shown changes no time that is kept."""
        if before is not None and field.text == self._shown.get(field):
            return before
        return field.at if is_asked else None


def own_demands(entries: tuple[Entry[Demand], ...]) -> dict[str, Entry[Demand]]:
    """Return the newest typed demand of each kind: one that was not cut out of a picture."""
    return {entry.fact.kind: entry for entry in entries if entry.fact.exhibit is None}
