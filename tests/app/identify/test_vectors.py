# SPDX-License-Identifier: MIT
"""Every validator is held to published examples, and every slip of one character in them is tried."""

from __future__ import annotations

import string
import tomllib
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import phonenumbers
import pytest

from app.identify.checksums import Checked, Sum, check
from app.identify.coin_numbers import ANY_COIN, COINS, ENOUGH_LETTERS
from app.identify.lookalikes import alike
from app.identify.number_verdicts import Said
from app.identify.payment_numbers import check_number

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "vectors"
SIGNS = string.ascii_letters + string.digits


@dataclass(frozen=True)
class Vectors:
    """One set of published examples."""

    kind: str
    source: str
    valid: tuple[str, ...] = ()
    no_sum: tuple[str, ...] = ()
    invalid: tuple[str, ...] = ()


def read() -> Iterator[Vectors]:
    for path in sorted(FOLDER.glob("*.toml")):
        for rows in tomllib.loads(path.read_text(encoding="utf-8")).get("sets", []):
            yield Vectors(**{key: row if isinstance(row, str) else tuple(row) for key, row in rows.items()})


SETS = list(read())
VALID = {kind: sorted({one for each in SETS if each.kind == kind for one in each.valid}) for kind in Checked}
NO_SUM = sorted({one for each in SETS for one in each.no_sum})


def sets_of(part: str) -> list[object]:
    return [
        pytest.param(each.kind, getattr(each, part), id=f"{each.kind}-{each.source[:24]}")
        for each in SETS
        if getattr(each, part)
    ]


def substituted(text: str) -> Iterator[str]:
    """The text with each character in turn changed to each letter and digit."""
    for at, sign in enumerate(text):
        yield from (text[:at] + other + text[at + 1 :] for other in SIGNS if other != sign)


def swapped(text: str) -> Iterator[str]:
    """The text with two neighbours swapped."""
    for at, (one, two) in enumerate(pairwise(text)):
        if one != two:
            yield text[:at] + two + one + text[at + 2 :]


def misread(text: str) -> Iterator[str]:
    """The text with each character in turn taken for each look-alike."""
    for at, sign in enumerate(text):
        yield from (text[:at] + other + text[at + 1 :] for other in alike(sign))


def broken(text: str) -> Iterator[str]:
    """The text with one character missing or doubled."""
    for at in range(len(text)):
        yield text[:at] + text[at + 1 :]
        yield text[: at + 1] + text[at:]


def test_there_are_examples_of_every_kind_and_each_has_its_source() -> None:
    assert {each.kind for each in SETS} == set(Checked)
    assert all(len(each.source) > 20 for each in SETS)
    assert {kind for kind in Checked if not any(each.invalid for each in SETS if each.kind == kind)} == set()
    assert min(len(rows) for rows in VALID.values()) >= 13
    taproot = [one for one in VALID[Checked.BITCOIN] if one.lower().startswith("bc1p")]
    assert len(taproot) >= 6


@pytest.mark.parametrize(("kind", "rows"), sets_of("valid"))
class TestPublishedAsValid:
    def test_the_sum_is_right(self, kind: str, rows: tuple[str, ...]) -> None:
        assert {one: check(kind, one) for one in rows} == dict.fromkeys(rows, Sum.RIGHT)

    def test_what_is_typed_is_not_doubted(self, kind: str, rows: tuple[str, ...]) -> None:
        doubted = {one: check_number(kind, one) for one in rows if not check_number(kind, one).is_good}
        weak = {one for one in rows if kind == Checked.ETHEREUM and letters(one) < ENOUGH_LETTERS}
        assert {one: verdict.words for one, verdict in doubted.items()} == dict.fromkeys(
            weak, "number.coin.weak_sum"
        )

    def test_it_is_kept_as_it_is(self, kind: str, rows: tuple[str, ...]) -> None:
        assert [check_number(kind, f" {one}\n").normalised for one in rows] == list(rows)


@pytest.mark.parametrize(("kind", "rows"), sets_of("invalid"))
class TestPublishedAsInvalid:
    def test_none_is_accepted(self, kind: str, rows: tuple[str, ...]) -> None:
        assert {one: check(kind, one) for one in rows} == dict.fromkeys(rows, Sum.WRONG)

    def test_none_is_taken_for_right_when_typed(self, kind: str, rows: tuple[str, ...]) -> None:
        assert [one for one in rows if check_number(kind, one).is_good] == []


@pytest.mark.parametrize("text", NO_SUM)
def test_an_address_in_one_case_is_said_to_have_no_check(text: str) -> None:
    assert check(Checked.ETHEREUM, text) is Sum.ABSENT
    for kind in (Checked.ETHEREUM, ANY_COIN):
        assert check_number(kind, text).words == "number.coin.no_sum"


@pytest.mark.parametrize("coin", COINS)
class TestOneSlipInAnAddress:
    def test_no_look_alike_is_taken_for_right(self, coin: Checked) -> None:
        """In the field of this coin and in that of any coin."""
        texts = [*VALID[coin], *(NO_SUM if coin is Checked.ETHEREUM else ())]
        passed = [
            slip
            for text in texts
            for slip in misread(text)
            for verdict in (check_number(coin, slip), check_number(ANY_COIN, slip))
            if verdict.is_good and verdict.normalised != text  # 0X at the start is 0x
        ]
        assert passed == []

    def test_no_character_can_be_another_one(self, coin: Checked) -> None:
        """Ethereum has one bit a letter; where there are enough, one slip in hundreds may pass."""
        tried = passed = 0
        for text in VALID[coin]:
            if coin is Checked.ETHEREUM and letters(text) < ENOUGH_LETTERS:
                continue
            for slip in (*substituted(text), *swapped(text)):
                tried += 1
                passed += check(coin, slip) is Sum.RIGHT
        assert tried > 25_000
        assert passed == 0 if coin is not Checked.ETHEREUM else passed <= tried // 2000

    def test_no_character_can_be_missing_or_doubled(self, coin: Checked) -> None:
        assert [slip for text in VALID[coin] for slip in broken(text) if check(coin, slip) is Sum.RIGHT] == []


def letters(address: str) -> int:
    return sum(map(str.isalpha, address[2:]))


class TestOneSlipInAnAccount:
    def test_no_digit_can_be_another_and_few_letters_can_be_digits(self) -> None:
        """Source: ISO 7064, MOD 97-10; a letter counts as two digits, so it may stand for one by chance."""
        tried = [
            (text, slip) for text in VALID[Checked.IBAN] for slip in (*substituted(text), *swapped(text))
        ]
        passed = [(text, slip) for text, slip in tried if check(Checked.IBAN, slip) is Sum.RIGHT]
        assert [slip for text, slip in passed if shape(slip) == shape(text)] == []
        assert len(passed) <= len(tried) // 800

    def test_none_can_be_missing_or_doubled(self) -> None:
        slips = [slip for text in VALID[Checked.IBAN] for slip in broken(text)]
        assert [slip for slip in slips if check(Checked.IBAN, slip) is Sum.RIGHT] == []


def shape(account: str) -> list[bool]:
    """Where its digits stand."""
    return [sign.isdigit() for sign in account]


def test_every_address_is_called_by_its_own_coin() -> None:
    for coin in COINS:
        for text in VALID[coin]:
            for other in COINS:
                verdict = check_number(other, text)
                if other is not coin:
                    assert (verdict.said, verdict.other) == (Said.OTHER_KIND, coin), text


def test_a_sort_code_is_judged_by_its_form_whatever_an_old_table_says() -> None:
    accounts = tomllib.loads((FOLDER / "uk_accounts.toml").read_text(encoding="utf-8"))
    assert (len(accounts["passes"]), len(accounts["fails"])) == (23, 8)
    for sort_code, number in (*accounts["passes"], *accounts["fails"]):
        assert check_number("uk_sort_code", sort_code).is_good
        assert check_number("uk_account_number", number).words == "number.account.no_sum"


EXAMPLES = [
    number
    for region in sorted(phonenumbers.SUPPORTED_REGIONS)
    for kind in (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE)
    if (number := phonenumbers.example_number_for_type(region, kind))
]


def test_the_example_of_every_country_is_a_telephone_number() -> None:
    """Source: the examples of libphonenumber, in every way a person may write them."""
    assert len(EXAMPLES) > 450
    for number in EXAMPLES:
        kept = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        written = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
        for text in (kept, written, kept.replace("+", "00", 1)):
            verdict = check_number("phone", text)
            assert (verdict.said, verdict.normalised) == (Said.GOOD, kept), text


# Too long, too short by one, local, no such country; more than fifteen digits. Source: libphonenumber,
# PhoneNumberUtilTest.java; ITU-T E.164.
@pytest.mark.parametrize(
    "text", ["+1 650 253 00001", "+1 650 253 000", "+1 253 0000", "+2 12345", "+4412345678901234567", "+0 1"]
)
def test_what_is_no_telephone_number_is_looked_at_again(text: str) -> None:
    assert check_number("phone", text).words == "number.phone.odd"
