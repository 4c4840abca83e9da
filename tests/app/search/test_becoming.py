# SPDX-License-Identifier: MIT
"""Each offer becomes the fact it says, with its place as proof, and nothing that does not stand there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app import paths
from app.errors import BadInput
from app.model import (
    Account,
    Certainty,
    Demand,
    EntryId,
    Event,
    ExhibitId,
    Payment,
    Place,
    Precision,
    Provenance,
    SeenIn,
    Strength,
)
from app.search.becoming import (
    FIELDS,
    METHODS,
    Chosen,
    Where,
    added,
    fact_of,
    holds_more,
    may_be_added,
    numbers_of,
    platform_of,
    without,
)
from app.search.offer import DESTINATIONS, RECEIPTS, Becomes, Offer, OfferKind
from tests.app.search.pages import CATALOGUE, offered

NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)
HERE = Where(ExhibitId("e1"), ExhibitId("f2"), EntryId("a1"), "instagram")
SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"


def made(text: str, becomes: Becomes, kind: str | None = None, where: Where = HERE):
    return fact_of(Chosen(only(text, kind), becomes), where, CATALOGUE, NOW)


def only(text: str, kind: str | None = None) -> Offer:
    (one,) = (each for each in offered(text) if kind is None or each.kind == kind)
    return one


@pytest.mark.parametrize(
    ("text", "method", "facts"),
    [
        ("MTCN 123-456-7890", "western_union", {"reference": "1234567890"}),
        ("MoneyGram reference number 12345678", "moneygram", {"reference": "12345678"}),
        ("Ria PIN 11223344556", "ria", {"reference": "11223344556"}),
        (SEGWIT, "bitcoin", {"to_address": SEGWIT, "coin": "BTC"}),
        (
            "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
            "crypto",
            {"to_address": "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"},
        ),
        ("GB29 NWBK 6016 1331 9268 19", "bank_transfer", {"to_iban": "GB29NWBK60161331926819"}),
        (
            "sort code 60-16-13 account number 31926819",
            "bank_transfer",
            {"to_sort_code": "601613", "to_account_number": "31926819"},
        ),
        ("paypal.me/amylaurent91", "paypal", {"payee": "amylaurent91"}),
        ("Cash App $amylaurent91", "cash_app", {"payee": "$amylaurent91"}),
        ("Steam gift card code AB12C-D34EF-5GH67", "gift_card", {"reference": "AB12CD34EF5GH67"}),
        ("I sent £200", "other", {"amount_minor": 20000, "currency": "GBP", "reference": None}),
        ("you send £200 by Western Union", "western_union", {"amount_minor": 20000}),
        ("0.002 BTC please", "bitcoin", {"amount_minor": 200000, "currency": "BTC"}),
    ],
)
def test_a_number_becomes_a_payment_in_its_field(text: str, method: str, facts: dict[str, object]) -> None:
    payment = made(text, Becomes.PAYMENT)
    assert isinstance(payment, Payment)
    assert payment.method == method
    assert {key: getattr(payment, key) for key in facts} == facts
    assert payment.seen_in == SeenIn(HERE.original, only(text).rect)
    assert payment.exhibits == (HERE.exhibit,)
    assert payment.account == HERE.account
    assert payment.paid_at is None


def test_what_they_ask_for_is_not_taken_for_what_was_paid() -> None:
    payment = made(f"send 0.002 BTC to {SEGWIT}", Becomes.PAYMENT, "bitcoin_address")
    assert payment.amount_minor is None


def test_money_becomes_a_demand_in_their_words() -> None:
    demand = made("Send £200 with Western Union and I delete\nall", Becomes.DEMAND)
    assert demand == Demand(
        "money",
        "Send £200 with Western Union and I delete all",
        None,
        account=HERE.account,
        exhibit=HERE.original,
        rect=only("Send £200 with Western Union and I delete\nall").message.rect,
        amount_minor=20000,
        currency="GBP",
        pay_by="Western Union",
    )


def test_all_that_stands_in_one_message_becomes_the_same_demand() -> None:
    text = f"0.002 BTC to {SEGWIT}\nby 25 November 2026 18:00"
    facts = {fact_of(Chosen(one, Becomes.DEMAND), HERE, CATALOGUE, NOW) for one in offered(text)}
    (demand,) = facts
    assert (demand.pay_to, demand.amount_minor) == (SEGWIT, 200000)
    assert demand.deadline_at == datetime(2026, 11, 25, 18, tzinfo=UTC)


def test_a_deadline_alone_is_a_threat_without_a_time_that_nobody_knows() -> None:
    demand = made("You have 24 hours", Becomes.DEMAND)
    assert (demand.kind, demand.words, demand.deadline_at) == ("threat", "You have 24 hours", None)
    assert made("send 500 more by 6pm tomorrow", Becomes.DEMAND).kind == "money"


def test_an_identifier_becomes_an_account_as_the_identify_page_keeps_it() -> None:
    text = "my skype is live:.cid.8f3a1b2c4d5e6f70 ok"
    account = made(text, Becomes.ACCOUNT)
    assert isinstance(account, Account)
    assert (account.platform, account.stable_id) == ("skype", "live:.cid.8f3a1b2c4d5e6f70")
    assert account.strength is Strength.STRONG
    assert account.provenance is Provenance.READ
    assert account.read_as == account.stable_id
    assert account.read_permille == 950
    assert account.seen_in == SeenIn(HERE.original, only(text).rect)
    page = made("instagram.com/amelie.laurent_91", Becomes.ACCOUNT)
    assert page.profile_url == "https://www.instagram.com/amelie.laurent_91/"


def test_an_account_may_be_the_persons_own() -> None:
    own = made("instagram.com/amelie.laurent_91", Becomes.OWN)
    assert own.is_own
    assert not made("instagram.com/amelie.laurent_91", Becomes.ACCOUNT).is_own


def test_a_telephone_number_is_one_unless_the_picture_is_of_whatsapp() -> None:
    account = made("call +44 7911 123456", Becomes.ACCOUNT)
    assert (account.platform, account.stable_id, account.strength) == (
        "phone",
        "+447911123456",
        Strength.STRONG,
    )
    assert CATALOGUE.name_of("phone") == "Phone number"
    there = replace(HERE, platform="whatsapp")
    assert made("call +44 7700 900123", Becomes.ACCOUNT, where=there).platform == "whatsapp"


def test_a_handle_goes_with_the_account_in_the_picture_or_with_nobody() -> None:
    offer = only("follow @amelie.l")
    assert platform_of(offer, HERE) == "instagram"
    assert platform_of(offer, Where(HERE.exhibit, HERE.original)) is None


def test_a_link_becomes_a_place_and_a_day_an_event() -> None:
    place = made("it is on bit.ly/3xYzQw", Becomes.PLACE)
    assert isinstance(place, Place)
    assert (place.url, place.exhibits) == ("bit.ly/3xYzQw", (HERE.exhibit,))
    event = made("Sent on 21 Nov 2026 at 10:32", Becomes.EVENT)
    assert isinstance(event, Event)
    assert (event.at, event.precision) == (datetime(2026, 11, 21, 10, 32, tzinfo=UTC), Precision.MINUTE)
    assert (event.certainty, event.exhibit) == (Certainty.SEEN, HERE.original)


def test_a_day_without_its_date_becomes_nothing() -> None:
    offer = replace(only("Sent on 21 Nov 2026"), at=None)
    with pytest.raises(BadInput):
        fact_of(Chosen(offer, Becomes.EVENT), HERE, CATALOGUE, NOW)


def test_every_number_has_a_method_with_a_file_and_a_field() -> None:
    files = {path.stem for path in (paths.resources() / "payments").glob("*.toml")}
    assert set(METHODS.values()) <= files
    assert set(METHODS) == DESTINATIONS | RECEIPTS
    assert set(FIELDS) | {OfferKind.UK_BANK} == set(METHODS)


def test_a_number_is_added_to_a_payment_that_lacks_it() -> None:
    offer = only("MTCN 123-456-7890")
    payment = Payment("western_union", 25000, "GBP", None, payee="Jean-Paul Mbala")
    assert may_be_added(offer, payment)
    whole = added(Chosen(offer, Becomes.PAYMENT), HERE, payment)
    assert (whole.reference, whole.amount_minor, whole.payee) == ("1234567890", 25000, "Jean-Paul Mbala")
    assert whole.exhibits == (HERE.exhibit,)
    assert not may_be_added(offer, whole)
    assert not may_be_added(offer, replace(payment, method="moneygram"))
    assert replace(without(Chosen(offer, Becomes.PAYMENT), whole), exhibits=()) == payment


def test_a_hash_may_go_with_any_coin_and_a_sum_with_none() -> None:
    hashed = only("txid 4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b")
    for method in ("bitcoin", "crypto"):
        assert may_be_added(hashed, Payment(method, 1, "BTC", None))
    assert not may_be_added(only("Send £200"), Payment("other", None, None, None))
    assert numbers_of(Chosen(only("Send £200"), Becomes.PAYMENT)) == {}


def test_a_payment_that_says_more_than_the_offer_is_known() -> None:
    chosen = Chosen(only("MTCN 123-456-7890"), Becomes.PAYMENT)
    bare = fact_of(chosen, HERE, CATALOGUE, NOW)
    assert not holds_more(chosen, bare)
    assert holds_more(chosen, replace(bare, payee="Jean-Paul Mbala"))
    assert holds_more(chosen, replace(bare, amount_minor=200, currency="GBP"))
    sum_only = Chosen(only("I sent £200"), Becomes.PAYMENT)
    assert not holds_more(sum_only, fact_of(sum_only, HERE, CATALOGUE, NOW))
