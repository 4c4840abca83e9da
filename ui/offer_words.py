# SPDX-License-Identifier: MIT
"""What stands in a picture, in words for the person: what it is, what to look at, what a press does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify.checksums import Checked
from app.identify.payment_numbers import shown_number
from app.identify.values import Kind
from app.model import Precision
from app.money import in_short
from app.search.becoming import platform_of
from app.search.offer import DESTINATIONS, MONEYGRAM, MTCN, RIA, SORT_CODE, Becomes, OfferKind
from app.typed import zone_of
from ui.moments import hour, long_day

if TYPE_CHECKING:
    from app.model import Payment
    from app.search.becoming import Where
    from app.search.keeping import Kept
    from app.search.offer import Offer
    from ui.context import Context

EMAIL = "email"
GROUPED = frozenset({MTCN, MONEYGRAM, RIA, SORT_CODE, Checked.IBAN})
# Kinds whose words say more than what stands in them.
IN_WORDS = frozenset({OfferKind.MONEY, OfferKind.DEADLINE, OfferKind.DAY})


def kind_of(context: Context, offer: Offer) -> str:
    """Return what it is."""
    if offer.kind != Kind.IDENTIFIER:
        return context.words(f"offer.kind.{offer.kind}")
    if offer.platform == EMAIL:
        return context.words("offer.kind.email")
    return context.words("offer.kind.identifier", platform=context.catalogue.name_of(offer.platform or ""))


def signs_of(offer: Offer) -> tuple[tuple[str, bool], ...]:
    """Return what stands there, sign by sign, a number in groups; and whether to look at a sign twice."""
    marked = {at for one in offer.doubts for at in range(one.index, one.index + max(1, len(one.options[0])))}
    plain = tuple((sign, at in marked) for at, sign in enumerate(offer.shown))
    if offer.is_secret:
        return plain
    left = list(plain)
    signs = []
    for sign in _grouped(offer):
        is_own = bool(left) and sign == left[0][0]
        signs.append(left.pop(0) if is_own else (sign, False))
    return plain if left else tuple(signs)


def notes_of(context: Context, offer: Offer) -> tuple[str, ...]:
    """Return what there is to say of it: whose words it stands in, how sure it is, what we read a day as."""
    words = context.words
    notes = []
    if offer.kind in IN_WORDS and offer.message.words != offer.shown:
        notes.append(words("offer.say.words", words=offer.message.words))
    if offer.at is not None:
        notes.append(_time(context, offer))
    if offer.has_checksum:
        notes.append(words("offer.say.proven"))
    elif offer.doubts:
        notes.append(words("offer.say.marked"))
    if offer.is_secret:
        notes.append(words("offer.say.secret"))
    if offer.kind == OfferKind.LINK:
        notes.append(words("offer.say.open"))
    return tuple(notes)


def button_of(context: Context, offer: Offer, becomes: Becomes) -> str:
    """Return the verb on the button that keeps it as this."""
    key = str(becomes)
    if becomes is Becomes.PAYMENT:
        is_place = offer.kind in DESTINATIONS
        key = "pay_to" if is_place else "pay_money" if offer.kind == OfferKind.MONEY else "pay_with"
    elif offer.kind == OfferKind.DEADLINE:
        key = "deadline"
    return context.words(f"offer.do.{key}")


def adding_to(context: Context, payment: Payment) -> str:
    """Return the words on the button that adds the number to a payment that is kept."""
    words, method = context.words, context.ways_to_pay.find(payment.method).name
    if payment.amount_minor is None:
        what = words("offer.do.add.none", method=method)
    else:
        amount = in_short(payment.amount_minor, payment.currency)
        what = words("offer.do.add.some", amount=amount, method=method)
    return words("offer.do.add", what=what)


def kept_in(context: Context, kept: Kept) -> str:
    """Return that it is kept, and where it stands now."""
    before = "" if kept.is_from_here else "before."
    return context.words(f"offer.kept.{before}{kept.becomes}")


def is_of_no_app(offer: Offer, where: Where) -> bool:
    """Whether it is a name of which nobody knows the app."""
    return Becomes.ACCOUNT in offer.may_become and platform_of(offer, where) is None


def _grouped(offer: Offer) -> str:
    """Return the number as it is read out, such as ``583 204 9176``."""
    if offer.kind == OfferKind.UK_BANK:
        code, number = offer.shown.split(" ")
        return f"{shown_number(SORT_CODE, code)} {number}"
    return shown_number(offer.kind, offer.shown) if offer.kind in GROUPED else offer.shown


def _time(context: Context, offer: Offer) -> str:
    """Return the day, and the time if there is one, as we read it."""
    if offer.at is None:
        return ""
    local = offer.at.astimezone(zone_of(context.clock.now()))
    language = context.settings.language
    day = long_day(local.date(), language)
    if offer.precision is Precision.DAY:
        return context.words("offer.say.day", day=day)
    return context.words("offer.say.time", day=day, time=hour(local, language))
