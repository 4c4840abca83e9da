# SPDX-License-Identifier: MIT
"""A place needs one name or address; what is pasted stays letter for letter; a change loses nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, Answer, Entry, EntryId, Look, Place, PlaceKind, Strength, Takedown
from tests.ui.pages.test_identify import ask
from ui.widgets.place_form import PlaceForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> PlaceForm:
    form = PlaceForm(context)
    qtbot.addWidget(form)
    return form


def test_nothing_typed_names_no_place(form: PlaceForm) -> None:
    assert form.is_empty


def test_an_account_is_looked_at_in_a_week_unless_another_day_is_set(form: PlaceForm) -> None:
    form.name.set_text("My Instagram")
    assert form.place() == Place(PlaceKind.ACCOUNT, "My Instagram", next_look_on=date(2026, 12, 1))
    form.day.chips.chips["tomorrow"].click()
    assert form.place().next_look_on == date(2026, 11, 25)


def test_a_link_is_called_by_its_address_if_it_has_no_name(form: PlaceForm) -> None:
    form.ask_for(PlaceKind.LINK)
    form.url.set_text("https://x.com/1")
    form.shows.chips["yes"].click()
    place = form.place()
    assert (place.name, place.url, place.is_posted) == ("https://x.com/1", "https://x.com/1", Answer.YES)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "https://x.com/\u202egpj", "https://x.com/" + "a" * 10_000]
)
def test_an_unusual_address_is_kept_as_pasted(form: PlaceForm, url: str) -> None:
    form.url.set_text(url)
    place = form.place()
    assert place.url == url


def test_each_kind_asks_for_what_belongs_to_it(form: PlaceForm) -> None:
    form.ask_for(PlaceKind.ALERT)
    assert (form.url.isHidden(), form.email.isHidden(), form.posted.isHidden()) == (True, False, True)
    form.ask_for(PlaceKind.LINK)
    assert (form.url.isHidden(), form.email.isHidden(), form.posted.isHidden()) == (False, True, False)


def test_a_change_keeps_what_the_form_does_not_show(form: PlaceForm) -> None:
    place = Place(
        PlaceKind.LINK, "A post", url="https://x.com/1", next_look_on=date(2026, 12, 9), looker="Ana",
        looks=(Look(NOW, Answer.YES, "seen"),), is_posted=Answer.YES, posted_at=NOW, takedown=Takedown.SENT,
        asked_of="X", asked_at=NOW, reference="R", note="mine",
    )  # fmt: skip
    form.load(place)
    assert form.place() == place


def test_a_new_day_opens_what_was_done(form: PlaceForm) -> None:
    form.load(Place(PlaceKind.ACCOUNT, "x", is_closed=True))
    assert form.place().is_closed
    form.day.chips.chips["week"].click()
    assert not form.place().is_closed


def draft(context: Context, qtbot: QtBot) -> str:
    return ask(context, qtbot, lambda vault: vault.draft("watch.place.name"))


def test_what_was_typed_comes_back_until_it_is_kept(opened: Context, qtbot: QtBot) -> None:
    first = PlaceForm(opened)
    qtbot.addWidget(first)
    first.name.edit.insert("My Inst")
    qtbot.waitUntil(lambda: draft(opened, qtbot) == "My Inst")
    second = PlaceForm(opened)
    qtbot.addWidget(second)
    qtbot.waitUntil(lambda: second.name.text == "My Inst")
    second.clear()
    assert draft(opened, qtbot) == ""


def test_an_own_account_needs_no_typing(form: PlaceForm) -> None:
    own = Account(
        "instagram", "tomhale04", "u", Strength.MEDIUM, is_own=True, profile_url="instagram.com/tomhale04"
    )
    theirs = Account("instagram", "amy", "u", Strength.MEDIUM)
    form.offer([Entry(EntryId(each.stable_id or ""), each, NOW, NOW, 1) for each in (own, theirs)])
    assert list(form.own.chips) == ["tomhale04"]
    form.own.chips["tomhale04"].click()
    place = form.place()
    assert ("tomhale04" in place.name, place.url) == (True, "instagram.com/tomhale04")
    form.ask_for(PlaceKind.LINK)
    assert not form.own.isVisibleTo(form)
