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
_MAY_BE_LEFT_OUT = ("derivatives", "purged")


class Why(StrEnum):
    """Why an exhibit is not included."""

    INTIMATE = "intimate"
    UNDER_18 = "under_18"
    WITHDRAWN = "withdrawn"
    PURGED = "purged"
    COVERED = "covered"  # a copy with solid boxes stands in its place
    OTHER_PART = "other_part"  # in another ZIP of the same package


@dataclass(frozen=True, slots=True)
class NotIncluded:
    """One original that is not in this bag: a single picture, or a frame of a run.

    Attributes:
        described: what the person says it shows, or its title; None if nothing was said.
        withdrawn_why: the person's reason.
        part: in which other ZIP of the package it is, or what stands in its place.
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
    """What was made from originals that stay in the vault, and so stays there too.

    Where the exhibit itself is here, its record is too: it shows that what it is made from is covered now.
    """

    derivative_id: str
    ref: str
    kind: DerivativeKind
    n: int
    size_bytes: int
    sha256: str
    record_sha256: str


@dataclass(frozen=True, slots=True)
class NotIncludedPurged:
    """One exhibit or fact that was removed for good, and so is not even in the vault.

    Attributes:
        id: what the record of the purge is about.
        kind: ``exhibit``, or the kind of the fact.
        ref: of an exhibit; its originals are declared one by one beside this.
        purged_why: the person's reason.
    """

    id: str
    kind: str
    purged_at: datetime
    purged_why: str
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class _Declaration:
    """The whole file; ``derivatives`` and ``purged`` are not written where there are none."""

    v: int
    not_included: tuple[NotIncluded, ...]
    derivatives: tuple[NotIncludedMade, ...] = ()
    purged: tuple[NotIncludedPurged, ...] = ()


@dataclass(frozen=True, slots=True)
class Declared:
    """What a package says it has not: originals by ref, derivatives and what was purged by id."""

    originals: dict[str, NotIncluded] = field(default_factory=dict)
    derivatives: dict[str, NotIncludedMade] = field(default_factory=dict)
    purged: dict[str, NotIncludedPurged] = field(default_factory=dict)


def not_included(
    entries: Iterable[NotIncluded],
    made: Iterable[NotIncludedMade] = (),
    purged: Iterable[NotIncludedPurged] = (),
) -> bytes:
    """Return the declaration, in canonical JSON."""
    composed = (
        replace(entry, described=_nfc(entry.described), withdrawn_why=_nfc(entry.withdrawn_why))
        for entry in entries
    )
    gone = (replace(entry, purged_why=_nfc(entry.purged_why) or "") for entry in purged)
    plain = to_plain(_Declaration(1, tuple(composed), tuple(made), tuple(gone)))
    return canonical({key: value for key, value in plain.items() if value or key not in _MAY_BE_LEFT_OUT})


def read_not_included(data: bytes) -> Declared | None:
    """Return what is declared, or None if these bytes are no declaration."""
    try:
        declared = from_plain(_Declaration, read_canonical(data))
        found = {entry.ref: entry for entry in declared.not_included}
        made = {entry.derivative_id: entry for entry in declared.derivatives}
        gone = {entry.id: entry for entry in declared.purged}
        is_exact = not_included(found.values(), made.values(), gone.values()) == data
    except (BadInput, ValueError, OverflowError):
        return None
    return Declared(found, made, gone) if is_exact else None


def _nfc(text: str | None) -> str | None:
    """Return the words in the form that canonical JSON takes."""
    return None if text is None else unicodedata.normalize("NFC", text)
