# SPDX-License-Identifier: MIT
"""Chats in which an address for money is sent: its checksum is right, as the codecs of others made it."""

from __future__ import annotations

import random as standard
from typing import TYPE_CHECKING

from base58_bech32.base58 import b58encode_check
from base58_bech32.bech32 import bech32_encode, convertbits
from Crypto.Hash import keccak
from stdnum.iban import calc_check_digits

from tests.fakes.panels.setting import Panel, Setting
from tests.fakes.panels.words import SAID

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

BECH32M = 0x2BC830A3  # Source: BIP-350
SENTENCES = (
    "send it here",
    "BTC only",
    "pay to this address",
    "I give you 24 hours",
    "first 400 then we talk",
)


def wallet(seed: int) -> Panel:
    """Return a chat that holds one address; ``layout`` is its kind."""
    random = standard.Random(f"wallet {seed}")
    kind, make = KINDS[seed % len(KINDS)]
    value = make(random)
    setting = Setting.of(seed + 900_000)
    canvas = setting.canvas(680, 300)
    canvas.text((30, 16), setting.name, 17, setting.ink, is_bold=True)
    place, box = random.randrange(3), None
    for row in range(4):
        top = 56 + 54 * row
        text = value if row == place else random.choice((*SENTENCES, *SAID))
        size = random.choice([12, 13, 14])
        width = canvas.width_of(text, size) + 28
        fill = (56, 58, 66) if setting.is_dark else (225, 230, 238)
        canvas.rect((30, top, 30 + width, top + 38), fill, 10)
        drawn = canvas.text((44, top + 9), text, size, setting.ink)
        box = drawn if row == place else box
    return Panel(canvas.image, kind, seed, value, box, setting.name, is_blue=False)


def _segwit(random: Random) -> str:
    version, length = random.choice([(0, 20), (0, 32), (1, 32)])
    words = [version, *(convertbits(random.randbytes(length), 8, 5) or ())]
    return bech32_encode("bc", words, m=BECH32M if version else 1).decode()


def _base58(prefixes: tuple[int, ...]) -> Callable[[Random], str]:
    return lambda random: b58encode_check(bytes([random.choice(prefixes)]) + random.randbytes(20)).decode()


def _ethereum(random: Random) -> str:
    digits = random.randbytes(20).hex()
    sums = keccak.new(digest_bits=256, data=digits.encode()).hexdigest()
    return "0x" + "".join(
        sign.upper() if int(mark, 16) > 7 else sign for sign, mark in zip(digits, sums, strict=False)
    )


def _iban(random: Random) -> str:
    rest = "DE00" + "".join(random.choices("0123456789", k=18))
    return f"DE{calc_check_digits(rest)}{rest[4:]}"


KINDS: tuple[tuple[str, Callable[[Random], str]], ...] = (
    ("segwit", _segwit),
    ("base58", _base58((0, 5))),
    ("tron", _base58((0x41,))),
    ("ethereum", _ethereum),
    ("iban", _iban),
)
