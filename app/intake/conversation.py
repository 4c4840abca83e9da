# SPDX-License-Identifier: MIT
"""A conversation captured while it is scrolled: looks, frames, judged pairs, and the record of the run.

Source: conversation.md, sections 2 and 5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.intake.progress import Advice, Control, Phase, Progress, Resumed, Seam, Side, Sink, Source

if TYPE_CHECKING:
    from app.model import RunRecord

__all__ = ["Advice", "Control", "Phase", "Progress", "Resumed", "Seam", "Side", "Sink", "Source", "follow"]


def follow(source: Source, sink: Sink, control: Control, *, resume: Resumed | None = None) -> RunRecord:
    """Return the record of the run once ``control.finish`` is set; every frame was stored as it was taken.

    Args:
        source: where the frames come from.
        sink: where they go.
        control: how the run is paused and ended.
        resume: a run to go on with.

    Raises:
        Cancelled: ``control.stop`` was set, or nothing was taken; what was stored stays stored.
        CaptureDenied: the system stopped giving pictures.
        EvidenceError: a frame could not be stored; those before it are safe.
    """
    raise NotImplementedError  # the loop follows
