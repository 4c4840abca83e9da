# SPDX-License-Identifier: MIT
"""Conversation runs of invented pictures: frames, the record of how they meet, a joined picture."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from app.hashing import sha256_of
from app.model import (
    Derivative,
    DerivativeKind,
    DerivativeRecord,
    Finding,
    FrameLine,
    GapRecord,
    Island,
    Mode,
    PairRecord,
    Proof,
    Rect,
    RunRecord,
    Sensitivity,
    Why,
)
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START

if TYPE_CHECKING:
    from app.model import Acquisition, Exhibit
    from app.vault import Vault

RUN = "5f2c" * 8
EXACT = Finding(Proof.EXACT, shift_px=300, region=Rect(0, 60, 1600, 700), overlap_px=400, evidence_strips=900)
GAP = Finding(Proof.GAP, why=Why.NO_OVERLAP)


def frame(
    n: int, run_id: str = RUN, *, data: bytes | None = None, sensitivity: Sensitivity = Sensitivity.NONE
) -> Acquisition:
    """Return the acquisition of one frame of a run."""
    taken = acquisition(data or b"\x89PNG frame %d of %s" % (n, run_id.encode()), sensitivity=sensitivity)
    record = taken.record
    assert record.screen is not None
    at = START + timedelta(seconds=2 * n)
    return replace(
        taken,
        record=replace(
            record,
            run_id=run_id,
            run_index=n,
            screen=replace(record.screen, mode=Mode.CONVERSATION),
            time=replace(record.time, started_at=at, ended_at=at + timedelta(milliseconds=12)),
        ),
    )


def pair(first: int, second: int, finding: Finding = EXACT) -> PairRecord:
    """Return what was found of two frames."""
    return PairRecord(first, second, finding, watched=True, steps_px=(100, 200), looks=3, pointer=(5, 9))


def kept_run(
    vault: Vault, frames: int = 3, run_id: str = RUN, *, sensitivity: Sensitivity = Sensitivity.NONE
) -> Exhibit:
    """Return a run of so many frames, in the vault, not finished."""
    for n in range(1, frames + 1):
        exhibit = vault.add_frame(frame(n, run_id, sensitivity=sensitivity))
    return exhibit


def record_of(
    exhibit: Exhibit, *, gap_after: int | None = None, segments: tuple[int, ...] = (1,)
) -> RunRecord:
    """Return a record of the run in which every neighbour meets, but for one gap where wanted."""
    count = len(exhibit.frames)
    pairs = [pair(n, n + 1, GAP if n == gap_after else EXACT) for n in range(1, count)]
    cut = gap_after or count
    sides = [tuple(range(1, cut + 1)), tuple(range(cut + 1, count + 1))]
    return RunRecord(
        run_id=exhibit.record.run_id or "",
        algorithm="strips/1",
        constants={"unexplained_permille": 2},
        started_at=START,
        ended_at=START + timedelta(minutes=1),
        frames=tuple(
            FrameLine(
                n,
                one.record.acquisition_id,
                one.record.content.sha256,
                one.acquired_at,
                one.record.content.width_px,
                one.record.content.height_px,
            )
            for n, one in enumerate(exhibit.frames, 1)
        ),
        segments=segments,
        pairs=tuple(pairs),
        gaps=(GapRecord(gap_after, gap_after + 1, Why.NO_OVERLAP),) if gap_after else (),
        islands=tuple(
            Island(side, tuple(300 * place for place in range(len(side)))) for side in sides if side
        ),
    )


def joined(exhibit: Exhibit, data: bytes = b"\x89PNG joined") -> Derivative:
    """Return a joined picture of the run."""
    record = DerivativeRecord(
        derivative_id=uuid.uuid4().hex,
        kind=DerivativeKind.JOINED_PICTURE,
        made_at=START + timedelta(minutes=1),
        parents=tuple(one.record.content.sha256 for one in exhibit.frames),
        method="whole rows of one frame each",
        tool="Safehold 0.1.0",
        mime="image/png",
        size_bytes=len(data),
        sha256=sha256_of(data),
        width_px=1600,
        height_px=2400,
    )
    return Derivative(record, data)


def finished_run(
    vault: Vault,
    frames: int = 3,
    run_id: str = RUN,
    *,
    gap_after: int | None = None,
    sensitivity: Sensitivity = Sensitivity.NONE,
) -> Exhibit:
    """Return a run in the vault with its record and a joined picture."""
    exhibit = kept_run(vault, frames, run_id, sensitivity=sensitivity)
    made = joined(exhibit, b"\x89PNG joined of %s" % run_id.encode())
    return vault.finish_run(exhibit.id, record_of(exhibit, gap_after=gap_after), (made,))
