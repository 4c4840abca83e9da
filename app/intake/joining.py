# SPDX-License-Identifier: MIT
"""The joined picture of a run as derivatives that name the frames they were made from, row by row."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.conversation.bands import Captions
from app.conversation.files import decode
from app.conversation.joined import pictures
from app.errors import HashMismatch
from app.hashing import sha256_of
from app.model import Derivative, DerivativeKind, DerivativeRecord

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from app.capture.models import Frame
    from app.conversation.joined import Part, Taken
    from app.model import Original, RunRecord
    from app.words import Words

METHOD = "Whole rows of one frame each, as the run record says; nothing painted over, filled in or blended."
PNG_MIME = "image/png"


def joined_pictures(
    frames: Sequence[Original],
    run: RunRecord,
    bytes_of: Callable[[Original], bytes],
    made: tuple[datetime, str],
    *,
    captions: Captions | None = None,
    moved: Callable[[float], object] = lambda _share: None,
    cancelled: threading.Event | None = None,
) -> Iterator[Derivative]:
    """Yield the joined picture, whole or in parts from the top down.

    Args:
        frames: the originals of the run in order.
        run: how they meet.
        bytes_of: the bytes of what is shown of one of them: its redacted copy, or the original as stored.
        made: when, and with which tool.
        captions: the words at a gap; English unless given.
        moved: told the share that is done.
        cancelled: set to stop.

    Raises:
        Cancelled: it was stopped.
        HashMismatch: a frame is not what was recorded.
    """

    def frame_of(number: int) -> Frame:
        original = frames[number - 1]
        data = bytes_of(original)
        if sha256_of(data) != original.shown_sha256:
            raise HashMismatch(original.ref)
        return decode(data)

    for part in pictures(run, frame_of, captions=captions, moved=moved, cancelled=cancelled):
        yield Derivative(_record(part, frames, made), part.data)


def captions_in(words: Words) -> Captions:
    """Return the words at a gap in the language of the program; the numbers of the frames come later."""

    def said(name: str) -> str:
        return words(f"conversation.band.{name}", above="{above}", below="{below}")

    return Captions(said("gap"), said("unclear"), said("resized"), said("resumed"))


def _record(part: Part, frames: Sequence[Original], made: tuple[datetime, str]) -> DerivativeRecord:
    at, tool = made
    used = dict.fromkeys(taken.frame for taken in part.taken)
    return DerivativeRecord(
        derivative_id=secrets.token_hex(16),
        kind=DerivativeKind.JOINED_PICTURE,
        made_at=at,
        parents=tuple(dict.fromkeys(frames[number - 1].shown_sha256 for number in used)),
        method=f"{METHOD} Part {part.number} of {part.of}. {'; '.join(map(_rows, part.taken))}.",
        tool=tool,
        mime=PNG_MIME,
        size_bytes=len(part.data),
        sha256=sha256_of(part.data),
        width_px=part.width_px,
        height_px=part.height_px,
    )


def _rows(taken: Taken) -> str:
    """Return which rows of the picture are which of a frame; rows count from 0."""
    last = taken.top + taken.count - 1
    return f"Rows {taken.top}-{last}: frame {taken.frame} from row {taken.first}"
