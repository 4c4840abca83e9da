# SPDX-License-Identifier: MIT
"""Files of content to frozen values: a mistake in a file is named by file and key, never guessed around."""

from __future__ import annotations

import dataclasses
import tomllib
import types
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

from app.errors import GuideInvalid

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One sentence for the person. Until someone has confirmed it, it is kept but never shown as advice."""

    text: str
    verified: bool = True


def shown(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the sentences that somebody has confirmed, in order."""
    return tuple(line.text for line in lines if line.verified)


def load(kind: type[T], path: Path) -> T:
    """Return the frozen value that a TOML file holds.

    Raises:
        GuideInvalid: the file cannot be read, or one of its keys is missing, unknown or of the wrong kind.
    """
    return build(kind, table_of(path), path.name)


def table_of(path: Path) -> dict[str, Any]:
    """Return the plain contents of a TOML file.

    Raises:
        GuideInvalid: the file is missing or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GuideInvalid(f"{path.name}: {error}") from error


def build(kind: type[T], table: object, where: str) -> T:
    """Return a frozen value of ``kind`` from the plain table found at ``where``.

    Raises:
        GuideInvalid: a key is missing, unknown or of the wrong kind; the message names where.
    """
    if kind is Line and isinstance(table, str):
        return kind(text=table)  # type: ignore[call-arg]
    if not isinstance(table, dict):
        raise GuideInvalid(f"{where}: should be a table")
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    for key in table:
        if key not in fields:
            raise GuideInvalid(f"{where}: {key} is not known")
    hints = get_type_hints(kind)
    values = {key: _value(hints[key], value, f"{where}: {key}") for key, value in table.items()}
    for name, field in fields.items():
        if name not in values and _is_required(field):
            raise GuideInvalid(f"{where}: {name} is missing")
    return kind(**values)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _value(hint: Any, value: object, where: str) -> Any:
    """Return ``value`` as the type hint wants it."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (kind for kind in get_args(hint) if kind is not type(None))
        return _value(inner, value, where)
    if origin is tuple:
        return _tuple(get_args(hint)[0], value, where)
    if dataclasses.is_dataclass(hint):
        return build(hint, value, where)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, value, where)
    if type(value) is not hint or (hint is str and not value):
        raise GuideInvalid(f"{where} should be {'text' if hint is str else hint.__name__}")
    return value


def _tuple(kind: Any, value: object, where: str) -> tuple[Any, ...]:
    """Return a list as a tuple of the right kind; a wrong row is named by its number, from 1."""
    if not isinstance(value, list):
        raise GuideInvalid(f"{where} should be a list")
    return tuple(_value(kind, each, f"{where}.{row}") for row, each in enumerate(value, start=1))


def _choice(kind: type[StrEnum], value: object, where: str) -> StrEnum:
    """Return the member of a set of choices."""
    try:
        return kind(str(value))
    except ValueError as error:
        raise GuideInvalid(f"{where} should be one of {', '.join(kind)}") from error


def is_fresh(value: date, today: date, *, limit_days: int = 183) -> bool:
    """Whether a fact was confirmed within the last six months. Source: architecture.md, section 8."""
    return (today - value).days <= limit_days
