# SPDX-License-Identifier: MIT
"""Accounts as people type them: in any grouping, in the one field or the other."""

from __future__ import annotations

import pytest

from app.identify.bank_numbers import check_account, check_iban, check_sort_code, compact, grouped
from app.identify.number_verdicts import Said


@pytest.mark.parametrize(
    "text", ["GB29NWBK60161331926819", "gb29 nwbk 6016 1331 9268 19", "IBAN: GB29-NWBK-6016-1331-9268-19"]
)
def test_an_iban_is_good_in_any_grouping(text: str) -> None:
    verdict = check_iban(text)
    assert (verdict.said, verdict.normalised) == (Said.GOOD, "GB29NWBK60161331926819")
    assert verdict.shown == "GB29 NWBK 6016 1331 9268 19"


def test_the_bank_is_named_where_it_is_known() -> None:
    verdict = check_iban("DE89 3704 0044 0532 0130 00")
    assert (verdict.words, verdict.fields) == ("number.iban.bank", {"bank": "Commerzbank"})
    verdict = check_iban("LT12 1000 0111 0100 1000")
    assert (verdict.words, verdict.fields) == ("number.iban.right", {})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("GB28NWBK60161331926819", "number.iban.sum"),
        ("GB29NWBK6016133192681", "number.iban.length"),
        ("60-16-13 31926819", "number.iban.uk"),
        ("my account", "number.iban.odd"),
    ],
)
def test_what_is_no_iban_has_its_own_word(text: str, words: str) -> None:
    assert check_iban(text).words == words


@pytest.mark.parametrize("text", ["601613", "60-16-13", "60 16 13", "60\u201316\u201313"])
def test_a_sort_code_is_good_in_any_grouping(text: str) -> None:
    verdict = check_sort_code(text)
    assert (verdict.said, verdict.normalised, verdict.shown) == (Said.GOOD, "601613", "60-16-13")


def test_the_two_fields_of_a_bank_are_told_apart() -> None:
    assert check_sort_code("31926819").other == "uk_account_number"
    assert check_account("60-16-13").other == "uk_sort_code"
    assert check_account("31926819").words == "number.account.no_sum"
    assert check_sort_code("601613 31926819").words == "number.sort_code.both"
    assert check_account("601613 31926819").words == "number.sort_code.both"
    assert check_sort_code("GB29NWBK60161331926819").other == "iban"
    assert check_account("GB29NWBK60161331926819").other == "iban"
    assert check_account("1234567").words == "number.account.odd"
    assert check_sort_code("12345").words == "number.sort_code.odd"


def test_groups_hold_all_of_a_text() -> None:
    assert grouped("4129057183", 3, 3, 4, sign="-") == "412-905-7183"
    assert grouped("ABCDEFGHI", 4) == "ABCD EFGH I"
    assert compact("a b.c-d") == "abcd"
