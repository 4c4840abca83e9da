# SPDX-License-Identifier: MIT
"""Files of content to frozen values: a mistake is named by file, line and key, never guessed around.

What the person reads is a ``Text`` and is translated on the way; ids, patterns, addresses, and what somebody
else reads stay as they are.
"""

from __future__ import annotations

import dataclasses
import re
import tomllib
import types
from enum import StrEnum
from functools import lru_cache
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    TypeAlias,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from app.errors import GuideInvalid
from app.i18n import AS_IT_IS
from app.toml_lines import Keys, line_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from app.i18n import Translator

T = TypeVar("T")
Text: TypeAlias = Annotated[str, "a person reads it"]


@dataclasses.dataclass(frozen=True, slots=True)
class Line:
    """One sentence for the person. Until someone has confirmed it, it is kept but never shown as advice."""

    text: Text
    verified: bool = True


def shown(lines: Iterable[Line]) -> tuple[str, ...]:
    """Return the sentences that somebody has confirmed, in order."""
    return tuple(line.text for line in lines if line.verified)


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """Where in a file of content something stands.

    Attributes:
        file: name of the file.
        text: what the file holds; empty if only the name is known.
        keys: names of tables and keys, and rows of lists from 1.
        translator: puts what a person reads into their language.
    """

    file: str
    text: str = ""
    keys: Keys = ()
    translator: Translator = AS_IT_IS

    @classmethod
    def of(cls, path: Path, translator: Translator = AS_IT_IS) -> Place:
        """Return the top of a file.

        Raises:
            GuideInvalid: the file cannot be read.
        """
        try:
            return cls(path.name, path.read_text(encoding="utf-8"), translator=translator)
        except (OSError, UnicodeDecodeError) as error:
            raise GuideInvalid(f"{path.name}: {error}") from error

    def at(self, *keys: str | int) -> Place:
        """Return a place inside this one."""
        return dataclasses.replace(self, keys=(*self.keys, *keys))

    def table(self) -> dict[str, Any]:
        """Return the plain contents of the file.

        Raises:
            GuideInvalid: it is not TOML; the message names the line.
        """
        try:
            return tomllib.loads(self.text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"\(at line (\d+)", str(error))
            end = self.text.count("\n") + 1
            raise GuideInvalid(f"{self.file}:{line[1] if line else end}: {error}") from error

    def wrong(self, problem: str) -> GuideInvalid:
        """Return the error that names file, line and keys, and then the problem."""
        line = f":{line_of(self.text, self.keys)}" if self.text else ""
        names = "".join(f".{key}" if isinstance(key, int) else f": {key}" for key in self.keys)
        return GuideInvalid(f"{self.file}{line}{names}{problem}")


def load(kind: type[T], path: Path, translator: Translator = AS_IT_IS) -> T:
    """Return the frozen value that a TOML file holds, in the language of the translator.

    Raises:
        GuideInvalid: the file cannot be read, or one of its keys is missing, unknown or of the wrong kind.
    """
    place = Place.of(path, translator)
    return build(kind, place.table(), place)


def build(kind: type[T], table: object, place: Place) -> T:
    """Return a frozen value of ``kind`` from the plain table found at ``place``.

    Raises:
        GuideInvalid: a key is missing, unknown or of the wrong kind; the message names file, line and key.
    """
    if kind is Line and isinstance(table, str):
        return kind(text=_value(Text, table, place))  # type: ignore[call-arg]
    if not isinstance(table, dict):
        raise place.wrong(": should be a table")
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    for key in table:
        if key not in fields:
            raise place.at(key).wrong(" is not known")
    hints = _hints(kind)  # type: ignore[arg-type]
    values = {key: _value(hints[key], value, place.at(key)) for key, value in table.items()}
    for name, field in fields.items():
        if name not in values and _is_required(field):
            raise place.wrong(f": {name} is missing")
    return kind(**values)


@lru_cache(maxsize=64)  # looking them up costs more than reading a table
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _is_required(field: dataclasses.Field[Any]) -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _value(hint: Any, value: object, place: Place) -> Any:
    """Return ``value`` as the type hint wants it."""
    if hint == Text:
        said = _value(str, value, place)
        return place.translator.gettext(said)
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        (inner,) = (kind for kind in get_args(hint) if kind is not type(None))
        return _value(inner, value, place)
    if origin is tuple:
        return _tuple(get_args(hint)[0], value, place)
    if dataclasses.is_dataclass(hint):
        return build(hint, value, place)  # type: ignore[arg-type]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _choice(hint, value, place)
    if type(value) is not hint or (hint is str and not value):
        raise place.wrong(f" should be {'text' if hint is str else hint.__name__}")
    return value


def _tuple(kind: Any, value: object, place: Place) -> tuple[Any, ...]:
    """Return a list as a tuple of the right kind; a wrong row is named by its number, from 1."""
    if not isinstance(value, list):
        raise place.wrong(" should be a list")
    return tuple(_value(kind, each, place.at(row)) for row, each in enumerate(value, start=1))


def _choice(kind: type[StrEnum], value: object, place: Place) -> StrEnum:
    """Return the member of a set of choices."""
    try:
        return kind(str(value))
    except ValueError as error:
        raise place.wrong(f" should be one of {', '.join(kind)}") from error


def is_fresh(value: date, today: date, *, limit_days: int = 183) -> bool:
    """Whether a fact was confirmed within the last six months. Source: architecture.md, section 8."""
    return (today - value).days <= limit_days
