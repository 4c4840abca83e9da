# SPDX-License-Identifier: MIT
"""A sum as people type it, read back so that a slip is seen; and a time that has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker

from app.errors import BadInput
from app.money import as_typed, in_short
from app.typed import Amount, has_unseen, is_below_nothing, read_amount
from ui.override import override
from ui.widgets.demand_form import MomentField
from ui.widgets.field import Field

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from ui.context import Context

LONG = 200  # characters; more than a name, a place or a number has


class AmountField(Field):
    """What cannot be read as a sum is kept as typed, and said so in one sentence."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show an empty line."""
        words = context.words
        super().__init__(
            context, words("payments.form.amount"), hint=words("payments.form.amount.hint"), parent=parent
        )
        self._words = words
        self._kept: tuple[str, Amount] | None = None
        self.changed.connect(self.judge)

    @property
    def amount(self) -> Amount | None:
        """What is typed; None if it is nothing or no sum."""
        if self._kept is not None and self.text == self._kept[0]:
            return self._kept[1]
        try:
            return read_amount(self.text)
        except BadInput:
            return None

    def show_kept(self, minor: int, currency: str) -> None:
        """Put a kept sum in the field; as long as it stays so, it is that sum, of whatever currency."""
        typed = as_typed(minor, currency)
        self._kept = (typed, Amount(minor, currency))
        with QSignalBlocker(self):
            self.set_text(typed)

    def judge(self, text: str) -> None:
        """Say how it was read, or kindly that it was not."""
        amount, words = self.amount, self._words
        if not text.strip():
            self.verdict.clear()
        elif amount is not None:
            self.verdict.say("good", f"{in_short(amount.minor, amount.currency)} ({amount.currency})")
        elif is_below_nothing(text):
            self.verdict.say(
                "hint", words("payments.form.amount.below"), words("payments.form.amount.below.note")
            )
        else:
            self.verdict.say("hint", words("payments.form.amount.odd"), words("payments.form.amount.hint"))


class PastField(MomentField):
    """When something happened; a time that is still to come is kept, and asked about."""

    @override
    def _on_changed(self, text: str) -> None:
        super()._on_changed(text)
        at = self.at
        if at is not None and at > self._clock.now().utc:
            self.verdict.say("hint", self._words("payments.form.when.ahead"), self.verdict.title.words)


def moment_in(field: MomentField, before: datetime | None) -> datetime | None:
    """Return the typed time; the one known before if it is that minute, which a field cannot show finer."""
    at = field.at
    is_same = at is not None and before is not None and before.replace(second=0, microsecond=0) == at
    return before if is_same else at


def remark(context: Context, field: Field) -> None:
    """Say of a text that is kept as it is what is unusual about it: very long, or with unseen signs."""
    text = field.text
    if len(text) > LONG:
        field.verdict.say("hint", context.words("payments.form.long"))
    elif has_unseen(text):
        field.verdict.say("hint", context.words("payments.form.unseen"))
    else:
        field.verdict.clear()
