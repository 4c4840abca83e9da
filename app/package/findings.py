# SPDX-License-Identifier: MIT
"""What a check of a package can say: three verdicts, and a fixed set of reasons.

Both verifiers (this one and the page in the package) use these words and codes.
Source: architecture.md, section 9; evidence.md, section 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Outcome(StrEnum):
    """The three verdicts."""

    MATCHES = "matches the paper"
    AGREES = "agrees with itself"
    DIFFERS = "differs"


class Reason(StrEnum):
    """Why a file is named. The last two leave the verdict alone."""

    MISSING = "missing"  # declared by a list, the log or the format, and not there
    EXTRA = "extra"  # there, and on no list
    CHANGED = "changed"  # its hash value is not the one on the list
    LISTS_DISAGREE = "lists_disagree"  # on one list of hash values and not on the other
    MALFORMED = "malformed"  # not in the form it must have
    CONTRADICTS = "contradicts"  # says what can be seen to be otherwise
    UNREADABLE = "unreadable"  # cannot be opened
    UNSAFE_NAME = "unsafe_name"  # a name that would lead out of the folder
    HIDDEN_BYTES = "hidden_bytes"  # in the ZIP, and in none of its files
    DUPLICATE_NAME = "duplicate_name"  # two files under one name
    LINK = "link"  # not a file but a pointer to one
    TOO_LARGE = "too_large"  # beyond the limits
    KEY_UNREADABLE = "key_unreadable"
    SIGNATURE_INVALID = "signature_invalid"  # the note was not signed by this key, or changed after it
    NOT_SIGNED = "not_signed"  # the signed hash value is that of other bytes
    CHAIN_BROKEN = "chain_broken"  # a record does not follow from the one before
    SIZE_DIFFERS = "size_differs"  # more or fewer records than the checkpoint says
    ROOT_DIFFERS = "root_differs"  # the records are not those of the checkpoint
    NOT_IN_LOG = "not_in_log"  # the log has no record of these bytes
    NOT_IN_TREE = "not_in_tree"  # the proof does not lead from this record to the root
    NOT_CONSISTENT = "not_consistent"  # an earlier signed head is not the beginning of this log
    ANCHOR_INVALID = "anchor_invalid"  # no valid time stamp over a signed head of this log
    ANCHOR_UNTRUSTED = "anchor_untrusted"  # by a time authority that this release does not know
    PAPER_ROOT = "paper_root"  # not the root that was typed from the paper
    PAPER_KEY = "paper_key"  # not the key fingerprint that was typed from the paper
    SYSTEM_FILE = "system_file"  # put there by a computer by itself; it is not evidence
    EXHIBIT_FOUND = "exhibit_found"  # a file handed over separately is in the log


HARMLESS = frozenset({Reason.SYSTEM_FILE, Reason.EXHIBIT_FOUND})


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason and the file it concerns, named from the package's own folder."""

    reason: Reason
    file: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """An outside time that was checked: so many records existed in this form by then.

    Attributes:
        size: how many records, from the first.
        at: the outside time, as records write times.
        authority: who says so, by the name in this release.
        clock_ms: by how much at least the clock of the computer was ahead of that (below 0: behind it), as
            its own records show; 0 where they show nothing.
    """

    size: int
    at: str
    authority: str
    clock_ms: int = 0

    def lines(self) -> Iterator[str]:
        """Give what it proves, and what the records beside it show of the clock; no more than is known."""
        yield f"outside time: the first {self.size} records existed by {self.at} ({self.authority})"
        if self.clock_ms:
            side = "ahead of" if self.clock_ms > 0 else "behind"
            seconds = abs(self.clock_ms) // 1000
            yield f"clock: {seconds} seconds or more {side} it, by the times of the records beside it"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer.

    Attributes:
        verdict: one of three.
        findings: every disagreement, each once, and what is only remarked.
        not_checked: what this release does not know how to check; hash values of these were compared.
        root: root of the log as computed, or None where it cannot be.
        fingerprint: that of the public key in the package, or None.
        anchors: every outside time that was checked and is good, the smallest first.
    """

    verdict: Outcome
    findings: tuple[Finding, ...]
    not_checked: tuple[str, ...]
    root: str | None = None
    fingerprint: str | None = None
    anchors: tuple[Anchored, ...] = ()


class Findings:
    """A list that grows while a package is checked and holds nothing twice."""

    def __init__(self) -> None:
        """Begin with nothing found."""
        self._found: dict[Finding, None] = {}

    def add(self, reason: Reason, file: str) -> None:
        """Remember one finding; a name that cannot be written is shown by its bytes."""
        shown = file.encode("utf-8", "backslashreplace").decode("utf-8")
        self._found[Finding(reason, shown)] = None

    def all(self) -> tuple[Finding, ...]:
        """Return what was found, in order."""
        return tuple(self._found)

    @property
    def differs(self) -> bool:
        """Whether anything was found that is not harmless."""
        return any(finding.reason not in HARMLESS for finding in self._found)
