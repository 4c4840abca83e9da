# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app import commands
from app.conversation import joined
from app.conversation.files import read_frame
from app.errors import BadInput, ExportFailed
from app.joining import join_files
from tests.app.conversation.test_from_files import saved

if TYPE_CHECKING:
    from pathlib import Path

PAIR = {"frames", "verdict", "shift_px", "overlap_px", "why", "alike_permille", "pixels_equal"}


def test_what_is_told_is_one_object_with_a_pair_for_each_neighbour(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths, out = saved(tmp_path, 3_000, 3_200, 3_300), tmp_path / "joined.png"
    code = commands.run(commands.parse(["join", *map(str, paths), "--out", str(out), "--json"]))
    told = json.loads(capsys.readouterr().out)
    assert code == 0
    assert [pair["verdict"] for pair in told["pairs"]] == ["exact", "exact"]
    assert [pair["shift_px"] for pair in told["pairs"]] == [200, 100]
    assert all(set(pair) == PAIR and pair["overlap_px"] > 100 for pair in told["pairs"])
    assert told["gaps"] == []
    assert told["islands"] == [{"frames": [1, 2, 3], "tops_px": [0, 200, 300]}]
    assert [frame["name"] for frame in told["frames"]] == ["1.png", "2.png", "3.png"]
    assert told["out"] == [str(out)]
    assert read_frame(out)[0].height_px == 300 + 480


def test_a_gap_that_is_left_is_the_answer_no(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths, out = saved(tmp_path, 3_000, 5_000), tmp_path / "joined.png"
    arguments = ["join", *map(str, paths), "--out", str(out)]
    assert commands.run(commands.parse(arguments)) == 1
    said = capsys.readouterr().out
    assert "Gap: messages may be missing between frames 1 and 2" in said
    assert commands.run(commands.parse([*arguments, "--json"])) == 1
    (pair,) = json.loads(capsys.readouterr().out)["pairs"]
    assert (pair["verdict"], pair["shift_px"], pair["overlap_px"]) == ("gap", None, 0)
    assert out.exists()


def test_no_gap_is_said_and_never_complete(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths, out = saved(tmp_path, 3_000, 3_200), tmp_path / "joined.png"
    assert commands.run(commands.parse(["join", *map(str, paths), "--out", str(out)])) == 0
    said = capsys.readouterr().out
    assert "From the first frame to the last, no gap." in said
    assert "complete" not in said


@pytest.mark.parametrize("bad", [b"", b"text", b"\x89PNG\r\n\x1a\n" + b"0" * 400])
def test_a_bad_file_is_one_line_and_2(tmp_path: Path, capsys: pytest.CaptureFixture[str], bad: bytes) -> None:
    paths = saved(tmp_path, 3_000)
    (tmp_path / "bad.png").write_bytes(bad)
    arguments = ["join", str(paths[0]), str(tmp_path / "bad.png"), "--out", str(tmp_path / "joined.png")]
    assert commands.run(commands.parse(arguments)) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "bad.png" in told.err
    assert not (tmp_path / "joined.png").exists()


def test_a_frame_is_never_written_over(tmp_path: Path) -> None:
    paths = saved(tmp_path, 3_000, 3_200)
    before = paths[0].read_bytes()
    with pytest.raises(BadInput, match="one of the frames"):
        join_files(paths, tmp_path / ".." / tmp_path.name / "1.png")
    assert paths[0].read_bytes() == before


def test_the_name_says_that_it_is_a_png(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"\.png"):
        join_files(saved(tmp_path, 3_000), tmp_path / "joined.jpg")


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed):
        join_files(saved(tmp_path, 3_000), tmp_path / "nowhere" / "joined.png")


def test_a_very_tall_picture_comes_in_numbered_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joined, "MOST_ROWS", 600)
    told = join_files(saved(tmp_path, 3_000, 3_200, 3_400), tmp_path / "joined.png")
    assert [path.name for path in told.out] == ["joined-1.png", "joined-2.png"]
    assert sum(read_frame(path)[0].height_px for path in told.out) == 400 + 480


def test_a_numbered_file_does_not_fall_on_a_frame(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joined, "MOST_ROWS", 600)
    paths = saved(tmp_path, 3_000, 3_200, 3_400)
    named = paths[0].rename(tmp_path / "joined-2.png")
    with pytest.raises(BadInput, match=r"joined-2\.png"):
        join_files([named, *paths[1:]], tmp_path / "joined.png")
    assert not (tmp_path / "joined-1.png").exists()
