# SPDX-License-Identifier: MIT
"""An invented chat as one page of HTML: the traits it has, and messages of known text."""

from __future__ import annotations

import base64
import io
import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Sequence

TEMPLATE = Path(__file__).with_name("chat.html")
TEXT = (
    "again answer apple april around asked basket before behind between bicycle bridge bright brother candle "
    "carpet cellar chance cherry clever corner cotton cousin during earlier eleven evening family farther "
    "finger forest friday friend garden gentle harbour hardly honest island january kettle kitchen ladder "
    "letter little market matter message middle minute monday morning mother needle number october orange "
    "paper pencil people picture pocket potato quarter question quiet rabbit railway really river sandwich "
    "saturday second shoulder sister slowly somebody station summer sunday supper table thirty thursday "
    "ticket together tomorrow tuesday twelve uncle village waiting walking "
    "water weather wednesday window winter"
)
WORDS = TEXT.split()
SHORT = ("ok", "yes", "no", "ok", "hm", "fine")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
KNOWN = (
    "header chips input quiet typing gif spin hover wallpaper gradient smooth lazy late contacts dark phone "
    "from-top photos repeated tall identical uneven tardy"
)
TRAITS = frozenset(KNOWN.split())


@dataclass(frozen=True)
class Chat:
    """What the page is to be.

    Attributes:
        traits: of ``TRAITS``; each is one class of the page's body.
        count: how many messages.
        seed: of texts, sizes and pictures.
    """

    traits: tuple[str, ...] = ("header", "input")
    count: int = 110
    seed: int = 1

    def __post_init__(self) -> None:
        unknown = set(self.traits) - TRAITS
        if unknown:
            raise ValueError(f"no such trait: {unknown}")


def messages(chat: Chat) -> list[dict[str, object]]:
    """Return the messages, oldest first; number ``id`` is the place in the list."""
    chance = random.Random(chat.seed)  # noqa: S311 - the same chat each time
    made = []
    for number in range(chat.count):
        one: dict[str, object] = {"id": number, "own": chance.random() < 0.42, "text": _text(chance, chat)}
        one["time"] = f"{8 + number * 3 // 60 % 14:02d}:{number * 3 % 60:02d}"
        if number % 14 == 0:
            one["day"] = f"{DAYS[number // 14 % 7]}, {1 + number // 14} November"
        size, photo = _picture(chance, chat, number)
        if size:
            one |= {"size": size, "photo": photo, "text": "" if chance.random() < 0.5 else one["text"]}
        made.append(one)
    return made


def _text(chance: random.Random, chat: Chat) -> str:
    if "identical" in chat.traits and chance.random() < 0.45:
        return chance.choice(SHORT)
    text = " ".join(chance.choices(WORDS, k=chance.choice((2, 4, 5, 8, 12, 17, 26))))
    return text[0].upper() + text[1:] + chance.choice((".", "?", "!", "..."))


def _picture(chance: random.Random, chat: Chat, number: int) -> tuple[list[int] | None, int]:
    """Return size and seed of the picture in a message, if there is one in it."""
    width = 260 if "phone" in chat.traits else 300
    if "tall" in chat.traits and number % 29 == 13:
        return [width, 1500], 7
    if "repeated" in chat.traits and number % 6 == 2:
        return [width, 190], 3 + number // 6 % 2
    if "photos" in chat.traits and number % 9 == 4:
        return [width, chance.choice((150, 200, 240))], 100 + number
    return None, 0


def write_page(folder: Path, chat: Chat) -> Path:
    """Return the page, written into the folder."""
    whole = TEMPLATE.read_text(encoding="utf-8")
    for mark, value in (
        ('"TRAITS-HERE"', list(chat.traits)),
        ('"MESSAGES-HERE"', messages(chat)),
        ('"PICTURE-HERE"', _moving_picture()),
    ):
        whole = whole.replace(mark, json.dumps(value))
    whole = whole.replace("WALLPAPER", f"url({_wallpaper()})")
    path = folder / f"chat-{chat.seed}-{'-'.join(chat.traits)[:80]}.html"
    path.write_text(whole, encoding="utf-8")
    return path


def _moving_picture() -> str:
    """Return an animated GIF as a data address: a hand that turns."""
    frames = []
    for step in range(8):
        frame = Image.new("RGB", (32, 32), "#6a7fa0")
        ImageDraw.Draw(frame).pieslice((4, 4, 28, 28), step * 45, step * 45 + 90, fill="#ffe08a")
        frames.append(frame)
    return _address(frames, "gif", save_all=True, append_images=frames[1:], duration=130, loop=0)


def _wallpaper(period: int = 93) -> str:
    """Return a tile of small shapes as a data address."""
    chance = random.Random(5)  # noqa: S311 - the same tile each time
    tile = Image.new("RGB", (period, period), "#e5ddd0")
    paint = ImageDraw.Draw(tile)
    for _ in range(16):
        x, y, r = chance.randrange(period), chance.randrange(period), chance.randrange(3, 9)
        paint.ellipse((x, y, x + r, y + r), outline=f"#{chance.randrange(0xB0, 0xD0):02x}b5a8")
    return _address([tile], "png")


def _address(frames: Sequence[Image.Image], kind: str, **options: object) -> str:
    held = io.BytesIO()
    frames[0].save(held, kind, **options)
    return f"data:image/{kind};base64,{base64.b64encode(held.getvalue()).decode()}"
