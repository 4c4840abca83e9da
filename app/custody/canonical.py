# SPDX-License-Identifier: MIT
"""One form of JSON for everything that is hashed or signed.

Source: RFC 8785 (JCS), narrowed by evidence.md, section 2: no floats, whole numbers below 2^53, NFC.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

from app.errors import BadInput

LARGEST_NUMBER = 2**53 - 1  # Source: RFC 8785, section 3.2.2.3: what an IEEE 754 double holds exactly
NESTED = 64  # deeper than any of our values is, and shallow enough for every reader
KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)  # plain keys sort alike in every language


def canonical(value: object) -> bytes:
    """Return the only bytes that may stand for this value.

    Raises:
        BadInput: a float, a number of 2^53 or more, text that is not NFC, or an unusual key.
        Source: RFC 8785.
    """
    _check(value)
    try:
        return _ENCODER.encode(value).encode("utf-8")
    except UnicodeError as error:
        raise BadInput(f"no canonical form: {type(error).__name__}") from error


def read_canonical(data: bytes) -> Any:
    """Return the value that these canonical bytes stand for.

    Raises:
        BadInput: they are no JSON, or not in the one form that ``canonical`` gives.
    """
    try:
        text = data.decode("utf-8")
        value = _DECODER.decode(text)
        again = _ENCODER.encode(value).encode("utf-8")
        _check_keys(value)
    except (ValueError, RecursionError) as error:
        raise BadInput("not JSON, or a number that is not whole") from error
    if again != data or not unicodedata.is_normalized("NFC", text):
        raise BadInput("not in canonical form")
    return value


def _check(value: object, depth: int = 0) -> None:
    """Walk the value and refuse what has no exact form.

    Raises:
        BadInput: naming the kind of fault, never the content.
    """
    _check_depth(depth)
    if value is None or isinstance(value, bool):
        return
    if isinstance(value, int):
        _whole(str(value))
    elif isinstance(value, str):
        _check_text(value)
    elif isinstance(value, dict):
        for key, inner in value.items():
            _check_key(key)
            _check(inner, depth + 1)
    elif isinstance(value, list | tuple):
        for inner in value:
            _check(inner, depth + 1)
    else:
        raise BadInput(f"{type(value).__name__} has no exact form")


def _check_text(text: str) -> None:
    """Refuse text that another program might spell with other code points."""
    if not unicodedata.is_normalized("NFC", text):
        raise BadInput("text is not NFC")


def _check_key(key: object) -> None:
    """Refuse a key that languages sort differently."""
    if not (isinstance(key, str) and KEY.fullmatch(key)):
        raise BadInput("a key that is not plain letters, digits and underscores")


def _check_keys(value: object, depth: int = 0) -> None:
    """Refuse such keys anywhere in a value that was read."""
    _check_depth(depth)
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_key(key)
            _check_keys(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _check_keys(inner, depth + 1)


def _check_depth(depth: int) -> None:
    """Refuse what lies in each other so deep that some readers would give up and others not."""
    if depth > NESTED:
        raise BadInput("nested too deeply")


def _whole(digits: str) -> int:
    """Return the number if every JSON reader keeps it exactly."""
    if len(digits) > len(str(LARGEST_NUMBER)) + 1 or abs(int(digits)) > LARGEST_NUMBER:
        raise BadInput("a number of 2^53 or more")
    return int(digits)


def _refuse(_digits: str) -> None:
    """Refuse what is no whole number."""
    raise BadInput("a number that is not whole")


# The C encoder of the standard library is 5 times as fast as the package rfc8785 and agrees with it on values
# without floats and with plain keys; a Hypothesis test holds it to that.
_DECODER = json.JSONDecoder(parse_float=_refuse, parse_int=_whole, parse_constant=_refuse)
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, check_circular=False)
