# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.package.parts import AROUND_BYTES, Part, plan, size_of
from tests.ui.models.test_exhibits import exhibit

REPORT = ("ab" * 32, 1000)


def sized(n: int, size: int):
    made = exhibit(n)
    record = replace(made.record, content=replace(made.record.content, size_bytes=size))
    return replace(made, record=record)


def test_what_fits_is_one_part_with_no_name_of_its_own() -> None:
    (part,) = plan([sized(1, 100), sized(2, 100)], report=REPORT, in_each=50, limit=100_000)
    assert (part.n, part.of, part.suffix, dict(part.elsewhere)) == (1, 1, "", {})
    assert part.place(Path("a/documents.zip")) == Path("a/documents.zip")


def test_each_part_holds_what_fits_in_the_order_of_the_numbers() -> None:
    exhibits = [sized(n, 30_000) for n in range(1, 6)]
    parts = plan(exhibits, report=REPORT, in_each=10_000, limit=85_000)
    assert [[one.number for one in part.exhibits] for part in parts] == [[1, 2], [3, 4], [5]]
    assert [part.place(Path("documents.zip")).name for part in parts] == [
        f"documents_{n}of3.zip" for n in (1, 2, 3)
    ]
    assert dict(parts[1].elsewhere) == {"TJH/1": 1, "TJH/2": 1, "TJH/5": 3}
    assert [part.is_first for part in parts] == [True, False, False]
    assert {part.report_sha256 for part in parts} == {REPORT[0]}


def test_a_large_report_leaves_less_room_in_the_first_part() -> None:
    exhibits = [sized(n, 30_000) for n in (1, 2)]
    parts = plan(exhibits, report=("", 50_000), in_each=0, limit=85_000)
    assert [len(part.exhibits) for part in parts] == [1, 1]


def test_what_is_too_large_for_any_part_is_not_cut() -> None:
    exhibits = [sized(1, 10), sized(2, 500_000), sized(3, 10)]
    parts = plan(exhibits, report=REPORT, in_each=0, limit=100_000)
    assert [[one.number for one in part.exhibits] for part in parts] == [[1], [2], [3]]


def test_a_case_without_pictures_is_one_part() -> None:
    assert plan([], report=REPORT, in_each=10, limit=5) == (Part(1, 1, (), {}, REPORT[0]),)


def test_what_stands_around_a_file_counts() -> None:
    assert size_of(sized(1, 100)) == 100 + AROUND_BYTES
