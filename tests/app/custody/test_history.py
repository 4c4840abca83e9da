# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.custody.history import history
from app.errors import ChainBroken
from tests.fakes.records import record

IDS = frozenset({"exhibit-a", "acquisition-a"})


def line(seq: int, kind: str, obj: str | None, /, **data: object) -> bytes:
    return record(seq, type=kind, obj=obj, data=data or {"n": seq})


def told(*lines: bytes, since: int = 1) -> list[str]:
    return [one.what for one in history(lines, IDS, since)]


def test_it_tells_what_was_done_to_this_exhibit_only() -> None:
    assert told(
        line(1, "acquisition.create", "acquisition-a"),
        line(2, "exhibit.allocate", "exhibit-a"),
        line(3, "acquisition.create", "acquisition-b"),
        line(4, "exhibit.revise", "exhibit-b"),
        line(5, "exhibit.withdraw", "exhibit-a"),
    ) == ["taken", "withdrawn"]


def test_the_first_words_are_written_and_later_ones_changed() -> None:
    lines = [line(n, "exhibit.revise", "exhibit-a") for n in (1, 2, 3)]
    assert told(*lines) == ["said", "changed", "changed"]


def test_acts_on_everything_count_from_its_acquisition_on() -> None:
    lines = [
        line(1, "export.create", None),
        line(2, "acquisition.create", "acquisition-a"),
        line(3, "print.create", None),
        line(4, "export.create", None),
    ]
    assert told(*lines, since=2) == ["taken", "print", "export"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"checked": 3, "differs": 0, "exhibits": []}, ["checked"]),
        ({"checked": 3, "differs": 1, "exhibits": ["exhibit-b"]}, ["checked"]),
        ({"checked": 3, "differs": 1, "exhibits": ["exhibit-a"]}, ["differs"]),
        ({"part": "keys", "repaired": True}, []),
    ],
)
def test_a_check_says_how_it_ended_for_this_one(data: dict[str, object], expected: list[str]) -> None:
    assert told(line(1, "integrity.check", None, **data)) == expected


def test_time_and_zone_are_those_of_the_record() -> None:
    (one,) = history([line(1, "exhibit.withdraw", "exhibit-a")], IDS, 1)
    assert (one.seq, one.zone, one.at.isoformat()) == (1, "Europe/London", "2026-11-24T02:16:05.123000+00:00")


def test_a_line_about_it_that_is_no_record_is_said_to_be_broken() -> None:
    with pytest.raises(ChainBroken):
        history([b'{"obj":"exhibit-a"}'], IDS, 1)


RUN = frozenset({"exhibit-a", "frame-1", "frame-2", "frame-3", "record-1", "picture-1", "picture-2"})


def test_the_pictures_of_a_sitting_are_one_act_and_so_are_the_parts_of_the_long_one() -> None:
    lines = (
        line(1, "acquisition.create", "frame-1"),
        line(2, "exhibit.allocate", "exhibit-a"),
        line(3, "acquisition.create", "frame-2"),
        line(4, "derivative.create", "record-1", kind="run_record"),
        line(5, "derivative.create", "picture-1", kind="joined_picture"),
        line(6, "derivative.create", "picture-2", kind="joined_picture"),
        line(7, "derivative.create", "picture-9", kind="joined_picture"),
        line(8, "acquisition.create", "frame-3"),
    )
    told = [(one.seq, one.what, one.count) for one in history(lines, RUN, 1)]
    assert told == [(1, "taken", 2), (4, "ordered", 1), (5, "joined", 2), (8, "taken", 1)]


def test_copies_on_which_parts_are_covered_are_one_act() -> None:
    made = [line(n, "derivative.create", f"picture-{n}", kind="redacted") for n in (1, 2)]
    (one,) = history(made, RUN, 1)
    assert (one.what, one.count) == ("covered", 2)


def test_a_thing_that_is_made_and_has_no_words_is_passed_over() -> None:
    assert history([line(1, "derivative.create", "record-1", kind="thumbnail")], RUN, 1) == ()


def test_an_id_that_only_stands_in_what_a_record_holds_is_not_what_it_is_about() -> None:
    lines = [
        line(1, "exhibit.withdraw", "exhibit-b", obj="exhibit-a"),
        line(2, "exhibit.withdraw", "exhibit-a"),
    ]
    assert [one.seq for one in history(lines, IDS, 1)] == [2]
