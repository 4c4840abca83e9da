# SPDX-License-Identifier: MIT
"""Whether a text proves itself: coin addresses and bank accounts carry a sum over their own characters.

A reading may be repaired by such a sum, and by nothing else: characters that look alike are swapped until it
is right, only where exactly one text comes out, and only among so few texts that none is right by chance.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, islice, product
from typing import TYPE_CHECKING

from base58_bech32.base58 import b58decode_check
from base58_bech32.bech32 import BECH32_1_CONST, BECH32_M_CONST, bech32_decode, convertbits
from base58_bech32.exceptions import Base58Bech32Exception
from Crypto.Hash import keccak

from app.identify.banks import is_account, is_of_its_country
from app.identify.lookalikes import alike

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from app.identify.values import Doubt

# Source: BIP-173, the characters of the data part; 1, b, i and o are left out as they look like others.
_BECH32 = frozenset("qpzry9x8gf2tvdw0s3jn54khce6mua7l")
# Source: Bitcoin Core, src/base58.cpp; 0, O, I and l are left out as they look like others.
_BASE58 = frozenset("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")
_HEX = frozenset("0123456789abcdefABCDEF")
_UPPER, _DIGITS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), frozenset("0123456789")
LONGEST = 90  # characters. Source: BIP-173; an IBAN has 34 at most
MOST_TRIED = 4096  # texts; against 30 bits of BIP-173 one in 262,144 such searches finds a wrong one
SPARE_BITS = 13  # a shorter sum allows fewer: one wrong text in 8,192 searches at worst
MOST_IBANS = 2  # of the form of their country; the sum is right by chance once in 97
MOST_LOOKED_AT = 1024  # texts of any form; beyond it nobody can say that there is only one


class Checked(StrEnum):
    """Kinds of text that carry a sum."""

    BITCOIN = "bitcoin_address"
    LITECOIN = "litecoin_address"
    DOGECOIN = "dogecoin_address"
    TRON = "tron_address"
    ETHEREUM = "ethereum_address"
    IBAN = "iban"


class Sum(StrEnum):
    """What the sum of a text says."""

    RIGHT = "right"
    WRONG = "wrong"
    ABSENT = "absent"  # it has none: an Ethereum address without capitals, or a kind that never has one


@dataclass(frozen=True, slots=True)
class _Coin:
    """How addresses of one coin begin. Source: chainparams.cpp of each coin; TRON, TIP-01."""

    versions: frozenset[int]
    first: str
    prefix: str | None = None


_COINS = {
    Checked.BITCOIN: _Coin(frozenset({0x00, 0x05}), "13", "bc"),
    Checked.LITECOIN: _Coin(frozenset({0x30, 0x32}), "LM", "ltc"),
    Checked.DOGECOIN: _Coin(frozenset({0x1E, 0x16}), "DA9"),
    Checked.TRON: _Coin(frozenset({0x41}), "T"),
}


@dataclass(frozen=True, slots=True)
class _Form:
    """How to look for the one text that is right.

    Attributes:
        passes: whether the sum is right.
        may: whether a character can stand at a place at all.
        fits: whether a text counts as tried.
        most: how many texts may be tried.
        swaps: how many characters that could stand there may be swapped all the same.
        is_any: whether look-alikes are tried at every place, or only at those in doubt.
    """

    passes: Callable[[str], bool]
    may: Callable[[int, str], bool]
    fits: Callable[[str], bool]
    most: int
    swaps: int
    is_any: bool


def check(kind: str, text: str) -> Sum:
    """Return what the sum of the text says; a text of a kind without sums has none."""
    if kind == Checked.ETHEREUM:
        return _ethereum(text)
    if kind == Checked.IBAN:
        return Sum.RIGHT if is_account(text) else Sum.WRONG
    coin = next((coin for name, coin in _COINS.items() if name == kind), None)
    if coin is None:
        return Sum.ABSENT
    return Sum.RIGHT if _is_address(text, coin) else Sum.WRONG


def is_formed(kind: str, text: str) -> bool:
    """Whether its form says what it is although its sum is wrong, or a repair would make it right."""
    return (kind == Checked.IBAN and is_of_its_country(text)) or repair(kind, text) is not None


def proves(kind: str, text: str) -> bool:
    """Whether the sum is right, and would not be with one character taken for a look-alike."""
    if check(kind, text) is not Sum.RIGHT:
        return False
    twins = (_with(text, (at,), (other,)) for at, sign in enumerate(text) for other in alike(sign))
    return all(check(kind, twin) is not Sum.RIGHT for twin in twins)


def repair(kind: str, text: str, doubts: Sequence[Doubt] = ()) -> str | None:
    """Return the one text with a right sum that differs only in characters which look alike.

    Those are the characters in doubt, those that cannot stand where they do, and, where the sum is long
    enough, two others at most. ``None``: no text or more than one, or the text is right or has no sum.
    """
    if len(text) > LONGEST or check(kind, text) is not Sum.WRONG:
        return None
    form = _form(kind, text)
    options = _options(form, text, doubts)
    most = max(MOST_LOOKED_AT, form.most)
    tried = 0
    for swaps in range(form.swaps + 1):
        texts = list(islice(_texts(form, text, options, swaps), most + 1))
        fitting = [one for one in texts if one != text and form.fits(one)]
        tried += len(fitting)
        if len(texts) > most or tried > form.most:
            return None
        right = [one for one in fitting if form.passes(one)]
        if right:
            return right[0] if len(right) == 1 else None
    return None


def _is_address(text: str, coin: _Coin) -> bool:
    """Whether it is an address of this coin with a right sum."""
    if coin.prefix and text.lower().startswith(f"{coin.prefix}1"):
        return _is_segwit(text, coin.prefix)
    try:
        return b58decode_check(text, out_size=21)[0] in coin.versions
    except Base58Bech32Exception:
        return False


def _is_segwit(text: str, prefix: str) -> bool:
    """Whether it is a witness address. Source: BIP-141, BIP-173, and BIP-350 for versions above 0."""
    try:
        found, data, constant = bech32_decode(text, limit=LONGEST)
        program = convertbits(data[1:], 5, 8, pad=False)
    except Base58Bech32Exception:
        return False
    if found != prefix or not data or data[0] > 16:
        return False
    if data[0] == 0:
        return constant == BECH32_1_CONST and len(program) in {20, 32}
    return constant == BECH32_M_CONST and 2 <= len(program) <= 40


def _ethereum(text: str) -> Sum:
    """Return what the capitals of an Ethereum address say. Source: EIP-55."""
    digits = text[2:]
    if len(digits) != 40 or not text.startswith("0x") or not _HEX.issuperset(digits):
        return Sum.WRONG
    if digits in {digits.lower(), digits.upper()}:
        return Sum.ABSENT
    said = keccak.new(digest_bits=256, data=digits.lower().encode()).hexdigest()
    pairs = zip(digits.lower(), said[:40], strict=True)
    capitals = [sign.upper() if int(half, 16) >= 8 else sign for sign, half in pairs]
    return Sum.RIGHT if "".join(capitals) == digits else Sum.WRONG


def _form(kind: str, text: str) -> _Form:
    """Return how to look for a text of this kind."""

    def passes(one: str) -> bool:
        return check(kind, one) is Sum.RIGHT

    if kind == Checked.IBAN:
        return _Form(passes, _may_iban, is_of_its_country, MOST_IBANS, 3, is_any=False)
    if kind == Checked.ETHEREUM:
        letters = sum(sign in "abcdefABCDEF" for sign in text[2:])
        most = min(MOST_TRIED, 2 ** max(0, letters - SPARE_BITS))
        return _Form(passes, _may_ethereum, lambda one: len(one) == 42, most, 2, is_any=False)
    coin = _COINS[Checked(kind)]
    is_segwit = coin.prefix is not None and text.lower().startswith(coin.prefix)
    may = _may_segwit(f"{coin.prefix}1") if is_segwit else _may_base58(coin.first)
    return _Form(passes, may, bool, MOST_TRIED, 2, is_any=True)


def _options(form: _Form, text: str, doubts: Sequence[Doubt]) -> dict[int, tuple[str, ...]]:
    """Return, for each place that may be swapped, what may stand there instead."""
    named = {doubt.index: doubt.options for doubt in doubts}
    found: dict[int, tuple[str, ...]] = {}
    for index, sign in enumerate(text):
        others = set(named.get(index, ()))
        if form.is_any or index in named or not form.may(index, sign):
            others |= alike(sign)
        elif form.fits is is_of_its_country:  # it says where digits stand, so a letter there cannot be meant
            others |= {one for one in alike(sign) if one.isdigit() != sign.isdigit()}
        if not form.may(index, sign):
            others |= {sign.lower(), sign.upper()}
        left = sorted(one for one in others - {sign} if len(one) == 1 and form.may(index, one))
        if left:
            found[index] = tuple(left)
    return found


def _texts(form: _Form, text: str, options: dict[int, tuple[str, ...]], swaps: int) -> Iterator[str]:
    """Yield texts with every impossible character swapped, and so many others."""
    forced = [index for index, sign in enumerate(text) if not form.may(index, sign)]
    if any(index not in options for index in forced):
        return
    for others in combinations([index for index in options if index not in forced], swaps):
        places = (*forced, *others)
        for signs in product(*(options[index] for index in places)):
            yield _with(text, places, signs)


def _with(text: str, places: Sequence[int], signs: Sequence[str]) -> str:
    """Return the text with these characters at these places."""
    changed = list(text)
    for index, sign in zip(places, signs, strict=True):
        changed[index] = sign
    return "".join(changed)


def _may_segwit(start: str) -> Callable[[int, str], bool]:
    """Return what may stand where in a witness address in small letters."""
    return lambda index, sign: sign == start[index] if index < len(start) else sign in _BECH32


def _may_base58(first: str) -> Callable[[int, str], bool]:
    """Return what may stand where in an address of base 58."""
    return lambda index, sign: sign in (first if index == 0 else _BASE58)


def _may_ethereum(index: int, sign: str) -> bool:
    return sign == "0x"[index] if index < 2 else sign in _HEX


def _may_iban(index: int, sign: str) -> bool:
    """Source: ISO 13616: country, check digits, account."""
    if index < 2:
        return sign in _UPPER
    return sign in _DIGITS or (index > 3 and sign in _UPPER)
