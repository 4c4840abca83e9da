# SPDX-License-Identifier: MIT
"""Logs for the tests: real records, chained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.log import FIRST_PREV, leaf_hash, make_record
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Mapping


def record(seq: int = 1, prev: str = FIRST_PREV, **changed: object) -> bytes:
    """Return one record; any of its values can be changed."""
    values: dict[str, object] = {
        "seq": seq,
        "moment": FakeClock().now(),
        "actor": "witness",
        "tool": "Safehold 0.1.0",
        "type": "note.add",
        "obj": f"note-{seq}",
        "data": {"words": "ab" * 32},
        "prev": prev,
    }
    return make_record(**(values | changed))


def chain(size: int, data: Mapping[str, object] | None = None) -> list[bytes]:
    """Return a log of this many records."""
    lines: list[bytes] = []
    prev = FIRST_PREV
    for seq in range(1, size + 1):
        lines.append(record(seq, prev, data=data or {"n": seq}))
        prev = leaf_hash(lines[-1])
    return lines
