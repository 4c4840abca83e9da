# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import unicodedata

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from app.custody.canonical import LARGEST_NUMBER, canonical, read_canonical
from app.errors import BadInput

KEYS = st.from_regex(r"[A-Za-z][A-Za-z0-9_]{0,8}", fullmatch=True).filter(str.isascii)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(
    lambda text: unicodedata.normalize("NFC", text)
)
NUMBERS = st.integers(-LARGEST_NUMBER, LARGEST_NUMBER)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_it_agrees_with_another_program(value):
    data = canonical(value)
    assert data == rfc8785.dumps(value)
    assert read_canonical(data) == value


@given(VALUES)
def test_another_spelling_of_the_same_value_is_refused(value):
    other = json.dumps(value, indent=1, sort_keys=True).encode() + b"\n"
    with pytest.raises(BadInput):
        read_canonical(other)


def test_the_example_of_the_standard():
    value = {
        "numbers": [333333333, 1, 0],
        "string": '\u20ac$\u000f\nA\'B"\\\\"/',
        "literals": [None, True, False],
    }
    assert canonical(value) == (
        b'{"literals":[null,true,false],"numbers":[333333333,1,0],'
        b'"string":"\xe2\x82\xac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (  # section 3.2.4, with the whole numbers of section 3.2.2.3
            {"peach": "This sorting order", "a1": 1, "Z": 2, "a": 3, "aB": 4, "a_": 5},
            '{"Z":2,"a":3,"a1":1,"aB":4,"a_":5,"peach":"This sorting order"}',
        ),
        ('\u20ac$\u000f\nA\'B"\\\\"/', '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),  # section 3.2.2.2
        ("\x00\x08\x09\x0a\x0b\x0c\x0d\x1f\x7f", '"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\x7f"'),
        ("\u2028\u2029\ufb33</script>\U0001f602", '"\u2028\u2029\u05d3\u05bc</script>\U0001f602"'),
        ([0, -1, 9007199254740991, -9007199254740991], "[0,-1,9007199254740991,-9007199254740991]"),
        ({"a": {}, "b": [], "c": ["", [[]]]}, '{"a":{},"b":[],"c":["",[[]]]}'),
        ([True, False, None], "[true,false,null]"),
    ],
)
def test_the_vectors_of_the_standard_within_our_part_of_it(value, text):
    # Source: RFC 8785, sections 3.2.2 and 3.2.3; text is NFC here (evidence.md, section 2).
    value = json.loads(unicodedata.normalize("NFC", json.dumps(value, ensure_ascii=False)))
    assert canonical(value).decode() == unicodedata.normalize("NFC", text)
    assert canonical(value) == rfc8785.dumps(value)
    assert read_canonical(canonical(value)) == value


@pytest.mark.parametrize(
    "value",
    [
        1.0,
        {"a": [0.5]},
        float("nan"),
        LARGEST_NUMBER + 1,
        -LARGEST_NUMBER - 1,
        10**400,
        "e\u0301",
        {"a": "e\u0301"},
        {"é": 1},
        {"": 1},
        {1: 2},
        {"a": {"b c": 1}},
        b"bytes",
        {1, 2},
        "\ud800",
    ],
)
def test_what_has_no_exact_form_is_refused(value):
    with pytest.raises(BadInput):
        canonical(value)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"nope",
        b"1.0",
        b"1e3",
        b"NaN",
        b"-0",
        b"01",
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'\xef\xbb\xbf{"a":1}',
        b'"\\u0041"',
        b'"\\ud800"',
        b'"\xff"',
        '"e\u0301"'.encode(),
        '{"é":1}'.encode(),
        b'[{"a b":1}]',
        b"9007199254740992",
        b"9" * 5000,
        b"[" * 16000,
    ],
)
def test_bytes_in_another_form_are_refused(data):
    with pytest.raises(BadInput):
        read_canonical(data)


def test_the_largest_numbers_pass():
    assert read_canonical(canonical([LARGEST_NUMBER, -LARGEST_NUMBER])) == [LARGEST_NUMBER, -LARGEST_NUMBER]


def test_what_lies_in_each_other_too_deep_for_some_readers_is_refused() -> None:
    fits, deep = b"[" * 65 + b"]" * 65, b"[" * 66 + b"]" * 66
    assert canonical(read_canonical(fits)) == fits
    with pytest.raises(BadInput, match="nested"):
        read_canonical(deep)
    with pytest.raises(BadInput, match="nested"):
        canonical(json.loads(deep))
