# SPDX-License-Identifier: MIT
"""A place to watch: an account of the person's, a link where it was posted, or a name alert."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.due import in_a_week, local_day
from app.model import Answer, Place, PlaceKind
from app.typed import kept
from ui.known_by import name_of
from ui.widgets.address_field import AddressField
from ui.widgets.amount_field import moment_in
from ui.widgets.chip import Chips, swapped
from ui.widgets.day_picker import DayPicker
from ui.widgets.demand_form import MomentField
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Columns, column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Account, Entry
    from ui.context import Context


class PlaceForm(QWidget):
    """One name or one address is enough; all else can be left out."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask for an account, with what was typed before."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self._kind = PlaceKind.ACCOUNT
        self._base: Place | None = None
        self._own: dict[str, Account] = {}
        self.own_label = Label(words("watch.form.own"), "strong", parent=self)
        self.own = Chips(context, [], is_exclusive=True, parent=self)
        self.name = Field(context, words("watch.form.account"), hint=" ", parent=self)
        self.url = AddressField(context, words("watch.page.url"), parent=self)
        self.email = Field(context, words("watch.form.email"), parent=self)
        self.shows_label = Label(words("watch.form.shows"), "strong", parent=self)
        answers = [(each.value, words(f"watch.form.shows.{each.value}")) for each in Answer]
        self.shows = Chips(context, answers, is_exclusive=True, parent=self)
        self.posted = MomentField(
            context, words("watch.form.posted"), hint=words("facts.when.how"), parent=self
        )
        self.looker = Field(context, words("watch.form.looker"), parent=self)
        self.day = DayPicker(context, label=words("watch.page.next"), parent=self)
        self._texts: dict[str, Field] = {
            "name": self.name, "url": self.url, "email": self.email, "posted": self.posted,
            "looker": self.looker,
        }  # fmt: skip
        for name in (*self._texts, "own_label", "own", "shows_label", "shows", "day"):
            getattr(self, name).setObjectName(name)
        self._lay_out()
        self._drafts = Drafts(context.session, "watch.place", self._texts, self)
        self.ask_for(PlaceKind.ACCOUNT)
        self.day.set_day(in_a_week(local_day(context.clock.now())))

    @property
    def is_empty(self) -> bool:
        """Whether nothing names the place."""
        return not any(field.text.strip() for field in (self.name, self.url, self.email))

    def offer(self, accounts: Sequence[Entry[Account]]) -> None:
        """Offer the person's own accounts, so that none needs to be typed."""
        self._own = {each.id: each.fact for each in accounts if each.fact.is_own}
        choices = [(key, name_of(self._context.catalogue, each)) for key, each in self._own.items()]
        before, self.own = self.own, swapped(self._context, self.own, choices)
        if self.own is not before:
            self.own.changed.connect(self._on_own)
        self._show_own()

    def ask_for(self, kind: PlaceKind) -> None:
        """Ask for this kind of place; what is typed stays."""
        self._kind = kind
        self._show_own()
        words = self._context.words
        self.name.set_label(words(f"watch.form.{kind}"))
        self.name.hint.set_words(words(f"watch.form.{kind}.hint"))
        is_link, is_alert = kind is PlaceKind.LINK, kind is PlaceKind.ALERT
        self.url.setVisible(not is_alert)
        self.email.setVisible(is_alert)
        for widget in (self.shows_label, self.shows, self.posted):
            widget.setVisible(is_link)

    def place(self) -> Place:
        """Return what is typed; a place without a name is called by its address."""
        url = self.url.text.strip() and kept(self.url.text)
        name = kept(self.name.text) or url or kept(self.email.text) or ""
        (shows,) = self.shows.on or (Answer.NOT_KNOWN.value,)
        base = self._base or Place(self._kind, name)
        return replace(
            base,
            kind=self._kind,
            name=name,
            url=url or None,
            email=kept(self.email.text),
            is_posted=Answer(shows),
            posted_at=moment_in(self.posted, base.posted_at),
            looker=kept(self.looker.text),
            next_look_on=self.day.day,
            is_closed=base.is_closed and self.day.day is None,
        )

    def load(self, place: Place, about: str = "") -> None:
        """Show a kept place, to change it; ``about`` is the id of its entry."""
        self._drafts.turn_to(about, lambda: self._fill(place))

    def _fill(self, place: Place) -> None:
        """Put in what is kept."""
        self._empty()
        self._base = place
        self.ask_for(place.kind)
        self.name.set_text(place.name)
        self.url.set_text(place.url or "")
        self.email.set_text(place.email or "")
        self.shows.set_on((place.is_posted.value,))
        self.posted.show_at(place.posted_at)
        self.looker.set_text(place.looker or "")
        self.day.set_day(place.next_look_on)

    def clear(self) -> None:
        """Forget what was typed, and be ready for a new place; what was typed of one before is there."""
        self._drafts.clear()
        self._drafts.turn_to("", self._empty)

    def _empty(self) -> None:
        self._base = None
        self.own.set_on(())
        for field in self._texts.values():
            field.clear()
        self.shows.set_on(())
        self.day.set_day(in_a_week(local_day(self._context.clock.now())))

    def restore(self) -> None:
        """Bring back what was typed before."""
        self._drafts.restore()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        pair = QVBoxLayout()
        pair.setSpacing(gap(2))
        pair.addWidget(self.shows_label)
        pair.addWidget(self.shows)
        column.addWidget(column_of((self.own_label, self.own), gap(2), self))
        column.addWidget(self._beside(self.name, self.url, self.email))
        column.addLayout(pair)
        column.addWidget(self._beside(self.posted, self.looker))
        column.addWidget(self.day)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _show_own(self) -> None:
        """Offer them where an account is asked for, and a new one."""
        is_asked = self._kind is PlaceKind.ACCOUNT and self._base is None and bool(self._own)
        for part in (self.own_label, self.own):
            part.setVisible(is_asked)

    def _on_own(self, on: tuple[str, ...]) -> None:
        account = self._own[on[0]]
        self.name.set_text(name_of(self._context.catalogue, account))
        self.url.set_text(account.profile_url or "")

    def _beside(self, *fields: Field) -> Columns:
        """Return these beside each other."""
        line = Columns(self._context, parent=self)
        for field in fields:
            line.add(field, top=True)
        return line
