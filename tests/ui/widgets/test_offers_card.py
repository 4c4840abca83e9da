# SPDX-License-Identifier: MIT
"""The card beside a picture: hidden without offers, quiet while it is not read, one press a fact."""

from __future__ import annotations

import pytest

from app.model import Demand, ExhibitFacts, Payment, Sensitivity
from tests.app.search.pages import messages
from tests.ui.filling import add_exhibit, ask, picture
from ui.widgets.offers_card import MOST, OffersCard

MTCN = "MTCN 583-204-9176"


@pytest.fixture
def card(opened, shown, qtbot) -> OffersCard:
    made = OffersCard(opened)
    made.resize(340, 700)
    shown(made)
    return made


@pytest.fixture
def exhibit(opened, qtbot):
    return add_exhibit(opened, qtbot)


def read(context, qtbot, exhibit, *texts: str) -> None:
    lines = messages(*texts)
    ask(context, qtbot, lambda vault: vault.keep_texts(exhibit.id, lines, reader="rapidocr"))


def show(card: OffersCard, exhibit, qtbot) -> None:
    with qtbot.waitSignal(card.offering.found, timeout=10_000):
        card.show_exhibit(exhibit, exhibit.id)


def test_before_it_was_read_it_says_so_quietly(card, exhibit, opened, qtbot, words) -> None:
    show(card, exhibit, qtbot)
    assert card.isVisible()
    assert not card.title.isVisible()
    assert card.lead.words == words("offer.card.waiting")
    opened.reading_pass.pause()
    assert card.lead.words == words("offer.card.paused")
    ask(opened, qtbot, lambda vault: vault.cannot_read(exhibit.id, "failed"))
    show(card, exhibit, qtbot)
    assert card.lead.words == words("offer.card.failed")
    ask(opened, qtbot, lambda vault: vault.set_reading(is_on=False))
    show(card, exhibit, qtbot)
    assert card.lead.words == words("offer.card.off")


def test_where_nothing_is_seen_nothing_is_shown(card, exhibit, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, "hello", "who are you")
    show(card, exhibit, qtbot)
    assert not card.isVisible()


def test_a_press_keeps_a_payment_and_the_row_says_where_it_stands(
    card, exhibit, opened, qtbot, words
) -> None:
    read(opened, qtbot, exhibit, MTCN)
    show(card, exhibit, qtbot)
    assert card.lead.words == words("offer.card.lead")
    assert ask(opened, qtbot, lambda vault: vault.entries(Payment)) == ()
    card.rows[0].buttons["payment"].click()
    qtbot.waitUntil(lambda: "change_payment" in card.rows[0].buttons)
    (entry,) = ask(opened, qtbot, lambda vault: vault.entries(Payment))
    assert entry.fact.seen_in.exhibit == exhibit.id
    with qtbot.waitSignal(card.moved_on) as moved:
        card.rows[0].buttons["change_payment"].click()
    assert moved.args == ["payments", entry.id]
    card.rows[0].buttons["back_payment"].click()
    qtbot.waitUntil(lambda: "payment" in card.rows[0].buttons)
    assert card.rows[0].back.isVisible()
    card.rows[0].buttons["payment"].click()
    qtbot.waitUntil(lambda: "change_payment" in card.rows[0].buttons)
    assert [one.id for one in ask(opened, qtbot, lambda vault: vault.entries(Payment))] == [entry.id]


def test_money_becomes_a_demand_in_their_words(card, exhibit, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, "Send £200 with Western Union and I delete\nall")
    show(card, exhibit, qtbot)
    card.rows[0].buttons["demand"].click()
    qtbot.waitUntil(lambda: "change_demand" in card.rows[0].buttons)
    (entry,) = ask(opened, qtbot, lambda vault: vault.entries(Demand))
    assert entry.fact.words == "Send £200 with Western Union and I delete all"
    assert "payment" in card.rows[0].buttons  # the other press is still there


def test_the_place_in_the_picture_is_outlined_while_a_row_is_pointed_at(card, exhibit, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, MTCN)
    show(card, exhibit, qtbot)
    told: list[tuple] = []
    card.outlined.connect(told.append)
    card.rows[0].pointed.emit(True)
    card.rows[0].pointed.emit(False)
    assert told == [(card.rows[0].state.offer.rect,), ()]


def test_a_picture_full_of_numbers_shows_a_few_and_the_rest_when_asked(card, exhibit, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, *[f"Send £{200 + n}" for n in range(7)])
    show(card, exhibit, qtbot)
    assert len(card.rows) == MOST
    card.more.click()
    assert len(card.rows) == 7
    card.more.click()
    assert len(card.rows) == MOST


def test_rows_keep_their_picture_and_the_keyboard_when_something_is_kept(
    card, exhibit, opened, qtbot
) -> None:
    read(opened, qtbot, exhibit, MTCN, "Send £200")
    show(card, exhibit, qtbot)
    card.show_picture(picture())
    money = next(row for row in card.rows if row.state.offer.kind == "money")
    other = next(row for row in card.rows if row.state.offer.kind == "mtcn")
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    money.buttons["demand"].setFocus()
    money.buttons["demand"].click()
    qtbot.waitUntil(lambda: any("change_demand" in row.buttons for row in card.rows))
    changed = next(row for row in card.rows if row.state.offer.kind == "money")
    assert changed.crop.isVisible()
    assert other in card.rows  # what has not changed is not made anew
    qtbot.waitUntil(changed.buttons["change_demand"].hasFocus)


def test_of_a_covered_picture_and_after_the_lock_nothing_is_shown(card, exhibit, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, MTCN)
    show(card, exhibit, qtbot)
    assert card.isVisible()
    covered = add_exhibit(opened, qtbot, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    show(card, covered, qtbot)
    assert not card.isVisible()
    assert card.rows == []
    show(card, exhibit, qtbot)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    assert card.rows == []
    assert not card.isVisible()


def test_a_picture_that_was_made_from_others_offers_nothing(card, exhibit, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, MTCN)
    show(card, exhibit, qtbot)
    card.show_exhibit(exhibit, None)
    assert not card.isVisible()
