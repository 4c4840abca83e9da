# SPDX-License-Identifier: MIT
"""The same proof from files: pictures of one scrolled conversation, in the order they were taken.

Files were not watched, so nothing is known of what moved on its own; "exact" is reached less often.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.conversation.density import Densities
from app.conversation.files import density_of, read_frame
from app.conversation.joined import pictures
from app.conversation.judging import compared
from app.conversation.run import Run
from app.conversation.seen import prepare
from app.errors import BadInput
from app.model import FrameLine, Proof

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from app.capture.models import Frame
    from app.conversation.joined import Part
    from app.conversation.seen import Seen
    from app.model import PairRecord, RunRecord

MOST_FRAMES = 5_000
VERDICTS = {
    Proof.EXACT: "exact",
    Proof.MATCHED: "matched",
    Proof.SAME: "matched",
    Proof.AMBIGUOUS: "ambiguous",
    Proof.GAP: "gap",
    Proof.RESIZED: "gap",
}


@dataclass(frozen=True, slots=True)
class Joined:
    """What became of the files. ``record`` numbers them from 1."""

    paths: tuple[Path, ...]
    record: RunRecord

    @property
    def neighbours(self) -> tuple[PairRecord, ...]:
        """The comparison of each file with the one before it, in order."""
        found = (self.record.pair(index, index + 1) for index in range(1, len(self.paths)))
        return tuple(pair for pair in found if pair is not None)

    @property
    def has_gap(self) -> bool:
        """Whether messages may be missing between two of them."""
        return bool(self.record.open_gaps)

    def pictures(self) -> Iterator[Part]:
        """Yield the joined picture, whole or in parts; each file is read again when its rows are needed.

        Raises:
            BadInput: a file was changed or taken away meanwhile.
        """
        return pictures(self.record, self._frame)

    def _frame(self, index: int) -> Frame:
        path, line = self.paths[index - 1], self.record.frames[index - 1]
        frame, sha256 = read_frame(path)
        if sha256 != line.sha256:
            raise BadInput(f"{path.name} was changed while it was read. Try again.")
        return frame


def join(paths: Sequence[Path]) -> Joined:
    """Return how the pictures meet, judged in the order they are given.

    Raises:
        BadInput: one of them is no PNG or JPEG that can be read, or there are none, or far too many.
    """
    if not 1 <= len(paths) <= MOST_FRAMES:
        raise BadInput(f"Give 1 to {MOST_FRAMES} pictures.")
    run = Run(str(uuid.uuid4()), load=lambda index: _seen(read_frame(paths[index - 1])[0]))
    for index, path in enumerate(paths, start=1):
        frame, sha256 = read_frame(path)
        run.add(_line(index, path, frame, sha256), _seen(frame))
        while job := run.next_job():
            run.found(job, compared(job))
    times = [line.at for line in run.lines]
    return Joined(tuple(paths), run.record(min(times), max(times)))


def verdict_of(pair: PairRecord) -> str:
    """Return exact, matched, ambiguous or gap; the same place is matched, with a shift of 0."""
    return VERDICTS[pair.finding.level]


def _seen(frame: Frame) -> Seen:
    seen = prepare(frame)
    Densities().give(seen, density_of(frame.width_px, frame.height_px))
    return seen


def _line(index: int, path: Path, frame: Frame, sha256: str) -> FrameLine:
    """Return the line of a file; its time is that of the file's last change."""
    changed_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    return FrameLine(index, path.name, sha256, changed_at, frame.width_px, frame.height_px)
