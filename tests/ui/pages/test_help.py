# SPDX-License-Identifier: MIT
"""Help fits place, age and hour, and its words for the police hold only what is known."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication

from app.guide.contacts import Contacts, ForWhom
from app.model import Account, CaseFacts, Demand, Strength, Under18
from app.paths import resources
from tests.ui.pages.test_identify import ask
from ui.pages.help import FirstHelpPage, HelpPage, now_here
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.fakes.clock import FakeClock
    from ui.context import Context

CONTACTS = Contacts.load(resources() / "contacts")
CID = "live:.cid.8f3a1b2c4d5e6f70"


def reached(page: HelpPage) -> list[str]:
    return [row.reach.words for row in page.list.rows]


def move(page: HelpPage, place: str) -> None:
    """Choose a place as a person does."""
    page.filter.places.setCurrentText(place)
    page.filter.places.activated.emit(page.filter.places.currentIndex())


def shown_texts(page: HelpPage) -> str:
    """Return everything a person can read on the page."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return "\n".join(label.words for label in page.findChildren(Label) if label.isVisibleTo(page))


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> HelpPage:
    page = HelpPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(reached(page)))
    return page


def test_life_comes_first(page: HelpPage) -> None:
    assert reached(page)[:3] == ["999", "116 123", "101"]
    assert page.filter.age is Under18.NO


def test_it_works_while_the_case_is_locked(context: Context, qtbot: QtBot) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    assert "116 123" in reached(page)
    assert {"stopncii.org", "childline.org.uk/remove"} <= set(reached(page))
    move(page, "Scotland")
    assert "0300 123 2040" not in reached(page)


def test_another_place_is_kept_in_the_case(page: HelpPage, opened: Context, qtbot: QtBot) -> None:
    assert "0300 123 2040" in reached(page)
    move(page, "Scotland")
    qtbot.waitUntil(lambda: "0300 123 2040" not in reached(page))
    assert ask(opened, qtbot, lambda vault: vault.case().fact.country) == "Scotland"


def test_words_for_the_police_hold_only_what_is_known(page: HelpPage, opened: Context, qtbot: QtBot) -> None:
    assert "ID" not in page.text.words
    weak = Account("instagram", "amelie", None, Strength.MEDIUM)
    strong = Account("skype", CID, "Skype Name", Strength.STRONG)
    own = Account("skype", "live:me", "Skype Name", Strength.STRONG, is_own=True)
    for fact in (
        own,
        weak,
        strong,
        Demand("threat", "i will post", None),
        Demand("money", "send {500}", None),
    ):
        ask(opened, qtbot, lambda vault, fact=fact: vault.add(fact))
    page.refresh()
    qtbot.waitUntil(lambda: CID in page.text.words)
    assert 'They wrote: "send {500}".' in page.text.words
    assert "live:me" not in page.text.words
    qtbot.mouseClick(page.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == page.text.words
    assert page.copy.text() == opened.words("help.page.copied")


def test_a_child_gets_the_contacts_for_children(context: Context, qtbot: QtBot) -> None:
    facts = CaseFacts(Under18.YES, "England")
    with qtbot.waitSignal(context.session.opened, timeout=20_000):
        context.session.create(context.folder, "violet kettle march otter", facts)
    page = HelpPage(context)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: "childline.org.uk/remove" in reached(page))
    assert "stopncii.org" not in reached(page)
    assert page.filter.age is Under18.YES


def test_old_numbers_are_said_to_be_old(page: HelpPage, clock: FakeClock) -> None:
    assert page.old.isHidden()
    assert page.filter.checked.words == "Checked 1 Nov 2026"
    assert all(row.old.isHidden() for row in page.list.rows)
    clock.set(datetime(2027, 6, 2, 12, tzinfo=UTC))
    page.refresh()
    page._on_read(page._known)
    assert not page.old.isHidden()
    assert not page.list.rows[0].old.isHidden()


NEEDS = [None, *ForWhom]


@pytest.mark.parametrize("place", CONTACTS.places())
def test_no_number_that_nobody_checked_is_anywhere_on_the_page(
    context: Context, qtbot: QtBot, place: str
) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    move(page, place)
    country = CONTACTS.country_of(place)
    known = {one.reach for one in country.contacts if one.verified}
    hidden = {one.reach for one in country.contacts if not one.verified} - known
    for age in Under18:
        for need in NEEDS:
            page.filter.ages.set_on((age,))
            page.filter.needs.set_on((need or "all",))
            page.filter.changed.emit()
            said = shown_texts(page)
            assert not [number for number in hidden if number in said]
            assert not re.search(r"[{}]", said)
            assert reached(page)[0] == CONTACTS.fields(place)["emergency"]


@pytest.mark.parametrize("place", CONTACTS.places()[4:])
def test_no_number_of_the_uk_is_on_the_page_of_another_country(
    context: Context, qtbot: QtBot, place: str
) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    move(page, place)
    wrong = r"\b(?:999|101|159|0300|0345|0808|18001|CEOP|Report Fraud|Report Remove)\b"
    said = shown_texts(page).replace("999 works too", "")  # in Ireland it does
    assert not re.search(wrong, said)


def test_what_is_not_checked_is_named_and_said_to_be_so(context: Context, qtbot: QtBot) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    qtbot.mouseClick(page.filter.needs.chips["men"], Qt.MouseButton.LeftButton)
    assert reached(page) == ["999", "116 123"]
    assert not page.list.none.isHidden()
    assert not page.list.unchecked.isHidden()
    assert "Men\u2019s Advice Line" in shown_texts(page)


def test_where_nobody_to_talk_to_is_confirmed_the_page_says_whom_to_turn_to(
    context: Context, qtbot: QtBot
) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    assert page.list.no_talk.isHidden()
    move(page, "Another EU country")
    assert not page.list.no_talk.isHidden()
    assert "**112**" in page.list.no_talk.words
    assert "person you trust" in page.list.no_talk.words


def test_what_happens_when_you_call_fits_the_country(context: Context, qtbot: QtBot) -> None:
    page = HelpPage(context)
    qtbot.addWidget(page)
    assert [card.title.words for card in page.calls.cards][:2] == ["When you call 999", "When you call 101"]
    move(page, "United States")
    assert [card.title.words for card in page.calls.cards][:2] == [
        "When you call 911",
        "When you tell the police",
    ]


def test_more_words_are_one_press_away(page: HelpPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        qtbot.mouseClick(page.all_words, Qt.MouseButton.LeftButton)
    assert moved.args == ["wording", None]


def test_before_there_is_a_case_it_leads_back_to_the_welcome(context: Context, qtbot: QtBot) -> None:
    page = FirstHelpPage(context)
    qtbot.addWidget(page)
    assert page.form.isHidden()
    assert "116 123" in reached(page)
    with qtbot.waitSignal(page.moved_on) as moved:
        qtbot.mouseClick(page.back, Qt.MouseButton.LeftButton)
    assert moved.args == ["welcome", None]


def test_a_zone_with_a_name_of_windows_still_gives_the_hour_on_the_wall(
    context: Context, clock: FakeClock
) -> None:
    odd = replace(clock.now(), zone="GMT Standard Time", offset_minutes=60)
    context.clock.now = lambda: odd  # type: ignore[method-assign]
    assert now_here(context) == odd.utc
    assert now_here(context).hour == odd.utc.hour + 1
