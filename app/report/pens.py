# SPDX-License-Identifier: MIT
"""What draws. The same pages are laid out twice: once to learn the page numbers, once on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from app.model import Original, Rect
    from app.report.text import Line

PAGE_WIDTH = 595.28  # A4, points. Source: ISO 216
PAGE_HEIGHT = 841.89


class Pen(Protocol):
    """Draws on one page after another; ``y`` is measured down from the top edge, in points."""

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Draw a line of text."""
        ...

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, width: float, colour: str) -> None:
        """Draw a straight line."""
        ...

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle."""
        ...

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        line: float,
        colour: str,
        is_dashed: bool = False,
    ) -> None:
        """Draw the outline of a rectangle."""
        ...

    def picture(self, original: Original, x: float, y: float, width: float, height: float) -> None:
        """Draw an original, its pixels unchanged."""
        ...

    def part(self, original: Original, rect: Rect, x: float, y: float, width: float) -> None:
        """Draw what lies in a rectangle of an original so wide, its pixels unchanged."""
        ...

    def bookmark(self, title: str, level: int) -> None:
        """Let the outline of the document lead to this page."""
        ...

    def end_page(self) -> None:
        """Finish the page."""
        ...


class BlankPen:
    """Draws nothing and counts words, to learn where everything will stand."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.words = 0

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Count the words of the line."""
        del x, baseline
        self.words += len(line.text.split())

    def rule(self, x: float, y: float, to_x: float, to_y: float, *, width: float, colour: str) -> None:
        """Draw nothing."""

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Draw nothing."""

    def frame(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        line: float,
        colour: str,
        is_dashed: bool = False,
    ) -> None:
        """Draw nothing."""

    def picture(self, original: Original, x: float, y: float, width: float, height: float) -> None:
        """Draw nothing."""

    def part(self, original: Original, rect: Rect, x: float, y: float, width: float) -> None:
        """Draw nothing."""

    def bookmark(self, title: str, level: int) -> None:
        """Note nothing."""

    def end_page(self) -> None:
        """Finish nothing."""
