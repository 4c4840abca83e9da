# SPDX-License-Identifier: MIT
"""A pen that keeps the tree of what is drawn, as a screen reader would walk it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.report.build import page_numbers
from app.report.layout import Sheet
from app.report.linking import LinkingPen
from app.report.page1 import draw_page1, fitting_limits
from app.report.pens import BlankPen, Tag
from app.report.sections import draw_sections
from app.report.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Node:
    """An element with what is in it, in order: elements, and texts."""

    tag: Tag
    page: int
    kids: list[Node | str] = field(default_factory=list)
    leads_to: list[str] = field(default_factory=list)
    strokes: int = 0  # areas, frames, rules and pictures in it

    @property
    def text(self) -> str:
        """Everything said in it, in order."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def spoken(self) -> str:
        """What is read aloud: a figure by its alternative."""
        if self.tag.kind == "Figure":
            return f"[{self.tag.alt}] "
        return "".join(kid if isinstance(kid, str) else kid.spoken for kid in self.kids)

    @property
    def elements(self) -> list[Node]:
        """The elements right below it."""
        return [kid for kid in self.kids if isinstance(kid, Node)]

    def walk(self) -> Iterator[Node]:
        """Yield it and every element below it, in order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def all(self, *kinds: str) -> list[Node]:
        """Return every element below it that is of one of some kinds."""
        return [node for node in self.walk() if node.tag.kind in kinds]


class TreePen(BlankPen):
    """Builds the tree; refuses what no reader could make sense of."""

    def __init__(self) -> None:
        """Begin with a document that has nothing in it."""
        super().__init__()
        self.root = Node(Tag("Document"), 1)
        self.beside: list[str] = []  # texts that are artifacts
        self.places: dict[str, int] = {}
        self.marks: list[tuple[str, int, int]] = []
        self.page = 1
        self._open = [self.root]
        self._artifacts = 0

    def open(self, tag: Tag) -> None:
        """Begin an element."""
        assert not self._artifacts, f"{tag} in an artifact"
        node = Node(tag, self.page)
        self._open[-1].kids.append(node)
        self._open.append(node)

    def close(self) -> None:
        """End the last one."""
        self._open.pop()
        assert self._open, "more elements ended than begun"

    def artifact(self, *, is_on: bool, kind: str = "") -> None:
        """Count how deep in artifacts it is."""
        self._artifacts += 1 if is_on else -1

    def text(self, x, baseline, line):
        """Keep the words where they belong."""
        super().text(x, baseline, line)
        said = line.text.replace("\u00a0", " ")
        if self._artifacts:
            self.beside.append(said)
        elif said:
            self._open[-1].kids.append(said)

    def rule(self, *_args, **_kwargs):
        """Count a stroke of a figure."""
        self._stroke()

    def area(self, *_args, **_kwargs):
        """Count a stroke of a figure."""
        self._stroke()

    def frame(self, *_args, **_kwargs):
        """Count a stroke of a figure."""
        self._stroke()

    def picture(self, *_args, **_kwargs):
        """A picture stands in a figure."""
        assert self._open[-1].tag.kind == "Figure"
        self._stroke()

    def part(self, *_args, **_kwargs):
        """So does a part of one."""
        assert self._open[-1].tag.kind == "Figure"
        self._stroke()

    def place(self, name, y):
        """Keep where a place is; there is only one of a name."""
        assert name not in self.places, name
        self.places[name] = self.page

    def link(self, name, x, y, width, height):
        """Keep where a link leads."""
        assert self._open[-1].tag.kind == "Link"
        assert width > 0
        assert height > 0
        self._open[-1].leads_to.append(name)

    def bookmark(self, title, level):
        """Keep the outline."""
        self.marks.append((title, level, self.page))

    def end_page(self):
        """Go on to the next page."""
        self.page += 1

    def finish(self) -> Node:
        """Return the tree; everything that was begun has ended."""
        assert len(self._open) == 1, [node.tag.kind for node in self._open]
        assert not self._artifacts
        return self.root

    def _stroke(self):
        self._open[-1].strokes += 1


def tree_of(dossier, words, faces) -> TreePen:
    """Return the pen after the whole report was drawn with it."""
    writer = Writer(words, faces, dossier.prepared)
    known = page_numbers(dossier, writer)
    pen = TreePen()
    sheet = Sheet(LinkingPen(pen, writer, known).pen, writer, dossier, known)
    draw_page1(sheet, fitting_limits(writer, dossier, known))
    draw_sections(sheet)
    sheet.end()
    pen.finish()
    assert sheet.pages == known, "a page number is said on which the part is not"
    return pen
