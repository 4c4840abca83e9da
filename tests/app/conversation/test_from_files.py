# SPDX-License-Identifier: MIT
from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.capture.png import encode
from app.conversation import from_files
from app.conversation.files import decode
from app.conversation.from_files import join, verdict_of
from app.custody.run_record import fault_in
from app.errors import BadInput
from app.hashing import sha256_of
from app.model import Proof, Rect
from tests.fakes.conversation import HEIGHT, WIDTH, ChatScreen

if TYPE_CHECKING:
    from pathlib import Path

SCREEN = ChatScreen()


def saved(folder: Path, *tops: int, kind: str = "PNG") -> list[Path]:
    """Save frames of one chat, scrolled to these rows."""
    paths = []
    for number, top in enumerate(tops, start=1):
        SCREEN.top = top
        data = encode(SCREEN.grab(Rect(0, 0, *SCREEN.size)))
        path = folder / f"{number}.{kind.lower()}"
        if kind != "PNG":
            Image.open(io.BytesIO(data)).save(path, kind, quality=92)
        else:
            path.write_bytes(data)
        paths.append(path)
    return paths


def test_files_that_meet_are_joined(tmp_path: Path) -> None:
    done = join(saved(tmp_path, 3_000, 3_200, 3_100))
    assert [pair.finding.shift_px for pair in done.neighbours] == [200, -100]
    assert [verdict_of(pair) for pair in done.neighbours] == ["exact", "exact"]
    assert not done.has_gap
    (part,) = done.pictures()
    assert decode(part.data).height_px == 200 + HEIGHT
    assert fault_in(done.record) is None
    assert [line.sha256 for line in done.record.frames] == [
        sha256_of(path.read_bytes()) for path in done.paths
    ]


def test_a_gap_is_closed_by_a_later_file(tmp_path: Path) -> None:
    done = join(saved(tmp_path, 3_000, 3_500, 3_250))
    assert [verdict_of(pair) for pair in done.neighbours] == ["gap", "exact"]
    assert not done.has_gap
    assert done.record.gaps[0].closed_by == (1, 3)


def test_a_gap_that_stays_is_said(tmp_path: Path) -> None:
    done = join(saved(tmp_path, 3_000, 5_000))
    assert done.has_gap
    assert done.neighbours[0].finding.level is Proof.GAP


def test_the_same_file_twice_is_the_same_place(tmp_path: Path) -> None:
    (path,) = saved(tmp_path, 3_000)
    done = join([path, path])
    (pair,) = done.neighbours
    assert (verdict_of(pair), pair.finding.shift_px) == ("matched", 0)
    assert not done.has_gap


def test_one_file_is_joined_to_itself(tmp_path: Path) -> None:
    (path,) = saved(tmp_path, 3_000)
    done = join([path])
    assert done.neighbours == ()
    (part,) = done.pictures()
    assert decode(part.data) == decode(path.read_bytes())


def test_png_and_jpeg_may_be_mixed_and_never_join_wrongly(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "j").mkdir()
    one, other = saved(tmp_path / "p", 3_000, 3_200), saved(tmp_path / "j", 3_300, 3_400, kind="JPEG")
    done = join([*one, *other])
    for pair, shift in zip(done.neighbours, (200, 100, 100), strict=True):
        assert pair.finding.shift_px in {shift, None}
    assert done.neighbours[0].finding.level is Proof.EXACT


def test_files_of_another_width_are_a_break(tmp_path: Path) -> None:
    paths = saved(tmp_path, 3_000, 3_100)
    wide = tmp_path / "wide.png"
    Image.open(paths[1]).resize((WIDTH + 100, HEIGHT)).save(wide)
    done = join([paths[0], wide])
    assert verdict_of(done.neighbours[0]) == "gap"
    assert done.record.size_changes == (2,)


def test_a_file_that_changes_meanwhile_is_not_used(tmp_path: Path) -> None:
    paths = saved(tmp_path, 3_000, 3_200)
    done = join(paths)
    SCREEN.top = 3_300
    paths[1].write_bytes(encode(SCREEN.grab(Rect(0, 0, *SCREEN.size))))
    with pytest.raises(BadInput, match=r"2\.png was changed"):
        list(done.pictures())


def test_nothing_and_far_too_much_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BadInput, match="Give 1 to"):
        join([])
    monkeypatch.setattr(from_files, "MOST_FRAMES", 1)
    with pytest.raises(BadInput, match="Give 1 to"):
        join(saved(tmp_path, 3_000, 3_100))


def test_a_bad_file_is_named(tmp_path: Path) -> None:
    paths = saved(tmp_path, 3_000)
    (tmp_path / "bad.png").write_bytes(b"not a picture")
    with pytest.raises(BadInput, match=r"bad\.png"):
        join([*paths, tmp_path / "bad.png"])


def test_every_kind_of_finding_has_a_verdict() -> None:
    assert set(from_files.VERDICTS) == set(Proof)
    assert set(from_files.VERDICTS.values()) == {"exact", "matched", "ambiguous", "gap"}
    assert np.unique(list(from_files.VERDICTS.values())).size == 4
