# SPDX-License-Identifier: MIT
"""A payment in the words of the window, by the clock on the wall here."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from app.model import Answer, Payment
from ui import paid_words

if TYPE_CHECKING:
    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
PAID = Payment(
    "western_union", 20_000, "GBP", NOW, reference="4129057183", payee="J.-P. Mbala", collected=Answer.NO
)


def test_a_no_stands_with_the_time_of_the_check(context: Context) -> None:
    now = context.clock.now().utc
    seen = paid_words.collected_of(context, replace(PAID, checked_at=now - timedelta(days=2)))
    assert seen.is_urgent
    assert seen.words == f"Not yet, {paid_words.moment_of(context, now - timedelta(days=2))}"
    assert paid_words.collected_of(context, PAID).words == "Not yet"


@pytest.mark.parametrize(
    ("change", "seen"),
    [
        ({"collected": Answer.YES}, "Yes"),
        ({"collected": Answer.YES, "checked_at": NOW}, "Yes, 24 Nov"),
        (
            {"collected": Answer.YES, "checked_at": NOW, "collected_at": NOW - timedelta(days=1)},
            "Yes, 23 Nov",
        ),
        ({"stopped_at": NOW}, "Stopped, 24 Nov"),
        ({"can_be_stopped": False}, "Can\u2019t be called back"),
        ({"method": "bitcoin"}, "Can\u2019t be called back"),
    ],
)
def test_what_cannot_be_stopped_any_more_is_not_urgent(
    context: Context, change: dict[str, object], seen: str
) -> None:
    assert paid_words.collected_of(context, replace(PAID, **change)) == (seen, False)


def test_nobody_knows_is_urgent_too(context: Context) -> None:
    seen = paid_words.collected_of(context, replace(PAID, collected=Answer.NOT_KNOWN))
    assert seen == ("Not known", True)


def test_today_is_said_by_the_hour_and_another_year_by_its_year(context: Context) -> None:
    now = context.clock.now().utc
    assert len(paid_words.moment_of(context, now)) == len("02:20")
    assert "2019" in paid_words.day_of(context, datetime(2019, 3, 1, 12, tzinfo=UTC))
    assert str(now.year) not in paid_words.day_of(context, now)
    assert str(now.year) in paid_words.moment_of(context, now, whole=True)


def test_a_day_that_is_still_to_come_is_said_to_be(context: Context) -> None:
    ahead = replace(PAID, paid_at=context.clock.now().utc + timedelta(days=3))
    assert "still to come" in paid_words.sent_of(context, ahead)
    assert paid_words.sent_of(context, replace(PAID, paid_at=None)) == "Not noted"


def test_a_sum_that_was_not_noted_is_said_so(context: Context) -> None:
    assert paid_words.amount_of(context, PAID) == "£200"
    assert paid_words.amount_of(context, replace(PAID, amount_minor=None)) == "A sum you did not note"


@pytest.mark.parametrize(
    ("way", "said"),
    [
        ("western_union", "by Western Union"),
        ("cash", "in cash"),
        ("other", "in another way"),
        ("bitcoin", "in Bitcoin"),
    ],
)
def test_how_it_was_sent_stands_after_a_sum(context: Context, way: str, said: str) -> None:
    assert paid_words.by_way(context, context.ways_to_pay[way]) == said


@pytest.mark.parametrize("way", ["western_union", "gift_card", "bank_transfer", "cash"])
def test_every_way_has_words_for_its_question(context: Context, way: str) -> None:
    for key in ("payments.form.collected", "payments.stop.state"):
        assert context.words.has(paid_words.keyed(context, key, context.ways_to_pay[way]))


def test_a_name_turns_no_line_round_and_is_no_wider_than_its_place() -> None:
    said = paid_words.safe("Mba\u202ela " + "x" * 10_000)
    assert "[U+202E]" in said
    assert len(said) < 250
    assert max(map(len, paid_words.bare(said).split(" "))) > 100
    assert max(map(len, said.replace("\u200b", " ").split(" "))) < 40
    assert paid_words.bare(paid_words.safe("Ana")) == "Ana"
    assert paid_words.safe("") == ""


def test_the_number_of_a_gift_card_is_masked(context: Context) -> None:
    paid = replace(PAID, method="gift_card", reference="X9QT2B7LM3K84K7P")
    assert paid_words.bare(paid_words.number_of(context, paid)) == "•••• •••• •••• 4K7P"
    assert paid_words.number_of(context, replace(PAID, reference=None)) == ""
