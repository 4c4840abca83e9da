# SPDX-License-Identifier: MIT
"""The joined picture of a run in a vault: rows of its frames, named; a gap in words."""

from __future__ import annotations

import io
import re
import threading
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.capture.models import Frame
from app.capture.png import encode
from app.errors import Cancelled
from app.hashing import sha256_of
from app.model import DerivativeKind, Finding, GapRecord, Island, PairRecord, Proof, Rect, Why
from app.run_pictures import joined_pictures
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import ADULT
from tests.fakes.clock import FakeClock
from tests.fakes.runs import frame, record_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.model import Exhibit, RunRecord

AT = datetime(2026, 11, 24, 2, 30, tzinfo=UTC)
WIDTH, HEIGHT, SHIFT = 320, 200, 120


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = Vault.create(
        tmp_path / "case.safehold",
        "violet kettle march otter",
        clock=FakeClock(),
        facts=ADULT,
        tool="test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )
    yield made
    made.close()


def page(rows: int) -> np.ndarray:
    return np.random.default_rng(7).integers(0, 255, (rows, WIDTH, 4), dtype=np.uint8)


def kept(vault: Vault, count: int) -> Exhibit:
    whole = page(HEIGHT + SHIFT * (count - 1))
    for n in range(1, count + 1):
        top = SHIFT * (n - 1)
        data = encode(Frame(WIDTH, HEIGHT, np.ascontiguousarray(whole[top : top + HEIGHT]).tobytes()))
        made = frame(n)
        content = replace(
            made.record.content,
            sha256=sha256_of(data),
            size_bytes=len(data),
            width_px=WIDTH,
            height_px=HEIGHT,
        )
        run = vault.add_frame(replace(made, record=replace(made.record, content=content), data=data))
    return run


def judged(run: Exhibit, gap_after: int = 0) -> RunRecord:
    count = len(run.frames)
    numbers = range(1, count + 1)
    region = Rect(0, 0, WIDTH, HEIGHT)
    meets = Finding(Proof.EXACT, shift_px=SHIFT, region=region, overlap_px=HEIGHT - SHIFT)
    misses = Finding(Proof.GAP, Why.NO_OVERLAP)
    cuts = [list(numbers)] if not gap_after else [list(numbers[:gap_after]), list(numbers[gap_after:])]
    return replace(
        record_of(run),
        pairs=tuple(PairRecord(n, n + 1, misses if n == gap_after else meets) for n in numbers[:-1]),
        gaps=(GapRecord(gap_after, gap_after + 1, Why.NO_OVERLAP),) if gap_after else (),
        islands=tuple(Island(tuple(cut), tuple(SHIFT * at for at in range(len(cut)))) for cut in cuts),
    )


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def test_what_meets_becomes_the_page_it_was_taken_from(vault: Vault) -> None:
    run = kept(vault, 4)
    record = judged(run)
    with vault.reader() as reader:
        (made,) = joined_pictures(reader, run, record, made_at=AT, tool="test")
    assert np.array_equal(pixels(made.data), page(HEIGHT + 3 * SHIFT)[..., 2::-1])
    said = made.record
    assert (said.kind, said.made_at, said.mime) == (DerivativeKind.JOINED_PICTURE, AT, "image/png")
    assert (said.sha256, said.size_bytes) == (sha256_of(made.data), len(made.data))
    assert set(said.parents) <= {one.sha256 for one in record.frames}
    rows = re.findall(r"Rows (\d+)-(\d+): frame (\d+) from row (\d+)", said.method)
    assert [int(first) for first, *_ in rows[1:]] == [int(last) + 1 for _, last, *_ in rows[:-1]]
    vault.finish_run(run.id, record, (made,))


def test_a_gap_stands_in_it_with_both_frames_whole(vault: Vault) -> None:
    run = kept(vault, 4)
    with vault.reader() as reader:
        (made,) = joined_pictures(reader, run, judged(run, gap_after=2), made_at=AT, tool="test")
    joined, whole = pixels(made.data), page(HEIGHT + 3 * SHIFT)[..., 2::-1]
    above, below = HEIGHT + SHIFT, HEIGHT + SHIFT
    assert len(joined) > above + below
    assert np.array_equal(joined[:above], whole[:above])
    assert np.array_equal(joined[-below:], whole[2 * SHIFT :])


def test_it_tells_how_far_it_is_and_can_be_stopped(vault: Vault) -> None:
    run = kept(vault, 3)
    told: list[float] = []
    with vault.reader() as reader:
        joined_pictures(reader, run, judged(run), made_at=AT, tool="test", moved=told.append)
        assert told == sorted(told)
        assert told[-1] == pytest.approx(1)
        stopped = threading.Event()
        stopped.set()
        with pytest.raises(Cancelled):
            joined_pictures(reader, run, judged(run), made_at=AT, tool="test", cancelled=stopped)
