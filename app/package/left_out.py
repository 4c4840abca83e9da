# SPDX-License-Identifier: MIT
"""The declaration of what is not in a package: a line each, with hash value and reason.

What the log has and the package lacks must stand here; absence alone never passes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field, replace
from datetime import datetime  # noqa: TC003 - field types are looked up when values are read back
from enum import StrEnum
from typing import TYPE_CHECKING

from app.custody.canonical import canonical, read_canonical
from app.errors import BadInput
from app.model import DerivativeKind  # noqa: TC001 - field types are looked up when values are read back
from app.plain import from_plain, to_plain

if TYPE_CHECKING:
    from collections.abc import Iterable


class Why(StrEnum):
    """Why an exhibit is not included."""

    INTIMATE = "intimate"
    UNDER_18 = "under_18"
    WITHDRAWN = "withdrawn"
    OTHER_PART = "other_part"  # in another ZIP of the same package


@dataclass(frozen=True, slots=True)
class NotIncluded:
    """One original that is not in this bag: a single picture, or a frame of a run.

    Attributes:
        described: what the person says it shows, or its title; None if nothing was said.
        withdrawn_why: the person's reason.
        part: in which ZIP of the package it is, if it is in another.
    """

    ref: str
    acquisition_id: str
    acquired_at: datetime
    size_bytes: int
    sha256: str
    record_sha256: str
    why: Why
    described: str | None = None
    withdrawn_at: datetime | None = None
    withdrawn_why: str | None = None
    part: int | None = None


@dataclass(frozen=True, slots=True)
class NotIncludedMade:
    """What was made from originals that stay in the vault, and so stays there too."""

    derivative_id: str
    ref: str
    kind: DerivativeKind
    n: int
    size_bytes: int
    sha256: str
    record_sha256: str


@dataclass(frozen=True, slots=True)
class _Declaration:
    """The whole file; ``derivatives`` is not written where there are none."""

    v: int
    not_included: tuple[NotIncluded, ...]
    derivatives: tuple[NotIncludedMade, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """What a package says it has not: originals by ref, derivatives by id."""

    originals: dict[str, NotIncluded] = field(default_factory=dict)
    derivatives: dict[str, NotIncludedMade] = field(default_factory=dict)


def not_included(entries: Iterable[NotIncluded], made: Iterable[NotIncludedMade] = ()) -> bytes:
    """Return the declaration, in canonical JSON."""
    composed = (
        replace(entry, described=_nfc(entry.described), withdrawn_why=_nfc(entry.withdrawn_why))
        for entry in entries
    )
    plain = to_plain(_Declaration(1, tuple(composed), tuple(made)))
    if not plain["derivatives"]:
        del plain["derivatives"]
    return canonical(plain)


def read_not_included(data: bytes) -> Declared | None:
    """Return what is declared, or None if these bytes are no declaration."""
    try:
        declared = from_plain(_Declaration, read_canonical(data))
        found = {entry.ref: entry for entry in declared.not_included}
        made = {entry.derivative_id: entry for entry in declared.derivatives}
        is_exact = not_included(found.values(), made.values()) == data
    except (BadInput, ValueError, OverflowError):
        return None
    return Declared(found, made) if is_exact else None


def _nfc(text: str | None) -> str | None:
    """Return the words in the form that canonical JSON takes."""
    return None if text is None else unicodedata.normalize("NFC", text)
