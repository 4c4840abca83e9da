# SPDX-License-Identifier: MIT
"""ZIPs that show the check one thing and the officer's own program another."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Any

import pytest

from app.package.findings import Outcome
from app.package.verify import verify

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.app.package.conftest import Exported

NAME = "data/tables/payments.csv"


class Opened:
    """The bytes of a package, with the places in them where one file is described."""

    def __init__(self, data: bytes) -> None:
        self.data = bytearray(data)
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            self.infos = opened.infolist()
            self.directory = opened.start_dir
        self.info = next(info for info in self.infos if info.filename.endswith(NAME))
        self.local = self.info.header_offset
        self.central = self.data.rfind(b"PK\x01\x02", 0, self.data.rfind(self.info.filename.encode()))
        self.end = self.data.rfind(b"PK\x05\x06")

    def put(self, at: int, form: str, value: int) -> bytes:
        struct.pack_into(form, self.data, at, value)
        return bytes(self.data)

    def with_gap(self, gap: bytes, at: int) -> bytes:
        """Return the ZIP with bytes between two files, every place in it made right again."""
        for place, info in zip(self._central(), self.infos, strict=True):
            if info.header_offset >= at:
                struct.pack_into("<I", self.data, place + 42, info.header_offset + len(gap))
        struct.pack_into("<I", self.data, self.end + 16, self.directory + len(gap))
        return bytes(self.data[:at] + gap + self.data[at:])

    def _central(self) -> Iterator[int]:
        at = self.directory
        for _ in self.infos:
            yield at
            at += 46 + sum(struct.unpack_from("<HHH", self.data, at + 28))


@pytest.fixture
def opened(exported: Exported) -> Opened:
    return Opened(exported.path.read_bytes())


@pytest.fixture
def found(tmp_path: Path) -> Callable[[bytes], set[tuple[str, str]]]:
    def check(data: bytes) -> set[tuple[str, str]]:
        (tmp_path / "package.zip").write_bytes(data)
        verdict = verify(tmp_path / "package.zip")
        assert (verdict.verdict is Outcome.AGREES) == (not verdict.findings)
        return {(finding.reason.value, finding.file) for finding in verdict.findings}

    return check


HIDDEN = {("hidden_bytes", "package.zip")}


def test_our_own_packages_hide_nothing(opened: Opened, found) -> None:
    assert found(bytes(opened.data)) == set()


def test_bytes_before_between_and_behind_the_files_are_found(exported: Exported, found) -> None:
    whole = exported.path.read_bytes()
    at = Opened(whole).local
    hidden = whole[at : at + 400]  # another file of the same name, for programs that read from the front
    assert found(hidden + whole) == HIDDEN
    for place in (0, at, Opened(whole).directory):
        assert found(Opened(whole).with_gap(hidden, place)) == HIDDEN
    assert found(whole + b"behind") == HIDDEN
    assert found(whole[:-2] + b"\x06\x00remark") == HIDDEN


def test_a_directory_that_counts_wrongly_is_found(opened: Opened, found) -> None:
    assert found(opened.put(opened.end + 8, "<I", 0x00030003)) == HIDDEN


@pytest.mark.parametrize(
    ("at", "form", "value"),
    [(6, "<H", 0x800), (8, "<H", 8), (14, "<I", 1), (18, "<I", 5), (22, "<I", 5), (22, "<I", 0xFFFFFFFF)],
    ids=["flags", "method", "checksum", "packed size", "size", "wide size"],
)
def test_a_file_described_in_two_ways_is_named(opened: Opened, found, at: int, form: str, value: int) -> None:
    assert found(opened.put(opened.local + at, form, value)) == {("contradicts", NAME)}


@pytest.mark.parametrize(("at", "value"), [(34, 1), (38, 0x10)], ids=["other disk", "a folder"])
def test_a_directory_that_calls_a_file_something_else_is_found(
    opened: Opened, found, at: int, value: int
) -> None:
    assert found(opened.put(opened.central + at, "<H", value)) == {("contradicts", NAME)}


def test_a_second_name_that_some_programs_believe_is_found(exported: Exported, found) -> None:
    """Info-ZIP and others take this name: two exhibits would change places on the officer's disk."""
    pictures = [name for name in exported.files if name.endswith(".png")]
    other = dict(zip(pictures, reversed(pictures), strict=True))

    def extra(name: str) -> bytes:
        if name not in other:
            return b""
        shown = f"JAS/{other[name]}".encode()
        field = b"\x01" + struct.pack("<I", zlib.crc32(f"JAS/{name}".encode())) + shown
        return struct.pack("<HH", 0x7075, len(field)) + field

    assert found(rezipped(exported.files, extra=extra)) == {("unsafe_name", name) for name in pictures}


class Pipe(io.BytesIO):
    """Cannot go back, so that sizes and checksum must follow the bytes."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: Any) -> int:
        raise io.UnsupportedOperation

    def tell(self) -> int:
        raise io.UnsupportedOperation


def rezipped(
    files: dict[str, bytes], *, extra: Callable[[str], bytes] = lambda _name: b"", out: Any = None
) -> bytes:
    out = out or io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            info = zipfile.ZipInfo(f"JAS/{name}")
            info.compress_type, info.extra = zipfile.ZIP_DEFLATED, extra(name)
            opened.writestr(info, data)
    return out.getvalue()


def test_honest_zips_of_other_programs_hide_nothing(exported: Exported, found) -> None:
    timed = struct.pack("<HHBI", 0x5455, 5, 1, 1764000000)  # what Info-ZIP adds
    assert found(rezipped(exported.files)) == set()
    assert found(rezipped(exported.files, extra=lambda _name: timed)) == set()
    assert found(rezipped(exported.files, out=Pipe())) == set()


def test_a_wide_directory_is_read(exported: Exported, found) -> None:
    whole = exported.path.read_bytes()
    opened = Opened(whole)
    count, size = len(opened.infos), opened.end - opened.directory
    wide = struct.pack("<4sQHHIIQQQQ", b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, size, opened.directory)
    locator = struct.pack("<4sIQI", b"PK\x06\x07", 0, opened.end, 1)
    ends = [struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)]
    ends.append(whole[opened.end :])
    for end in ends:
        assert found(whole[: opened.end] + wide + locator + end) == set()
    two_ways = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, count, count, size, 5, 0)
    assert found(whole[: opened.end] + wide + locator + two_ways) == HIDDEN


@pytest.mark.parametrize("at", [1 << 62, (1 << 63) - 31, 1 << 63, (1 << 64) - 1])
def test_a_place_that_no_file_has_is_an_answer_and_no_crash(at: int, opened: Opened, found) -> None:
    *_, last = opened._central()
    entry = opened.data[last : opened.end]
    struct.pack_into("<H", entry, 30, 12)
    struct.pack_into("<I", entry, 42, 0xFFFFFFFF)
    entry += struct.pack("<HHQ", 1, 8, at)
    struct.pack_into("<I", opened.data, opened.end + 12, last + len(entry) - opened.directory)
    whole = bytes(opened.data[:last] + entry + opened.data[opened.end :])
    assert found(whole) == {("unreadable", "signature.txt"), *HIDDEN}
