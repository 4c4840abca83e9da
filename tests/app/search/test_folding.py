# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.folding import fold, folded

TEXT = st.text(max_size=60)


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("PayPaI", "paypal"),
        ("l583 2O4 9I76", "1583 204 9176"),
        ("CAFÉ", "cafe"),
        ("Sørensen", "Sorensen"),
        ("Wałęsa", "walesa"),
        ("Bjørn Æbelø", "bjorn aebelo"),
        ("Straße", "STRASSE"),
        ("ﬁnance", "finance"),
        ("\u0440\u0430\u0443", "pay"),  # Cyrillic letters
        ("\u0665\u0668\u0663", "583"),  # Arabic digits
        ("١٢", "12"),
        ("\uff15\uff18\uff13", "583"),
        ("\u041c\u043e\u0441\u043a\u0432\u0430", "\u041c\u041e\u0421\u041a\u0412\u0410"),
        ("ёлка", "елка"),
        ("مَدرَسة", "مدرسة"),  # with and without points
        ("مـدرسة", "مدرسة"),
        ("ΣΟΦΟΣ", "σοφος"),
        ("don\u2019t", "dont"),
        ("1,250.00", "125000"),
    ],
)
def test_what_looks_alike_folds_alike(read: str, typed: str) -> None:
    assert fold(read) == fold(typed) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("pay", "day"), ("5", "S"), ("8", "B"), ("की", "के"), ("สวย", "สาย"), ("支付", "支持"), ("م", "ن")],
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["", " \t\n", "!?.,;:-_()[]/", "\u200b\u202e\ufeff", "\U0001f600", "\ud800"])
def test_what_holds_no_word_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT, TEXT)
def test_the_folding_of_a_part_is_a_part(text: str, rest: str) -> None:
    assert fold(text + rest) == fold(text) + fold(rest)


@given(TEXT)
def test_case_makes_no_difference(text: str) -> None:
    assert fold(text.casefold()) == fold(text)


@given(TEXT)
def test_each_sign_knows_its_place(text: str) -> None:
    made = folded(text)
    assert made.signs == fold(text)
    assert len(made.signs) == len(made.plain) == len(made.places)
    assert list(made.places) == sorted(made.places)
    for at, place in enumerate(made.places):
        assert made.signs[at] in fold(text[place])
    if made.signs:
        first, after = made.part(0, len(made.signs))
        assert fold(text[first:after]) == made.signs
