# SPDX-License-Identifier: MIT
"""The list of parts beside the pages, the places links lead to, and the numbers of the pages.

Source: ISO 32000-1, 7.9.6 (name trees), 12.3.2.3 (destinations), 12.3.3 (outline), 12.4.2 (page labels).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.report.objects import text_string

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.report.objects import ObjectFile

PAGE_LABELS = b"<</Nums[0<</S/D>>]>>"  # the numbers that are printed


@dataclass(slots=True)
class Part:
    """A line of the outline; ``page`` is the object of the page it leads to."""

    title: str
    page: int
    number: int = 0
    within: list[Part] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many lines stand below it."""
        return sum(1 + part.count for part in self.within)


class Outline:
    """The parts of the document in order, each inside the last one of the level above."""

    def __init__(self) -> None:
        """Begin with no part."""
        self._whole = Part("", 0)

    def add(self, title: str, page: int, level: int) -> None:
        """A part begins on a page."""
        inside = self._whole
        while level and inside.within:
            inside, level = inside.within[-1], level - 1
        inside.within.append(Part(title, page))

    def put(self, file: ObjectFile) -> int | None:
        """Write it; return its object, None where there is no part."""
        if not self._whole.within:
            return None
        self._whole.number = file.reserve()
        self._put_within(file, self._whole)
        said = b"<</Type/Outlines/Count %d%b>>" % (self._whole.count, _ends(self._whole))
        file.put(self._whole.number, said)
        return self._whole.number

    def _put_within(self, file: ObjectFile, whole: Part) -> None:
        """Write the lines below one."""
        for part in whole.within:
            part.number = file.reserve()
        for n, part in enumerate(whole.within):
            self._put_within(file, part)
            said = [
                b"/Title%b/Parent %d 0 R/Dest[%d 0 R/Fit]"
                % (text_string(part.title), whole.number, part.page)
            ]
            if n:
                said.append(b"/Prev %d 0 R" % whole.within[n - 1].number)
            if n + 1 < len(whole.within):
                said.append(b"/Next %d 0 R" % whole.within[n + 1].number)
            if part.within:
                said.append(b"/Count %d%b" % (part.count, _ends(part)))
            file.put(part.number, b"<<%b>>" % b"".join(said))


class Places:
    """Named places that links lead to, before or after they are drawn."""

    def __init__(self) -> None:
        """Begin with none."""
        self._places: dict[bytes, bytes] = {}

    def add(self, name: str, page: int, height: float) -> None:
        """A place is at this height of a page; the first of a name counts."""
        self._places.setdefault(name.encode(), b"[%d 0 R/XYZ null %d null]" % (page, height))

    def tree(self) -> bytes:
        """Return the places in order of their names, for the catalogue."""
        return name_tree([(name, self._places[name]) for name in sorted(self._places)])


def name_tree(entries: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return names, already in order of their bytes, with what each stands for."""
    return b"<</Names[%b]>>" % b"".join(b"<%b>%b" % (name.hex().encode(), value) for name, value in entries)


def _ends(part: Part) -> bytes:
    """Return the first and the last line below one."""
    return b"/First %d 0 R/Last %d 0 R" % (part.within[0].number, part.within[-1].number)
