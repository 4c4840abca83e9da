# SPDX-License-Identifier: MIT
"""The bag as such: every file on every list, every list signed. Source: RFC 8493; evidence.md, section 4."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.checkpoint import open_note, read_public_key_line
from app.errors import ChainBroken, HashMismatch, PackageUnreadable
from app.package.bag import BAGIT_TEXT, Summing, oxum, read_manifest
from app.package.findings import Reason
from app.package.info import count_in, has_report_elsewhere
from app.package.names import (
    BAG_INFO,
    BAGIT,
    MANIFEST_256,
    MANIFEST_512,
    OUTSIDE_THE_LISTS,
    PAYLOAD,
    PUBLIC_KEY,
    REPORT,
    REQUIRED,
    SIGNATURE,
    TAG_MANIFEST,
    is_system_file,
)
from app.package.signature import signed_hash

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.package.bag import Sums
    from app.package.findings import Findings
    from app.package.source import Source

MAX_TEXT_BYTES = 64 << 20


class CheckedBag:
    """The files of a package with their hash values as computed; what does not fit is added to findings.

    Attributes:
        count: which of how many bags it is, as it says itself; None where it is the only one.
    """

    count: tuple[int, int] | None = None

    def __init__(self, source: Source, findings: Findings, sums: dict[str, Sums]) -> None:
        """Judge these files by these hash values; a file without any cannot be read."""
        self.source = source
        self.findings = findings
        self.sums = sums

    def check(self) -> tuple[str, bytes] | None:
        """Everything about the lists was compared; returns name and public key, or None without a key."""
        info = self.read(BAG_INFO)
        self.count = count_in(info)
        is_elsewhere = has_report_elsewhere(info)
        for name in REQUIRED:
            if name not in self.source.sizes and not (name == REPORT and is_elsewhere):
                self.findings.add(Reason.MISSING, name)
        if is_elsewhere and REPORT in self.source.sizes:
            self.findings.add(Reason.CONTRADICTS, BAG_INFO)
        listed = self._check_payload() | self._check_tags()
        self._check_extra(listed)
        self._check_declarations()
        return self._check_signature()

    def read(self, name: str, limit: int = MAX_TEXT_BYTES) -> bytes | None:
        """Return a whole file, or None if it is missing, too large or unreadable, which is then said."""
        size = self.source.sizes.get(name)
        if size is None:
            self.findings.add(Reason.MISSING, name)
            return None
        if size > limit:
            self.findings.add(Reason.TOO_LARGE, name)
            return None
        if name not in self.sums:
            return None
        return b"".join(self.source.parts(name))

    def _check_payload(self) -> set[str]:
        """Both lists of evidence files were compared with the files; returns what they name."""
        short = self._list(MANIFEST_256, 64, in_payload=True)
        long = self._list(MANIFEST_512, 128, in_payload=True)
        self._compare(short, lambda sums: sums.sha256)
        self._compare(long, lambda sums: sums.sha512)
        for name in sorted(short.keys() ^ long.keys()):
            self.findings.add(Reason.LISTS_DISAGREE, name)
        return short.keys() | long.keys()

    def _check_tags(self) -> set[str]:
        """The list of the other files was compared with them; returns what it names."""
        tags = self._list(TAG_MANIFEST, 64, in_payload=False)
        self._compare(tags, lambda sums: sums.sha256)
        return set(tags)

    def _check_extra(self, listed: set[str]) -> None:
        """Every file that stands on no list was named, and is no longer looked at."""
        for name in self.source.sizes:
            if name in listed or name in OUTSIDE_THE_LISTS:
                continue
            is_system = is_system_file(name)
            self.findings.add(Reason.SYSTEM_FILE if is_system else Reason.EXTRA, name)
            if is_system:
                self.sums.pop(name, None)

    def _list(self, name: str, digits: int, *, in_payload: bool) -> dict[str, str]:
        """Return hash values by file, or nothing if the list is missing or wrong, which was said."""
        data = self.read(name)
        if data is None:
            return {}
        found = read_manifest(data, digits)
        if found is None or any(file.startswith(PAYLOAD) != in_payload for file in found):
            self.findings.add(Reason.MALFORMED, name)
            return {}
        return found

    def _compare(self, listed: dict[str, str], chosen: Callable[[Sums], str]) -> None:
        """Every file on the list is there and has the hash value that stands beside it, or was named."""
        for name, value in listed.items():
            if name not in self.source.sizes:
                self.findings.add(Reason.MISSING, name)
            elif name in self.sums and chosen(self.sums[name]) != value:
                self.findings.add(Reason.CHANGED, name)

    def _check_declarations(self) -> None:
        """What the bag says of itself is so."""
        bagit = self.read(BAGIT)
        if bagit is not None and bagit != BAGIT_TEXT.encode():
            self.findings.add(Reason.MALFORMED, BAGIT)
        info = self.read(BAG_INFO)
        payload = {name: sums for name, sums in self.sums.items() if name.startswith(PAYLOAD)}
        said = f"Payload-Oxum: {oxum(payload)}".encode()
        if info is not None and said not in info.split(b"\n"):
            self.findings.add(Reason.CONTRADICTS, BAG_INFO)

    def _check_signature(self) -> tuple[str, bytes] | None:
        """The second note was opened with the package's key and names the list of tag files."""
        key = self._key()
        note = self.read(SIGNATURE)
        if note is None:
            return key
        signed = _signed(note, key)
        if signed is None:
            self.findings.add(Reason.SIGNATURE_INVALID, SIGNATURE)
            return key
        tags = self.sums.get(TAG_MANIFEST)
        if tags and signed != tags.sha256:
            self.findings.add(Reason.NOT_SIGNED, TAG_MANIFEST)
        return key

    def _key(self) -> tuple[str, bytes] | None:
        """Return name and public key as the package gives them."""
        line = self.read(PUBLIC_KEY)
        if line is None:
            return None
        try:
            return read_public_key_line(line.decode("utf-8"))
        except (ChainBroken, UnicodeDecodeError):
            self.findings.add(Reason.KEY_UNREADABLE, PUBLIC_KEY)
            return None


def _signed(note: bytes, key: tuple[str, bytes] | None) -> str | None:
    """Return the hash value that the note signs; None without a key too, for then nothing is signed."""
    try:
        return signed_hash(open_note(note.decode("utf-8"), key[1], key[0])) if key else None
    except (ChainBroken, UnicodeDecodeError):
        return None


def hash_files(source: Source, findings: Findings, heard: Callable[[int], None]) -> dict[str, Sums]:
    """Return the hash values of every file that can be read; the others were named.

    Raises:
        Cancelled: out of ``heard``, which hears how many bytes were hashed.
    """
    sums: dict[str, Sums] = {}
    for name in source.sizes:
        try:
            sums[name] = _summed(source, name, heard)
        except PackageUnreadable:
            findings.add(Reason.UNREADABLE, name)
        except HashMismatch:
            findings.add(Reason.CHANGED, name)
    return sums


def _summed(source: Source, name: str, heard: Callable[[int], None]) -> Sums:
    """Return the hash values of one file."""
    summing = Summing()
    for part in source.parts(name):
        summing.add(part)
        heard(len(part))
    return summing.sums
