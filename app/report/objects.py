# SPDX-License-Identifier: MIT
"""Numbered objects that go into a PDF as soon as they are finished, and how values are written in one.

Only where each object stands is kept, eight bytes for one. Source: ISO 32000-1, 7.3 and 7.5.
"""

from __future__ import annotations

import hashlib
from array import array
from typing import IO, TYPE_CHECKING

from app.errors import ExportFailed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

# The four bytes above 127 say that it is no text file. Source: ISO 19005-3, 6.1.2.
HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
AT_ONCE = 1 << 16  # bytes that are hashed together; most objects are tiny
_FREE = b"0000000000 65535 f \n"
_DELIMITERS = frozenset(b"()<>[]{}/%#")


class ObjectFile:
    """Objects in the order in which they are finished, hashed on the way; the table of places comes last."""

    def __init__(self, out: IO[bytes]) -> None:
        """Write the header."""
        self._out = out
        self._digest = hashlib.sha256()
        self._size = 0
        self._unhashed = bytearray()
        self._places = array("Q", [0])
        self._write(HEADER)

    @property
    def count(self) -> int:
        """How many numbers were given out."""
        return len(self._places) - 1

    def reserve(self) -> int:
        """Return the number of an object that will be written later."""
        self._places.append(0)
        return len(self._places) - 1

    def reserve_to(self, number: int) -> None:
        """Every number up to this one is given out."""
        self._places.extend(0 for _ in range(number - self.count))

    def is_written(self, number: int) -> bool:
        """Whether the object stands in the file."""
        return self._places[number] > 0

    def put(self, number: int, body: bytes) -> None:
        """Write an object, its number reserved before."""
        self._places[number] = self._size
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def put_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """Write a stream; ``entries`` are those of its dictionary but the length.

        The line end before ``endstream`` is two bytes, since data that end in the first of them would
        otherwise seem to be one byte shorter. Source: ISO 19005-3, 6.1.7.1.
        """
        self._places[number] = self._size
        self._write(b"%d 0 obj\n<<%b/Length %d>>\nstream\n" % (number, entries, len(data)))
        self._write(data)
        self._write(b"\r\nendstream\nendobj\n")

    def add(self, body: bytes) -> int:
        """Write a new object and return its number."""
        number = self.reserve()
        self.put(number, body)
        return number

    def add_stream(self, entries: bytes, data: bytes) -> int:
        """Write a new stream and return its number."""
        number = self.reserve()
        self.put_stream(number, entries, data)
        return number

    def end(self, root: int, info: int) -> None:
        """Write the table of places and the trailer; the identity is the hash value of all before it.

        Raises:
            ExportFailed: an object was promised and never written.
        """
        if 0 in self._places[1:]:
            raise ExportFailed("an object of the report was never written")
        self._hash()
        identity = self._digest.hexdigest()[:32].encode()
        table, total = self._size, len(self._places)
        self._write(b"xref\n0 %d\n" % total + _FREE)
        self._write(b"".join(b"%010d 00000 n \n" % place for place in self._places[1:]))
        entries = b"/ID[<%b><%b>]/Info %d 0 R/Root %d 0 R/Size %d" % (identity, identity, info, root, total)
        self._write(b"trailer\n<<%b>>\nstartxref\n%d\n%%%%EOF\n" % (entries, table))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._size += len(data)
        self._unhashed += data
        if len(self._unhashed) >= AT_ONCE:
            self._hash()

    def _hash(self) -> None:
        self._digest.update(self._unhashed)
        self._unhashed.clear()


def text_string(text: str) -> bytes:
    """Return the text as a string of a PDF. Source: ISO 32000-1, 7.9.2.2."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return b"(%b)" % escaped.encode()
    return b"<FEFF%b>" % text.encode("utf-16-be", "replace").hex().upper().encode()


def date(at: datetime) -> bytes:
    """Return a moment, in UTC, as a string of a PDF. Source: ISO 32000-1, 7.9.4."""
    return f"(D:{at:%Y%m%d%H%M%S}+00'00')".encode()


def name(text: str) -> bytes:
    """Return a name object. Source: ISO 32000-1, 7.3.5."""
    return b"/" + b"".join(
        b"%c" % c if 33 <= c <= 126 and c not in _DELIMITERS else b"#%02X" % c for c in text.encode()
    )


def references(numbers: Iterable[int]) -> bytes:
    """Return an array of references."""
    return b"[%b]" % b" ".join(b"%d 0 R" % number for number in numbers)


def numbers(values: Iterable[float]) -> bytes:
    """Return an array of numbers, to a hundredth."""
    return b"[%b]" % b" ".join(f"{value:.2f}".rstrip("0").rstrip(".").encode() for value in values)
