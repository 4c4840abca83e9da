# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model import ExhibitId, Rect
from app.search.document import document
from app.search.matching import Nearness, Page, Query, hits
from app.search.values import ReadText

ONE = ExhibitId("one")


def lines(*texts: str, apart: int = 30) -> list[ReadText]:
    return [
        ReadText(
            Rect(0, n * apart, 400, 20),
            text,
            900,
            tuple(1000 * at // max(1, len(text)) for at in range(len(text))),
        )
        for n, text in enumerate(texts)
    ]


def marked(typed: str, *texts: str) -> list[list[str]]:
    """Return what is marked in each line that is found."""
    return [[hit.line.text[start:end] for start, end in hit.marks] for hit in hits(typed, ONE, lines(*texts))]


def is_exact(typed: str, *texts: str) -> bool:
    return all(hit.is_exact for hit in hits(typed, ONE, lines(*texts)))


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("pay", "by PayPal today", "Pay"),
        ("PAYPAL", "by paypal today", "paypal"),
        ("pal", "by PayPal today", "Pal"),
        ("583 204 9176", "MTCN 5832049176.", "5832049176"),
        ("5832049176", "MTCN 583 204 9176.", "583 204 9176"),
        ("583-204", "MTCN 583 204 9176.", "583 204"),
        ("9176", "583 204 91 76", "91 76"),
        ("sorensen", "to Lena Sørensen", "Sørensen"),
        ("garcia", "to Ana García", "García"),
        ("don't tell", "Dont tell anyone", "Dont tell"),
        ("send money", "sendmoney now", "sendmoney"),
        ("paypal", "Pay Pal", "Pay Pal"),
        ("支付", "请用支付宝付款", "支付"),
        ("деньги", "отправь ДЕНЬГИ", "ДЕНЬГИ"),
        ("1,250", "£1250.00 now", "1250"),
        ("£", "for £50", "£"),
    ],
)
def test_it_is_found_and_marked(typed: str, text: str, found: str) -> None:
    assert marked(typed, text) == [[found]]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("paypal", "PayPaI"),
        ("illya", "lllya wrote"),
        ("583 204 9176", "583 2O4 9I76"),
        ("0301475475", "O3O1475475"),
        ("hello", "hel1o"),
    ],
)
def test_a_misreading_is_found_but_is_not_exact(typed: str, text: str) -> None:
    assert marked(typed, text)
    assert not is_exact(typed, text)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("100", "look at me"),
        ("10", "hello"),
        ("lol", "101"),
        ("pay", "stop a year"),
        ("topay", "stop a year"),
        ("£", "for 50"),
        ("!!!", "no"),
        ("", "anything"),
        ("  ", "anything"),
        ("paypal card", "paypal only"),
    ],
)
def test_what_only_looks_so_by_chance_is_not_found(typed: str, text: str) -> None:
    assert marked(typed, text) == []


def test_a_word_that_the_end_of_a_line_breaks_is_found_in_both_lines() -> None:
    assert marked("western union", "pay by Western", "Union today") == [["Western"], ["Union"]]
    assert marked("5832049176", "number 583 204", "9176 is it") == [["583 204"], ["9176"]]
    assert marked("financial", "for your finan-", "cial help") == [["finan"], ["cial"]]
    assert not is_exact("financial", "for your finan-", "cial help")


def test_a_phrase_comes_before_words_in_one_line_before_words_in_one_picture() -> None:
    def nearness(*texts: str) -> Nearness | None:
        made = document(lines(*texts, apart=100))
        found = Page(made.signs, made.starts, [text.text for text in made.texts]).find(Query.of("send money"))
        return found.nearness if found else None

    assert nearness("please send money") is Nearness.PHRASE
    assert nearness("money to send") is Nearness.LINE
    assert nearness("send it", "the money") is Nearness.PICTURE
    assert nearness("send it") is None


def test_the_line_with_more_of_the_words_comes_first() -> None:
    assert marked("send money card", "send it", "money on a card", "card") == [
        ["money", "card"],
        ["send"],
        ["card"],
    ]
    assert marked("money send", "send it", "send the money") == [["send", "money"]]


def test_exact_lines_come_first() -> None:
    assert marked("paypal", "PayPa1", "PayPal") == [["PayPal"], ["PayPa1"]]


def test_marks_are_where_the_letters_stand() -> None:
    (hit,) = hits("pal", ONE, lines("PayPal now"))
    (rect,) = hit.rects
    assert (rect.x, rect.width) == (120, 120)


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "*",
        "-",
        "NEAR(a b)",
        "a AND",
        "^a",
        "a:b",
        "\ud800",
        "\x00",
        "\U0001f600",
        "x" * 10_000,
        "a b " * 3000,
    ],
)
def test_nothing_that_is_typed_fails(typed: str) -> None:
    assert isinstance(marked(typed, "some text", "more"), list)


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=5))
def test_marks_lie_inside_their_lines(typed: str, texts: list[str]) -> None:
    for hit in hits(typed, ONE, lines(*texts)):
        assert hit.marks
        for start, end in hit.marks:
            assert 0 <= start < end <= len(hit.line.text)


@given(st.text(alphabet="abc 12", min_size=1, max_size=20), st.data())
def test_whatever_stands_in_a_line_is_found_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    typed = text[start : data.draw(st.integers(start + 1, len(text)))]
    assert not typed.strip() or marked(typed, text)
