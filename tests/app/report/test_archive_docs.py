# SPDX-License-Identifier: MIT
"""The page about archive quality says what the tests say."""

from app.paths import project_root
from tests.app.report.archive_checks import CHECKERS
from tests.app.report.archive_faults import FAULTS

PAGE = project_root() / "docs" / "archive-quality.md"


def test_every_fault_is_in_the_table_with_who_sees_it():
    text = PAGE.read_text("utf-8")
    for fault in FAULTS:
        marks = " | ".join("x" if name in fault.caught_by else "" for name in CHECKERS)
        assert f"| {fault.name} | {marks} |" in text


def test_how_many_only_ours_sees_is_counted_right():
    alone = sum(fault.caught_by == {"ours"} for fault in FAULTS)
    assert (len(FAULTS), alone) == (33, 10)
    text = PAGE.read_text("utf-8")
    assert "damaged in 33 ways" in text
    assert "Ten of them only ours sees" in text
