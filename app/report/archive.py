# SPDX-License-Identifier: MIT
"""What makes a PDF fit for archives and for screen readers: PDF/A-3a and PDF/UA-1, in one catalogue.

Source: ISO 19005-3, 6.2.3 (output intent), 6.6 (metadata), 6.7 (structure), 6.8 (embedded files);
ISO 14289-1, 7.1.
"""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.report import icc, xmp
from app.report.objects import date, name, references, text_string
from app.report.outline import PAGE_LABELS, name_tree

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from app.report.objects import ObjectFile


@dataclass(frozen=True, slots=True)
class About:
    """What a document says of itself; no author, since that would name the person."""

    title: str
    creator: str
    language: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the PDF.

    Attributes:
        relation: ``Data`` where the pages were made from it, ``Supplement`` where it adds to them.
            Source: ISO 19005-3, annex E.
    """

    name: str
    mime: str
    description: str
    data: bytes
    relation: str = "Data"


@dataclass(frozen=True, slots=True)
class Parts:
    """The objects a catalogue leads to, and the places links lead to."""

    pages: int
    structure: int
    outline: int | None
    places: bytes


def put_catalogue(file: ObjectFile, about: About, parts: Parts, attached: Sequence[Attachment]) -> int:
    """Write everything that says what the document is; return the catalogue's object."""
    metadata = file.add_stream(b"/Type/Metadata/Subtype/XML", xmp.packet(about))
    specifications = {one.name: _put_attachment(file, one, about.made_at) for one in attached}
    names = b"/Dests" + parts.places
    said = [
        b"/Type/Catalog/Pages %d 0 R/Metadata %d 0 R" % (parts.pages, metadata),
        b"/Lang%b/MarkInfo<</Marked true>>" % text_string(about.language),
        b"/ViewerPreferences<</DisplayDocTitle true>>/PageLabels" + PAGE_LABELS,
        b"/StructTreeRoot %d 0 R" % parts.structure,
        b"/OutputIntents[%d 0 R]" % _put_intent(file),
    ]
    if parts.outline is not None:
        said.append(b"/Outlines %d 0 R" % parts.outline)
    if specifications:
        listed = sorted((text.encode(), b"%d 0 R" % number) for text, number in specifications.items())
        names += b"/EmbeddedFiles" + name_tree(listed)
        said.append(b"/AF" + references(specifications.values()))
    return file.add(b"<<%b/Names<<%b>>>>" % (b"".join(said), names))


def put_info(file: ObjectFile, about: About) -> int:
    """Write the information dictionary, which the metadata agree with; return its object."""
    made_at, creator = date(about.made_at), text_string(about.creator)
    times = b"/CreationDate%b/ModDate%b" % (made_at, made_at)
    return file.add(
        b"<</Title%b%b/Creator%b/Producer%b>>" % (text_string(about.title), times, creator, creator)
    )


def _put_intent(file: ObjectFile) -> int:
    """Write which colours are meant; return the object."""
    profile = file.add_stream(b"/N 3/Filter/FlateDecode", zlib.compress(icc.srgb()))
    known = text_string(icc.NAME)
    said = b"/OutputConditionIdentifier%b/Info%b/DestOutputProfile %d 0 R" % (known, known, profile)
    return file.add(b"<</Type/OutputIntent/S/GTS_PDFA1%b>>" % said)


def _put_attachment(file: ObjectFile, one: Attachment, made_at: datetime) -> int:
    """Write a file and what it is; return the object of the latter. Source: ISO 32000-1, 7.11.3, 7.11.4."""
    check = hashlib.md5(one.data, usedforsecurity=False).hexdigest().encode()  # the format wants this one
    known = b"/Params<</Size %d/ModDate%b/CheckSum<%b>>>" % (len(one.data), date(made_at), check)
    entries = b"/Type/EmbeddedFile/Subtype%b/Filter/FlateDecode%b" % (name(one.mime), known)
    stream = file.add_stream(entries, zlib.compress(one.data))
    called = text_string(one.name)
    said = b"/F%b/UF%b/Desc%b" % (called, called, text_string(one.description))
    where = b"/AFRelationship/%b/EF<</F %d 0 R/UF %d 0 R>>" % (one.relation.encode(), stream, stream)
    return file.add(b"<</Type/Filespec%b%b>>" % (said, where))
