# SPDX-License-Identifier: MIT
"""What is said in place of a picture to whoever cannot see it; never words that are covered in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.model import Exhibit, Original
    from app.report.writer import Writer

LONG = 500
MOST_WORDS = 2_000  # characters of the words recorded from one frame


def picture_alt(writer: Writer, exhibit: Exhibit) -> str:
    """Return which picture it is, when it was taken, and what the person says that it shows."""
    shows = exhibit.facts.shows or exhibit.facts.title
    said = writer.clipped(shows, LONG) if shows else writer.plain("alt.not_described")
    at, covered = writer.full(exhibit.acquired_at), _covered(writer, exhibit.originals[0])
    return writer.plain("alt.picture", ref=exhibit.ref, at=at, shows=said) + covered


def frame_alt(writer: Writer, original: Original, words: str = "") -> str:
    """Return which frame it is, when it was taken, and the words recorded from it, if any are given."""
    said = writer.plain("alt.frame", ref=original.ref, at=writer.full(original.acquired_at))
    said += _covered(writer, original)
    if not words:
        return said
    return said + writer.plain("alt.read", words=writer.clipped(words, MOST_WORDS))


def _covered(writer: Writer, original: Original) -> str:
    """Return that parts of it are covered, where they are."""
    return writer.plain("alt.covered") if original.redacted else ""
