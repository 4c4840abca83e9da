# SPDX-License-Identifier: MIT
"""What is offered beside a picture: something that stands in it, where, and what one press makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from app.identify.checksums import Checked, Sum
from app.identify.values import Doubt, Kind

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Precision, Rect
    from app.typed import Amount


class OfferKind(StrEnum):
    """Kinds of offers beside those of ``Kind`` and of ``resources/references.toml``."""

    MONEY = "money"
    DEADLINE = "deadline"
    DAY = "day"
    LINK = "link"
    UK_BANK = "uk_bank"  # sort code and account number: ``601613 31926819``


class Becomes(StrEnum):
    """What an offer may be kept as."""

    DEMAND = "demand"
    PAYMENT = "payment"
    ACCOUNT = "account"  # of theirs
    OWN = "own"  # an account of the person's own
    PLACE = "place"
    EVENT = "event"


HASH, PAYPAL, CASHTAG, HANDLE, PHONE = "transaction_hash", "paypal", "cashtag", "handle", "phone"
SORT_CODE, ACCOUNT_NUMBER, GIFT_CARD = "uk_sort_code", "uk_account_number", "gift_card_code"
MTCN, MONEYGRAM, RIA = "mtcn", "moneygram_reference", "ria_pin"
COINS = frozenset(Checked) - {Checked.IBAN}
# Numbers that say where money is to go; the others say that it was sent.
DESTINATIONS = frozenset({*Checked, OfferKind.UK_BANK, SORT_CODE, ACCOUNT_NUMBER, PAYPAL, CASHTAG})
RECEIPTS = frozenset({MTCN, MONEYGRAM, RIA, HASH, GIFT_CARD})
# Kinds of which every sign is a digit, so that no letter is ever meant.
DIGITS_ONLY = frozenset({MTCN, MONEYGRAM, SORT_CODE, ACCOUNT_NUMBER, OfferKind.UK_BANK, PHONE})


@dataclass(frozen=True, slots=True)
class Message:
    """The words in which something stands, as they were read, and what they ask for.

    Attributes:
        words: the lines that belong together, letter for letter; of a code that can be spent, its end only.
        rect: where they stand.
        amount: the only sum in them; ``None`` if there is none, or more than one.
        pay_to: the only place in them to send money to.
        pay_by: the word in them that says how; ``method`` is its file in ``resources/payments``.
        is_asking: whether they ask for something to be sent.
        deadline_at: by when, if the words leave no doubt.
    """

    words: str
    rect: Rect
    amount: Amount | None = None
    pay_to: str | None = None
    pay_by: str | None = None
    method: str | None = None
    is_asking: bool = False
    deadline_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """Something in a picture that may become a fact. Nobody has said yet that it does.

    Attributes:
        kind: ``OfferKind``, ``Kind`` or a kind of ``resources/references.toml``.
        value: what tells it from others, normalised.
        shown: what the person sees of it; never all of a code that can be spent.
        rect: where it stands.
        message: the words round it.
        permille: how sure the reading was of its line, in thousandths.
        platform: id of the platform, if it belongs to one.
        doubts: characters of ``shown`` to look at twice.
        label: the word near it that says what it is.
        sum: what its own sum says; WRONG says: look again.
        has_checksum: whether its sum proves every character.
        amount: of money, how much.
        at: of a day or deadline, the time if it leaves no doubt; ``precision`` how exact it is.
        is_secret: whoever reads it can spend it.
    """

    kind: str
    value: str
    shown: str
    rect: Rect
    message: Message
    permille: int
    platform: str | None = None
    doubts: tuple[Doubt, ...] = ()
    label: str | None = None
    sum: Sum = Sum.ABSENT
    has_checksum: bool = False
    amount: Amount | None = None
    at: datetime | None = None
    precision: Precision | None = None
    is_secret: bool = False

    @property
    def key(self) -> tuple[str, str | None, str]:
        """What two offers of the same thing have in common."""
        return (self.kind, self.platform, self.value)

    @property
    def is_doubtful(self) -> bool:
        """Whether its own sum says that a character of it was misread."""
        return self.sum is Sum.WRONG

    @property
    def may_become(self) -> tuple[Becomes, ...]:
        """What it may be kept as, what is most likely first."""
        return _becomes(self.kind)


def _becomes(kind: str) -> tuple[Becomes, ...]:
    fixed = {
        OfferKind.MONEY: (Becomes.DEMAND, Becomes.PAYMENT),
        OfferKind.DEADLINE: (Becomes.DEMAND,),
        OfferKind.DAY: (Becomes.EVENT,),
        OfferKind.LINK: (Becomes.PLACE,),
    }
    if kind in fixed:
        return fixed[OfferKind(kind)]
    if kind in DESTINATIONS:
        return (Becomes.PAYMENT, Becomes.DEMAND)
    if kind in RECEIPTS:
        return (Becomes.PAYMENT,)
    return (Becomes.ACCOUNT, Becomes.OWN) if kind in {Kind.IDENTIFIER, PHONE, HANDLE} else ()
