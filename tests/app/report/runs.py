# SPDX-License-Identifier: MIT
"""Conversation runs of the sample case: drawn frames, and how they meet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from app.hashing import sha256_of
from app.model import (
    DerivativeKind,
    DerivativeRecord,
    Exhibit,
    ExhibitFacts,
    ExhibitId,
    Finding,
    Forgiven,
    ForgivenWhy,
    FrameLine,
    GapRecord,
    Island,
    Mode,
    Original,
    PairRecord,
    Proof,
    Rect,
    RunRecord,
    Why,
)
from app.report.dossier import Dossier, ReportExhibit
from tests.app.report.dossiers import DrawnOriginals, draw_picture, sample_dossier

EXACT = Finding(
    Proof.EXACT,
    shift_px=300,
    region=Rect(0, 60, 770, 500),
    overlap_px=412,
    evidence_strips=900,
    forgiven=(
        Forgiven(Rect(0, 0, 770, 60), ForgivenWhy.FIXED),
        Forgiven(Rect(10, 100, 32, 32), ForgivenWhy.MOVED_ON_ITS_OWN),
    ),
)
GAP = Finding(Proof.GAP, Why.NO_OVERLAP)
MATCHED = Finding(Proof.MATCHED, shift_px=280, overlap_px=380, alike_permille=943)


def make_run(
    frames: int = 8,
    *,
    pairs: tuple[PairRecord, ...] | None = None,
    gaps: tuple[GapRecord, ...] = (GapRecord(6, 7, Why.NO_OVERLAP),),
    islands: tuple[Island, ...] = (
        Island((1, 2, 3, 4, 5, 6), (0, 300, 600, 900, 1200, 1500)),
        Island((7, 8), (0, 300)),
    ),
    size: tuple[int, int] = (770, 480),
    is_judged: bool = True,
) -> tuple[Dossier, DrawnOriginals]:
    """Return the sample dossier with its second exhibit as a run; by default eight frames and one gap."""
    dossier, originals = sample_dossier()
    entry = dossier.exhibits[1]
    made = tuple(_frame(entry.exhibit, n, originals, size) for n in range(1, frames + 1))
    found = pairs or tuple(
        PairRecord(n, n + 1, GAP if any(g.first == n for g in gaps) else EXACT) for n in range(1, frames)
    )
    first = made[0].record
    run = RunRecord(
        run_id=first.run_id or "",
        algorithm="strips/1",
        constants={"strip_px": 32},
        started_at=made[0].acquired_at,
        ended_at=made[-1].acquired_at,
        frames=tuple(
            FrameLine(n, one.record.acquisition_id, one.record.content.sha256, one.acquired_at, *size)
            for n, one in enumerate(made, 1)
        ),
        segments=(1,),
        pairs=found,
        gaps=gaps,
        islands=islands,
    )
    derived = tuple(
        DerivativeRecord(
            f"d{n}", kind, run.ended_at, (), "joined", "Safehold", mime, 10, sha256_of(kind.value.encode())
        )
        for n, (kind, mime) in enumerate(
            [(DerivativeKind.RUN_RECORD, "application/json"), (DerivativeKind.JOINED_PICTURE, "image/png")]
        )
    )
    exhibit = replace(
        entry.exhibit,
        record=first,
        frames=made,
        run=run if is_judged else None,
        derivatives=derived if is_judged else (),
        facts=ExhibitFacts(
            title="Skype conversation with account 1",
            shows="Both sides of the conversation with account 1, as loaded on screen",
            does_not_show="Messages deleted before capture; the video file itself",
        ),
    )
    shown = tuple(ReportExhibit(exhibit, one.account) if one is entry else one for one in dossier.exhibits)
    return replace(dossier, exhibits=shown), originals


def _frame(exhibit: Exhibit, n: int, originals: DrawnOriginals, size: tuple[int, int]) -> Original:
    data = draw_picture(f"{exhibit.ref}.{n}", *size)
    frame_id = exhibit.id if n == 1 else ExhibitId(f"{exhibit.id}-{n}")
    originals.pictures[frame_id] = data
    record = exhibit.record
    assert record.screen is not None
    at = exhibit.acquired_at + timedelta(seconds=18 * (n - 1))
    return Original(
        frame_id,
        f"{exhibit.ref}.{n}",
        exhibit.seq + n,
        at,
        replace(
            record,
            acquisition_id=f"{record.acquisition_id}-{n}",
            run_id="run-1",
            run_index=n,
            exhibit_ref=f"{exhibit.ref}.{n}",
            time=replace(record.time, started_at=at, ended_at=at),
            screen=replace(record.screen, mode=Mode.CONVERSATION),
            content=replace(
                record.content,
                sha256=sha256_of(data),
                size_bytes=len(data),
                width_px=size[0],
                height_px=size[1],
            ),
        ),
    )
