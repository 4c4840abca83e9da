# SPDX-License-Identifier: MIT
"""A good report damaged in one way at a time, and which checkers say so.

The damage is appended as PDF allows it, so that nothing else of the file changes. Source: ISO 32000-1, 7.5.6.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class Fault:
    """One way to damage a file: what is changed in it, and which checkers notice."""

    name: str
    damage: Callable[[pikepdf.Pdf], pikepdf.Object]
    caught_by: frozenset[str]


def damaged(data: bytes, fault: Fault) -> bytes:
    """Return the file with one object of it written once more, in another way."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        changed = fault.damage(pdf)
        number, root = changed.objgen[0], pdf.trailer.Root.objgen[0]
        info, size = pdf.trailer.Info.objgen[0], int(pdf.trailer.Size)
        identity = pdf.trailer.ID.unparse()
        body = _written(changed)
    before = int(data.rsplit(b"startxref", 1)[1].split()[0])
    at = len(data)
    table = at + len(body) + len(b"%d 0 obj\n\nendobj\n" % number)
    return b"".join(
        (
            data,
            b"%d 0 obj\n%b\nendobj\n" % (number, body),
            b"xref\n%d 1\n%010d 00000 n \n" % (number, at),
            b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R" % (size, root, info),
            b"/ID%b/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (identity, before, table),
        )
    )


def _written(thing: pikepdf.Object) -> bytes:
    """Return an object as it stands in a file."""
    if not isinstance(thing, pikepdf.Stream):
        return thing.unparse(resolved=True)
    content = thing.read_raw_bytes()
    entries = pikepdf.Dictionary({key: value for key, value in thing.items() if key != "/Length"})
    entries.Length = len(content)
    return entries.unparse() + b"\nstream\n" + content + b"\r\nendstream"


def _without(
    place: Callable[[pikepdf.Pdf], pikepdf.Object], key: str
) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Take an entry away from an object of the file."""

    def damage(pdf: pikepdf.Pdf) -> pikepdf.Object:
        thing = place(pdf)
        del thing[key]
        return thing

    return damage


def _with(
    place: Callable[[pikepdf.Pdf], pikepdf.Object], key: str, value: object
) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Put another entry into an object of the file."""

    def damage(pdf: pikepdf.Pdf) -> pikepdf.Object:
        thing = place(pdf)
        thing[key] = value
        return thing

    return damage


def _metadata(before: bytes, after: bytes) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Say something else in the metadata."""

    def damage(pdf: pikepdf.Pdf) -> pikepdf.Object:
        stream = pdf.Root.Metadata
        data = stream.read_bytes()
        assert before in data
        stream.write(data.replace(before, after))
        return stream

    return damage


def _content(before: bytes, after: bytes) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Draw something else on the second page."""

    def damage(pdf: pikepdf.Pdf) -> pikepdf.Object:
        stream = pdf.pages[1].obj.Contents
        data = stream.read_bytes()
        assert before in data
        stream.write(data.replace(before, after, 1))
        return stream

    return damage


def _element(kind: str) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Find the first element of a kind."""
    return lambda pdf: next(
        thing for thing in _dictionaries(pdf) if thing.get("/S") == kind and "/P" in thing
    )


def _typed(kind: str, *, key: str = "/Type") -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    """Find the first object that says it is of a kind."""
    return lambda pdf: next(thing for thing in _dictionaries(pdf) if thing.get(key) == kind)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    return (thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream))


def _page(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[1].obj


def _root(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root


def _parents(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """The list of parents of the second page's pieces, turned round."""
    nums, key = pdf.Root.StructTreeRoot.ParentTree.Nums, int(pdf.pages[1].obj.StructParents)
    listed = next(nums[n + 1] for n in range(0, len(nums), 2) if nums[n] == key)
    for n, parent in enumerate(reversed(list(listed))):
        listed[n] = parent
    return listed


def _dead_link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    link = _typed("/Link", key="/Subtype")(pdf)
    link.Dest = pikepdf.String("nowhere")
    return link


def _see_through(pdf: pikepdf.Pdf) -> pikepdf.Object:
    picture, other, *_ = (thing for thing in _dictionaries(pdf) if thing.get("/Subtype") == "/Image")
    picture.SMask = other
    return picture


def _emptied(pdf: pikepdf.Pdf) -> pikepdf.Object:
    element = _element("/P")(pdf)
    del element["/K"]
    return element


PAGE, PDFUA, OURS = "page-validation", "pdfua", "ours"


def _fault(name: str, damage: Callable[[pikepdf.Pdf], pikepdf.Object], *caught_by: str) -> Fault:
    return Fault(name, damage, frozenset(caught_by))


FAULTS = (
    _fault("it does not say that it is tagged", _without(_root, "/MarkInfo"), PAGE, PDFUA),
    _fault("no language", _without(_root, "/Lang"), PAGE, PDFUA),
    _fault("no title in the window", _without(_root, "/ViewerPreferences"), PAGE, PDFUA),
    _fault("colours without a meaning", _without(_root, "/OutputIntents"), PAGE),
    _fault("no numbers of pages", _without(_root, "/PageLabels"), OURS),
    _fault(
        "something happens when it is opened",
        _with(_root, "/OpenAction", pikepdf.Dictionary(S=Name.JavaScript, JS="1")),
        PAGE,
        OURS,
    ),
    _fault("attachments are not the document's", _without(_root, "/AF"), PAGE, OURS),
    _fault("an attachment without a relation", _without(_typed("/Filespec"), "/AFRelationship"), PAGE, OURS),
    _fault("an attachment without a type", _without(_typed("/EmbeddedFile"), "/Subtype"), PAGE, OURS),
    _fault("another part of PDF/A", _metadata(b"<pdfaid:part>3", b"<pdfaid:part>2"), PAGE),
    _fault("not said to be PDF/UA", _metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""), PAGE),
    _fault("a schema that is not described", _metadata(b"pdfaSchema:prefix", b"pdfaSchema:suffix"), PAGE),
    _fault("two titles", _metadata(b"Victim", b"Another"), OURS),
    _fault("no order of reading", _without(_page, "/Tabs"), PAGE, OURS),
    _fault("a page without parents", _without(_page, "/StructParents"), OURS),
    _fault("parents in another order", _parents, OURS),
    _fault("an element with nothing in it", _emptied, OURS),
    _fault("a picture without words", _without(_element("/Figure"), "/Alt"), PAGE, PDFUA, OURS),
    _fault("a picture without a box", _without(_element("/Figure"), "/A"), OURS),
    _fault("a heading of a table without a scope", _without(_element("/TH"), "/A"), OURS),
    _fault("a part without a title", _without(_element("/Sect"), "/T"), OURS),
    _fault("an unknown kind of element", _with(_element("/P"), "/S", Name.Blah), PAGE),
    _fault("a level of headings left out", _with(_element("/H2"), "/S", Name.H4), PAGE, OURS),
    _fault("text outside of marks", _content(b"EMC", b"EMC BT ET 0 0 9 9 re f"), PAGE, OURS),
    _fault("marks inside marks", _content(b"EMC", b""), PAGE, OURS),
    _fault("a font that is not inside", _without(_typed("/FontDescriptor"), "/FontFile2"), PAGE),
    _fault("a font without letters", _without(_typed("/Font"), "/ToUnicode"), PAGE),
    _fault("a picture one can see through", _see_through, OURS),
    _fault(
        "a picture in four colours",
        _with(_typed("/Image", key="/Subtype"), "/ColorSpace", Name.DeviceCMYK),
        PAGE,
        OURS,
    ),
    _fault(
        "a link that does not say where it leads",
        _without(_typed("/Link", key="/Subtype"), "/Contents"),
        PAGE,
        PDFUA,
        OURS,
    ),
    _fault("a link that is not printed", _with(_typed("/Link", key="/Subtype"), "/F", 0), PAGE, OURS),
    _fault("a link that leads nowhere", _dead_link, OURS),
    _fault(
        "a link that belongs to no element",
        _without(_typed("/Link", key="/Subtype"), "/StructParent"),
        PAGE,
        OURS,
    ),
)
