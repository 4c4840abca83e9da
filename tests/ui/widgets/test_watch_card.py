# SPDX-License-Identifier: MIT
"""A look, a find, a friend, an answer: each is one press, and says what is to be kept."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from app.model import (
    Answer,
    CaseFacts,
    Entry,
    EntryId,
    Place,
    PlaceKind,
    ReportKind,
    ReportMade,
    Takedown,
    Under18,
)
from ui.widgets.watch_card import WatchCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
ADULT = CaseFacts(Under18.NO, "England")
ACCOUNT = Place(PlaceKind.ACCOUNT, "My Instagram", url="instagram.com/tom", next_look_on=date(2026, 11, 24))
LINK = Place(PlaceKind.LINK, "A post", url="https://x.com/1")
REPORT = ReportMade("Instagram", "IG-1", NOW, kind=ReportKind.PLATFORM)


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> WatchCard:
    card = WatchCard(context)
    qtbot.addWidget(card)
    return card


def show(card: WatchCard, fact: Place | ReportMade, name: str = "e", facts: CaseFacts = ADULT) -> None:
    card.show_entry(Entry(EntryId(name), fact, NOW, NOW, 1), facts)  # type: ignore[arg-type]


def told(card: WatchCard, qtbot: QtBot, button: str) -> tuple[Place | ReportMade, tuple[Place, ...]]:
    with qtbot.waitSignal(card.revised) as revised:
        card.buttons[button].click()
    entry_id, fact, further = revised.args
    assert entry_id == "e"
    return fact, further


def shown(card: WatchCard) -> set[str]:
    return {name for name, button in card.buttons.items() if button.isVisibleTo(card)}


def test_nothing_new_is_one_press_and_sets_the_next_week(card: WatchCard, qtbot: QtBot) -> None:
    show(card, ACCOUNT)
    fact, further = told(card, qtbot, "looked")
    assert isinstance(fact, Place)
    assert (fact.looks[-1].found, fact.next_look_on, further) == (Answer.NO, date(2026, 12, 1), ())


def test_the_chosen_day_counts(card: WatchCard, qtbot: QtBot) -> None:
    show(card, ACCOUNT)
    card.day.chips.chips["tomorrow"].click()
    fact, _ = told(card, qtbot, "looked")
    assert isinstance(fact, Place)
    assert fact.next_look_on == date(2026, 11, 25)


def test_what_was_found_is_noted_and_its_address_watched(card: WatchCard, qtbot: QtBot) -> None:
    show(card, ACCOUNT)
    card.buttons["found"].click()
    assert not card.finding.isHidden()
    assert card.buttons["looked"].role == "big_secondary"  # one loud button a screen
    card.finding.url.set_text("https://x.com/2")
    card.finding.note.set_text("a new post")
    with qtbot.waitSignal(card.revised) as revised:
        card.finding.keep.click()
    _, fact, (further,) = revised.args
    assert (fact.looks[-1].found, fact.looks[-1].note) == (Answer.YES, "a new post")
    assert (further.kind, further.url, further.is_posted) == (PlaceKind.LINK, "https://x.com/2", Answer.YES)
    assert card.finding.isHidden()
    assert card.finding.url.text == ""


def test_only_a_link_can_be_gone_or_taken_down(card: WatchCard, qtbot: QtBot) -> None:
    show(card, ACCOUNT)
    assert "gone" not in shown(card)
    assert card.takedown.isHidden()
    show(card, LINK)
    assert "gone" in shown(card)
    assert not card.takedown.isHidden()
    fact, _ = told(card, qtbot, "gone")
    assert isinstance(fact, Place)
    assert (fact.is_closed, fact.down_at is not None) == (True, True)


def test_a_takedown_is_kept_with_whom_they_asked(card: WatchCard, qtbot: QtBot) -> None:
    show(card, LINK)
    card.takedown.asked_of.set_text("X")
    with qtbot.waitSignal(card.revised) as revised:
        card.takedown.state.chips["sent"].click()
    fact = revised.args[1]
    assert (fact.takedown, fact.asked_of) == (Takedown.SENT, "X")


def test_a_friend_looks_by_name(card: WatchCard, qtbot: QtBot) -> None:
    show(card, ACCOUNT)
    card.buttons["ask"].click()
    card.asking.who.set_text("Ana")
    with qtbot.waitSignal(card.revised) as revised:
        card.asking.keep.click()
    assert revised.args[1].looker == "Ana"


def test_a_report_asks_for_their_answer(card: WatchCard, qtbot: QtBot) -> None:
    show(card, REPORT)
    assert {"answered", "waiting", "closed"} <= shown(card)
    assert not {"looked", "found", "gone", "ask"} & shown(card)
    card.buttons["answered"].click()
    card.answering.answer.set_text("We closed it")
    with qtbot.waitSignal(card.revised) as revised:
        card.answering.keep.click()
    assert revised.args[1].answer == "We closed it"


def test_no_answer_yet_asks_again_in_a_week(card: WatchCard, qtbot: QtBot) -> None:
    show(card, REPORT)
    fact, _ = told(card, qtbot, "waiting")
    assert isinstance(fact, ReportMade)
    assert (fact.answer, fact.next_check_on) == (None, date(2026, 12, 1))


def test_a_done_report_is_closed(card: WatchCard, qtbot: QtBot) -> None:
    show(card, REPORT)
    fact, _ = told(card, qtbot, "closed")
    assert fact.is_closed


def test_the_address_can_be_copied_letter_for_letter_and_is_no_link(card: WatchCard, qtbot: QtBot) -> None:
    odd = "javascript:alert('\u202ex')" + "a" * 200
    show(card, Place(PlaceKind.LINK, "A post", url=odd))
    assert "\u202e" not in card.address.words
    assert not card.address.openExternalLinks()
    with qtbot.waitSignal(card.copied):
        card.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == odd


def test_another_one_starts_folded_and_in_a_week(card: WatchCard) -> None:
    show(card, ACCOUNT)
    card.day.chips.chips["tomorrow"].click()
    card.buttons["found"].click()
    show(card, LINK, "other")
    assert card.finding.isHidden()
    assert card.day.day == date(2026, 12, 1)
    assert card.buttons["looked"].role == "big"


@pytest.mark.parametrize("answer", [Under18.YES, Under18.NOT_SURE])
def test_under_18_no_picture_is_asked_for_and_nobody_else_is_to_look(
    card: WatchCard, answer: Under18
) -> None:
    show(card, LINK, facts=CaseFacts(answer, "England"))
    said = " ".join(row.words.words for row in card.finding.rows)
    assert "Never copy the picture" in said
    assert "Take a picture" not in said
    assert "ask" not in shown(card)
    show(card, LINK)
    assert "Take a picture" in " ".join(row.words.words for row in card.finding.rows)
    assert "ask" in shown(card)
