# SPDX-License-Identifier: MIT
"""Reads the memory of another process and counts what is still in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_REGION = re.compile(r"([0-9a-f]+)-([0-9a-f]+) (....) \S+ \S+ \S+\s*(.*)")
PART_BYTES = 16 << 20
OVERLAP = 512


def residues(pid: int, needles: Mapping[str, tuple[bytes, ...]]) -> dict[str, int]:
    """Return how often each stands in the process's memory, in all writings together.

    Raises:
        PermissionError: this process may not look into that one.
    """
    counts = dict.fromkeys(needles, 0)
    for part in writable(pid):
        for name, forms in needles.items():
            counts[name] += sum(part.count(form) for form in forms)
    return counts


def writable(pid: int) -> Iterator[bytes]:
    """Give all memory that the process can write to, in parts that overlap a little."""
    maps = Path(f"/proc/{pid}/maps").read_text(encoding="utf-8")
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for begin, end, rights, what in _REGION.findall(maps):
            if rights.startswith("rw") and not what.startswith(("/dev", "[v")):
                yield from _parts(memory, int(begin, 16), int(end, 16))


def _parts(memory: object, begin: int, end: int) -> Iterator[bytes]:
    """Give one stretch of memory; what is not there any more is passed over."""
    at = begin
    while at < end:
        try:
            memory.seek(at)  # type: ignore[attr-defined]
            part = memory.read(min(PART_BYTES, end - at))  # type: ignore[attr-defined]
        except (OSError, ValueError):
            return
        if not part:
            return
        yield part
        at += len(part)
