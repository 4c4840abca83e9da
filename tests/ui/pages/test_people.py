# SPDX-License-Identifier: MIT
"""The page of people: all is kept with its history, nothing is joined unasked, every slip can be undone."""

from __future__ import annotations

from datetime import UTC, datetime
from time import process_time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from app.model import Account, CaseFacts, Contact, DisplayName, Entry, Offender, Strength, Under18
from tests.ui.filling import ask
from ui.pages.people import PeoplePage
from ui.widgets.button import Button
from ui.widgets.focus_order import in_order

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 16, tzinfo=UTC)
SKYPE = Account("skype", "live:a", "Skype Name", Strength.STRONG, display_names=(DisplayName("Amélie", NOW),))
WHATSAPP = Account("whatsapp", "+447700900123", "phone number", Strength.STRONG)


def made(context: Context, qtbot: QtBot, *facts: object) -> PeoplePage:
    """Return the page of a case that holds these."""
    ask(context, qtbot, lambda vault: [vault.add(fact) for fact in facts])
    page = PeoplePage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    return page


def first(page: PeoplePage):
    return next(iter(page.accounts.cards.values()))


def test_an_empty_page_leads_to_the_first_account(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot)
    assert page.next.what.words == "Start with their account"
    with qtbot.waitSignal(page.moved_on) as heard:
        page.next.go.click()
    assert heard.args == ["identify", None]
    assert page.joining.isHidden()


def test_a_name_without_an_id_leads_to_the_page_that_finds_it(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, Account("skype", None, None, Strength.WEAK, display_names=SKYPE.display_names))
    with qtbot.waitSignal(page.moved_on) as heard:
        page.next.go.click()
    assert heard.args[0] == "identify"
    assert isinstance(heard.args[1], Entry)
    with qtbot.waitSignal(page.moved_on) as again:
        first(page).buttons["change"].click()
    assert again.args == heard.args


def test_another_name_is_added_and_the_one_before_stays(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, SKYPE)
    card = first(page)
    card.buttons["name"].click()
    card.form.name.set_text("Kevin")
    card.form.at.set_text("24 Nov 2026 03:00")
    with qtbot.waitSignal(opened.session.case_changed):
        card.form.keep.click()
    qtbot.waitUntil(lambda: first(page) is not card)
    [entry] = ask(opened, qtbot, lambda vault: vault.entries(Account))
    assert [name.name for name in entry.fact.display_names] == ["Amélie", "Kevin"]
    assert entry.revision == 2
    assert page.kept.kind == "good"
    assert ask(opened, qtbot, lambda vault: vault.draft(f"people.{entry.id}.name")) == ""


def test_details_are_kept_as_a_revision(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, WHATSAPP)
    card = first(page)
    card.buttons["details"].click()
    card.form.moved.set_text("Instagram")
    card.form.keep.click()
    qtbot.waitUntil(lambda: first(page) is not card)
    [entry] = ask(opened, qtbot, lambda vault: vault.entries(Account))
    assert (entry.fact.moved_from, entry.revision) == ("instagram", 2)


def test_nothing_is_joined_unasked_and_the_person_joins_and_splits(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, SKYPE, WHATSAPP)
    assert page.accounts.heads == []
    page.joining.begin.click()
    assert not any(row.isChecked() for row in page.joining.rows.values())
    for row in page.joining.rows.values():
        row.click()
    page.joining.call_them.set_text("The one who calls himself Kevin")
    page.joining.keep.click()
    qtbot.waitUntil(lambda: len(page.accounts.heads) == 1)
    assert page.accounts.heads[0].label.words == "The one who calls himself Kevin"
    assert not page.joining.is_open
    [offender] = ask(opened, qtbot, lambda vault: vault.entries(Offender))
    joined = ask(opened, qtbot, lambda vault: vault.entries(Account))
    assert {entry.fact.offender for entry in joined} == {offender.id}
    page.accounts.heads[0].split.click()
    qtbot.waitUntil(lambda: page.accounts.heads == [])
    assert ask(opened, qtbot, lambda vault: vault.entries(Offender)) == ()


def test_a_group_is_changed_where_it_was_made(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, SKYPE, WHATSAPP)
    page.joining.begin.click()
    for row in page.joining.rows.values():
        row.click()
    page.joining.keep.click()
    qtbot.waitUntil(lambda: len(page.accounts.heads) == 1)
    page.accounts.heads[0].change.click()
    page.joining.call_them.set_text("Kevin")
    page.joining.keep.click()
    qtbot.waitUntil(lambda: [head.label.words for head in page.accounts.heads] == ["Kevin"])


def test_an_own_account_is_added_from_the_next_thing(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, WHATSAPP)
    page.next.go.click()
    page.own.form.identifier.set_text("07700 900456")
    page.own.keep.click()
    qtbot.waitUntil(lambda: len(page.own.rows) == 1)
    entries = ask(opened, qtbot, lambda vault: vault.entries(Account))
    assert [(entry.fact.stable_id, entry.fact.is_own) for entry in entries] == [
        ("+447700900123", False),
        ("+447700900456", True),
    ]
    assert page.next.what.words == "Who do they say they will tell?"
    page.next.go.click()
    assert page.known.is_open


def test_somebody_is_added_told_and_taken_back(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot)
    page.known.add.click()
    page.known.form.name.set_text("Ellie")
    page.known.keep.click()
    qtbot.waitUntil(lambda: len(page.known.rows) == 1)
    page.known.rows[0].buttons["told_now"].click()
    qtbot.waitUntil(lambda: bool(page.known.rows) and page.known.rows[0].buttons["told_now"].isHidden())
    page.known.rows[0].buttons["take_back"].click()
    qtbot.waitUntil(lambda: page.known.rows == [])
    assert ask(opened, qtbot, lambda vault: vault.entries(Contact)) == ()
    page.undo.undo.click()
    qtbot.waitUntil(lambda: len(page.known.rows) == 1)


@pytest.mark.parametrize("way", ["undo", "list"])
def test_an_account_that_is_taken_back_comes_back(opened: Context, qtbot: QtBot, way: str) -> None:
    page = made(opened, qtbot, SKYPE, WHATSAPP)
    first(page).buttons["take_back"].click()
    qtbot.waitUntil(lambda: len(page.accounts.cards) == 1 and not page.undo.isHidden())
    assert page.undo.said.words == "Taken back: Skype live:a. The report leaves it out."
    assert not page.taken_back.isHidden()
    button = page.undo.undo if way == "undo" else page.taken_back.rows[0].findChild(Button, "undo")
    button.click()
    qtbot.waitUntil(lambda: len(page.accounts.cards) == 2)
    qtbot.waitUntil(page.taken_back.isHidden)
    assert page.undo.isHidden()


def in_the_way_of_tab(page: PeoplePage) -> list[QWidget]:
    """What Tab reaches on the page, as it goes."""
    begin = at = page.add
    way = [begin]
    while (at := at.nextInFocusChain()) is not begin:
        way.append(at)
    return [one for one in way if one.isVisibleTo(page) and page.content_view.isAncestorOf(one)]


@pytest.mark.parametrize("form", ["name", "join", "own", "known"])
def test_tab_goes_through_a_form_where_it_stands(opened: Context, qtbot: QtBot, form: str) -> None:
    page = made(opened, qtbot, SKYPE, WHATSAPP, Contact("Ellie"))
    page.resize(1060, 800)
    page.show()
    opens = {
        "name": first(page).open_name,
        "join": page.joining.begin.click,
        "own": page.own.add.click,
        "known": page.known.add.click,
    }
    opens[form]()
    reachable = [one for one in in_order(page.content_view) if one.isVisibleTo(page)]
    begin = reachable.index(page.add)
    way = [one for one in in_the_way_of_tab(page) if one in reachable]
    assert way == reachable[begin:] + reachable[:begin]


def test_on_the_next_visit_nothing_is_said_of_the_one_before(opened: Context, qtbot: QtBot) -> None:
    page = made(opened, qtbot, SKYPE, WHATSAPP)
    first(page).buttons["take_back"].click()
    qtbot.waitUntil(lambda: not page.undo.isHidden())
    page.open_with(None)
    assert page.undo.isHidden()
    assert page.kept.kind == ""
    qtbot.waitUntil(lambda: not page.taken_back.isHidden())


def test_on_the_path_without_pictures_no_picture_is_named(opened: Context, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(CaseFacts(Under18.YES, "England")))
    page = made(opened, qtbot, SKYPE)
    assert first(page).refs == {}


def test_two_hundred_accounts_are_shown_in_time(opened: Context, qtbot: QtBot) -> None:
    many = [Account("instagram", f"amelie{n}", None, Strength.MEDIUM) for n in range(200)]
    ask(opened, qtbot, lambda vault: [vault.add(fact) for fact in many])
    begin = process_time()
    page = PeoplePage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    assert process_time() - begin < 4
    assert len(page.accounts.cards) < 200
    assert page.accounts.more.text() == "Show all 200"


@pytest.mark.parametrize("text", ["x" * 10_000, "\u202eevil\u2066\x00\x07", "**b** <i>i</i> {0}"])
def test_hostile_text_is_kept_and_shown_safely_everywhere(opened: Context, qtbot: QtBot, text: str) -> None:
    account = Account(
        text,
        text,
        text,
        Strength.WEAK,
        display_names=(DisplayName(text, NOW),),
        profile_url=text,
        moved_from=text,
        known_by=text,
        note=text,
        headers=text,
    )
    contact = Contact(text, text, text, text, text, note=text)
    page = made(
        opened, qtbot, account, WHATSAPP, contact, Account("skype", text, None, Strength.WEAK, is_own=True)
    )
    page.resize(1060, 800)
    page.show()
    page.joining.begin.click()
    first(page).open_details()
    for label in page.findChildren(type(page.title).__mro__[1]):
        assert "\u202e" not in label.text()
    wide = [one for one in page.content_view.findChildren(QWidget) if one.minimumSizeHint().width() > 900]
    assert wide == []
    first(page).buttons["take_back"].click()
    qtbot.waitUntil(lambda: not page.undo.isHidden())
