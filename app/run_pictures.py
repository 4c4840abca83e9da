# SPDX-License-Identifier: MIT
"""The joined picture of a run in the vault, as derivatives that name the frames they were made from."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from app.conversation.files import decode
from app.conversation.joined import pictures
from app.hashing import sha256_of
from app.model import Derivative, DerivativeKind, DerivativeRecord

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import datetime

    from app.capture.models import Frame
    from app.conversation.bands import Captions
    from app.conversation.joined import Part, Taken
    from app.model import Exhibit, RunRecord
    from app.vault.reading import Reading

PNG_MIME = "image/png"
HOW = (
    "Whole rows of one frame each, as the record of the run says; nothing painted over, filled in or blended."
)


def joined_pictures(  # noqa: PLR0913 - what it is made of, and how it is told and stopped
    reading: Reading,
    exhibit: Exhibit,
    record: RunRecord,
    *,
    made_at: datetime,
    tool: str,
    captions: Captions | None = None,
    moved: Callable[[float], object] = lambda _share: None,
    cancelled: threading.Event | None = None,
) -> tuple[Derivative, ...]:
    """Return the joined picture, in several parts where one would be too tall for other programs.

    Args:
        reading: where the frames are; each is checked against its hash value and decoded when it is needed.
        exhibit: the run.
        record: how its frames meet.
        made_at: now.
        tool: the program and its version.
        captions: the words at the gaps.
        moved: told the share that is done.
        cancelled: set to stop.

    Raises:
        Cancelled: it was stopped.
        HashMismatch: a frame is not what was recorded.
    """

    def frame_of(number: int) -> Frame:
        return decode(reading.original(exhibit.originals[number - 1].id))

    made = pictures(record, frame_of, captions=captions, moved=moved, cancelled=cancelled)
    return tuple(_derivative(part, record, made_at, tool) for part in made)


def _derivative(part: Part, record: RunRecord, made_at: datetime, tool: str) -> Derivative:
    """Return one part with its record."""
    used = sorted({taken.frame for taken in part.taken})
    return Derivative(
        DerivativeRecord(
            derivative_id=str(uuid.uuid4()),
            kind=DerivativeKind.JOINED_PICTURE,
            made_at=made_at,
            parents=tuple(record.frames[number - 1].sha256 for number in used),
            method=f"{HOW} Part {part.number} of {part.of}. {'; '.join(map(_rows, part.taken))}.",
            tool=tool,
            mime=PNG_MIME,
            size_bytes=len(part.data),
            sha256=sha256_of(part.data),
            width_px=part.width_px,
            height_px=part.height_px,
        ),
        part.data,
    )


def _rows(taken: Taken) -> str:
    """Return which rows of the picture are which of a frame; rows count from 0."""
    last = taken.top + taken.count - 1
    return f"Rows {taken.top}-{last}: frame {taken.frame} from row {taken.first}"
