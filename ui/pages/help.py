# SPDX-License-Identifier: MIT
"""Whom to call for this country, age and need, what happens then, and words for the police form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from app.clock import datetime_zone
from app.model import Account, CaseFacts, Demand, Strength, Under18
from ui.moments import short_day
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.contact_row import Seen
from ui.widgets.copied import ShortCopy
from ui.widgets.firms_card import FirmsCard
from ui.widgets.help_calls import HelpCalls
from ui.widgets.help_filter import HelpFilter
from ui.widgets.help_list import HelpList
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.rows import Columns, column_of

if TYPE_CHECKING:
    from datetime import datetime

    from app.vault import Vault
    from ui.context import Context


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page takes from the vault."""

    facts: CaseFacts
    account: Account | None
    demand: Demand | None


class HelpPage(Page):
    """Works without an open vault too: then it shows what everyone gets. ``moved_on``: ``wording``."""

    title_key = "help.page.title"

    @override
    def open_with(self, detail: object) -> None:
        """Begin with what everybody gets, or with the need of this name."""
        self.filter.choose_need(detail)
        self.refresh()

    @override
    def refresh(self) -> None:
        """Show the contacts as they are at this hour, and the words as the case is now."""
        if self.context.session.is_open:
            self.context.session.run(_read, owner=self, then=self._on_read)
        else:
            self._on_read(_Known(CaseFacts(Under18.NOT_SURE, self.context.here.place), None, None))

    @override
    def _build(self) -> None:
        words = self.context.words
        self._known: _Known | None = None
        self.filter = HelpFilter(self.context, parent=self)
        self.old = Label(words("help.page.old"), "strong", parent=self)
        self.list = HelpList(self.context, parent=self)
        self.form = Card(self.context, words("help.page.words"), parent=self)
        self.form_hint = Label(words("help.page.words.hint"), "small", parent=self.form)
        self.well = Card(self.context, kind="well", padding_px=14, parent=self.form)
        self.text = Label("", "small_ink", parent=self.well)
        self.copied = ShortCopy(self)
        self.copy = Button(self.context, words("help.page.copy"), "primary", icon="copy", parent=self.form)
        self.all_words = Button(self.context, words("help.page.all_words"), "quiet", parent=self.form)
        self.firms = FirmsCard(self.context, parent=self)
        self.calls = HelpCalls(self.context, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.content.addWidget(self.filter)
        self.content.addWidget(self.old)
        self.well.body.addWidget(self.text)
        self.copy.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self.form_hint, self.well, self.copy, self.all_words):
            self.form.body.addWidget(widget)
        side = column_of((self.form, self.firms), self.context.theme.gap_px(16), self)
        self.columns = Columns(self.context, parent=self)
        self.columns.add(self.list, 2, top=True)
        self.columns.add(side, 1, top=True)
        self.content.addWidget(self.columns)
        self.content.addWidget(self.calls)

    @override
    def _connect(self) -> None:
        self.copy.clicked.connect(self._on_copy)
        self.all_words.clicked.connect(lambda: self.moved_on.emit("wording", None))
        self.filter.place_chosen.connect(self._on_place)
        self.filter.changed.connect(self._show_list)

    def _on_read(self, known: _Known) -> None:
        """Show everything for this place, age and hour."""
        self._known = known
        context = self.context
        context.here.set_place(known.facts.country)
        country = context.contacts.country_of(known.facts.country)
        self.filter.show_known(known.facts.country, known.facts.under_18)
        day = short_day(country.verified_on, context.settings.language)
        self.filter.checked.set_words(context.words("help.page.checked", date=day))
        self.old.setVisible(not country.is_fresh(now_here(context).date()))
        self.calls.show_sections(country.calls, context.here.fields, is_narrow=self.is_narrow)
        self.form.setVisible(context.session.is_open)
        self.text.set_words(self._words_for_police(known))
        self._show_list()

    def _show_list(self) -> None:
        """Show whom to turn to for what is chosen above."""
        if self._known is None:
            return
        facts, contacts = self._known.facts, self.context.contacts
        chosen = (facts.country, self.filter.age, self.filter.need)
        seen = Seen(contacts.country_of(facts.country), now_here(self.context), facts.could_use_this_computer)
        fitting = contacts.for_person(*chosen)
        self.list.show_contacts(fitting, seen, self.filter.need, is_narrow=self.is_narrow)
        self.list.show_unchecked(contacts.not_checked(*chosen))

    def _words_for_police(self, known: _Known) -> str:
        """Return what can be said with what is known; what is not known is left out."""
        words = self.context.words
        parts = [words("help.form.start")]
        if known.demand is not None:
            parts.append(words("help.form.demand", words=known.demand.words))
        if known.account is not None and known.account.stable_id:
            name = self.context.catalogue.name_of(known.account.platform)
            parts.append(words("help.form.id", platform=name, id=known.account.stable_id))
        return " ".join([*parts, words("help.form.end")])

    def _on_copy(self) -> None:
        """Put the words where they can be pasted, for half a minute; nothing is sent."""
        self.copied.copy(self.text.words)
        self.copy.set_words(self.context.words("help.page.copied"))

    def _on_place(self, place: str) -> None:
        """Show the contacts of another place, and keep the answer in the case."""

        def job(vault: Vault) -> _Known:
            facts = vault.case().fact
            vault.revise_case(replace(facts, country=place))
            return _read(vault)

        if self.context.session.is_open:
            self.context.session.run(job, owner=self, then=self._on_read)
        else:
            self._on_read(_Known(CaseFacts(self.filter.age, place), None, None))


class FirstHelpPage(HelpPage):
    """The same before there is a case. ``moved_on``: ``welcome``."""

    is_bare: ClassVar[bool] = True
    teaches_hide: ClassVar[bool] = True

    @override
    def _build(self) -> None:
        super()._build()
        self.headline = Label(self.context.words("help.page.title"), "title", parent=self)
        self.back = Button(
            self.context, self.context.words("help.first.back"), "quiet", icon="back", parent=self
        )
        self.name_children()

    @override
    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.headline, 1)
        row.addWidget(self.back)
        self.content.addLayout(row)
        super()._lay_out()

    @override
    def _connect(self) -> None:
        super()._connect()
        self.back.clicked.connect(lambda: self.moved_on.emit("welcome", None))


def now_here(context: Context) -> datetime:
    """Return what the clock on the wall says, in the zone of this computer where the system names it."""
    moment = context.clock.now()
    try:
        return moment.utc.astimezone(ZoneInfo(moment.zone))
    except (ZoneInfoNotFoundError, ValueError):
        return moment.utc.astimezone(datetime_zone(moment.offset_minutes))


def _read(vault: Vault) -> _Known:
    """Read what the page takes from the vault: the strongest account of theirs, the newest demand."""
    theirs = [each.fact for each in vault.entries(Account) if each.fact.stable_id and not each.fact.is_own]
    demands = [each.fact for each in vault.entries(Demand)]
    money = [each for each in demands if each.kind == "money"]
    account = min(theirs, key=lambda each: list(Strength).index(each.strength), default=None)
    newest = (money or demands)[-1:]
    return _Known(vault.case().fact, account, newest[0] if newest else None)
