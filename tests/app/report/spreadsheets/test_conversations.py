# SPDX-License-Identifier: MIT
from __future__ import annotations

import csv
import io
from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

from app.model import Finding, GapRecord, Proof, Why
from app.package.build import english
from app.report.spreadsheets.conversations import conversations
from tests.fakes.runs import finished_run, pair

if TYPE_CHECKING:
    from app.model import Exhibit
    from tests.app.package.conftest import Exported


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def told(exhibit: Exhibit) -> list[dict[str, str]]:
    return rows_of(conversations(SimpleNamespace(exhibits=(SimpleNamespace(exhibit=exhibit),)), english()))


def test_every_frame_of_every_shown_run_is_a_row_with_its_file(with_runs: Exported) -> None:
    data = with_runs.files["data/tables/conversations.csv"]
    assert data.startswith(b"\xef\xbb\xbf")
    frames = [row for row in rows_of(data) if row["row"] == "frame"]
    assert [row["first"] for row in frames] == [
        *(f"TJH/2.{n}" for n in (1, 2, 3, 4)),
        *(f"TJH/3.{n}" for n in (1, 2, 3)),
        *(f"TJH/6.{n}" for n in (1, 2)),
    ]
    assert all(f"data/exhibits/{row['file']}" in with_runs.files for row in frames)
    assert [row["in_words"] for row in frames if row["exhibit"] == "TJH/3"] == [
        "",
        "",
        "The run was taken up again with this frame.",
    ]
    assert {row["in_words"] for row in frames if row["exhibit"] == "TJH/6"} == {
        "Not worked out yet: how this frame meets the others."
    }


def test_pairs_and_gaps_are_said_in_words(with_runs: Exported) -> None:
    found = [row for row in rows_of(with_runs.files["data/tables/conversations.csv"]) if row["second"]]
    first, second = [row for row in found if row["exhibit"] == "TJH/2"][:2]
    assert (first["verdict"], first["shift_px"], first["overlap_rows"]) == ("exact", "300", "400")
    assert first["in_words"] == "The frames meet: 400 rows are the same, pixel for pixel. Parts left out: 0."
    assert (second["verdict"], second["shift_px"], second["overlap_rows"]) == ("gap", "", "")
    (gap,) = [row for row in found if row["row"] == "gap"]
    assert (gap["first"], gap["second"], gap["verdict"]) == ("TJH/2.2", "TJH/2.3", "open")
    assert gap["in_words"].startswith("Gap: messages may be missing")


def test_each_verdict_has_its_words_and_the_last_finding_counts(new_vault) -> None:
    run = finished_run(new_vault(), 3)
    assert run.run is not None
    findings = [Finding(level, alike_permille=948, overlap_px=7) for level in Proof]
    said = set()
    for finding in findings:
        changed = replace(run.run, pairs=(pair(1, 2), pair(1, 2, finding)))
        (row,) = [row for row in told(replace(run, run=changed)) if row["row"] == "pair"]
        assert row["verdict"] == finding.level
        said.add(row["in_words"])
    assert len(said) == len(Proof)
    assert "The frames match, but not pixel for pixel: 94 % alike." in said


def test_what_differs_is_not_called_the_same(new_vault) -> None:
    run = finished_run(new_vault(), 2)
    assert run.run is not None
    findings = [
        Finding(Proof.EXACT, overlap_px=7, unexplained_strips=3),
        Finding(Proof.SAME, shift_px=0, alike_permille=918),
    ]
    said = []
    for finding in findings:
        rows = told(replace(run, run=replace(run.run, pairs=(pair(1, 2, finding),))))
        said += [row["in_words"] for row in rows if row["row"] == "pair"]
    assert said == [
        "The frames meet: 7 rows are the same, but for 3 strips of 32 pixels that differ. Parts left out: 0.",
        "Both frames show the same place; what stands there is 91 % alike.",
    ]


def test_a_closed_gap_keeps_its_line(new_vault) -> None:
    run = finished_run(new_vault(), 3)
    assert run.run is not None
    closed = replace(run.run, gaps=(GapRecord(1, 2, Why.NO_OVERLAP, (1, 3)),))
    (row,) = [row for row in told(replace(run, run=closed)) if row["row"] == "gap"]
    assert row["verdict"] == "closed"
    assert row["in_words"] == "There was a gap. It was closed by frames TJH/1.1 and TJH/1.3."


def test_without_a_conversation_there_is_no_such_table(exported: Exported) -> None:
    assert "data/tables/conversations.csv" not in exported.files
    assert "derivatives" not in exported.files["3_Read_Me_First.txt"].decode()
