# SPDX-License-Identifier: MIT
"""The check of a package: does what the officer holds equal what was exported?

It says nothing of whether the screen told the truth. Until root and key come from the printed page it says
only that the package agrees with itself. Source: architecture.md, section 9; evidence.md, sections 4 and 7.
"""

from __future__ import annotations

import base64
import binascii
import re
from typing import TYPE_CHECKING

from app.custody.authorities import known_authorities
from app.custody.checkpoint import fingerprint
from app.errors import BadInput, Cancelled, PackageUnreadable
from app.hashing import sha256_of_parts
from app.package.checked_anchors import check_anchors, is_anchor_file
from app.package.checked_bag import CheckedBag, hash_files
from app.package.checked_derivatives import check_derivatives
from app.package.checked_exhibits import check_exhibits
from app.package.checked_log import check_log
from app.package.checked_proofs import check_proofs
from app.package.findings import Findings, Outcome, Reason, Verdict
from app.package.folder_source import FolderSource
from app.package.names import (
    CHECK_PAGE,
    CHECKPOINT,
    CHECKPOINTS,
    CONSISTENCY,
    DERIVATIVES,
    EXHIBITS,
    INCLUSION,
    LEAVES,
    LOG,
    PAYLOAD,
    PUBLIC_KEY,
    READ_ME,
    REPORT,
)
from app.package.source import file_parts
from app.package.zip_source import ZipSource

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from app.custody.authorities import Authority
    from app.package.findings import Anchored
    from app.package.log_facts import LogFacts
    from app.package.source import Source

HEX_DIGITS = 64
NO_ANCHOR = "time: no outside time anchors this log"
OTHER_PARTS = "part: {} of {}; the others were not seen"
UNDISCLOSED = "log: {} of {} records are not in this package; their hash values are"
NO_ROOT = "paper: the root was not compared with the printed page"
NO_KEY = "paper: the key fingerprint was not compared with the printed page"


def verify(
    path: Path,
    *,
    root: str | None = None,
    key: str | None = None,
    exhibits: Sequence[Path] = (),
    progress: Callable[[float], None] | None = None,
    cancelled: threading.Event | None = None,
    authorities: Sequence[Authority] | None = None,
) -> Verdict:
    """Return everything that a package, as ZIP or folder, shows about itself.

    Args:
        path: the ZIP, the package's folder, or a folder with one package in it.
        root: root of the custody log as printed on the paper; blanks do not matter.
        key: fingerprint of the public key as printed.
        exhibits: files handed over separately, to be looked for in the log.
        progress: hears how far it is, from 0.0 to 1.0.
        cancelled: set it to stop.
        authorities: time authorities that count; those of this release if None.

    Raises:
        PackageUnreadable: no package there, or beyond all limits.
        BadInput: root or key as typed is no hash value, or an exhibit file cannot be read.
        Cancelled: it was stopped.
    """
    paper = Paper(root, key)
    findings = Findings()
    source = open_source(path, findings)
    try:
        sums = hash_files(source, findings, _watch(source, progress, cancelled))
        return judge(CheckedBag(source, findings, sums), paper, exhibits, authorities)
    finally:
        source.close()


def open_source(path: Path, findings: Findings) -> Source:
    """Return the package at this place.

    Raises:
        PackageUnreadable: nothing there, or no package.
    """
    if path.is_dir():
        return FolderSource(path, findings)
    if path.exists() and not path.is_file():  # a pipe or a device would be waited for without end
        raise PackageUnreadable("neither a file nor a folder")
    return ZipSource(path, findings)


def judge(
    bag: CheckedBag,
    paper: Paper | None = None,
    exhibits: Sequence[Path] = (),
    authorities: Sequence[Authority] | None = None,
) -> Verdict:
    """Return the verdict on a bag whose files are hashed."""
    paper = paper or Paper()
    public = bag.check()
    log = check_log(bag, public)
    anchors: tuple[Anchored, ...] = ()
    if log is not None:
        check_derivatives(bag, log, check_exhibits(bag, log))
        check_proofs(bag, log, public)
        pinned = known_authorities() if authorities is None else authorities
        anchors = check_anchors(bag, log, public, pinned)
    print_ = fingerprint(public[1]) if public else None
    root = log.frontier.root if log else None
    paper.compare(bag.findings, root, print_)
    _look_for(exhibits, log, bag.findings)
    return Verdict(
        _outcome(bag.findings, paper),
        bag.findings.all(),
        (*paper.missing(), *_not_checked(bag, log, has_anchors=bool(anchors))),
        root,
        print_,
        anchors,
    )


class Paper:
    """What the officer typed from the printed page."""

    def __init__(self, root: str | None = None, key: str | None = None) -> None:
        """Read both as people type them.

        Raises:
            BadInput: not a hash value.
        """
        self._root = _typed(root, "root")
        self._key = _typed(key, "key fingerprint")

    @property
    def is_whole(self) -> bool:
        """Whether both were given."""
        return self._root is not None and self._key is not None

    def missing(self) -> Iterator[str]:
        """Give what nobody typed: without it whoever made the package could have made another."""
        if self._root is None:
            yield NO_ROOT
        if self._key is None:
            yield NO_KEY

    def compare(self, findings: Findings, root: str | None, key: str | None) -> None:
        """What was typed and is not that of the package was named."""
        if self._root is not None and self._root != root:
            findings.add(Reason.PAPER_ROOT, CHECKPOINT)
        if self._key is not None and self._key != key:
            findings.add(Reason.PAPER_KEY, PUBLIC_KEY)


def _typed(value: str | None, name: str) -> str | None:
    """Return 64 hexadecimal digits however they were grouped; base64 as in the checkpoint is taken too."""
    if value is None:
        return None
    bare = re.sub(r"[\s:-]", "", value)
    if re.fullmatch(r"[0-9A-Fa-f]{64}", bare):
        return bare.lower()
    try:
        data = base64.b64decode("".join(value.split()), validate=True)
    except (binascii.Error, ValueError):
        data = b""
    if len(data) * 2 != HEX_DIGITS:
        raise BadInput(f"The {name} has 64 digits from 0 to 9 and a to f. Check it against the paper")
    return data.hex()


def _outcome(findings: Findings, paper: Paper) -> Outcome:
    """Return the verdict that follows from the findings."""
    if findings.differs:
        return Outcome.DIFFERS
    return Outcome.MATCHES if paper.is_whole else Outcome.AGREES


def _look_for(exhibits: Iterable[Path], log: LogFacts | None, findings: Findings) -> None:
    """Every file handed over separately was looked for in the log by its hash value.

    Raises:
        BadInput: a file cannot be read.
    """
    known = log.bytes_known() if log else set()
    for path in exhibits:
        if path.exists() and not path.is_file():
            raise BadInput(f"{path.name} is not a file")
        try:
            value = sha256_of_parts(file_parts(path))
        except OSError as error:
            raise BadInput(f"{path.name} cannot be read: {error.strerror}") from error
        findings.add(Reason.EXHIBIT_FOUND if value in known else Reason.NOT_IN_LOG, path.name)


def _not_checked(bag: CheckedBag, log: LogFacts | None, *, has_anchors: bool) -> Iterator[str]:
    """Give what was hashed and not understood; the words of report and tables are the person's own."""
    known = (
        EXHIBITS, DERIVATIVES, LOG, CHECKPOINT, PUBLIC_KEY, CHECKPOINTS, CONSISTENCY, LEAVES, INCLUSION,
    )  # fmt: skip
    if not has_anchors:
        yield NO_ANCHOR
    if bag.count is not None:
        yield OTHER_PARTS.format(*bag.count)
    if log is not None and log.undisclosed:
        yield UNDISCLOSED.format(log.undisclosed, log.frontier.size)
    yield from (name for name in bag.sums if name in {REPORT, CHECK_PAGE, READ_ME})
    others = (name for name in bag.sums if name.startswith(PAYLOAD) and not name.startswith(known))
    yield from (name for name in others if not is_anchor_file(name))


def _watch(
    source: Source, progress: Callable[[float], None] | None, cancelled: threading.Event | None
) -> Callable[[int], None]:
    """Return what hears of every part that was hashed.

    Raises:
        Cancelled: out of the returned function, once it was stopped.
    """
    all_bytes = max(1, sum(source.sizes.values()))
    done = 0

    def hear(count: int) -> None:
        nonlocal done
        if cancelled is not None and cancelled.is_set():
            raise Cancelled
        done += count
        if progress is not None:
            progress(min(1.0, done / all_bytes))

    return hear
