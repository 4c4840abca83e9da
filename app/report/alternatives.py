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
    return writer.plain("alt.picture", ref=exhibit.ref, at=writer.full(exhibit.acquired_at), shows=said)


def frame_alt(writer: Writer, original: Original, words: str = "") -> str:
    """Return which frame it is, when it was taken, and the words recorded from it, if any are given."""
    said = writer.plain("alt.frame", ref=original.ref, at=writer.full(original.acquired_at))
    if not words:
        return said
    return said + writer.plain("alt.read", words=writer.clipped(words, MOST_WORDS))
