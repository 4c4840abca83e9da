# SPDX-License-Identifier: MIT
"""Something the person remembers: what, when, and how sure of the time they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.errors import BadInput
from app.model import Certainty, Event, Precision
from app.typed import read_day, read_moment, zone_of
from ui.moments import hour, long_day
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.draft import Draft
from ui.widgets.field import Field, TextField
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Entry
    from ui.context import Context

EXACT, ABOUT, DAY = SURENESS = ("exact", "about", "day")


class EventForm(Card):
    """One line of the timeline in the person's words; what is typed survives.

    Signals:
        kept: carries the Event to keep, and the entry it changes or None.
        taken_back: carries the entry that is to count no more.
        left: nothing is to be kept.
        picture_wanted: carries the id of an exhibit that shows the event.
    """

    kept = Signal(object, object)
    taken_back = Signal(object)
    left = Signal()
    picture_wanted = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before."""
        words = context.words
        super().__init__(context, words("when.form.title"), parent=parent)
        self._context = context
        self._entry: Entry[Event] | None = None
        hint = words("when.form.what.hint")
        self.what = TextField(context, words("when.form.what"), hint=hint, lines=2, parent=self)
        self.at = Field(context, words("when.form.at"), hint=words("when.form.at.hint"), parent=self)
        self.sure_label = Label(words("when.form.sure"), "strong", parent=self)
        choices = [(key, words(f"when.form.{key}")) for key in SURENESS]
        self.sure = Chips(context, choices, is_exclusive=True, parent=self)
        self.keep = Button(context, words("when.form.keep"), "primary", parent=self)
        self.leave = Button(context, words("when.form.leave"), parent=self)
        self.show_picture = Button(context, words("when.form.picture"), "quiet", parent=self)
        self.take_back = Button(context, words("when.form.take_back"), "quiet", parent=self)
        for name, value in vars(self).items():
            if name in {"what", "at", "sure", "keep", "leave", "show_picture", "take_back"}:
                value.setObjectName(name)
        self._lay_out()
        self._connect()
        session = context.session
        self._drafts = [Draft(session, f"when.{name}", field, self) for name, field in self._fields()]
        self.begin()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not (self.what.text.strip() or self.at.text.strip())

    def begin(self) -> None:
        """Be ready for a new line; drafts of one that was not kept stay."""
        self._entry = None
        self.sure.set_on((EXACT,))
        self.title.set_words(self._context.words("when.form.title"))
        self.take_back.hide()
        self.show_picture.hide()

    def load(self, entry: Entry[Event], *, has_picture: bool = False) -> None:
        """Show a kept line, to change it."""
        self._entry, event = entry, entry.fact
        is_day = event.precision is Precision.DAY
        self.sure.set_on((DAY if is_day else ABOUT if event.is_about else EXACT,))
        local = event.at.astimezone(zone_of(self._context.clock.now()))
        with QSignalBlocker(self.what), QSignalBlocker(self.at):
            self.what.set_text(event.what)
            self.at.set_text(f"{local:%d/%m/%Y}" if is_day else f"{local:%d/%m/%Y %H:%M}")
        self._say_when()
        self.title.set_words(self._context.words("when.form.change"))
        self.take_back.show()
        self.show_picture.setVisible(has_picture)

    def clear(self) -> None:
        """Forget what was typed: it is kept now, or not wanted."""
        for field in (self.what, self.at):
            with QSignalBlocker(field):
                field.set_text("")
        for draft in self._drafts:
            draft.clear()
        self.at.verdict.clear()
        self.what.verdict.clear()
        self.begin()

    def flush(self) -> None:
        """Keep at once what is being typed."""
        for draft in self._drafts:
            draft.flush()

    def _fields(self) -> tuple[tuple[str, TextField | Field], ...]:
        return (("what", self.what), ("at", self.at))

    def _lay_out(self) -> None:
        self.body.setSpacing(self._context.theme.gap_px(12))
        for part in (self.what, self.at, self.sure_label, self.sure):
            self.body.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(self._context.theme.gap_px(12))
        for button in (self.keep, self.leave, self.show_picture, self.take_back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        self.at.changed.connect(lambda _: self._say_when())
        self.what.changed.connect(lambda _: self.what.verdict.clear())
        self.sure.changed.connect(lambda _: self._say_when())
        self.keep.clicked.connect(self._on_keep)
        self.leave.clicked.connect(self._on_leave)
        self.take_back.clicked.connect(lambda: self.taken_back.emit(self._entry))
        self.show_picture.clicked.connect(lambda: self.picture_wanted.emit(self._entry))

    def _moment(self) -> datetime | None:
        """Return what is typed, as aware UTC; of a day, its beginning. None if it cannot be understood."""
        now = self._context.clock.now()
        try:
            if self.sure.on == (DAY,):
                return self._day()
            return read_moment(self.at.text, now)
        except BadInput:
            return None

    def _day(self) -> datetime:
        """Return the beginning of the day that is typed; a time that stands behind it is left out.

        Raises:
            BadInput: no day can be understood.
        """
        now = self._context.clock.now()
        zone = zone_of(now)
        try:
            day = read_day(self.at.text, now)
        except BadInput:
            day = read_moment(self.at.text, now).astimezone(zone).date()
        return datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)

    def _say_when(self) -> None:
        """Say back how the time was understood, so that a slip is seen."""
        words, language = self._context.words, self._context.settings.language
        if not self.at.text.strip():
            self.at.verdict.clear()
            return
        at = self._moment()
        if at is None:
            self.at.verdict.say("hint", words("when.form.odd"), words(f"when.form.odd.{self.sure.on[0]}"))
            return
        local = at.astimezone(zone_of(self._context.clock.now()))
        day = long_day(local.date(), language)
        said = day if self.sure.on == (DAY,) else f"{day}, {hour(local, language)}"
        note = words("when.form.ahead") if at > self._context.clock.now().utc else ""
        self.at.verdict.say("good", said, note)

    def _on_keep(self) -> None:
        """Give what is typed, or say what is missing."""
        words = self._context.words
        what, at = self.what.text.strip(), self._moment()
        if not what:
            self.what.verdict.say("hint", words("when.form.need_what"))
            self.what.setFocus()
            return
        if at is None:
            self.at.verdict.say("hint", words("when.form.odd"), words(f"when.form.odd.{self.sure.on[0]}"))
            self.at.setFocus()
            return
        known = self._entry.fact if self._entry else Event(at, what, Certainty.REMEMBERED)
        event = replace(
            known,
            at=at,
            what=what,
            is_about=self.sure.on == (ABOUT,),
            precision=Precision.DAY if self.sure.on == (DAY,) else None,
        )
        self.kept.emit(event, self._entry)

    def _on_leave(self) -> None:
        self.clear()
        self.left.emit()
