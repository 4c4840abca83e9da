# SPDX-License-Identifier: MIT
"""When to look again: tomorrow, in three days, in a week, a date, or not any more."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.errors import BadInput
from app.guide.due import local_day
from app.typed import read_day
from ui.moments import long_day
from ui.widgets.chip import Chips
from ui.widgets.field import Field
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import date

    from ui.context import Context

AHEAD = {"tomorrow": 1, "three": 3, "week": 7}
FAR_DAYS = 366


class DayPicker(QWidget):
    """One press sets a day; a date is typed only if none of the usual ones fits.

    Signals:
        changed: another day was set.
    """

    changed = Signal()

    def __init__(self, context: Context, *, label: str, parent: QWidget | None = None) -> None:
        """Show that no day is set."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self.label = Label(label, "strong", parent=self)
        choices = [(key, words(f"watch.page.next.{key}")) for key in (*AHEAD, "day", "never")]
        self.chips = Chips(context, choices, is_exclusive=True, parent=self)
        self.typed = Field(
            context, words("watch.page.next.day"), hint=words("watch.page.next.hint"), parent=self
        )
        self.said = Label("", "small", parent=self)
        for name in ("label", "chips", "typed", "said"):
            getattr(self, name).setObjectName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(2))
        for widget in (self.label, self.chips, self.typed, self.said):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.typed.hide()
        self.said.hide()
        self.chips.changed.connect(self._on_changed)
        self.typed.changed.connect(self._on_changed)

    @property
    def day(self) -> date | None:
        """The day that is set; ``None`` if none is, or what is typed is no day."""
        (key,) = self.chips.on or ("never",)
        if key in AHEAD:
            return self._today() + timedelta(days=AHEAD[key])
        return self._typed_day() if key == "day" else None

    def set_day(self, day: date | None) -> None:
        """Show a day that is kept, or the usual next one by its name."""
        ahead = None if day is None else (day - self._today()).days
        key = next((name for name, days in AHEAD.items() if days == ahead), "never" if day is None else "day")
        self.chips.set_on((key,))
        self.typed.set_text(f"{day:%d/%m/}{day.year:04}" if day is not None and key == "day" else "")
        self._show()

    def _on_changed(self, _what: object = None) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        """Ask for the date where it is typed, and read the day back in full."""
        is_typed = self.chips.on == ("day",)
        self.typed.setVisible(is_typed)
        words, day = self._context.words, self.day
        if day is not None:
            self.said.set_words(long_day(day, self._context.settings.language))
        self.said.setVisible(day is not None)
        if not is_typed or not self.typed.text.strip():
            self.typed.verdict.clear()
        elif day is None:
            self.typed.verdict.say("hint", words("watch.page.next.odd"), words("watch.page.next.hint"))
        else:
            self._judge(day)

    def _judge(self, day: date) -> None:
        """Say kindly what is unusual about a day; it is kept as it is."""
        ahead = (day - self._today()).days
        if ahead < 0:
            self.typed.verdict.say("hint", self._context.words("watch.page.next.past"))
        elif ahead > FAR_DAYS:
            self.typed.verdict.say("hint", self._context.words("watch.page.next.far"))
        else:
            self.typed.verdict.clear()

    def _typed_day(self) -> date | None:
        try:
            return read_day(self.typed.text, self._context.clock.now())
        except BadInput:
            return None

    def _today(self) -> date:
        return local_day(self._context.clock.now())
