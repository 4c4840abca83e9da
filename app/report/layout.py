# SPDX-License-Identifier: MIT
"""The page frame and the few shapes that every page is made of.

Source: the project's report design, section 1: A4, margins 57, 40, 58 and 46 pt, one column of 498 pt.
"""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from app.hashing import grouped
from app.report.fonts import NO_BREAK
from app.report.pens import PAGE_HEIGHT, PAGE_WIDTH, Tag
from app.report.text import (
    BODY,
    H1,
    H2,
    RULE,
    SMALL,
    SMALL_BOLD,
    SMALL_GREY,
    SMALL_MONO,
    Line,
    Span,
    Style,
    one_line,
    wrap,
)
from app.report.used_in import uses_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from app.report.dossier import Dossier
    from app.report.pens import Pen
    from app.report.used_in import Use
    from app.report.writer import Filling, Writer

LEFT = 57.0
RIGHT = PAGE_WIDTH - 40
TOP = 58.0
BOTTOM = PAGE_HEIGHT - 46
FIRST_BOTTOM = PAGE_HEIGHT - 30  # page 1 has no footer
WIDTH = RIGHT - LEFT
HALF = 241.0
SECOND_HALF = RIGHT - HALF

# Elements that hold text themselves; in any other, text is a paragraph. Source: ISO 32000-1, 14.8.4
HOLDS_TEXT = frozenset({"P", "H1", "H2", "Lbl", "LBody", "TH", "TD"})

_HEADER_BASELINE = 34.0
_HEADER_RULE = 40.0
_FOOTER_BASELINE = PAGE_HEIGHT - 24
HAIRLINE = 0.5


class Sheet:
    """One page after another; ``y`` is how far down the next thing goes.

    Attributes:
        pages: page numbers by name, filled in while laying out; read from ``known`` while drawing.
    """

    def __init__(self, pen: Pen, writer: Writer, dossier: Dossier, known: Mapping[str, int]) -> None:
        """Begin before page 1; ``known`` has the page numbers of an earlier pass, or none."""
        self.pen = pen
        self.writer = writer
        self.dossier = dossier
        self.pages: dict[str, int] = {}
        self.number = 0
        self.y = TOP
        self._known = known
        self._inside: list[str] = []
        self._artifacts = 0

    # --- pages ---

    def page_of(self, name: str) -> int:
        """Return the page number of a part; 0 while it is not known yet."""
        return self._known.get(name, 0)

    def page_link(self, name: str, style: Style = BODY) -> Span:
        """Return the page number of a part, which leads there."""
        return Span(str(self.page_of(name)), style, name)

    def begin_page(self, name: str | None = None, *, title: str = "", level: int = 0) -> None:
        """Start a page; with a name it can be referred to, with a title it begins a part in the outline."""
        if title:
            self._end_part()
        if self.number:
            self.pen.end_page()
        self.number += 1
        self.y = 0
        if name:
            self.mark(name)
        self.y = TOP
        if title:
            self.pen.bookmark(title, level)
            self.begin(Tag("Sect", title=title))
        with self.artifact("Header"):
            self._draw_header()
        if self.number > 1:
            with self.artifact("Footer"):
                self._draw_footer()

    def mark(self, name: str) -> None:
        """Let links lead to where the next thing goes, and its page be referred to."""
        self.pages[name] = self.number
        self.pen.place(name, self.y)

    def end(self) -> None:
        """Finish the last page."""
        self._end_part()
        self.pages["total"] = self.number
        self.pen.end_page()

    @property
    def bottom(self) -> float:
        """How far down this page things may go."""
        return BOTTOM if self.number > 1 else FIRST_BOTTOM

    def need(self, height: float) -> bool:
        """Start a new page if so much does not fit on this one; say whether it did."""
        if self.y + height <= self.bottom:
            return False
        self.begin_page()
        return True

    def _draw_header(self) -> None:
        """Draw ref, name of the document, short fingerprint and page number."""
        writer, dossier = self.writer, self.dossier
        ref = f"{writer.clipped(dossier.ref, 24)} v{dossier.version}"
        left = [Span(ref, SMALL_BOLD), Span("    ", SMALL), *writer.say("header.name", SMALL)]
        self.put(LEFT, _HEADER_BASELINE, left)
        short = " ".join(grouped(dossier.short_fingerprint))
        self.put(LEFT + 236, _HEADER_BASELINE, [Span(short, SMALL_MONO)])
        total = self.page_of("total")
        page = writer.say("header.page", SMALL_BOLD, page=self.number, total=total)
        line = one_line(writer.fonts, page)
        self.text(RIGHT - line.width, _HEADER_BASELINE, line)
        self.pen.rule(LEFT, _HEADER_RULE, RIGHT, _HEADER_RULE, width=HAIRLINE, colour=RULE)

    def _draw_footer(self) -> None:
        """Draw what every page but the first says at its foot."""
        case = self.dossier.case
        name = (
            self.writer.clipped(case.name, 24).rstrip(".")
            if case.name
            else self.writer.plain("footer.person")
        )
        self.put(LEFT, _FOOTER_BASELINE, self.writer.say("footer.given", SMALL_GREY, name=name))

    @cached_property
    def uses(self) -> dict[str, tuple[Use, ...]]:
        """Where each exhibit is named, worked out once."""
        return uses_of(self.dossier)

    # --- structure ---

    def tagged(self, kind: str, **said: Any) -> AbstractContextManager[None]:
        """What is drawn inside belongs to a structure element; ``said`` are further fields of ``Tag``.

        In an artifact there are no elements.
        """
        return nullcontext() if self._artifacts else _Element(self, Tag(kind, **said) if said else _tag(kind))

    def begin(self, tag: Tag) -> None:
        """Open a structure element."""
        self.pen.open(tag)
        self._inside.append(tag.kind)

    def close(self) -> None:
        """Close the structure element that was opened last."""
        self._inside.pop()
        self.pen.close()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is no content: it comes again, or only decorates."""
        self._artifacts += 1
        self.pen.artifact(is_on=True, kind=kind)
        try:
            yield
        finally:
            self._artifacts -= 1
            self.pen.artifact(is_on=False)

    @property
    def inside(self) -> str:
        """Kind of the innermost element that is open; empty if none is."""
        return self._inside[-1] if self._inside else ""

    def holding_text(self, kind: str = "P") -> AbstractContextManager[None]:
        """Text drawn inside belongs to the open element if that may hold text, else to a new one."""
        return nullcontext() if self.inside in HOLDS_TEXT else self.tagged(kind)

    def _end_part(self) -> None:
        """Close the element of the part that is open."""
        if self._inside:
            self.close()

    # --- text ---

    def text(self, x: float, baseline: float, line: Line) -> None:
        """Draw a line at a place of its own; a paragraph, unless an element that holds text is open."""
        with self.holding_text():
            self.pen.text(x, baseline, line)

    def put(self, x: float, baseline: float, spans: Sequence[Span]) -> Line:
        """Draw spans as one line at a place of its own."""
        line = one_line(self.writer.fonts, spans)
        self.text(x, baseline, line)
        return line

    def lines(self, lines: Sequence[Line], x: float = LEFT, *, kind: str = "P") -> None:
        """Draw lines one below the other from ``y`` on, over as many pages as it takes, as one element."""
        with self.holding_text(kind):
            for line in lines:
                self.need(line.leading)
                self.pen.text(x, self.y + ascent(line), line)
                self.y += line.leading

    def paragraph(
        self,
        spans: Sequence[Span],
        *,
        x: float = LEFT,
        width: float = WIDTH,
        after: float = 0,
        most: int = 0,
        kind: str = "P",
    ) -> None:
        """Draw spans as a paragraph, or as a heading of some kind."""
        self.lines(wrap(self.writer.fonts, spans, width, at_most=most or None), x, kind=kind)
        self.y += after

    def words(self, text: str, style: Style = BODY) -> None:
        """Draw stored words, their own line ends kept."""
        for part in text.splitlines():
            self.paragraph(self.writer.own(part, style), after=3)

    def title(self, key: str, lead: Sequence[Span] = (), **fields: Filling) -> None:
        """Draw the title of a page and the sentence below it."""
        self.y = TOP + 2
        self.paragraph(self.writer.say(key, H1, **fields), after=2, kind="H1")
        if lead:
            self.paragraph(lead, after=6)

    def heading(
        self,
        spans: Sequence[Span],
        *,
        before: float = 13,
        after: float = 3,
        keep: float = 60,
        name: str = "",
    ) -> None:
        """Draw a heading that keeps some room below it on the same page.

        With a name it is in the outline, below its part, and can be led to.
        """
        self.y += before
        if self.need(H2.leading + keep):
            self.y += 2
        if name:
            self.mark(name)
            self.pen.bookmark("".join(span.text for span in spans).replace(NO_BREAK, " "), 1)
        self.paragraph(spans, after=after, kind="H2")


class _Element:
    """A structure element of a sheet, open inside ``with``; there are dozens on a page."""

    __slots__ = ("_sheet", "_tag")

    def __init__(self, sheet: Sheet, tag: Tag) -> None:
        self._sheet = sheet
        self._tag = tag

    def __enter__(self) -> None:
        self._sheet.begin(self._tag)

    def __exit__(self, *raised: object) -> None:
        self._sheet.close()


_tag = cache(Tag)  # of a bare kind


def ascent(line: Line) -> float:
    """Return how far below the top of a line its baseline is."""
    size = max([piece.size for piece in line.pieces], default=10.5)
    return (line.leading + size * 0.7) / 2
