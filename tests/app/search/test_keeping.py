# SPDX-License-Identifier: MIT
"""What is kept already is known, a press writes one fact, and taking it back leaves what was there before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model import (
    Account,
    Demand,
    EntryId,
    ExhibitId,
    Payment,
    Place,
    PlaceKind,
    Provenance,
    Strength,
)
from app.search.becoming import Chosen, Where
from app.search.keeping import add_to, facts_in, keep, states, take_back
from app.search.offer import Becomes
from tests.app.search.pages import CATALOGUE, offered

if TYPE_CHECKING:
    from app.vault import Vault

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
HERE = Where(ExhibitId("e1"), ExhibitId("e1"))
MTCN = "MTCN 123-456-7890"


def state(vault: Vault, text: str, where: Where = HERE):
    (one,) = states(offered(text), facts_in(vault), where)
    return one


def press(vault: Vault, text: str, becomes: Becomes, where: Where = HERE):
    return keep(vault, Chosen(offered(text)[0], becomes), where, CATALOGUE, NOW)


def test_nothing_is_kept_without_a_press(vault: Vault) -> None:
    one = state(vault, MTCN)
    assert one.kept == ()
    assert one.open == (Becomes.PAYMENT,)
    assert not any(facts_in(vault).held.values())


def test_a_press_keeps_it_and_it_is_known_from_then_on(vault: Vault) -> None:
    entry = press(vault, MTCN, Becomes.PAYMENT)
    one = state(vault, MTCN)
    assert [(kept.entry.id, kept.is_from_here) for kept in one.kept] == [(entry.id, True)]
    assert one.open == ()


def test_two_things_may_be_made_of_one_offer(vault: Vault) -> None:
    press(vault, "Send £200", Becomes.DEMAND)
    assert state(vault, "Send £200").open == (Becomes.PAYMENT,)
    press(vault, "Send £200", Becomes.PAYMENT)
    one = state(vault, "Send £200")
    assert {kept.becomes for kept in one.kept} == {Becomes.DEMAND, Becomes.PAYMENT}


def test_what_was_typed_elsewhere_is_known_but_not_taken_back_here(vault: Vault) -> None:
    vault.add(Payment("western_union", 25000, "GBP", None, reference="123-456-7890"))
    (kept,) = state(vault, MTCN).kept
    assert not kept.is_from_here


def test_taking_it_back_opens_it_again_and_the_next_press_brings_the_same_entry_back(vault: Vault) -> None:
    entry = press(vault, MTCN, Becomes.PAYMENT)
    chosen = Chosen(offered(MTCN)[0], Becomes.PAYMENT)
    take_back(vault, chosen, state(vault, MTCN).kept[0])
    assert vault.entries(Payment) == ()
    assert state(vault, MTCN).open == (Becomes.PAYMENT,)
    assert press(vault, MTCN, Becomes.PAYMENT).id == entry.id
    assert [one.id for one in vault.entries(Payment)] == [entry.id]


def test_an_account_that_was_taken_back_comes_back_whenever_it_is_pressed(vault: Vault) -> None:
    text = "my skype is live:.cid.8f3a1b2c4d5e6f70"
    entry = press(vault, text, Becomes.ACCOUNT)
    take_back(vault, Chosen(offered(text)[0], Becomes.ACCOUNT), state(vault, text).kept[0])
    again = keep(vault, Chosen(offered(text)[0], Becomes.ACCOUNT), HERE, CATALOGUE, NOW.replace(hour=9))
    assert again.id == entry.id


def test_a_number_is_added_to_a_payment_and_only_the_number_is_taken_back(vault: Vault) -> None:
    payment = Payment("western_union", 25000, "GBP", None, payee="Jean-Paul Mbala")
    vault.add(payment)
    one = state(vault, MTCN)
    assert [entry.fact for entry in one.payments] == [payment]
    chosen = Chosen(one.offer, Becomes.PAYMENT)
    add_to(vault, chosen, HERE, one.payments[0])
    (kept,) = state(vault, MTCN).kept
    assert kept.entry.fact.reference == "1234567890"
    take_back(vault, chosen, kept)
    (left,) = vault.entries(Payment)
    assert (left.fact.reference, left.fact.amount_minor, left.fact.payee) == (None, 25000, "Jean-Paul Mbala")
    assert [entry.id for entry in state(vault, MTCN).payments] == [left.id]


def test_a_payment_that_was_filled_in_since_stays_without_its_number(vault: Vault) -> None:
    entry = press(vault, MTCN, Becomes.PAYMENT)
    vault.revise(entry.id, replace(entry.fact, amount_minor=25000, currency="GBP"))
    take_back(vault, Chosen(offered(MTCN)[0], Becomes.PAYMENT), state(vault, MTCN).kept[0])
    (left,) = vault.entries(Payment)
    assert (left.fact.amount_minor, left.fact.reference) == (25000, None)


def test_a_demand_is_known_by_its_place_or_by_its_words_in_this_picture_only(vault: Vault) -> None:
    words = "Send £200 with Western Union"
    vault.add(Demand("money", f"{words} now", None, exhibit=HERE.exhibit))
    assert [kept.becomes for kept in state(vault, words).kept] == [Becomes.DEMAND]
    assert state(vault, words, Where(ExhibitId("e2"), ExhibitId("e2"))).kept == ()


def test_an_account_is_known_by_its_identifier_on_its_platform(vault: Vault) -> None:
    vault.add(Account("instagram", "amelie.l", "username", Strength.MEDIUM, provenance=Provenance.TYPED))
    assert state(vault, "instagram.com/amelie.l").kept[0].is_from_here is False
    assert state(vault, "t.me/amelie_l").kept == ()
    vault.add(Account("whatsapp", "+447700900123", "phone number", Strength.STRONG))
    assert state(vault, "call +44 7700 900123").kept != ()


def test_an_account_that_was_settled_on_is_known_by_what_was_read_of_it(vault: Vault) -> None:
    entry = press(vault, "instagram.com/al0ve_x", Becomes.ACCOUNT)
    vault.revise(entry.id, replace(entry.fact, stable_id="alove_x", read_settled="alove_x"))
    assert state(vault, "instagram.com/al0ve_x").kept != ()


def test_an_account_is_theirs_or_ones_own_and_never_both(vault: Vault) -> None:
    assert state(vault, "instagram.com/amelie.l").open == (Becomes.ACCOUNT, Becomes.OWN)
    press(vault, "instagram.com/amelie.l", Becomes.OWN)
    one = state(vault, "instagram.com/amelie.l")
    assert [kept.becomes for kept in one.kept] == [Becomes.OWN]
    assert one.open == ()


def test_a_link_is_known_however_it_begins(vault: Vault) -> None:
    vault.add(Place(PlaceKind.LINK, "a site", url="https://www.clips-example.com/v/1/"))
    assert state(vault, "clips-example.com/v/1").kept != ()


def test_a_day_is_known_by_its_words(vault: Vault) -> None:
    press(vault, "Sent on 21 Nov 2026", Becomes.EVENT)
    assert state(vault, "Sent on 21 Nov 2026").open == ()


def test_the_same_sum_in_another_picture_is_not_taken_for_kept(vault: Vault) -> None:
    vault.add(Payment("western_union", 20000, "GBP", None, exhibits=(EntryId("other"),)))
    assert state(vault, "Send £200").kept == ()
