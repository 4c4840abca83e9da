# SPDX-License-Identifier: MIT
"""Whom to call for this country and age, what happens then, and words for the police form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from app.model import Account, CaseFacts, Demand, Strength, Under18
from ui.moments import short_day
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chips
from ui.widgets.contact_row import ContactRow
from ui.widgets.copied import ShortCopy
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.page import Page
from ui.widgets.rows import Columns

if TYPE_CHECKING:
    from datetime import datetime

    from app.vault import Vault

SIDE_PX = 320
SECTIONS = ("help.999", "help.101", "help.ask")
AGES = {Under18.NO: "help.page.adult", Under18.YES: "help.page.child", Under18.NOT_SURE: "help.page.both"}


@dataclass(frozen=True, slots=True)
class _Known:
    """What the page takes from the vault."""

    facts: CaseFacts
    account: Account | None
    demand: Demand | None


class HelpPage(Page):
    """Works without an open vault too: then it shows what everyone gets."""

    title_key = "help.page.title"

    @override
    def refresh(self) -> None:
        """Show the contacts as they are at this hour, and the words as the case is now."""
        if self.context.session.is_open:
            self.context.session.run(_read, owner=self, then=self._on_read)
        else:
            self._show(_Known(CaseFacts(Under18.NOT_SURE, self.context.contacts.places()[0]), None, None))

    @override
    def _build(self) -> None:
        words = self.context.words
        places = self.context.contacts.places()
        self.for_you = Label(words("help.page.for"), "hint", wraps=False, parent=self)
        self.places = Chips(self.context, [(each, each) for each in places], is_exclusive=True, parent=self)
        self.age = Label("", "hint", wraps=False, parent=self)
        self.checked = Label("", "small", wraps=False, parent=self)
        self.old = Label(words("help.page.old"), "strong", parent=self)
        self.list = Card(self.context, padding_px=24, parent=self)
        self.list.body.setSpacing(0)
        self.form = Card(self.context, words("help.page.words"), parent=self)
        self.form_hint = Label(words("help.page.words.hint"), "small", parent=self.form)
        self.well = Card(self.context, kind="well", padding_px=14, parent=self.form)
        self.text = Label("", "small_ink", parent=self.well)
        self.copied = ShortCopy(self)
        self.copy = Button(self.context, words("help.page.copy"), "primary", icon="copy", parent=self.form)
        self.firms = Card(self.context, kind="quiet", parent=self)
        self.sections = Columns(self.context, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        row = QHBoxLayout()
        row.setSpacing(gap(8))
        row.addWidget(self.for_you)
        row.addWidget(self.places, 1)
        row.addWidget(self.age)
        row.addWidget(self.checked)
        self.content.addLayout(row)
        self.content.addWidget(self.old)
        self.well.body.addWidget(self.text)
        self.copy.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (self.form_hint, self.well, self.copy):
            self.form.body.addWidget(widget)
        self._fill_firms()
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(16))
        column.addWidget(self.form)
        column.addWidget(self.firms)
        self.columns = Columns(self.context, parent=self)
        self.columns.add(self.list, 2, top=True)
        self.columns.add(side, 1, top=True)
        self.content.addWidget(self.columns)
        self.content.addWidget(self.sections)
        for section in SECTIONS:
            self.sections.add(self._section(section), top=True)

    @override
    def _connect(self) -> None:
        self.copy.clicked.connect(self._on_copy)
        self.places.changed.connect(self._on_place)

    def _fill_firms(self) -> None:
        """Warn of firms that want money."""
        words = self.context.words
        head = QHBoxLayout()
        head.setSpacing(self.context.theme.gap_px(10))
        head.addWidget(IconView(self.context, "minus", parent=self.firms))
        head.addWidget(Label(words("help.firms.title"), "h3", parent=self.firms), 1)
        self.firms.body.addLayout(head)
        for sentence in (words("help.firms.lead"), *words.rows("help.firms")):
            self.firms.body.addWidget(Label(sentence, "small_ink", parent=self.firms))

    def _section(self, section: str) -> Card:
        """Return a card that says what happens when you call, or what they will ask."""
        words = self.context.words
        card = Card(self.context, words(f"{section}.title"), parent=self)
        card.body.setSpacing(self.context.theme.gap_px(10))
        for number, row in enumerate(words.rows(section), start=1):
            card.body.addWidget(NumberedRow(self.context, number, row, parent=card))
        for extra in ("note", "who"):
            if words.has(f"{section}.{extra}"):
                card.body.addWidget(Label(words(f"{section}.{extra}"), "small", parent=card))
        return card

    def _on_read(self, known: _Known) -> None:
        self._show(known)

    def _show(self, known: _Known) -> None:
        """Show everything for this place, age and hour."""
        words, contacts = self.context.words, self.context.contacts
        place = known.facts.country
        country = contacts.country_of(place)
        now = self.context.clock.now().utc.astimezone(ZoneInfo(country.zone))
        self.places.set_on((place,) if place in country.parts else ())
        self.age.set_words(words(AGES[known.facts.under_18]))
        day = short_day(country.verified_on, self.context.settings.language)
        self.checked.set_words(words("help.page.checked", date=day))
        self.old.setVisible(not country.is_fresh(now.date()))
        self._fill_list(place, known.facts.under_18, now)
        self.text.set_words(self._words_for_police(known))

    def _fill_list(self, place: str, under_18: Under18, now: datetime) -> None:
        _empty(self.list.body)
        fitting = self.context.contacts.for_person(place, under_18)
        for number, contact in enumerate(fitting, start=1):
            row = ContactRow(self.context, contact, now, is_last=number == len(fitting), parent=self.list)
            row.set_narrow(self.is_narrow)
            self.list.body.addWidget(row)

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

    def _on_place(self, keys: tuple[str, ...]) -> None:
        """Show the contacts of another place, and keep the answer in the case."""
        place = keys[0]

        def job(vault: Vault) -> _Known:
            facts = vault.case().fact
            vault.revise_case(replace(facts, country=place))
            return _read(vault)

        if self.context.session.is_open:
            self.context.session.run(job, owner=self, then=self._on_read)
        else:
            self._show(_Known(CaseFacts(Under18.NOT_SURE, place), None, None))


def _read(vault: Vault) -> _Known:
    """Read what the page takes from the vault: the strongest account of theirs, the newest demand."""
    theirs = [each.fact for each in vault.entries(Account) if each.fact.stable_id and not each.fact.is_own]
    demands = [each.fact for each in vault.entries(Demand)]
    money = [each for each in demands if each.kind == "money"]
    account = min(theirs, key=lambda each: list(Strength).index(each.strength), default=None)
    newest = (money or demands)[-1:]
    return _Known(vault.case().fact, account, newest[0] if newest else None)


def _empty(layout: QLayout) -> None:
    """Take every row out."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
