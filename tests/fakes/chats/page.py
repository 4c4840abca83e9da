# SPDX-License-Identifier: MIT
"""The whole conversation as one tall picture, and which row of it is which."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from tests.fakes.chats import ink

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tests.fakes.chats.ink import Pixels

MOST_ROWS = 1 << 14  # of one message
TALK = (
    "hi are you there I have seen it and will send this to your family all friends tonight with a card "
    "please do not answer now or else we can talk later maybe tomorrow what is your name again from where "
    "school work photo video call phone number because nobody knows how long until Friday morning already "
    "waiting money send back never always quickly street house garden window summer holiday beach music "
    "listen play game level weekend train station ticket early late coffee lunch dinner cooking recipe "
    "sister brother mother father grandmother birthday present 14:30 250 really? yes! no. ok, thanks, wow"
)
WORDS = TALK.split()
HANDS = WORDS + [one.capitalize() for one in WORDS[:60]]


@dataclass(frozen=True, slots=True)
class Skin:
    """How a chat looks. Lengths are in pixels of the frame."""

    size: int = 15
    paper: int = 0xFFFFFF
    theirs: int = 0xE9EBEF
    ours: int = 0x1D6FE0
    letter: int = 0x14181C
    our_letter: int = 0xFFFFFF
    faint: int = 0x7A828A
    script: str = ink.LATIN
    is_fringed: bool = False
    is_gradient: bool = False
    has_bubbles: bool = True

    @property
    def line(self) -> int:
        """Height of a line."""
        return ink.line_height(self.size)


@dataclass(frozen=True, slots=True)
class Message:
    """One thing in the conversation.

    Attributes:
        number: stays with it whatever is loaded before it; below 0 for what is loaded later.
        is_ours: on the right.
        words: what it says; of a picture nothing.
        picture: seed, width and height; ``None`` for text.
        note: the small line under it, such as the time.
        face: seed of the avatar; ``None`` for none.
        is_note: a line in the middle: a date.
        moves: the avatar, or the picture, is animated.
    """

    number: int
    is_ours: bool = False
    words: tuple[str, ...] = ()
    picture: tuple[int, int, int] | None = None
    note: str = ""
    face: int | None = None
    is_note: bool = False
    moves: bool = False


@dataclass(frozen=True, eq=False)
class Page:
    """The conversation drawn at one width.

    Attributes:
        pixels: tagged pixels, one row of them a row of the page.
        ids: of each row a number that no other row has; the same row has it on every page.
        spans: the rows of each message: first, and one past the last.
        movers: what moves on its own: row, column, height, width, seed.
        wordy: rows of messages in words that differ from the row above.
    """

    pixels: Pixels
    ids: NDArray[np.int64]
    spans: tuple[tuple[int, int], ...]
    movers: tuple[tuple[int, int, int, int, int], ...]
    wordy: NDArray[np.bool_]

    @cached_property
    def looks(self) -> NDArray[np.uint64]:
        """Of each row a number that rows of equal pixels share."""
        weights = np.random.default_rng(99).integers(1, 1 << 32, (2, self.pixels.shape[1]), dtype=np.uint32)
        high, low = (np.einsum("hw,w->h", self.pixels, one | 1).astype(np.uint64) for one in weights)
        return high << np.uint64(32) | low

    @property
    def height(self) -> int:
        """Rows in all."""
        return len(self.ids)


def draw(messages: Sequence[Message], width: int, skin: Skin) -> Page:
    """Return the page of the messages."""
    blocks, ids, spans, movers, wordy, top = [], [], [], [], [], 0
    for message in messages:
        block, mover = _block(replace(message, number=0), width, skin)
        blocks.append(block)
        version = 0 if message.picture is None else message.picture[2]
        first = (message.number * 4 + bool(version) + (version > skin.line * 4)) * MOST_ROWS
        ids.append(first + np.arange(len(block), dtype=np.int64))
        spans.append((top, top + len(block)))
        wordy.append(np.full(len(block), message.picture is None))
        if mover is not None:
            movers.append((mover[0] + top, *mover[1:]))
        top += len(block)
    pixels, in_words = np.concatenate(blocks), np.concatenate(wordy)
    in_words[1:] &= (pixels[1:] != pixels[:-1]).any(axis=1)
    return Page(pixels, np.concatenate(ids), tuple(spans), tuple(movers), in_words)


@lru_cache(maxsize=512)
def _block(message: Message, width: int, skin: Skin) -> tuple[Pixels, tuple[int, int, int, int, int] | None]:
    unit = skin.size
    if message.is_note:
        return _note(message, width, skin), None
    side = unit * 5 // 2
    edge = unit + (side + unit // 2 if message.face is not None else 0)
    lines = _wrapped(message.words, (width - edge) * 7 // 10, skin)
    wide, tall = _extent(message, lines, skin)
    under = skin.line if message.note else 0
    block = np.full((tall + under + unit // 2 + 2, width), skin.paper | ink.PAPER, dtype=np.uint32)
    left = width - unit - wide if message.is_ours else edge
    mover = None
    if message.picture is not None:
        seed = message.picture[0]
        block[1 : 1 + tall, left : left + wide] = ink.photo(seed, wide, tall)
        mover = (1, left, tall, wide, seed) if message.moves else None
    else:
        _bubble(block, (1, left, tall, wide), lines, message.is_ours, skin)
    if message.face is not None and not message.is_ours:
        block[1 : 1 + side, unit // 2 : unit // 2 + side] = ink.face(
            message.face, side, skin.paper | ink.PAPER
        )[: len(block) - 1]
        if message.moves and mover is None:
            mover = (1, unit // 2, min(side, len(block) - 1), side, message.face)
    if message.note:
        ink.text(block, 1 + tall, left, message.note, unit * 3 // 4, skin.faint, skin.paper | ink.PAPER)
    return block, mover


def _extent(message: Message, lines: tuple[tuple[str, ...], ...], skin: Skin) -> tuple[int, int]:
    """Return width and height of the bubble or the picture."""
    if message.picture is not None:
        return message.picture[1], message.picture[2]
    pad = skin.size // 2 if skin.has_bubbles else 2
    wide = max(_width(line, skin) for line in lines) + 2 * pad
    low = skin.size * 5 // 2 if message.face is not None and skin.has_bubbles else 0
    return wide, max(len(lines) * skin.line + 2 * (pad * 2 // 3), low)


def _bubble(
    block: Pixels,
    box: tuple[int, int, int, int],
    lines: tuple[tuple[str, ...], ...],
    is_ours: bool,
    skin: Skin,
) -> None:
    top, left, tall, wide = box
    paper = skin.paper | ink.PAPER
    fill = (ink.OWN if skin.is_gradient else skin.ours) if is_ours else skin.theirs
    pad = skin.size // 2 if skin.has_bubbles else 2
    if skin.has_bubbles:
        ink.rounded(block, (top, left, tall, wide), skin.size, fill, paper)
    else:
        fill = paper
    colour = skin.our_letter if is_ours and skin.has_bubbles else skin.letter
    write = ink.fringed if skin.is_fringed and not fill & ink.OWN else ink.paste
    for row, line in enumerate(lines):
        at = left + pad
        if skin.script == ink.MIRRORED:
            at = left + wide - pad - _width(line, skin)
        for text in line:
            drawn = ink.word(text, skin.size, skin.script)
            write(block, top + pad * 2 // 3 + row * skin.line, at, drawn, colour, fill)
            at += drawn.shape[1] + _space(skin)


def _note(message: Message, width: int, skin: Skin) -> Pixels:
    block = np.full((skin.line + skin.size, width), skin.paper | ink.PAPER, dtype=np.uint32)
    wide = sum(ink.word(one, skin.size).shape[1] + skin.size // 4 for one in message.words)
    ink.text(
        block,
        skin.size // 2,
        (width - wide) // 2,
        " ".join(message.words),
        skin.size,
        skin.faint,
        skin.paper | ink.PAPER,
    )
    return block


def _space(skin: Skin) -> int:
    return 0 if skin.script == ink.DENSE else skin.size // 4


def _width(line: tuple[str, ...], skin: Skin) -> int:
    return sum(ink.word(one, skin.size, skin.script).shape[1] + _space(skin) for one in line) - _space(skin)


def _wrapped(words: tuple[str, ...], width: int, skin: Skin) -> tuple[tuple[str, ...], ...]:
    lines: list[tuple[str, ...]] = [()]
    for one in words:
        if lines[-1] and _width((*lines[-1], one), skin) > width:
            lines.append(())
        lines[-1] = (*lines[-1], one)
    return tuple(lines)
