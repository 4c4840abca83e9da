# SPDX-License-Identifier: MIT
"""What a check must say of a changed package at least, and whether it did.

A rejection for another reason counts as a miss: it would have been luck.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.package.findings import HARMLESS, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.package.findings import Verdict

Named = tuple[str | None, str]  # reason and file; None stands for any reason that is not harmless


@dataclass(frozen=True, slots=True)
class Seen:
    """What one verifier said; ``verdict`` is None where it found no package to judge."""

    verdict: str | None
    findings: frozenset[tuple[str, str]] = frozenset()
    not_checked: tuple[str, ...] = ()
    root: str | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """What must be found.

    Attributes:
        passes: the verdict must be that of an untouched package, with nothing found but what is harmless.
        all_of: each must be found.
        one_of: one of these must be found, where there are any.
        only: nothing else may be found.
        unreadable: it must be (True), may be (None) or must not be (False) refused as no package.
        is_same: it may pass as well as fail, for it shows every program the same files.
        on_paper: it agrees with itself, and must differ from the paper by these.
    """

    passes: bool = False
    all_of: tuple[Named, ...] = ()
    one_of: tuple[Named, ...] = ()
    only: bool = False
    unreadable: bool | None = False
    is_same: bool = False
    on_paper: tuple[Named, ...] = field(default=())


PASSES = Expected(passes=True)
UNREADABLE = Expected(unreadable=True)


def found(*all_of: Named, unreadable: bool | None = False) -> Expected:
    """Each of these must be found."""
    return Expected(all_of=all_of, unreadable=unreadable)


def exactly(*all_of: Named) -> Expected:
    """These must be found and nothing else."""
    return Expected(all_of=all_of, only=True)


def one_of(*names: Named, unreadable: bool | None = False) -> Expected:
    """At least one of these must be found."""
    return Expected(one_of=names, unreadable=unreadable)


def seen(verdict: Verdict) -> Seen:
    """Return what Python's verifier said, in the form that both are compared in."""
    findings = frozenset((one.reason.value, one.file) for one in verdict.findings)
    return Seen(
        verdict.verdict.value, findings, tuple(verdict.not_checked), verdict.root, verdict.fingerprint
    )


def missed(expected: Expected, said: Seen) -> str | None:
    """Return in what the answer falls short, or None."""
    if said.verdict is None:
        return None if expected.unreadable is not False else "refused as no package"
    if expected.unreadable:
        return "taken for a package"
    if expected.passes or expected.on_paper:
        return _not_passed(said)
    return next(_short(expected, said), None)


def _short(expected: Expected, said: Seen) -> Iterator[str]:
    """Give everything in which a verdict on what must not pass falls short."""
    if lacking := [name for name in expected.all_of if not _has(said, name)]:
        yield f"not found: {lacking}"
    if expected.one_of and not any(_has(said, name) for name in expected.one_of):
        yield f"none found of {expected.one_of}"
    if expected.only and (other := said.findings - set(expected.all_of)):
        yield f"found besides: {sorted(other)}"
    if said.verdict != Outcome.DIFFERS.value and not expected.is_same:
        yield f"said: {said.verdict}"


def _not_passed(said: Seen) -> str | None:
    """Return what was held against a package that must pass, or None."""
    held = [(reason, file) for reason, file in sorted(said.findings) if reason not in HARMLESS]
    return f"found: {held}" if held or said.verdict != Outcome.AGREES.value else None


def _has(said: Seen, name: Named) -> bool:
    """Whether this was found; a file of many records may be named with the record behind it."""
    reason, file = name
    if reason is not None:
        return (reason, file) in said.findings
    return any(
        (other == file or other.startswith(f"{file}#")) and why not in HARMLESS
        for why, other in said.findings
    )
