# SPDX-License-Identifier: MIT
"""Addresses of coins and transaction hashes as typed: the right coin, the right sum, or a kind word."""

from __future__ import annotations

import re

from app.identify import checksums
from app.identify.checksums import Checked, Sum
from app.identify.number_verdicts import NumberVerdict, differs, good, no_sum, other_kind, unusual

# The sum of an Ethereum address is one bit a letter: with ten, one slip in a thousand passes. Source: EIP-55.
ENOUGH_LETTERS = 10
ANY_COIN, HASH = "coin_address", "transaction_hash"
COINS = (Checked.BITCOIN, Checked.ETHEREUM, Checked.TRON, Checked.LITECOIN, Checked.DOGECOIN)
_SCHEME = re.compile(r"(?i)^(?:bitcoin|ethereum|tron|litecoin|dogecoin):(?://)?")  # Source: BIP-21, ERC-681
_HASH = re.compile(r"(?<![0-9A-Za-z])((?:0[xX])?[0-9a-fA-F]{64})(?![0-9A-Za-z])")
_HASH_LIKE = re.compile(r"(?:0[xX])?[0-9a-fA-F]{50,80}")
# How an address of each coin begins, and how long it is. Source: BIP-173, chainparams.cpp of each coin.
_LOOKS = {
    Checked.BITCOIN: re.compile(r"(?i:bc[1lI|])\S{6,87}|[13]\S{24,34}"),
    Checked.LITECOIN: re.compile(r"(?i:ltc[1lI|])\S{6,86}|[LM]\S{25,33}"),
    Checked.DOGECOIN: re.compile(r"[DA9]\S{32,34}"),
    Checked.TRON: re.compile(r"T\S{32,34}"),
    Checked.ETHEREUM: re.compile(r"[0Oo][xX\u00d7]\S{38,42}"),
}
_TEST_NET = re.compile(r"(?i:tb1|bcrt1|tltc1)[0-9a-zA-Z]{8,87}|[mn2][1-9A-HJ-NP-Za-km-z]{33,34}")
_SOME_COIN = re.compile(r"[0-9A-Za-z:._]{20,130}")


def check_address(kind: str, text: str) -> NumberVerdict:
    """Return what an address looks like; ``kind`` is a coin, or any. An Ethereum address may have no sum."""
    wanted = COINS if kind == ANY_COIN else (Checked(kind),)
    address = bare_address(text)
    for coin in (*wanted, *COINS):
        said = checksums.check(coin, address)
        if said is Sum.WRONG:
            continue
        if coin not in wanted:
            return other_kind(address, coin)
        if said is Sum.ABSENT:
            return no_sum(address, "number.coin.no_sum")
        if coin is Checked.ETHEREUM and sum(map(str.isalpha, address[2:])) < ENOUGH_LETTERS:
            return no_sum(address, "number.coin.weak_sum")
        return good(address, words=f"number.coin.{coin}")
    return _of_no_coin(address, wanted)


def _of_no_coin(address: str, wanted: tuple[Checked, ...]) -> NumberVerdict:
    """Return the verdict on what is no address with a right sum."""
    if _HASH.fullmatch(address):
        return other_kind(address, HASH)
    if _TEST_NET.fullmatch(address):
        return unusual(address, "number.coin.test")
    if any(_LOOKS[coin].fullmatch(address) for coin in wanted):
        return differs(address, "number.coin.sum")
    if len(wanted) > 1 and _SOME_COIN.fullmatch(address):
        return no_sum(address, "number.coin.unknown")
    return unusual(address, "number.coin.odd")


def check_hash(text: str) -> NumberVerdict:
    """Return what a transaction hash looks like; a link to one, as a block explorer has it, is one too."""
    found = _HASH.search(text)
    if found:
        return good(found[1])
    address = bare_address(text)
    coin = next((one for one in COINS if checksums.check(one, address) is not Sum.WRONG), None)
    if coin:
        return other_kind(address, coin, "number.other.coin_address")
    compact = "".join(text.split())
    return unusual(compact, "number.hash.length" if _HASH_LIKE.fullmatch(compact) else "number.hash.odd")


def bare_address(text: str) -> str:
    """Return the address in a typed text: without spaces, scheme and what a request for payment adds."""
    address = _SCHEME.sub("", "".join(text.split()))
    address = re.split(r"[?&]", address, maxsplit=1)[0]
    return f"0x{address[2:]}" if re.match(r"0X[0-9a-fA-F]{40}$", address) else address
