# SPDX-License-Identifier: MIT
"""A run that goes on: what was stored of it, as if it had been taken now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.clock import Moment
from app.conversation.density import Densities
from app.conversation.files import decode
from app.conversation.run import Run
from app.conversation.seen import prepare
from app.errors import HashMismatch
from app.hashing import sha256_of
from app.model import FrameLine

if TYPE_CHECKING:
    from app.conversation.seen import Seen
    from app.intake.progress import Resumed
    from app.model import AcquisitionRecord, Original


def resumed_run(resume: Resumed) -> Run:
    """Return the run with every stored frame and every pair that was judged; the rest is judged first."""
    exhibit = resume.exhibit
    frames = exhibit.originals
    run = Run(exhibit.record.run_id or exhibit.id, load=partial(stored_frame, resume))
    before = exhibit.run
    for index, original in enumerate(frames, start=1):
        run.add(line_of(index, original.record), None)
    if before is not None:
        run.segments = list(before.segments)
        run.time_jumps = list(before.time_jumps)
    for pair in (*(before.pairs if before else ()), *resume.judged):
        run.remember(pair)
    return run


def last_moment(resume: Resumed) -> Moment:
    """Return when the last stored frame was taken, by both clocks."""
    time = resume.exhibit.originals[-1].record.time
    return Moment(time.started_at, int(time.mono_ns), time.boot, time.zone, 0)


def line_of(index: int, record: AcquisitionRecord) -> FrameLine:
    """Return the line of a frame in the record of its run."""
    content, at = record.content, record.time.started_at
    return FrameLine(index, record.acquisition_id, content.sha256, at, content.width_px, content.height_px)


def stored_frame(resume: Resumed, index: int) -> Seen | None:
    """Return a stored frame made ready; ``None`` if it is not one of those.

    Raises:
        HashMismatch: the stored bytes are not what was recorded.
    """
    frames = resume.exhibit.originals
    if not 1 <= index <= len(frames):
        return None
    original = frames[index - 1]
    data = resume.png_of(original)
    if sha256_of(data) != original.record.content.sha256:
        raise HashMismatch(original.ref)
    seen = prepare(decode(data))
    Densities().give(seen, _density(original))
    return seen


def _density(original: Original) -> int:
    """Return the scale of the screen that it was taken from, as recorded."""
    screen = original.record.screen
    if screen is None:
        return 1000
    centre = screen.rect_physical.x + screen.rect_physical.width // 2
    for monitor in screen.monitors:
        if monitor.rect.x <= centre < monitor.rect.x + monitor.rect.width:
            return max(1000, monitor.scale_permille)
    return 1000
