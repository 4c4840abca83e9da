# SPDX-License-Identifier: MIT
"""Marks around everything that is painted: it belongs to a structure element, or is said to be an artifact.

Marks are never nested, and each lasts as long as what is painted belongs to the same. Source: ISO 32000-1,
14.6 and 14.8.2.2; ISO 14289-1, 7.1 and 7.8.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.report.objects import ObjectFile
    from app.report.pens import Tag
    from app.report.structure import Element

END = "EMC"
LAYOUT = "/Artifact<</Type/Layout>>BDC"
PAGINATION = "/Artifact<</Type/Pagination{}>>BDC"


class Marking:
    """Knows what is being painted and writes marks where that changes."""

    def __init__(self, file: ObjectFile, write: Callable[[str], None]) -> None:
        """Begin with nothing marked; ``write`` puts an operator into the page."""
        self.structure = Structure(file)
        self._write = write
        self._artifacts: list[str] = []
        self._marked: Element | str | None = None

    def open(self, tag: Tag) -> None:
        """Begin an element."""
        self.structure.open(tag)

    def close(self) -> None:
        """End the innermost element."""
        self.structure.close()

    def artifact(self, kind: str, *, is_on: bool) -> None:
        """What follows is no content: it comes again on pages, as ``Header``, ``Footer`` or otherwise."""
        if is_on:
            self._artifacts.append(PAGINATION.format(f"/Subtype/{kind}" if kind else ""))
        else:
            self._artifacts.pop()

    def content(self) -> None:
        """What is painted next belongs to the innermost element."""
        element = self.structure.innermost
        if self._artifacts or element is None:
            self._mark(self._artifacts[-1] if self._artifacts else LAYOUT)
        elif element is not self._marked:
            self.end()
            self._write(f"/{element.tag.kind}<</MCID {self.structure.mark(element)}>>BDC")
            self._marked = element

    def decoration(self) -> None:
        """What is painted next is a line or an area: content only where a Figure is open."""
        if self.structure.figure is not None:
            self.content()
        else:
            self._mark(self._artifacts[-1] if self._artifacts else LAYOUT)

    def around(self, left: float, bottom: float, right: float, top: float) -> None:
        """What is painted next stands in this box, as far as a Figure is concerned."""
        figure = self.structure.figure
        if figure is None or self._artifacts:
            return
        if figure.box is not None:
            left, bottom = min(left, figure.box[0]), min(bottom, figure.box[1])
            right, top = max(right, figure.box[2]), max(top, figure.box[3])
        figure.box = (left, bottom, right, top)

    def end(self) -> None:
        """Nothing is marked any longer."""
        if self._marked is not None:
            self._write(END)
            self._marked = None

    def _mark(self, artifact: str) -> None:
        """What is painted next is an artifact of this kind."""
        if self._marked != artifact:
            self.end()
            self._write(artifact)
            self._marked = artifact
