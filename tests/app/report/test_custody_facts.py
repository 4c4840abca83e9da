# SPDX-License-Identifier: MIT
"""The log in sum: what is printed, what is counted, and where it ends."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from app.custody.log import FIRST_PREV, leaf_hash, make_record
from app.errors import ChainBroken
from app.model import Purged
from app.report.custody_facts import FIRST_CAPTURES, LAST_CAPTURES, read_custody
from tests.app.report.dossiers import sample_dossier
from tests.fakes.clock import FakeClock
from tests.fakes.purged import purged_exhibit

DOSSIER, _ = sample_dossier()
EXHIBITS = DOSSIER.all_exhibits


def log_of(*acts):
    clock, prev, lines = FakeClock(), FIRST_PREV, []
    for seq, (kind, obj, data) in enumerate(acts, 1):
        clock.advance(timedelta(seconds=1))
        line = make_record(
            seq=seq,
            moment=clock.now(),
            actor="witness",
            tool="Safehold 0.1.0",
            type=kind,
            obj=obj,
            data=data,
            prev=prev,
        )
        lines.append(line)
        prev = leaf_hash(line)
    return lines


def test_captures_are_named_by_their_ref_and_leaves_are_the_logs():
    lines = log_of(("case.create", None, {}), ("acquisition.create", "a1", {"sha256": "0" * 64}))
    read = read_custody(lines, 2, EXHIBITS)
    assert [(line.first, line.what) for line in read.facts.lines] == [(1, ""), (2, "TJH/1")]
    assert read.facts.lines[1].leaf == leaf_hash(lines[1])
    assert read.tool == "Safehold 0.1.0"


def test_what_comes_after_the_checkpoint_is_not_read():
    lines = log_of(("case.create", None, {}), ("export.create", None, {}), ("export.create", None, {}))
    assert read_custody(lines, 2, ()).exports == 1


def test_a_letter_is_no_version_of_the_record() -> None:
    letter = {"form": "letter", "size": 1}
    lines = log_of(("case.create", None, {}), ("export.create", None, letter), ("export.create", None, {}))
    assert read_custody(lines, 3, ()).exports == 1


def test_a_log_that_ends_too_soon_is_refused():
    with pytest.raises(ChainBroken):
        read_custody(log_of(("case.create", None, {})), 2, ())


def test_a_failed_check_names_the_exhibits():
    check = {"checked": 7, "differs": 1, "exhibits": ["x3"]}
    read = read_custody(log_of(("integrity.check", None, check)), 1, EXHIBITS)
    assert read.facts.integrity.originals == 7
    assert read.facts.integrity.differ == ("TJH/3",)


def test_a_check_of_the_key_file_is_none_of_the_originals():
    read = read_custody(log_of(("integrity.check", None, {"part": "keys", "repaired": True})), 1, ())
    assert read.facts.integrity is None
    assert read.facts.lines == ()


def test_jumps_and_removals_are_counted():
    read = read_custody(log_of(("clock.jump", None, {}), ("object.purge", "x1", {})), 2, EXHIBITS)
    assert (read.facts.clock_jumps, read.facts.purged) == (1, 1)


def test_what_was_removed_keeps_its_name():
    gone = purged_exhibit(EXHIBITS[0], DOSSIER.prepared.utc, "a reason")
    note = Purged("n1", "note", None, None, 9, DOSSIER.prepared.utc, "a reason")
    acts = [("acquisition.create", "a1", {}), ("object.purge", "x1", {}), ("object.purge", "n1", {})]
    read = read_custody(log_of(*acts), 3, EXHIBITS[1:], (gone, note))
    assert [line.what for line in read.facts.lines] == ["TJH/1", "TJH/1", "note"]


def run_of(number, frames):
    """An exhibit that is a run, as far as the log names it."""
    ref = f"TJH/{number}"
    originals = [
        SimpleNamespace(ref=f"{ref}.{n}", record=SimpleNamespace(acquisition_id=f"r{number}.{n}"))
        for n in range(1, frames + 1)
    ]
    return SimpleNamespace(id=f"x{number}", ref=ref, originals=originals)


def capture(acquisition_id):
    return ("acquisition.create", acquisition_id, {})


def test_the_frames_of_a_run_are_one_line():
    acts = [
        ("case.create", None, {}),
        ("acquisition.create", "a1", {}),
        *[
            act
            for n in (1, 2, 3)
            for act in (("acquisition.create", f"r4.{n}", {}), ("checkpoint", None, {}))
        ],
        ("acquisition.create", "r40.1", {}),
        ("acquisition.create", "r40.2", {}),
    ]
    lines = log_of(*acts)
    exhibits = (*EXHIBITS, run_of(4, 3), run_of(40, 2))
    shown = read_custody(lines, len(lines), exhibits).facts.lines[1:]
    assert [(one.first, one.last, one.records, one.what) for one in shown] == [
        (2, 2, 1, "TJH/1"),
        (3, 7, 3, "TJH/4.1 - TJH/4.3"),
        (9, 10, 2, "TJH/40.1 - TJH/40.2"),
    ]
    assert shown[1].leaf == leaf_hash(lines[6])


def test_what_was_done_while_a_run_went_on_parts_its_line():
    acts = [
        ("acquisition.create", "r4.1", {}),
        ("export.create", None, {}),
        ("acquisition.create", "r4.2", {}),
    ]
    shown = read_custody(log_of(*acts), 3, (run_of(4, 2),)).facts.lines
    assert [one.what for one in shown] == ["TJH/4.1", "", "TJH/4.2"]


def test_many_captures_are_cut_to_the_first_and_last():
    lines = log_of(*(("acquisition.create", f"a{n}", {}) for n in range(40)))
    shown = read_custody(lines, 40, ()).facts.lines
    assert len(shown) == FIRST_CAPTURES + LAST_CAPTURES
    assert [shown[0].first, shown[-1].first] == [1, 40]


def test_times_from_outside_are_read_in_order_with_the_authority_by_its_name():
    said = {
        "authority": "digicert",
        "token_at": "2026-11-24T03:05:02.000Z",
        "size": 1,
        "difference_ms": -40,
    }
    lines = log_of(
        ("case.create", None, {}),
        ("anchor.ok", "x", said),
        ("anchor.fail", "y", {"why": "no_answer"}),
        ("anchor.ok", "z", {**said, "authority": "gone", "size": 3}),
    )
    first, second = read_custody(lines, 4, ()).facts.outside
    assert (first.n, first.key, first.authority, first.size) == (1, "digicert", "DigiCert", 1)
    assert (second.n, second.authority, second.size) == (2, "gone", 3)
    assert read_custody(lines, 1, ()).facts.outside == ()
