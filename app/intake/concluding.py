# SPDX-License-Identifier: MIT
"""A run that was broken off is left as it is: what was judged counts, the rest is judged now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.conversation.judging import compared
from app.errors import Cancelled
from app.intake.resuming import resumed_run

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.intake.progress import Resumed
    from app.model import RunRecord


def conclude(
    resume: Resumed, cancelled: threading.Event, progress: Callable[[float], object] = lambda _share: None
) -> RunRecord:
    """Return the record of a run that nothing is added to; it ended with its last frame.

    Args:
        resume: what was stored of it.
        cancelled: set it to stop; what is stored stays as it is.
        progress: told which share of the frames is judged.

    Raises:
        Cancelled: it was stopped.
        HashMismatch: a stored frame is not what was recorded.
    """
    run = resumed_run(resume)
    to_judge = max(1, run.backlog)
    while (job := run.next_job()) is not None:
        if cancelled.is_set():
            raise Cancelled
        finding = compared(job)
        if finding is not None:
            run.found(job, finding)
        progress(1 - run.backlog / to_judge)
    return run.record(run.lines[0].at, run.lines[-1].at)
