# SPDX-License-Identifier: MIT
"""Drawn captures of chats, mails and receipts with planted words whose places are known; all from a seed.

Nothing is tuned on seeds from 20,000 on.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from tests.fakes.chats.page import WORDS
from tests.fakes.panels.setting import Setting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.identify.values import Box
    from tests.fakes.panels.ink import Canvas, Colour

ONSETS = (
    "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "pl", "qu", "r", "s",
    "sh", "st", "t", "th", "tr", "v", "w", "y", "z",
)  # fmt: skip
VOWELS = ("a", "e", "i", "o", "u", "ai", "ea", "oo", "ou", "ie")
CODAS = ("", "", "", "l", "ll", "m", "n", "nd", "r", "rn", "s", "st", "t", "x", "ck", "ng")
NAMES = (
    "Amélie", "Sofia", "Jess", "Katya", "Bella", "Lena", "Marisol", "Chloé", "Nina", "Yasmine", "Emily",
    "Ivy", "Zoltán", "Jürgen", "Óscar", "Ikechukwu", "Philippe", "Illya", "Bryony", "Fatou", "Kwame", "Thuy",
)  # fmt: skip
LAST = (
    "Laurent", "Moretti", "Walker", "Orlova", "Fischer", "Vogel", "Rossi", "Iljina", "Okafor", "Diallo",
    "Nguyen", "Murphy", "Kowalczyk", "Illingworth", "Sørensen", "García", "Lloyd", "Wójcik", "Ouattara",
    "Mbeki",
)  # fmt: skip
SIGNS = ("£", "$", "€", "")
BUBBLES: tuple[tuple[Colour, Colour], ...] = (
    ((233, 235, 239), (20, 24, 28)), ((0, 132, 255), (255, 255, 255)), ((220, 248, 198), (17, 27, 33)),
    ((55, 58, 64), (235, 235, 235)), ((124, 58, 237), (255, 255, 255)),
)  # fmt: skip


@dataclass(frozen=True)
class Planted:
    """Something to be found again: as a person would type it, and the pieces it was drawn in."""

    kind: str
    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Capture:
    """A picture and what was planted in it."""

    image: Image.Image
    layout: str
    scale: float
    seed: int
    planted: tuple[Planted, ...]


@dataclass
class Desk:
    """What one capture is drawn with."""

    setting: Setting
    random: Random
    canvas: Canvas
    size: float
    wanted: list[tuple[str, str]]
    planted: list[Planted] = field(default_factory=list)

    @property
    def line(self) -> float:
        """Height of a line."""
        return self.size * 1.4

    def said(self, words: int) -> list[str]:
        """Return words, now and then with one of those to plant among them; it is never divided by others."""
        said = self.random.choices(WORDS, k=words)
        if self.wanted and self.random.random() < 0.5:
            said.insert(self.random.randrange(len(said) + 1), self.wanted[0][1])
        return said

    def write(self, at: tuple[float, float], words: Sequence[str], width: float, ink: Colour) -> float:
        """Write words within a width, line after line; return where the next line begins."""
        x, y = at
        gap = self.canvas.width_of(" ", self.size)
        for word in words:
            pieces, boxes = word.split(" "), []
            for piece in pieces:
                wide = self.canvas.width_of(piece, self.size)
                if x > at[0] and x + wide > at[0] + width:
                    x, y = at[0], y + self.line
                boxes.append(self.canvas.text((x, y), piece, self.size, ink))
                x += wide + gap
            self._note(word, tuple(boxes))
        return y + self.line

    def _note(self, word: str, boxes: tuple[Box, ...]) -> None:
        if self.wanted and word == self.wanted[0][1]:
            self.planted.append(Planted(*self.wanted.pop(0), boxes))


def capture(seed: int) -> Capture:
    """Return the capture of a seed: one layout, face, size, scale, light or dark, and up to four plants."""
    setting, random = Setting.of(seed), Random(f"capture {seed}")  # noqa: S311
    name = list(LAYOUTS)[seed % len(LAYOUTS)]
    width, height = random.choice([(420, 560), (520, 480), (640, 420), (700, 520)])
    wanted = [(kind, make(random)) for kind, make in KINDS.items()]
    random.shuffle(wanted)
    size = random.choice([11, 12, 12, 13, 13, 14, 15, 16])
    desk = Desk(setting, random, setting.canvas(width, height), size, wanted)
    LAYOUTS[name](desk, width, height)
    image = desk.canvas.image if random.random() < 0.8 else compressed(desk.canvas.image, random)
    return Capture(image, name, setting.scale, seed, tuple(desk.planted))


def compressed(image: Image.Image, random: Random) -> Image.Image:
    """Return the picture as it comes out of an app that saves room."""
    room = io.BytesIO()
    image.save(room, "JPEG", quality=random.choice([60, 70, 80, 90]))
    return Image.open(room).convert("RGB")


def word(random: Random) -> str:
    """Return a word of 4 to 12 letters that nobody has used."""
    wanted, text = random.randint(4, 12), ""
    while len(text) < wanted:
        text += random.choice(ONSETS) + random.choice(VOWELS) + random.choice(CODAS)
    text = text[:wanted]
    chance = random.random()
    return text.upper() if chance < 0.08 else text.capitalize() if chance < 0.3 else text


def name(random: Random) -> str:
    """Return a first and a last name."""
    number = random.choice(["", "", str(random.randint(1, 99))])
    return f"{random.choice(NAMES)} {random.choice(LAST)}{number}"


def money(random: Random) -> str:
    """Return a sum, in one of the ways in which they are written."""
    pounds, pence = random.randint(100, 99_999), random.randint(0, 99)
    written = random.choice([f"{pounds}", f"{pounds:,}", f"{pounds:,}.{pence:02d}", f"{pounds}.{pence:02d}"])
    return random.choice(SIGNS) + written


def number(random: Random) -> str:
    """Return a number of a transfer, of an account or of a phone."""
    digits = "".join(random.choices("0123456789", k=11))
    forms = (
        f"{digits[:3]} {digits[3:6]} {digits[6:10]}",
        digits[:10],
        digits[:8],
        f"+44 7{digits[:3]} {digits[3:9]}",
        f"{digits[:2]}-{digits[2:4]}-{digits[4:6]}",
        f"0{digits[:10]}",
    )
    return random.choice(forms)


KINDS: dict[str, Callable[[Random], str]] = {"word": word, "name": name, "sum": money, "number": number}


def _chat(desk: Desk, width: float, height: float) -> None:
    """Bubbles on both sides, times under them."""
    y = 12.0
    while y < height - 4 * desk.line:
        is_ours = desk.random.random() < 0.4
        fill, ink = desk.random.choice(BUBBLES)
        wide = desk.random.uniform(0.45, 0.7) * width
        left = width - wide - 14 if is_ours else 14.0
        said = desk.said(desk.random.randint(2, 14))
        rows = 1 + int(sum(desk.canvas.width_of(f"{one} ", desk.size) for one in said) // (wide - 30))
        if y + (rows + 3) * desk.line > height:
            return
        desk.canvas.rect((left, y, left + wide, y + (rows + 0.9) * desk.line), fill, 9)
        end = desk.write((left + 9, y + desk.line * 0.3), said, wide - 18, ink)
        time = f"{desk.random.randint(0, 23):02d}:{desk.random.randint(0, 59):02d}"
        desk.canvas.text((left + 4, max(end, y + (rows + 0.9) * desk.line) + 2), time, 10, desk.setting.quiet)
        y = max(end, y + (rows + 0.9) * desk.line) + desk.line * 1.4


def _beside(desk: Desk, width: float, height: float) -> None:
    """A list of people on the left and what was said on the right."""
    y, side = 14.0, width * 0.34
    while y < height - 4 * desk.line:
        desk.canvas.disc((24, y + desk.line), 13, desk.setting.blue)
        under = desk.write((44, y), desk.said(1)[:2], side - 50, desk.setting.ink)
        desk.canvas.text((44, under), " ".join(desk.random.choices(WORDS, k=2)), 10, desk.setting.quiet)
        said = desk.said(desk.random.randint(3, 9))
        end = desk.write((side + 12, y), said, width - side - 24, desk.setting.ink)
        y = max(end, under + desk.line) + desk.line * 0.8


def _page(desk: Desk, width: float, height: float) -> None:
    """Paragraphs as in a mail."""
    y = desk.write((20, 14), [*desk.said(4)], width - 40, desk.setting.blue) + 8
    while y < height - 4 * desk.line:
        y = desk.write((20, y), desk.said(desk.random.randint(8, 22)), width - 40, desk.setting.ink)
        y += desk.line * desk.random.choice([0.4, 0.8])


def _receipt(desk: Desk, width: float, height: float) -> None:
    """Rows of a label and what it means."""
    y = 16.0
    while y < height - 2 * desk.line:
        label = " ".join(desk.random.choices(WORDS, k=2)).capitalize()
        desk.canvas.text((18, y), label, desk.size, desk.setting.quiet)
        said = desk.said(desk.random.randint(1, 3))
        y = desk.write((width * 0.42, y), said, width * 0.55, desk.setting.ink)
        y += desk.line * 0.5


LAYOUTS: dict[str, Callable[[Desk, float, float], None]] = {
    "chat": _chat,
    "beside": _beside,
    "page": _page,
    "receipt": _receipt,
}
