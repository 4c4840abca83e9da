# SPDX-License-Identifier: MIT
"""What a picture offers: what stands there and nothing else, in its place, a secret never whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.identify.checksums import Sum
from app.model import Rect
from app.search.offer import Offer, OfferKind
from app.search.offering import offers
from app.search.values import ReadText, Unsure
from tests.app.search.pages import CATALOGUE, HIGH, LEFT, STEP, TOP, WIDE, messages, offered, read

LINES = tomllib.loads((Path(__file__).parent / "offered_lines.toml").read_text("utf-8"))["lines"]
SEGWIT = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
CODE = "AB12CD34EF5GH67"


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"])
def test_a_line_offers_what_stands_in_it_and_nothing_else(line: dict) -> None:
    assert sorted(f"{one.kind} {one.value}" for one in offered(line["text"])) == sorted(line["offers"])


def test_an_offer_stands_where_its_characters_do() -> None:
    (money,) = offered("Send £200 now")
    assert 0 <= LEFT + 5 * WIDE - money.rect.x <= HIGH // 2  # a little more, as a reading is late
    assert 0 <= money.rect.width - 4 * WIDE <= HIGH // 2 + 2
    assert money.message.rect == Rect(LEFT, TOP, 13 * WIDE, HIGH)


def test_the_words_are_those_of_the_whole_message() -> None:
    (money,) = offered("who are you", "Send £200 with Western Union and I delete\nall", "please")
    assert money.message.words == "Send £200 with Western Union and I delete all"
    assert money.message.pay_by == "Western Union"
    assert money.message.rect.height == STEP + HIGH


def test_two_messages_are_not_taken_for_one() -> None:
    (money,) = offered("Send £200 with Western Union", "and do it now")
    assert money.message.words == "Send £200 with Western Union"


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [
        (SEGWIT[:22], SEGWIT[22:], SEGWIT),
        ("GB29 NWBK 6016", "1331 9268 19", "GB29NWBK60161331926819"),
        ("live:.cid.8f3a1b2c", "4d5e6f70", "live:.cid.8f3a1b2c4d5e6f70"),
    ],
)
def test_a_value_over_two_lines_is_whole_where_its_sum_or_length_proves_it(first, second, value) -> None:
    (one,) = offered(f"{first}\n{second}")
    assert one.value == value
    assert one.rect.y == TOP
    assert one.rect.height == STEP + HIGH


def test_a_hash_over_three_lines_is_one() -> None:
    whole = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
    (one,) = offered(f"{whole[:24]}\n{whole[24:48]}\n{whole[48:]}")
    assert one.value == whole


@pytest.mark.parametrize("broken", [("123-456", "7890 MTCN"), ("live:.cid.8f3a1b2c", "4d5e6f7012")])
def test_what_nothing_proves_is_not_joined(broken) -> None:
    assert [one.kind for one in offered("\n".join(broken))] == []


def test_a_label_above_or_at_the_left_says_what_a_number_is() -> None:
    (above,) = offered("MTCN\n123-456-7890")
    assert (above.kind, above.label) == ("mtcn", "MTCN")
    (left,) = offers([read("MTCN"), read("1234567890", x=LEFT + 200)], CATALOGUE)
    assert left.kind == "mtcn"


def test_a_label_at_the_end_of_the_line_before_says_what_a_number_is() -> None:
    words = "always early tonight I nobody early not or MoneyGram reference number"
    (one,) = offered(f"{words}\n12382437 there will you game family or call name tonight")
    assert (one.kind, one.value) == ("moneygram_reference", "12382437")


def test_a_bare_number_that_answers_a_question_has_its_label_there() -> None:
    (one,) = offers([read("send me the number MTCN"), read("583 204 9176", x=700, y=TOP + 70)], CATALOGUE)
    assert (one.kind, one.value, one.label) == ("mtcn", "5832049176", "MTCN")
    bare = offers([read("see you there"), read("583 204 9176", x=700, y=TOP + 70)], CATALOGUE)
    assert bare == ()


def test_a_deadline_over_two_lines_is_one_in_their_words() -> None:
    (one,) = offered("send 500 more or i post it. you have until 6pm\ntomorrow")
    assert (one.kind, one.shown) == (OfferKind.DEADLINE, "until 6pm tomorrow")
    assert one.rect.height == STEP + HIGH
    assert one.message.is_asking


def test_sort_code_and_account_number_go_together() -> None:
    (bank,) = offered("Sort code: 60-16-13\nAccount number: 31926819")
    assert (bank.kind, bank.shown) == (OfferKind.UK_BANK, "601613 31926819")
    far = offers([read("Sort code: 60-16-13"), read("Account number: 31926819", y=900)], CATALOGUE)
    assert {one.kind for one in far} == {"uk_sort_code", "uk_account_number"}


def test_what_proves_itself_stands_first_and_what_contradicts_itself_last() -> None:
    wrong = f"{SEGWIT[:-1]}5"
    kinds = [
        (one.sum, one.kind) for one in offered(wrong, "@amelie.l", "Send £200", "GB29 NWBK 6016 1331 9268 19")
    ]
    assert kinds[0] == (Sum.RIGHT, "iban")
    assert kinds[-1] == (Sum.WRONG, "bitcoin_address")
    assert kinds[1] == (Sum.ABSENT, "money")


def test_a_misread_address_is_never_proven_as_it_was_read() -> None:
    for at, sign in enumerate(SEGWIT[4:], start=4):
        for other in "qp8l7":
            found = offered(SEGWIT[:at] + (other if sign != other else "z") + SEGWIT[at + 1 :])
            assert all(one.value == SEGWIT or not one.has_checksum for one in found)


def test_a_slip_that_the_sum_mends_stays_marked() -> None:
    slipped = SEGWIT.replace("0", "O", 1)
    (one,) = offers([read(slipped)], CATALOGUE)
    assert one.value == SEGWIT
    assert [doubt.index for doubt in one.doubts] in ([], [SEGWIT.index("0")])


def test_the_same_thing_twice_is_offered_once_at_its_surest_place() -> None:
    twice = [read("MTCN 123-456-7890", permille=500), read("MTCN: 1234567890", y=300, permille=990)]
    (one,) = offers(twice, CATALOGUE)
    assert (one.permille, one.rect.y) == (990, 300)


def test_characters_in_doubt_are_named_at_their_place_in_the_value() -> None:
    text = "my insta instagram.com/al0ve_x"
    (one,) = offers([read(text, unsure={text.index("0"): "0O"})], CATALOGUE)
    assert {one.value[doubt.index] for doubt in one.doubts} >= {"0"}
    (number,) = offers([read("MTCN 1234567890", unsure={5: "1l", 6: "27"})], CATALOGUE)
    assert [(doubt.index, doubt.options) for doubt in number.doubts] == [(1, ("2", "7"))]


def test_a_doubt_in_a_number_that_is_kept_shorter_than_it_is_written_harms_nothing() -> None:
    text = "https://www.instagram.com/amelie_x9/"
    (one,) = offers([read(text, unsure={len(text) - 2: "9g"})], CATALOGUE)
    assert one.value == "amelie_x9"


def test_a_secret_is_never_whole_in_what_is_shown() -> None:
    (card,) = offered("Steam gift card code AB12C-D34EF-5GH67")
    assert card.value == CODE
    assert card.shown.endswith("GH67")
    assert "AB12C" not in card.shown + card.message.words
    (money,) = (
        one for one in offered("£50 Steam card code AB12C-D34EF-5GH67 send") if one.kind == OfferKind.MONEY
    )
    assert "AB12C" not in money.message.words


def test_the_only_sum_place_and_way_of_a_message_are_known() -> None:
    found = offered(f"send 0.002 BTC to\n{SEGWIT}")
    (address,) = (one for one in found if one.kind == "bitcoin_address")
    assert address.message.pay_to == SEGWIT
    assert address.message.amount is not None
    assert address.message.pay_by == "BTC"
    two = offered("£200 or £300 by PayPal")
    assert {one.message.amount for one in two} == {None}


WRITTEN = st.one_of(
    st.text(max_size=60),
    st.sampled_from([line["text"] for line in LINES]),
    st.text("0123456789-+£$€. Obc1qxlI|@:/", max_size=50),
)


@st.composite
def lines_read(draw) -> ReadText:
    """Any line, anywhere, with any of its characters in doubt."""
    text = draw(WRITTEN)
    places = draw(st.sets(st.integers(0, max(0, len(text) - 1)), max_size=4)) if text else ()
    unsure = tuple(Unsure(at, (text[at], draw(st.sampled_from("1lI0O7")))) for at in sorted(places))
    sides = [
        draw(st.integers(-50, 500)),
        draw(st.integers(-50, 500)),
        draw(st.integers(1, 400)),
        draw(st.integers(1, 40)),
    ]
    return ReadText(Rect(*sides), text, draw(st.integers(0, 1000)), (), unsure)


@given(st.lists(lines_read(), max_size=6))
def test_no_text_makes_it_fail_and_every_offer_stands_inside_its_message(lines: list[ReadText]) -> None:
    for one in offers(lines, CATALOGUE):
        inside, around = one.rect, one.message.rect
        assert around.x <= inside.x
        assert around.y <= inside.y
        assert inside.x + inside.width <= around.x + around.width
        assert inside.y + inside.height <= around.y + around.height
        assert all(0 <= doubt.index < len(one.shown) for doubt in one.doubts)
        if one.is_secret:
            assert one.value not in one.shown + one.message.words


@given(st.text("0123456789ABCDEFGHJK- ", min_size=14, max_size=30))
def test_no_code_of_a_card_is_shown_whole(code: str) -> None:
    for one in offers(messages(f"gift card code {code}"), CATALOGUE):
        if one.is_secret:
            assert _hides(one)


def _hides(one: Offer) -> bool:
    return one.value not in one.shown and sum(sign.isalnum() for sign in one.shown) <= 4
