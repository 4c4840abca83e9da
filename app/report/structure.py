# SPDX-License-Identifier: MIT
"""The structure tree: what each piece of a page is, and in which order a person reads it.

An element is written when it is closed and forgotten, but for its number in what it stands in; the elements
of a page's marks when the page is. So memory does not grow with the pages.
Source: ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from app.report.objects import numbers, references, text_string
from app.report.pens import Tag

if TYPE_CHECKING:
    from app.report.objects import ObjectFile

DOCUMENT = Tag("Document")
CELLS = frozenset({"TH", "TD"})  # an empty one keeps its column


@dataclass(slots=True)
class Element:
    """One that is still open.

    Attributes:
        number: of its object; 0 until something stands in it.
        page: the object of the page on which it begins.
        box: around what is drawn in it, in points from the lower left; of a Figure.
    """

    tag: Tag
    number: int = 0
    page: int = 0
    kids: list[bytes] = field(default_factory=list)
    box: tuple[float, float, float, float] | None = None


class Structure:
    """The elements that are open, innermost last; the document is always the first."""

    def __init__(self, file: ObjectFile) -> None:
        """Begin the document."""
        self._file = file
        self._root = file.reserve()
        self._open = [Element(DOCUMENT, number=file.reserve())]
        self._figures: list[Element] = []  # those among the open ones
        self._parents: list[int] = []
        self._marks: list[int] = []
        self._page = 0

    @property
    def innermost(self) -> Element | None:
        """What is open; None if it is only the document."""
        return self._open[-1] if len(self._open) > 1 else None

    @property
    def figure(self) -> Element | None:
        """The Figure that is open, or None."""
        return self._figures[-1] if self._figures else None

    def open(self, tag: Tag) -> None:
        """Begin an element inside the innermost."""
        element = Element(tag)
        self._open.append(element)
        if tag.kind == "Figure":
            self._figures.append(element)

    def close(self) -> None:
        """Write the innermost element; one with nothing in it is left out, but for cells."""
        if len(self._open) == 1:
            raise ValueError("no structure element is open")
        element = self._open.pop()
        if element is self.figure:
            self._figures.pop()
        if not element.kids and element.tag.kind not in CELLS:
            return
        self._number(element)
        parent = self._open[-1]
        self._put(element, self._number(parent))
        parent.kids.append(b"%d 0 R" % element.number)

    # --- pages ---

    def begin_page(self, page: int) -> None:
        """What is marked from now on stands on the page with this object."""
        self._page = page
        self._marks = []

    def mark(self, element: Element) -> int:
        """Return the number of a new piece of this page that belongs to the element."""
        mark = len(self._marks)
        self._marks.append(self._number(element))
        if not element.page:
            element.page = self._page
        is_at_home = element.page == self._page
        own = b"%d" % mark if is_at_home else b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._page, mark)
        element.kids.append(own)
        return mark

    def hold(self, element: Element, thing: int) -> int:
        """An annotation of this page belongs to the element; return its key among the parents."""
        element.kids.append(b"<</Type/OBJR/Obj %d 0 R/Pg %d 0 R>>" % (thing, self._page))
        self._parents.append(self._number(element))
        return len(self._parents) - 1

    def end_page(self) -> int:
        """Write which elements the pieces of the page belong to; return the page's key among the parents."""
        self._parents.append(self._file.add(references(self._marks)))
        return len(self._parents) - 1

    def finish(self) -> int:
        """Write the root; return its object."""
        while len(self._open) > 1:
            self.close()
        document = self._open[0]
        self._put(document, self._root)
        listed = b" ".join(b"%d %d 0 R" % (key, number) for key, number in enumerate(self._parents))
        parents = self._file.add(b"<</Nums[%b]>>" % listed)
        entries = (document.number, parents, len(self._parents))
        self._file.put(
            self._root, b"<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>" % entries
        )
        return self._root

    def _number(self, element: Element) -> int:
        """Return the object of the element, reserved when first asked for."""
        if not element.number:
            element.number = self._file.reserve()
        return element.number

    def _put(self, element: Element, parent: int) -> None:
        """Write the element."""
        tag = element.tag
        said = [b"/S/%b/P %d 0 R" % (tag.kind.encode(), parent)]
        if element.page:
            said.append(b"/Pg %d 0 R" % element.page)
        if tag.title:
            said.append(b"/T%b" % text_string(tag.title))
        if tag.alt and tag.kind == "Figure":
            said.append(b"/Alt%b" % text_string(tag.alt))
        if attributes := _attributes(element):
            said.append(b"/A" + attributes)
        if element.kids:
            kids = b" ".join(element.kids)
            said.append(b"/K %b" % kids if len(element.kids) == 1 else b"/K[%b]" % kids)
        self._file.put(element.number, b"<<%b>>" % b"".join(said))


def _attributes(element: Element) -> bytes:
    """Return what is said of an element beside its kind. Source: ISO 32000-1, 14.8.5.4.3 and 14.8.5.7."""
    tag = element.tag
    if element.box is not None:
        return b"<</O/Layout/Placement/Block/BBox%b>>" % numbers(element.box)
    return _of_cell(tag.scope, tag.columns, tag.rows)


@cache
def _of_cell(scope: str, columns: int, rows: int) -> bytes:
    """Return what is said of a cell; nothing of most elements."""
    cell = [b"/Scope/%b" % scope.encode()] if scope else []
    cell += [b"/ColSpan %d" % columns] if columns > 1 else []
    cell += [b"/RowSpan %d" % rows] if rows > 1 else []
    return b"<</O/Table%b>>" % b"".join(cell) if cell else b""
