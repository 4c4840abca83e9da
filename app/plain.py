# SPDX-License-Identifier: MIT
"""Frozen values to plain JSON values and back; the only importer of cattrs."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import cattrs
from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

from app.clock import parse_timestamp, timestamp

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
_MISFITS = (ValueError, KeyError, TypeError, AttributeError)  # their own messages may hold what was written


def _as_it_is(value: object, kind: type) -> object:
    """Return the value, if it is of this kind and no other; a choice (itself a kind of text) by its value.

    Raises:
        TypeError: it is of another kind.
    """
    if type(value) is kind:
        return value
    if issubclass(kind, Enum):
        return kind(value)
    raise TypeError(kind.__name__)


def _is_row(kind: object) -> bool:
    """Whether values of this kind are rows of any length."""
    return get_origin(kind) is tuple and get_args(kind)[-1] is Ellipsis


def _row(kind: Any) -> Callable[[object, object], tuple[object, ...]]:
    """Return what turns a list into a row of this kind; a text is no list of letters."""
    of = get_args(kind)[0]
    item = _converter.get_structure_hook(of)

    def row(value: object, _: object) -> tuple[object, ...]:
        if not isinstance(value, list | tuple):
            raise TypeError("not a list")
        return tuple(item(one, of) for one in value)

    return row


def _moment(text: str) -> datetime:
    """Return the time, if it is written in our one form: two spellings would be two hash values.

    Raises:
        ValueError: it is written otherwise, or no time.
    """
    at = parse_timestamp(text)
    if timestamp(at) != text:
        raise ValueError("a time in another form")
    return at


_converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=False)
_converter.register_unstructure_hook(StrEnum, lambda choice: choice.value)
_converter.register_structure_hook_factory(_is_row, _row)
for _exact in (str, int, bool):  # never text for a number, nor a number for text
    _converter.register_structure_hook(_exact, _as_it_is)
_converter.register_unstructure_hook(datetime, timestamp)
_converter.register_structure_hook(datetime, lambda text, _: _moment(text))
_converter.register_unstructure_hook(time, lambda at: at.isoformat(timespec="minutes"))
_converter.register_structure_hook(time, lambda text, _: time.fromisoformat(text))
_converter.register_unstructure_hook(date, lambda day: day.isoformat())
_converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))


def to_plain(value: object) -> Any:
    """Return dicts, lists, strings, whole numbers, booleans and None that say the same."""
    return _converter.unstructure(value)


def from_plain(kind: type[T], plain: object) -> T:
    """Return the frozen value that these plain values say.

    Raises:
        ValueError: if a key is unknown or missing, or a value does not fit.
    """
    try:
        return _converter.structure(plain, kind)
    except (BaseValidationError, ForbiddenExtraKeysError, *_MISFITS) as error:
        fault = f"does not fit {kind.__name__}: {type(error).__name__}"
        raise ValueError(fault) from None  # a chain of errors would carry what was written
