# SPDX-License-Identifier: MIT
"""A small strict reader of DER, for time stamps: one spelling of a value, or none.

The check page in the package has the same reader in JavaScript, so that both judge the same bytes alike.
Source: ITU-T X.690, sections 8, 10 and 11 (DER); RFC 5280, section 4.1.2.5 (times).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

BOOLEAN, INTEGER, BIT_STRING, OCTETS, OID = 0x01, 0x02, 0x03, 0x04, 0x06
UTC_TIME, GENERALIZED_TIME, SEQUENCE, SET = 0x17, 0x18, 0x30, 0x31
TRUE = b"\xff"
LONG_TAG = 0x1F
MOST_LENGTH_BYTES = 4
FIRST_YEAR_OF_TWO_DIGITS = 50  # Source: RFC 5280, section 4.1.2.5.1: 50 and later are 19xx
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TIME = re.compile(rb"(\d{14})(?:\.(\d{1,9}))?Z")
_SHORT_TIME = re.compile(rb"(\d\d)(\d{10})Z")


class NotDer(ValueError):
    """These bytes are not DER, or not of the form that stands in their place."""


@dataclass(frozen=True, slots=True)
class Node:
    """One value.

    Attributes:
        raw: all its bytes.
        body: its bytes without tag and length.
    """

    tag: int
    raw: bytes
    body: bytes


def read(data: bytes, tag: int = SEQUENCE) -> Node:
    """Return the one value that these bytes are.

    Raises:
        NotDer: they are none, more than one, or of another kind.
    """
    node, end = _at(data, 0)
    if end != len(data) or node.tag != tag:
        raise NotDer("not one value of its kind")
    return node


def inside(node: Node) -> tuple[Node, ...]:
    """Return the values in this one, in order.

    Raises:
        NotDer: they do not fill it exactly.
    """
    found: list[Node] = []
    at = 0
    while at < len(node.body):
        inner, at = _at(node.body, at)
        found.append(inner)
    return tuple(found)


def parts(node: Node, *tags: int) -> tuple[Node, ...]:
    """Return the first values in a SEQUENCE, which are of these kinds, in this order.

    Raises:
        NotDer: they are not.
    """
    found = inside(node)
    if node.tag != SEQUENCE or tuple(one.tag for one in found[: len(tags)]) != tags:
        raise NotDer("not the parts it must have")
    return found


def number(node: Node) -> str:
    """Return a whole number, 0 or more, as its hexadecimal bytes without leading zeros.

    Raises:
        NotDer: not an INTEGER, below 0, or not in its shortest form.
    """
    body = node.body
    if node.tag != INTEGER or not body or body[0] & 0x80:
        raise NotDer("not a whole number")
    if len(body) > 1 and body[0] == 0:
        if not body[1] & 0x80:
            raise NotDer("a number not in its shortest form")
        body = body[1:]
    return body.hex()


def small(node: Node) -> int:
    """Return a whole number below 2^24.

    Raises:
        NotDer: it is larger, or none.
    """
    digits = number(node)
    if len(digits) > 6:
        raise NotDer("a number too large")
    return int(digits, 16)


def name_of(node: Node) -> str:
    """Return an object identifier in dotted form, each part below 2^28.

    Raises:
        NotDer: it is none.
    """
    if node.tag != OID or not node.body or node.body[-1] & 0x80:
        raise NotDer("not an object identifier")
    numbers: list[int] = []
    value, size = 0, 0
    for byte in node.body:
        if (size == 0 and byte == 0x80) or size == 4:
            raise NotDer("not an object identifier")
        value, size = value << 7 | byte & 0x7F, size + 1
        if not byte & 0x80:
            numbers.append(value)
            value, size = 0, 0
    first = min(numbers[0] // 40, 2)
    return ".".join(str(one) for one in (first, numbers[0] - 40 * first, *numbers[1:]))


def bits(node: Node) -> bytes:
    """Return the bytes of a BIT STRING of whole bytes.

    Raises:
        NotDer: it is none.
    """
    if node.tag != BIT_STRING or not node.body or node.body[0] != 0:
        raise NotDer("not a string of whole bytes")
    return node.body[1:]


def time_ms(node: Node) -> int:
    """Return ms since 1970 of a time in UTC; what is finer is cut off.

    Raises:
        NotDer: it is none.
    """
    digits, fraction = _digits(node)
    try:
        at = datetime.strptime(digits.decode("ascii"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as error:
        raise NotDer("not a time") from error
    return (at - _EPOCH) // timedelta(milliseconds=1) + int(fraction.ljust(3, b"0")[:3])


def _digits(node: Node) -> tuple[bytes, bytes]:
    """Return the fourteen digits of a time, and those of its fraction of a second."""
    if node.tag == GENERALIZED_TIME and (match := _TIME.fullmatch(node.body)):
        return match[1], match[2] or b""
    if node.tag == UTC_TIME and (match := _SHORT_TIME.fullmatch(node.body)):
        century = b"19" if int(match[1]) >= FIRST_YEAR_OF_TWO_DIGITS else b"20"
        return century + match[1] + match[2], b""
    raise NotDer("not a time")


def _at(data: bytes, start: int) -> tuple[Node, int]:
    """Return the value that begins here, and where it ends.

    Raises:
        NotDer: it is cut short, or its length is not in its shortest form.
    """
    if len(data) - start < 2 or data[start] & LONG_TAG == LONG_TAG:
        raise NotDer("cut short")
    size, at = data[start + 1], start + 2
    if size & 0x80:
        count = size & 0x7F
        size = int.from_bytes(data[at : at + count], "big")
        is_shortest = (
            size >= 0x80 and size >> 8 * (count - 1) > 0 if 0 < count <= MOST_LENGTH_BYTES else False
        )
        if not is_shortest or len(data) - at < count:
            raise NotDer("a length not in its shortest form")
        at += count
    end = at + size
    if end > len(data):
        raise NotDer("cut short")
    return Node(data[start], data[start:end], data[at:end]), end
