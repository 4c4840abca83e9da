# SPDX-License-Identifier: MIT
"""What draws. The same pages are laid out twice: once to learn the page numbers, once on paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from typing_extensions import override

if TYPE_CHECKING:
    from app.model import Original, Rect
    from app.report.text import Line

PAGE_WIDTH = 595.28  # A4, points. Source: ISO 216
PAGE_HEIGHT = 841.89


@dataclass(frozen=True, slots=True)
class Tag:
    """A structure element: what a screen reader is told of what is drawn inside it.

    Source: ISO 32000-1, 14.8.4 (standard structure types), 14.9.3 (alternate descriptions).

    Attributes:
        kind: ``Sect H1 H2 P Table TR TH TD L LI Lbl LBody Figure Link``.
        title: of a Sect.
        alt: what a Figure shows, or where a Link leads, in words.
        scope: of a TH: ``Column`` or ``Row``.
        columns, rows: how many a TH or TD spans.
    """

    kind: str
    title: str = ""
    alt: str = ""
    scope: str = ""
    columns: int = 1
    rows: int = 1


class Pen(Protocol):
    """Draws on one page after another; ``y`` is measured down from the top edge, in points.

    Text belongs to the structure element that is open, on whatever page it is drawn; lines, areas and frames
    are artifacts, unless a Figure is open. What is drawn between ``artifact`` and its end, or with no element
    open, is an artifact: headers, footers, headings that come again.
    """

    def open(self, tag: Tag) -> None:
        """Begin a structure element inside the one that is open; it may run over several pages."""
        ...

    def close(self) -> None:
        """End the structure element begun last."""
        ...

    def artifact(self, *, is_on: bool, kind: str = "") -> None:
        """What follows belongs to no element, until this is turned off again; it may be nested.

        ``kind`` is ``Header`` or ``Footer`` of what comes again on every page. Source: ISO 14289-1, 7.8.
        """
        ...

    def place(self, name: str, y: float) -> None:
        """Let links lead here: to this height of this page."""
        ...

    def link(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Let what was drawn in a rectangle lead to a place; a Link element is open."""
        ...

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


class PassingPen:
    """Passes everything on to another pen, but for what a kind of it does by itself."""

    def __init__(self, pen: Pen) -> None:
        """Keep what draws."""
        self._pen = pen
        self._artifacts = 0

    @property
    def pen(self) -> Pen:
        """This one, as what draws; whatever it lacks the other one does."""
        return cast("Pen", self)

    def __getattr__(self, name: str) -> object:
        """Return what else the other pen can do; this is called once for each thing that it does."""
        found = getattr(self._pen, name)
        if callable(found):
            setattr(self, name, found)
        return found

    def artifact(self, *, is_on: bool, kind: str = "") -> None:
        """Know that what follows is no content."""
        self._artifacts += 1 if is_on else -1
        self._pen.artifact(is_on=is_on, kind=kind)


class BlankPen:
    """Draws nothing, to learn where everything will stand."""

    def open(self, tag: Tag) -> None:
        """Note nothing."""

    def close(self) -> None:
        """Note nothing."""

    def artifact(self, *, is_on: bool, kind: str = "") -> None:
        """Note nothing."""

    def place(self, name: str, y: float) -> None:
        """Note nothing."""

    def link(self, name: str, x: float, y: float, width: float, height: float) -> None:
        """Draw nothing."""

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Draw nothing."""

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


class CountingPen(BlankPen):
    """Draws nothing and counts words."""

    def __init__(self) -> None:
        """Start with nothing counted."""
        self.words = 0

    @override
    def text(self, x: float, baseline: float, line: Line) -> None:
        """Count the words of the line."""
        self.words += len(line.text.split())
