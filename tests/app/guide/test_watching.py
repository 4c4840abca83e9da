# SPDX-License-Identifier: MIT
"""What is noted about a place adds to what was noted before."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.guide.watching import answered, found_at, gone, looked, takedown
from app.model import Answer, Look, Place, PlaceKind, ReportMade, Takedown

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)
EARLIER = NOW - timedelta(days=7)
DAY = date(2026, 12, 1)
LINK = Place(PlaceKind.LINK, "A post", url="https://x.com/1", looks=(Look(EARLIER, Answer.NO),))
REPORT = ReportMade("Instagram", "IG-1", EARLIER, next_check_on=date(2026, 11, 24))


def test_a_look_joins_the_looks_before() -> None:
    after = looked(LINK, NOW, DAY, found=Answer.YES, note="a new post")
    assert after.looks == (Look(EARLIER, Answer.NO), Look(NOW, Answer.YES, "a new post"))
    assert (after.next_look_on, after.is_closed) == (DAY, False)


def test_a_look_without_a_next_day_is_the_last() -> None:
    assert looked(LINK, NOW, None, found=Answer.NO).is_closed


def test_what_was_found_is_watched_itself() -> None:
    found = found_at("https://x.com/2", NOW, DAY)
    assert (found.kind, found.url, found.is_posted, found.next_look_on) == (
        PlaceKind.LINK, "https://x.com/2", Answer.YES, DAY,
    )  # fmt: skip


def test_what_is_gone_stays_with_its_day() -> None:
    after = gone(LINK, NOW)
    assert (after.takedown, after.down_at, after.is_closed) == (Takedown.DOWN, NOW, True)
    assert (after.url, len(after.looks)) == (LINK.url, 2)


def test_the_first_asking_keeps_its_day() -> None:
    asked = takedown(LINK, Takedown.SENT, EARLIER, "X")
    later = takedown(asked, Takedown.NO_ANSWER, NOW, "X")
    assert (later.takedown, later.asked_at, later.asked_of) == (Takedown.NO_ANSWER, EARLIER, "X")


def test_down_and_up_again_is_not_down() -> None:
    down = takedown(takedown(LINK, Takedown.SENT, EARLIER, "X"), Takedown.DOWN, NOW, "X")
    assert (down.asked_at, down.down_at) == (EARLIER, NOW)
    assert takedown(down, Takedown.REFUSED, NOW, "X").down_at is None
    assert takedown(down, None, NOW, None).asked_at is None


@pytest.mark.parametrize(("day", "is_closed"), [(DAY, False), (None, True)])
def test_an_answer_is_kept_with_its_day(day: date | None, *, is_closed: bool) -> None:
    after = answered(REPORT, "They closed it", NOW, day)
    assert (after.answer, after.answered_at, after.next_check_on, after.is_closed) == (
        "They closed it", NOW, day, is_closed,
    )  # fmt: skip


def test_no_answer_yet_changes_the_day_alone() -> None:
    before = answered(REPORT, "We look into it", EARLIER, DAY)
    after = answered(before, None, NOW, DAY + timedelta(days=7))
    assert (after.answer, after.answered_at) == ("We look into it", EARLIER)
