# SPDX-License-Identifier: MIT
"""From an offer that the person pressed to the fact it becomes, with its place in the picture as proof."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from app.errors import BadInput
from app.identify.checksums import Checked
from app.identify.formats import check
from app.model import (
    Account,
    Certainty,
    Demand,
    Event,
    Payment,
    Place,
    PlaceKind,
    Provenance,
    SeenIn,
    Strength,
)
from app.search.offer import (
    ACCOUNT_NUMBER,
    CASHTAG,
    GIFT_CARD,
    HASH,
    MONEYGRAM,
    MTCN,
    PAYPAL,
    PHONE,
    RIA,
    SORT_CODE,
    Becomes,
    OfferKind,
)

if TYPE_CHECKING:
    from datetime import datetime

    from app.identify.platforms import Catalogue
    from app.model import EntryId, ExhibitId
    from app.search.offer import Offer

Made = Account | Demand | Event | Payment | Place

OTHER = "other"
NUMBER = "phone"  # what an account is kept under of which only the telephone number is known
# How money goes that has such a number: files of resources/payments.
METHODS = {
    MTCN: "western_union", MONEYGRAM: "moneygram", RIA: "ria", PAYPAL: "paypal", CASHTAG: "cash_app",
    GIFT_CARD: "gift_card", Checked.BITCOIN: "bitcoin", Checked.LITECOIN: "crypto", HASH: "crypto",
    Checked.DOGECOIN: "crypto", Checked.TRON: "crypto", Checked.ETHEREUM: "crypto",
    Checked.IBAN: "bank_transfer", OfferKind.UK_BANK: "bank_transfer", SORT_CODE: "bank_transfer",
    ACCOUNT_NUMBER: "bank_transfer",
}  # fmt: skip
# The field of a payment in which each is kept; the others are the number on the receipt.
FIELDS = {
    Checked.IBAN: "to_iban", HASH: "transaction", SORT_CODE: "to_sort_code", PAYPAL: "payee",
    ACCOUNT_NUMBER: "to_account_number", CASHTAG: "payee", MTCN: "reference", MONEYGRAM: "reference",
    RIA: "reference", GIFT_CARD: "reference",
} | {coin: "to_address" for coin in Checked if coin is not Checked.IBAN}  # fmt: skip
COINS = {Checked.BITCOIN: "BTC", Checked.LITECOIN: "LTC", Checked.DOGECOIN: "DOGE"}
# A hash says no coin, so it may go with either; the person says which.
ALSO = {HASH: frozenset({"bitcoin", "crypto"})}


@dataclass(frozen=True, slots=True)
class Where:
    """The picture in which an offer stands.

    Attributes:
        exhibit: the exhibit.
        original: the picture: the same, or of a conversation the frame.
        account: the account that the person says is in it, with its ``platform``.
    """

    exhibit: ExhibitId
    original: ExhibitId
    account: EntryId | None = None
    platform: str | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person pressed: an offer, and as what it is kept."""

    offer: Offer
    becomes: Becomes


def fact_of(chosen: Chosen, where: Where, catalogue: Catalogue, now: datetime) -> Made:
    """Return the fact that an offer becomes; nothing in it is more than stands in the picture.

    Raises:
        BadInput: a day whose date is not certain.
    """
    if chosen.becomes is Becomes.PAYMENT:
        return _payment(chosen, where)
    if chosen.becomes is Becomes.DEMAND:
        return _demand(chosen.offer, where)
    if chosen.becomes in {Becomes.ACCOUNT, Becomes.OWN}:
        account = _account(chosen.offer, where, catalogue, now)
        return replace(account, is_own=chosen.becomes is Becomes.OWN)
    if chosen.becomes is Becomes.PLACE:
        return Place(PlaceKind.LINK, chosen.offer.value, url=chosen.offer.value, exhibits=(where.exhibit,))
    return _event(chosen.offer, where)


def numbers_of(chosen: Chosen) -> dict[str, str]:
    """Return the fields of a payment that an offer fills, each with its value; none of a sum of money."""
    if chosen.offer.kind == OfferKind.UK_BANK:
        code, number = chosen.offer.value.split(" ")
        return {"to_sort_code": code, "to_account_number": number}
    field = FIELDS.get(chosen.offer.kind)
    return {field: chosen.offer.value} if field else {}


def may_be_added(offer: Offer, payment: Payment) -> bool:
    """Whether a payment that is kept lacks the number of the offer, and was sent in the way that has it."""
    wanted = numbers_of(Chosen(offer, Becomes.PAYMENT))
    if not wanted or any(getattr(payment, field) for field in wanted):
        return False
    return payment.method in ALSO.get(offer.kind, {METHODS.get(offer.kind)})


def added(chosen: Chosen, where: Where, payment: Payment) -> Payment:
    """Return the payment with the number of the offer, and the place where it stands."""
    numbers: dict[str, Any] = dict(numbers_of(chosen))
    return replace(
        payment,
        **numbers,
        seen_in=SeenIn(where.original, chosen.offer.rect),
        exhibits=_with(payment.exhibits, where.exhibit),
    )


def without(chosen: Chosen, payment: Payment) -> Payment:
    """Return the payment without the number of the offer and its place; what else is known stays."""
    emptied: dict[str, Any] = dict.fromkeys(numbers_of(chosen))
    return replace(payment, seen_in=None, **emptied)


def holds_more(chosen: Chosen, payment: Payment) -> bool:
    """Whether a payment says more than what the offer gave it, so that it outlives it."""
    given = {
        *numbers_of(chosen),
        "method",
        "seen_in",
        "exhibits",
        "account",
        "coin",
        "amount_minor",
        "currency",
    }
    bare = Payment(payment.method, None, None, None)
    names = (field.name for field in fields(Payment) if field.name not in given)
    is_other_sum = payment.amount_minor is not None and chosen.offer.kind != OfferKind.MONEY
    return is_other_sum or any(getattr(payment, name) != getattr(bare, name) for name in names)


def platform_of(offer: Offer, where: Where) -> str | None:
    """Return the platform an account is kept under: its own, else that of the account in the picture.

    A telephone number is kept as that unless the picture is of WhatsApp. ``None``: of a handle nobody knows.
    """
    if offer.platform is not None:
        return offer.platform
    if offer.kind == PHONE:
        return where.platform if where.platform == "whatsapp" else NUMBER
    return where.platform


def _payment(chosen: Chosen, where: Where) -> Payment:
    offer = chosen.offer
    method = METHODS.get(offer.kind) or offer.message.method or OTHER
    if offer.amount and method == OTHER and offer.amount.currency == "BTC":
        method = "bitcoin"
    bare = Payment(
        method,
        offer.amount.minor if offer.amount else None,
        offer.amount.currency if offer.amount else None,
        None,
        coin=COINS.get(Checked(offer.kind)) if offer.kind in COINS else None,
        account=where.account,
    )
    return added(chosen, where, bare)


def _demand(offer: Offer, where: Where) -> Demand:
    """Return their words, whole and with where they stand; what asks for nothing is a threat."""
    message = offer.message
    amount = offer.amount or message.amount
    return Demand(
        "money" if message.is_asking else "threat",
        message.words,
        None,
        account=where.account,
        exhibit=where.original,
        deadline_at=offer.at or message.deadline_at,
        rect=message.rect,
        amount_minor=amount.minor if amount else None,
        currency=amount.currency if amount else None,
        pay_by=message.pay_by,
        pay_to=message.pay_to,
    )


def _account(offer: Offer, where: Where, catalogue: Catalogue, now: datetime) -> Account:
    """Return the account as the page that finds the ID would keep it: read, and by its own strength."""
    name = platform_of(offer, where) or OTHER
    platform = catalogue.find(name)
    verdict = check(platform, offer.value) if platform else None
    usual = Strength.STRONG if name == NUMBER else Strength.MEDIUM
    return Account(
        name,
        offer.value,
        verdict.id_kind if verdict else "phone number" if name == NUMBER else "username",
        verdict.strength if verdict else usual,
        provenance=Provenance.READ,
        recorded_at=now,
        profile_url=platform.address.format(id=offer.value) if platform and platform.address else None,
        seen_in=SeenIn(where.original, offer.rect),
        exhibits=(where.exhibit,),
        read_as=offer.value,
        read_permille=offer.permille,
    )


def _event(offer: Offer, where: Where) -> Event:
    """Return their words as something that happened on the day they name."""
    if offer.at is None:
        raise BadInput("a day without its date")
    return Event(
        offer.at,
        offer.message.words,
        Certainty.SEEN,
        precision=offer.precision,
        exhibit=where.original,
    )


def _with(known: tuple[ExhibitId, ...], one: ExhibitId) -> tuple[ExhibitId, ...]:
    return (*dict.fromkeys((*known, one)),)
