# SPDX-License-Identifier: MIT
"""What is said of pictures of which parts are covered: how much, who holds the original, both hash values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.file_names import derivative_file_name, numbered
from app.report.tables import hash_cell
from app.report.text import BODY, CODE, Span

if TYPE_CHECKING:
    from app.model import Exhibit, Original
    from app.report.writer import Writer

    Row = tuple[str, list[Span]]

MOST_NAMED = 40  # frames named one by one


def file_name(exhibit: Exhibit, original: Original) -> str | None:
    """Return what the copy of an original is called in the package; None where nothing is covered."""
    copies = (derivative_file_name(made, n) for n, made in numbered(exhibit) if made == original.redacted)
    return next(copies, None)


def covered_rows(writer: Writer, original: Original) -> list[Row]:
    """Return key and value of the rows about hash values; first what is covered, where something is."""
    made, own = original.redacted, original.record.content.sha256
    if made is None:
        return [("hash", hash_cell(own))]
    count = len(made.boxes)
    said = [*writer.say("covered.areas", BODY.bold, n=count), *writer.say("covered.held", seq=made.seq or 0)]
    return [("covered", said), ("hash_copy", hash_cell(made.sha256)), ("hash_original", hash_cell(own))]


def title_of(writer: Writer, exhibit: Exhibit) -> list[Span]:
    """Return what stands for the title of the window: it may name what is covered; nothing where none is."""
    return writer.say("covered.title") if exhibit.is_redacted else []


def covered_frames(writer: Writer, exhibit: Exhibit) -> list[Span]:
    """Return in which frames parts are covered; nothing where none is."""
    numbers = [str(n) for n, one in enumerate(exhibit.originals, 1) if one.redacted]
    if not numbers:
        return []
    return writer.say("covered.frames", n=len(numbers), frames=named(writer, numbers))


def named(writer: Writer, numbers: list[str]) -> str:
    """Return so many numbers of frames as a reader can take in, and how many more there are."""
    more = len(numbers) - MOST_NAMED
    if more <= 0:
        return writer.listed(numbers)
    return writer.plain("run.and_more", frames=", ".join(numbers[:MOST_NAMED]), n=more)


def covered_hash(writer: Writer, original: Original) -> list[Span]:
    """Return what the table of frames says below a fingerprint: that of the copy, and its record."""
    made = original.redacted
    if made is None:
        return []
    shown = Span(hash_cell(made.sha256)[0].text, CODE)
    return [Span("\n", BODY), *writer.say("covered.copy", seq=made.seq or 0, hash=shown)]
