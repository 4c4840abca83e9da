# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.custody import der
from app.custody.der import NotDer


def of(tag: int, body: bytes) -> bytes:
    size = len(body)
    if size < 0x80:
        return bytes([tag, size]) + body
    digits = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(digits)]) + digits + body


@given(st.binary(max_size=300))
def test_what_is_written_is_read_back_whole(body: bytes) -> None:
    data = of(der.OCTETS, body)
    node = der.read(data, der.OCTETS)
    assert (node.body, node.raw) == (body, data)


@given(st.binary(max_size=60))
def test_any_bytes_are_a_value_or_refused_and_nothing_else(data: bytes) -> None:
    try:
        node = der.read(data)
        der.inside(node)
    except NotDer:
        return
    assert node.raw == data


@pytest.mark.parametrize(
    "data",
    ["", "30", "3081", "308000", "308105", "30820001ff", "3f0100", "300002", "30800000", "3085000000000100"],
)
def test_a_value_that_is_cut_short_or_not_in_its_shortest_form_is_refused(data: str) -> None:
    with pytest.raises(NotDer):
        der.read(bytes.fromhex(data))


@given(st.integers(0, 2**80))
def test_a_number_has_one_spelling(value: int) -> None:
    body = value.to_bytes(value.bit_length() // 8 + 1, "big")
    assert int(der.number(der.read(of(der.INTEGER, body), der.INTEGER)), 16) == value
    with pytest.raises(NotDer):
        der.number(der.read(of(der.INTEGER, b"\x00\x00" + body), der.INTEGER))


@pytest.mark.parametrize("body", ["", "80", "ff", "0001"])
def test_no_number_below_0_and_none_with_leading_zeros(body: str) -> None:
    with pytest.raises(NotDer):
        der.number(der.read(of(der.INTEGER, bytes.fromhex(body)), der.INTEGER))


def test_a_large_number_is_not_a_small_one() -> None:
    assert der.small(der.read(bytes.fromhex("0203010203"), der.INTEGER)) == 0x010203
    with pytest.raises(NotDer):
        der.small(der.read(bytes.fromhex("020401020304"), der.INTEGER))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("2a864886f70d01070 2".replace(" ", ""), "1.2.840.113549.1.7.2"),
        ("551d25", "2.5.29.37"),
        ("608648016503040201", "2.16.840.1.101.3.4.2.1"),
        ("883703", "2.999.3"),
    ],
)
def test_names_are_read_in_dotted_form(body: str, name: str) -> None:
    assert der.name_of(der.read(of(der.OID, bytes.fromhex(body)), der.OID)) == name


@pytest.mark.parametrize("body", ["", "2a80", "802a", "2a8001", "2affffffffff01"])
def test_a_name_in_another_spelling_is_refused(body: str) -> None:
    with pytest.raises(NotDer):
        der.name_of(der.read(of(der.OID, bytes.fromhex(body)), der.OID))


@pytest.mark.parametrize(
    ("tag", "text", "at"),
    [
        (der.GENERALIZED_TIME, b"20261124140502Z", datetime(2026, 11, 24, 14, 5, 2, tzinfo=UTC)),
        (der.GENERALIZED_TIME, b"20261124140502.1239Z", datetime(2026, 11, 24, 14, 5, 2, 123000, tzinfo=UTC)),
        (der.UTC_TIME, b"491231235959Z", datetime(2049, 12, 31, 23, 59, 59, tzinfo=UTC)),
        (der.UTC_TIME, b"500101000000Z", datetime(1950, 1, 1, tzinfo=UTC)),
    ],
)
def test_times_are_ms_since_1970(tag: int, text: bytes, at: datetime) -> None:
    assert der.time_ms(der.read(of(tag, text), tag)) == round(at.timestamp() * 1000)


@pytest.mark.parametrize(
    "text",
    [b"20261324140502Z", b"20260229140502Z", b"20261124140560Z", b"20261124240000Z", b"20261124140502",
     b"00000101000000Z", b"20261124140502.Z", b"20261124140502+0100", b"2026112414050 Z", b"+0261124140502Z"],
)  # fmt: skip
def test_what_is_no_time_is_refused(text: bytes) -> None:
    with pytest.raises(NotDer):
        der.time_ms(der.read(of(der.GENERALIZED_TIME, text), der.GENERALIZED_TIME))


def test_bits_are_whole_bytes() -> None:
    assert der.bits(der.read(bytes.fromhex("030200ff"), der.BIT_STRING)) == b"\xff"
    for body in ("", "01fe"):
        with pytest.raises(NotDer):
            der.bits(der.read(of(der.BIT_STRING, bytes.fromhex(body)), der.BIT_STRING))
