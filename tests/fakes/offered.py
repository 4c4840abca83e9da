# SPDX-License-Identifier: MIT
"""Drawn captures with numbers, sums, deadlines, links and names planted in what is said; all from a seed.

Nothing is tuned on seeds from 10,000 on.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from tests.fakes.captures import LAYOUTS, Capture, Desk, compressed
from tests.fakes.panels.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable

# Published examples, nobody's own. Source: BIP-173, BIP-350, EIP-55, TRON's USDT contract, ISO 13616.
ADDRESSES = {
    "bitcoin_address": (
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
    ),
    "ethereum_address": (
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    ),
    "tron_address": ("TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",),
    "iban": (
        "GB29 NWBK 6016 1331 9268 19",
        "DE89 3704 0044 0532 0130 00",
        "FR14 2004 1010 0505 0001 3M02 606",
    ),
}
WIDE = ("chat", "page", "receipt")  # layouts whose columns have room for an address
SUMS = {
    "£{n}": ("GBP", 100), "{n} euro": ("EUR", 100), "${n}": ("USD", 100), "0.0{n} BTC": ("BTC", 0),
    "{n} USDT": ("USDT", 10**6), "{n} naira": ("NGN", 100),
}  # fmt: skip


def offered_capture(seed: int) -> tuple[Capture, dict[str, str]]:
    """Return a capture, and for each text that was planted the kind and value that are to be offered."""
    setting, random = Setting.of(seed), Random(f"offered {seed}")  # noqa: S311
    name = WIDE[seed % len(WIDE)]
    width, height = random.choice([(520, 480), (640, 420), (700, 520)])
    wanted = [make(random) for make in random.sample(MAKERS, 5)]
    plants = [(text, text) for text, _ in wanted]
    size = random.choice([12, 13, 14, 15, 16])
    desk = Desk(setting, random, setting.canvas(width, height), size, plants)
    LAYOUTS[name](desk, width, height)
    image = desk.canvas.image if random.random() < 0.8 else compressed(desk.canvas.image, random)
    drawn = {plant.text for plant in desk.planted}
    capture = Capture(image, name, setting.scale, seed, tuple(desk.planted))
    return capture, {text: offer for text, offer in wanted if text in drawn}


def _digits(random: Random, count: int) -> str:
    return "".join(random.choices("0123456789", k=count))


def _address(random: Random) -> tuple[str, str]:
    kind = random.choice(sorted(ADDRESSES))
    text = random.choice(ADDRESSES[kind])
    return text, f"{kind} {text.replace(' ', '')}"


def _transfer(random: Random) -> tuple[str, str]:
    digits = _digits(random, 10)
    if random.random() < 0.5:
        return f"MTCN: {digits[:3]}-{digits[3:6]}-{digits[6:]}", f"mtcn {digits}"
    return f"MoneyGram reference number {digits[:8]}", f"moneygram_reference {digits[:8]}"


def _money(random: Random) -> tuple[str, str]:
    form = random.choice(sorted(SUMS))
    currency, minor = SUMS[form]
    number = random.randint(2, 99) * 10
    if currency == "BTC":
        return form.format(n=number), f"money {int(float('0.0' + str(number)) * 10**8 + 0.5)} BTC"
    return form.format(n=number), f"money {number * minor} {currency}"


def _deadline(random: Random) -> tuple[str, str]:
    text = random.choice(["by 6pm tomorrow", "you have 24 hours", "until Friday 18:00", "before midnight"])
    return text, f"deadline {text.lower()}"


def _link(random: Random) -> tuple[str, str]:
    path = "".join(random.choices("abcdefghkmnpqrstuvwxyz", k=6))
    text = random.choice([f"https://clips.example.org/v/{path}", f"bit.ly/{path}", f"www.{path}-clips.com"])
    return text, f"link {text}"


def _person(random: Random) -> tuple[str, str]:
    cid = f"live:.cid.{''.join(random.choices('0123456789abcdef', k=16))}"
    digits = _digits(random, 6)
    return random.choice(
        [
            (cid, f"identifier {cid}"),
            ("instagram.com/amy.rose_92", "identifier amy.rose_92"),
            ("amy.rose@example.com", "identifier amy.rose@example.com"),
            (f"+44 7700 9{digits[:5]}", f"phone +4477009{digits[:5]}"),
        ]
    )


MAKERS: tuple[Callable[[Random], tuple[str, str]], ...] = (
    _address,
    _transfer,
    _money,
    _deadline,
    _link,
    _person,
)
