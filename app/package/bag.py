# SPDX-License-Identifier: MIT
"""One BagIt bag inside one ZIP, written as a stream. Source: RFC 8493; evidence.md, section 4.

The files are stored, not deflated: deflating costs 13 times the work for a twentieth of the size.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from app.package.names import BAG_INFO, BAGIT, MANIFEST_256, MANIFEST_512, PAYLOAD, TAG_MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

BAGIT_TEXT = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"  # Source: RFC 8493, section 2.1.1
FILE_MODE = 0o100644 << 16  # an ordinary file that all may read
UNIX = 3  # who made the ZIP; one value everywhere, so that the bytes are the same everywhere
PART_BYTES = 1 << 20

_LINE = re.compile(r"([0-9a-f]{64}|[0-9a-f]{128})  ([!-~ ]{1,200})")


@dataclass(frozen=True, slots=True)
class Sums:
    """Both hash values of one file, and its size."""

    sha256: str
    sha512: str
    size_bytes: int


class Summing:
    """Both hash values of bytes that come in parts."""

    def __init__(self) -> None:
        """Begin with no bytes."""
        self._digests = (hashlib.sha256(), hashlib.sha512())
        self._size_bytes = 0

    def add(self, part: bytes) -> None:
        """Take in the next part."""
        for digest in self._digests:
            digest.update(part)
        self._size_bytes += len(part)

    @property
    def sums(self) -> Sums:
        """What was taken in so far."""
        sha256, sha512 = (digest.hexdigest() for digest in self._digests)
        return Sums(sha256, sha512, self._size_bytes)


class BagWriter:
    """A bag that grows file by file inside an open ZIP; ``seal`` closes its lists."""

    def __init__(self, out: IO[bytes], folder: str, at: datetime) -> None:
        """Begin the ZIP; every file in it carries the time of the export."""
        self._zip = zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, strict_timestamps=False)
        self._folder = folder
        self._at = (at.year, at.month, at.day, at.hour, at.minute, at.second)
        self.sums: dict[str, Sums] = {}

    def add(self, name: str, parts: Iterable[bytes], size_bytes: int) -> Sums:
        """The file stands in the bag; its hash values are those of the bytes that were written."""
        info = zipfile.ZipInfo(f"{self._folder}/{name}", self._at)
        info.external_attr, info.create_system, info.file_size = FILE_MODE, UNIX, size_bytes
        summing = Summing()
        with self._zip.open(info, "w") as out:
            for part in parts:
                summing.add(part)
                out.write(part)
        self.sums[name] = summing.sums
        return summing.sums

    def add_bytes(self, name: str, data: bytes) -> Sums:
        """A small file stands in the bag."""
        return self.add(name, [data], len(data))

    def seal(self, info: Mapping[str, str]) -> Sums:
        """Declaration, description and lists stand in the bag; returns the sums of the list of tag files."""
        payload = {name: sums for name, sums in self.sums.items() if name.startswith(PAYLOAD)}
        self.add_bytes(BAGIT, BAGIT_TEXT.encode())
        self.add_bytes(BAG_INFO, _bag_info({**info, "Payload-Oxum": oxum(payload)}))
        self.add_bytes(MANIFEST_256, manifest(payload, lambda sums: sums.sha256))
        self.add_bytes(MANIFEST_512, manifest(payload, lambda sums: sums.sha512))
        tags = {name: sums for name, sums in self.sums.items() if name not in payload}
        return self.add_bytes(TAG_MANIFEST, manifest(tags, lambda sums: sums.sha256))

    def close(self) -> None:
        """The directory of the ZIP is written."""
        self._zip.close()


def manifest(sums: Mapping[str, Sums], chosen: Callable[[Sums], str]) -> bytes:
    """Return a list of files with one hash value each. Source: RFC 8493, section 2.1.3."""
    return "".join(f"{chosen(sums[name])}  {name}\n" for name in sorted(sums)).encode("ascii")


def read_manifest(data: bytes, digits: int) -> dict[str, str] | None:
    """Return hash values by name, or None if these bytes are not such a list."""
    try:
        lines = data.decode("ascii").split("\n")
    except UnicodeDecodeError:
        return None
    matches = [_LINE.fullmatch(line) for line in lines[:-1]]
    found = {match[2]: match[1] for match in matches if match and len(match[1]) == digits}
    return found if lines[-1] == "" and len(found) == len(matches) else None


def oxum(payload: Mapping[str, Sums]) -> str:
    """Return octets and number of files. Source: RFC 8493, section 2.2.2."""
    return f"{sum(sums.size_bytes for sums in payload.values())}.{len(payload)}"


def _bag_info(info: Mapping[str, str]) -> bytes:
    """Return the description of the bag, one label a line."""
    return "".join(f"{label}: {info[label]}\n" for label in sorted(info)).encode("ascii")
