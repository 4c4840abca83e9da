# SPDX-License-Identifier: MIT
"""What is offered of a picture: nothing before it was read, of a covered one or after the lock."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shiboken6

from app.model import Account, CaseFacts, ExhibitFacts, Payment, Sensitivity, Strength, Under18
from app.search.offer import Becomes
from tests.app.search.pages import messages
from tests.ui.filling import add_exhibit, ask
from ui.offering import Offered, Offering

MTCN = "MTCN 583-204-9176"


@pytest.fixture
def exhibit(opened, qtbot):
    return add_exhibit(opened, qtbot)


@pytest.fixture
def told(opened) -> list[Offered]:
    return []


@pytest.fixture
def offering(opened, told) -> Offering:
    made = Offering(opened)
    made.found.connect(told.append)
    return made


def read(context, qtbot, exhibit, *texts: str) -> None:
    lines = messages(*texts)
    ask(context, qtbot, lambda vault: vault.keep_texts(exhibit.id, lines, reader="rapidocr"))


def look(offering: Offering, exhibit, told, qtbot) -> Offered:
    told.clear()
    offering.look(exhibit, exhibit.id)
    qtbot.waitUntil(lambda: bool(told))
    return told[-1]


def test_a_picture_that_is_not_read_yet_says_so(offering, exhibit, told, qtbot) -> None:
    known = look(offering, exhibit, told, qtbot)
    assert (known.is_read, known.is_waiting, known.is_on, known.states) == (False, True, True, ())


def test_one_that_could_not_be_read_does_not_wait(offering, exhibit, told, opened, qtbot) -> None:
    ask(opened, qtbot, lambda vault: vault.cannot_read(exhibit.id, "failed"))
    known = look(offering, exhibit, told, qtbot)
    assert (known.is_read, known.is_waiting) == (False, False)


def test_while_reading_is_off_it_says_so(offering, exhibit, told, opened, qtbot) -> None:
    ask(opened, qtbot, lambda vault: vault.set_reading(is_on=False))
    assert not look(offering, exhibit, told, qtbot).is_on


def test_what_was_read_is_offered(offering, exhibit, told, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, MTCN, "hello")
    known = look(offering, exhibit, told, qtbot)
    assert [state.offer.value for state in known.states] == ["5832049176"]
    assert known.where is not None
    assert known.where.original == exhibit.id


def test_it_is_offered_as_soon_as_it_was_read(offering, exhibit, told, opened, qtbot) -> None:
    look(offering, exhibit, told, qtbot)
    read(opened, qtbot, exhibit, MTCN)
    opened.reading_pass.refresh()
    qtbot.waitUntil(lambda: bool(told[-1].states))


def test_a_press_keeps_it_and_taking_it_back_opens_it_again(offering, exhibit, told, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, MTCN)
    known = look(offering, exhibit, told, qtbot)
    offer = known.states[0].offer
    with qtbot.waitSignal(opened.session.case_changed, timeout=5_000):
        offering.keep(offer, Becomes.PAYMENT, known.where)
    qtbot.waitUntil(lambda: bool(told[-1].states[0].kept))
    (entry,) = ask(opened, qtbot, lambda vault: vault.entries(Payment))
    assert entry.fact.reference == "5832049176"
    with qtbot.waitSignal(offering.taken_back, timeout=5_000):
        offering.take_back(offer, told[-1].states[0].kept[0])
    qtbot.waitUntil(lambda: told[-1].states[0].open == (Becomes.PAYMENT,))
    assert ask(opened, qtbot, lambda vault: vault.entries(Payment)) == ()


def test_a_number_is_added_to_a_payment(offering, exhibit, told, opened, qtbot) -> None:
    ask(opened, qtbot, lambda vault: vault.add(Payment("western_union", 25000, "GBP", None)))
    read(opened, qtbot, exhibit, MTCN)
    known = look(offering, exhibit, told, qtbot)
    (entry,) = known.states[0].payments
    offering.add(known.states[0].offer, Becomes.PAYMENT, known.where, entry)
    qtbot.waitUntil(lambda: bool(told[-1].states[0].kept))
    (kept,) = ask(opened, qtbot, lambda vault: vault.entries(Payment))
    assert (kept.fact.amount_minor, kept.fact.reference) == (25000, "5832049176")


def test_the_account_in_the_picture_goes_along(offering, exhibit, told, opened, qtbot) -> None:
    account = Account("instagram", "amelie.l", "username", Strength.MEDIUM)
    entry = ask(opened, qtbot, lambda vault: vault.add(account))
    facts = replace(exhibit.facts, account=entry.id)
    revised = ask(opened, qtbot, lambda vault: vault.revise_exhibit(exhibit.id, facts))
    known = look(offering, revised, told, qtbot)
    assert known.where is not None
    assert (known.where.account, known.where.platform) == (entry.id, "instagram")


def test_of_a_covered_picture_nothing_is_said(offering, told, opened, qtbot) -> None:
    covered = add_exhibit(opened, qtbot, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    assert look(offering, covered, told, qtbot) == Offered()


def test_of_a_withdrawn_picture_nothing_is_said(offering, exhibit, told, opened, qtbot) -> None:
    gone = ask(opened, qtbot, lambda vault: vault.withdraw_exhibit(exhibit.id, "twice"))
    assert look(offering, gone, told, qtbot) == Offered()


def test_without_pictures_nothing_is_said(offering, exhibit, told, opened, qtbot) -> None:
    facts = CaseFacts(under_18=Under18.YES, country="England")
    ask(opened, qtbot, lambda vault: vault.revise_case(facts))
    assert look(offering, exhibit, told, qtbot) == Offered()


def test_after_the_lock_nothing_is_held(offering, exhibit, told, opened, qtbot) -> None:
    read(opened, qtbot, exhibit, MTCN)
    assert look(offering, exhibit, told, qtbot).states
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    assert told[-1] == Offered()
    told.clear()
    opened.reading_pass.changed.emit()
    opened.session.case_changed.emit()
    assert told == []


def test_what_was_asked_before_is_not_told_of_the_next_picture(
    offering, exhibit, told, opened, qtbot
) -> None:
    other = add_exhibit(opened, qtbot, title="Other")
    read(opened, qtbot, exhibit, MTCN)
    offering.look(exhibit, exhibit.id)
    offering.look(other, other.id)
    qtbot.waitUntil(lambda: bool(told))
    assert all(known.where is None or known.where.exhibit == other.id for known in told)


def test_a_page_that_is_gone_hears_of_no_later_lock(opened, qtbot) -> None:
    """It went with the first lock; at the second one it was still asked to forget, and failed."""
    shiboken6.delete(Offering(opened))
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("lock")
