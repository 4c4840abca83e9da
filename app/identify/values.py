# SPDX-License-Identifier: MIT
"""What looking for an identifier in a picture hands on: boxes, lines, readings, proposals.

Pixels are those of the original, upright; a box is half-open. A proposal only proposes: the person keeps it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a proposal is, beside the kinds of payment references that ``extract`` names."""

    IDENTIFIER = "identifier"
    DISPLAY_NAME = "display_name"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a picture, in pixels: right and bottom are the first that do not belong to it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width_px(self) -> int:
        """How wide it is."""
        return self.right - self.left

    @property
    def height_px(self) -> int:
        """How high it is."""
        return self.bottom - self.top

    def moved(self, right: int, down: int) -> Box:
        """Return the box moved by this many pixels."""
        return Box(self.left + right, self.top + down, self.right + right, self.bottom + down)

    def joined(self, other: Box) -> Box:
        """Return the smallest box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class TextLine:
    """Where one line of text stands, before it is read.

    Attributes:
        box: tight round its ink.
        is_blue: whether its ink is blue on a ground that is not.
    """

    box: Box
    is_blue: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """One character that a reading cannot settle.

    Attributes:
        index: its place in the text, from 0.
        options: what it may be, what was read first.
    """

    index: int
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One line as it was read, twice.

    Attributes:
        text: the first reading.
        confidence: of its least certain character, 0 to 1.
        doubts: look-alikes, and places where the two readings differ, in order.
        has_agreed: whether both readings are the same, letter for letter.
        edges: where each character begins, as a share (0 to 1) of the line's width; as long as the text.
    """

    text: str
    confidence: float
    doubts: tuple[Doubt, ...] = ()
    has_agreed: bool = True
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something in a picture that may be an identifier.

    Attributes:
        platform: id of the platform (``resources/platforms``), or None if it belongs to none.
        kind: ``Kind`` or a kind of ``extract``, such as ``iban``.
        value: the text, normalised as the platform says.
        box: where the value stands.
        confidence: 0 to 1; nothing below 0.6 is proposed.
        doubts: characters of ``value`` to look at twice.
        label: the word beside it that decided, as read; None if its own form did.
        name: the name anyone can change that stands with it; None if there is none.
        name_box: where that name stands.
        has_checksum: whether its own checksum is right, so that no character of it can be misread.
    """

    platform: str | None
    kind: str
    value: str
    box: Box
    confidence: float
    doubts: tuple[Doubt, ...] = ()
    label: str | None = None
    name: str | None = None
    name_box: Box | None = None
    has_checksum: bool = False
