# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model import ExhibitId, Rect
from app.search.values import ReadText
from app.vault.found import MOST_HITS
from tests.fakes.acquisitions import acquisition
from tests.fakes.runs import frame

if TYPE_CHECKING:
    from app.vault import Vault


def lines(*texts: str) -> list[ReadText]:
    """Return lines far from one another."""
    return [
        ReadText(Rect(0, 100 * n, 400, 20), text, 900, tuple(range(len(text))))
        for n, text in enumerate(texts)
    ]


def read(vault: Vault, *texts: str) -> ExhibitId:
    count = len(vault.exhibits())
    exhibit = vault.add_exhibit(acquisition(b"picture %d" % count)).id
    vault.keep_texts(exhibit, lines(*texts), "reader")
    return exhibit


def found(vault: Vault, typed: str, most: int = 200) -> list[ExhibitId]:
    return [match.exhibit for match in vault.search(typed, most)]


def test_the_line_is_shown_with_what_was_found_in_it(vault: Vault) -> None:
    exhibit = read(vault, "by PayPal now", "or else")
    (match,) = vault.search("pay")
    (hit,) = match.hits
    assert (match.exhibit, hit.original) == (exhibit, exhibit)
    assert (hit.line, hit.marks, hit.is_exact) == (lines("by PayPal now")[0], ((3, 6),), True)


def test_exact_comes_before_alike_and_then_the_newest_first(vault: Vault) -> None:
    one = read(vault, "by PayPal now")
    two = read(vault, "by PayPal please")
    three = read(vault, "by PayPa1 please")
    four = read(vault, "by paypal")
    assert found(vault, "paypal") == [four, two, one, three]
    assert found(vault, "paypal", 2) == [four, two]


def test_a_phrase_comes_before_one_line_before_one_picture(vault: Vault) -> None:
    phrase = read(vault, "please send money")
    line = read(vault, "money I said, send it")
    picture = read(vault, "send it", "the money")
    read(vault, "send it")
    assert found(vault, "send money") == [phrase, line, picture]
    assert found(vault, "send money", 2) == [phrase, line]
    assert found(vault, "send money", 1) == [phrase]


@pytest.mark.parametrize(
    "typed", ["zq", "q", "\u652f\u4ed8", "\u043c\u044b", "7", "\u00a3", "zq \u652f\u4ed8", "@"]
)
def test_what_is_too_short_for_the_index_is_found_as_well(vault: Vault, typed: str) -> None:
    exhibit = read(vault, "azqb", "\u8bf7\u652f\u4ed8\u94b1", "\u0434\u043e\u043c\u044b", "\u00a37 @ noon")
    read(vault, "nothing of it")
    assert found(vault, typed) == [exhibit]


def test_a_short_word_and_a_long_one_are_both_asked_for(vault: Vault) -> None:
    both = read(vault, "hi there", "paypal")
    read(vault, "paypal")
    read(vault, "hi there")
    assert found(vault, "hi paypal") == [both]


def test_a_run_is_found_once_with_its_frame(vault: Vault) -> None:
    run = vault.add_frame(frame(1)).id
    second = vault.add_frame(frame(2)).originals[1].id
    vault.keep_texts(run, lines("hello paypa1"), "reader")
    vault.keep_texts(second, lines("hello paypal", "paypal it is"), "reader")
    (match,) = vault.search("paypal")
    assert match.exhibit == run
    assert [hit.original for hit in match.hits] == [second, second, run]


def test_many_places_in_one_exhibit_are_cut_short(vault: Vault) -> None:
    read(vault, *(f"money {n}" for n in range(30)))
    (match,) = vault.search("money")
    assert len(match.hits) == MOST_HITS


def test_many_exhibits_are_cut_to_the_newest(vault: Vault) -> None:
    all_of_them = [read(vault, f"money {n}", "paypal") for n in range(150)]
    assert found(vault, "money", 140) == all_of_them[:9:-1]
    assert found(vault, "paypal money", 3) == all_of_them[:-4:-1]


def test_what_looks_alike_in_many_pictures_hides_no_exact_one(vault: Vault) -> None:
    exact = read(vault, "paypal")
    for _ in range(70):
        read(vault, "paypa1")
    assert found(vault, "paypal", 5)[0] == exact


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", '"', '""', "'", "*", "pay*", "^pay", "-pay", "NEAR(pay pal)", "pay AND", "OR", "folded:pay",
        "{a b}", "\x00", "\ud800", "\udfff pay", "\U0001f600", "\u202e", "x" * 10_000, "a b " * 3_000,
        "pay " * 3_000, "%", "_", "\u0301", "(", ";--", "\\",
    ],
)  # fmt: skip
def test_nothing_that_is_typed_fails(vault: Vault, typed: str) -> None:
    read(vault, "by PayPal now")
    assert isinstance(vault.search(typed), tuple)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_nothing_at_all_that_is_typed_fails(vault: Vault, typed: str) -> None:
    if not vault.exhibits():
        read(vault, "by PayPal now", "\u652f\u4ed8 12.50 \u00a3")
    for match in vault.search(typed):
        assert match.hits
        assert all(hit.marks for hit in match.hits)


def test_wanting_none_gives_none(vault: Vault) -> None:
    read(vault, "by PayPal now")
    assert vault.search("paypal", 0) == ()
