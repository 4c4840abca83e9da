# SPDX-License-Identifier: MIT
"""Pictures with real pixels in a vault, to be covered in part."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from app.capture.png import encode
from app.conversation.files import decode
from app.intake.concluding import conclude
from app.intake.joining import joined_pictures
from app.intake.progress import Resumed
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from tests.fakes.conversation import Vault as Kept
from tests.fakes.runs import RUN, frame
from tests.fakes.scrolls import frame as frame_of
from tests.fakes.scrolls import page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from app.capture.models import Frame
    from app.model import Acquisition, Exhibit, Original, Rect
    from app.vault import Vault
    from app.vault.reading import Reading
    from tests.fakes.chats import Shot


def pictured(taken: Acquisition, frame: Frame) -> Acquisition:
    """Return the acquisition with these pixels as its file."""
    made = acquisition(encode(frame))
    size = {"width_px": frame.width_px, "height_px": frame.height_px}
    content = replace(made.record.content, **size)
    return replace(taken, record=replace(taken.record, content=content), data=made.data)


def kept_picture(vault: Vault, rows: int = 300, seed: int = 1) -> Exhibit:
    """Return a picture of text in the vault, 320 pixels wide."""
    taken = pictured(acquisition(), frame_of(page(rows, seed)))
    return vault.add_exhibit(taken, thumbnail=b"small")


def shown(reading: Reading, original: Original) -> bytes:
    """Return the bytes of what is shown of an original."""
    if original.redacted is None:
        return reading.original(original.id)
    return b"".join(reading.derivative_parts(original.redacted.derivative_id))


def pixels(data: bytes) -> NDArray[np.uint32]:
    """Return the pixels of a picture file, one number each, without the unused byte."""
    frame = decode(data)
    rows = np.frombuffer(frame.bgra, dtype="<u4").reshape(frame.height_px, frame.width_px)
    return rows & np.uint32(0xFFFFFF)


def part(whole: NDArray[np.uint32], rect: Rect) -> NDArray[np.uint32]:
    """Return what lies in a rectangle."""
    return whole[rect.y : rect.y + rect.height, rect.x : rect.x + rect.width]


def judged(shots: Sequence[Shot]) -> Exhibit:
    """Return a run of these frames as it stands in a vault, with the record of how they meet."""
    kept = Kept()
    for n, shot in enumerate(shots, 1):
        kept.store(pictured(frame(n), shot.frame), shot.frame)
    exhibit = kept.exhibit()
    run = conclude(Resumed(exhibit, (), kept.png_of), threading.Event())
    return replace(exhibit, run=run)


def kept_run(vault: Vault, frames: Sequence[Frame], first: int = 1, run_id: str = RUN) -> Exhibit:
    """Return a run of these frames in a vault; not finished. ``first`` is the number of the first of them."""
    for n, one in enumerate(frames, first):
        exhibit = vault.add_frame(pictured(frame(n, run_id), one), thumbnail=b"small")
    return exhibit


def finished(vault: Vault, exhibit: Exhibit) -> Exhibit:
    """Return a run in a vault, finished with the record of how its frames meet and a joined picture."""
    exhibit = vault.exhibit(exhibit.id)
    resume = Resumed(exhibit, vault.judged(exhibit.id), lambda original: vault.original(original.id))
    run = conclude(resume, threading.Event())
    made = joined_pictures(
        exhibit.originals, run, lambda original: shown(vault, original), (START, "Safehold 0.1.0")
    )
    return vault.finish_run(exhibit.id, run, tuple(made))
