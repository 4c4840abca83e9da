# SPDX-License-Identifier: MIT
"""A run that was made on a real screen: the record, the stored frames, and what was true of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.screen.scrolling.following import Following, kept_frames
from tests.screen.scrolling.rendered import WHOLE_PX, Shown, false_joins, missing, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.capture.models import Backend
    from app.model import Exhibit, Rect, RunRecord
    from app.vault import Vault
    from tests.screen.scrolling.hand import Hand
    from tests.screen.scrolling.stages import Stage


@dataclass(frozen=True, repr=False)
class Outcome:
    """What came of a run.

    Attributes:
        exhibit: as it is in the vault, ended.
        record: how its frames meet, read back from the vault.
        frames: what each shows, in truth.
        texts: the size of each message, in pixels.
    """

    exhibit: Exhibit
    record: RunRecord
    frames: tuple[Shown, ...]
    texts: dict[str, list[float]]

    def __repr__(self) -> str:
        """What a failing test shows: how each pair was judged, beside how far it truly moved."""
        marks = {frame.index: frame.state.mark for frame in self.frames}
        lines = [
            f"{one.first}-{one.second} {one.finding.level} {one.finding.shift_px} px "
            f"(true: {marks[one.first] - marks[one.second]}) {one.finding.why or ''} {one.steps_px}"
            for one in self.record.pairs
        ]
        gaps = [(gap.first, gap.second, gap.closed_by) for gap in self.record.gaps]
        return "\n".join([*lines, f"gaps {gaps}", *map(str, self.record.islands)])

    def seen_in(self, indices: Iterable[int]) -> list[int]:
        """Return the messages that stand in these frames, but for two at each end, cut or under a chip."""
        wanted = set(indices)
        numbers = {int(n) for frame in self.frames if frame.index in wanted for n in frame.state.boxes}
        return list(range(min(numbers) + 2, max(numbers) - 1))

    def missing(self, numbers: Sequence[int] | None = None, whole_px: int = WHOLE_PX) -> set[str]:
        """Return the messages that are in no frame as they are drawn; of none named, of all that went by."""
        asked = self.seen_in(frame.index for frame in self.frames) if numbers is None else numbers
        return missing(self.frames, self.texts, asked, whole_px)

    def false_joins(self, drift_px: float = 0, *, grows: bool = False) -> list[str]:
        """Return where the record is wrong; asked for as in ``rendered``."""
        return false_joins(self.record.islands, self.frames, drift_px, grows=grows)


def read_through(
    run: Following, hand: Hand, turns: Iterable[int], within_s: float = 1.5, reads_s: float = 0
) -> None:
    """Turn the wheel, wait until the frame is kept, read for a while, and so on."""
    for notches in turns:
        before = run.now.frames
        hand.wheel(notches)
        run.see(before, within_s)
        time.sleep(reads_s)


def heed(run: Following, hand: Hand, back: int, most: int = 8) -> None:
    """Scroll back a little, and again, until no gap is open, as the program asks."""
    for _ in range(most):
        run.calm()
        if run.wait_until(lambda now: now.gaps == 0, 0.3):
            return
        read_through(run, hand, (back,))


def end(
    run: Following,
    vault: Vault,
    stage: Stage,
    backend: Backend,
    inside: Rect,
    taken: Rect | None = None,
    *,
    grows: bool = False,
) -> Outcome:
    """End the run, keep its record in the vault, and find out what was true.

    Args:
        run: the run.
        vault: where its frames are.
        stage: the program that was followed; it is scrolled now.
        backend: another way to the screen.
        inside: where the program's contents stand.
        taken: what was taken, if that is more than the contents.
        grows: messages have grown where they stand, as in ``rendered``.
    """
    record = run.finish()
    assert run.exhibit is not None
    exhibit = vault.finish_run(run.exhibit.id, record)
    assert exhibit.run is not None
    frames = shown(stage, backend, inside, kept_frames(vault, exhibit), taken or inside, grows=grows)
    texts = stage.still_at(frames[-1].state.mark)
    return Outcome(exhibit, exhibit.run, tuple(frames), texts)
