# SPDX-License-Identifier: MIT
"""Whether pages and structure tree agree to the last mark: what is painted, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

PAINTS = frozenset(["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI"])
HEADINGS = frozenset(f"/H{n}" for n in range(1, 7))
MAY_BE_EMPTY = frozenset({"/TD", "/TH"})
BEGINS = frozenset({"BDC", "BMC"})


@dataclass
class Mark:
    """A marked part of a page: a piece of the structure, or an artifact of a kind."""

    number: int | None = None
    kind: str = ""
    paints: int = 0


@dataclass
class Walked:
    """What the tree says: which element holds each mark of each page, and what is wrong with it."""

    marks: dict[tuple[int, int], pikepdf.Object] = field(default_factory=dict)
    held: dict[tuple[int, int], pikepdf.Object] = field(default_factory=dict)
    findings: list[str] = field(default_factory=list)
    level: int = 0  # of the last heading


def tree_findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What does not agree."""
    if "/StructTreeRoot" not in pdf.Root:
        yield "there is no structure"
        return
    root = pdf.Root.StructTreeRoot
    walked = Walked()
    _walk(root.K, root, walked)
    yield from walked.findings
    parents = _numbers(root.ParentTree.Nums)
    for number, page in enumerate(pdf.pages, 1):
        yield from (f"page {number}: {said}" for said in _page(page, parents, walked))
    if walked.marks:
        yield f"{len(walked.marks)} pieces of the structure are on no page"


def _page(page: pikepdf.Page, parents: dict[int, pikepdf.Object], walked: Walked) -> Iterator[str]:
    """What is wrong with one page."""
    try:
        marks = marks_on(page)
    except ValueError as error:
        yield str(error)
        return
    if not any(mark.kind == "Header" for mark in marks):
        yield "no header is known as one"
    listed = parents.get(int(page.obj.get("/StructParents", -1)), [])
    numbers = [mark.number for mark in marks if mark.number is not None]
    if numbers != list(range(len(listed))):
        yield f"{len(numbers)} pieces, {len(listed)} in the list of parents"
    for number, parent in enumerate(listed):
        if walked.marks.pop((page.obj.objgen[0], number), None) != parent:
            yield f"piece {number} belongs to another element"
    for note in page.obj.get("/Annots", []):
        holder = walked.held.get(note.objgen)
        if holder is None or parents.get(int(note.get("/StructParent", -1))) != holder:
            yield "an annotation belongs to no element"


def marks_on(page: pikepdf.Page) -> list[Mark]:
    """Return the marks of a page in order.

    Raises:
        ValueError: marks are nested or unbalanced, or something is painted outside.
    """
    marks: list[Mark] = []
    is_open = False
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in BEGINS:
            if is_open:
                raise ValueError("marks are nested")
            marks.append(_mark(operands))
            is_open = True
        elif name == "EMC":
            is_open = False
        elif name in PAINTS:
            if not is_open:
                raise ValueError(f"painted outside of marks: {name}")
            marks[-1].paints += 1
    if is_open:
        raise ValueError("a mark has no end")
    return marks


def _mark(operands: list[pikepdf.Object]) -> Mark:
    """Return a mark that begins."""
    said = operands[1] if len(operands) > 1 else {}
    if str(operands[0]) == "/Artifact":
        return Mark(kind=str(said.get("/Subtype", said.get("/Type", "/")))[1:])
    return Mark(number=int(said.MCID), kind=str(operands[0])[1:])


def _walk(element: pikepdf.Object, parent: pikepdf.Object, walked: Walked) -> None:
    """Note what the element and all below it hold."""
    page = element.get("/Pg")
    if element.P.objgen != parent.objgen:
        walked.findings.append(f"{element.S} does not know what it is in")
    kids = element.get("/K", [])
    kids = list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]
    if not kids and str(element.S) not in MAY_BE_EMPTY:
        walked.findings.append(f"{element.S} is empty")
    walked.findings += _said(element)
    if str(element.S) in HEADINGS:
        level = int(str(element.S)[2:])
        walked.findings += ["a level of headings is left out"] if level > walked.level + 1 else []
        walked.level = level
    for kid in kids:
        if isinstance(kid, int) or kid.get("/Type") == "/MCR":
            number, home = (kid, page) if isinstance(kid, int) else (int(kid.MCID), kid.get("/Pg", page))
            if home is None:
                walked.findings.append(f"{element.S} is on no page")
            else:
                walked.marks[home.objgen[0], number] = element
        elif kid.get("/Type") == "/OBJR":
            walked.held[kid.Obj.objgen] = element
        else:
            _walk(kid, element, walked)


def _said(element: pikepdf.Object) -> Iterator[str]:
    """What an element of its kind has to say."""
    kind, said = str(element.S), element.get("/A", {})
    if kind == "/Figure" and ("/BBox" not in said or not str(element.get("/Alt", "")).strip()):
        yield "a figure has no box or no words"
    if kind == "/TH" and "/Scope" not in said:
        yield "a heading of a table does not say of what"
    if kind == "/Sect" and not str(element.get("/T", "")).strip():
        yield "a part has no title"


def _numbers(listed: pikepdf.Array) -> dict[int, pikepdf.Object]:
    """Return a number tree of one level."""
    return {int(listed[n]): listed[n + 1] for n in range(0, len(listed), 2)}
