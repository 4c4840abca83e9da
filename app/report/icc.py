# SPDX-License-Identifier: MIT
"""What the colours of the report mean: a profile of sRGB, written here, so that it is free and never changes.

Source: ICC.1:2001-04 (version 2.4.0), 6.1 and 6.5; IEC 61966-2-1 for the primaries and the curve, the
primaries adapted to the white D50 by the linear Bradford transform.
"""

from __future__ import annotations

import struct
from functools import cache

WHITE = (0.9642, 1.0, 0.8249)  # D50
PRIMARIES = {
    b"rXYZ": (0.43607, 0.22250, 0.01393),
    b"gXYZ": (0.38506, 0.71688, 0.09710),
    b"bXYZ": (0.14308, 0.06062, 0.71417),
}
STEPS = 1024  # of the curve
NAME = "sRGB IEC61966-2.1"
_HEADER_BYTES = 128
_RIGHTS = b"No rights reserved"


@cache
def srgb() -> bytes:
    """Return the profile: a matrix and one curve for all three colours."""
    curve = b"curv\0\0\0\0" + struct.pack(f">I{STEPS}H", STEPS, *map(_level, range(STEPS)))
    tags = {
        b"desc": _described(NAME.encode()),
        b"cprt": b"text\0\0\0\0" + _RIGHTS + b"\0",
        b"wtpt": _place(WHITE),
        **{name: _place(place) for name, place in PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    at = _HEADER_BYTES + 4 + 12 * len(tags)
    table, body, known = [], b"", {}
    for name, data in tags.items():
        if data not in known:
            known[data] = at + len(body)
            body += data + bytes(-len(data) % 4)
        table.append(name + struct.pack(">II", known[data], len(data)))
    return _header(at + len(body)) + struct.pack(">I", len(tags)) + b"".join(table) + body


def _header(size: int) -> bytes:
    """Return the header: version 2.1, a display, RGB to XYZ, a fixed day, perceptual, D50."""
    day = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    fields = struct.pack(">I4sI", size, bytes(4), 0x02100000) + b"mntrRGB XYZ " + day + b"acsp"
    return fields + bytes(28) + b"".join(map(_fixed, WHITE)) + bytes(48)


def _level(step: int) -> int:
    """Return how much light a value gives, both in 16 bits. Source: IEC 61966-2-1, 5.2."""
    value = step / (STEPS - 1)
    light = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
    return round(light * 65535)


def _described(text: bytes) -> bytes:
    """Return a description, in ASCII alone."""
    return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" + bytes(4 + 4 + 2 + 1 + 67)


def _place(xyz: tuple[float, float, float]) -> bytes:
    """Return a place in the space of colours."""
    return b"XYZ \0\0\0\0" + b"".join(map(_fixed, xyz))


def _fixed(value: float) -> bytes:
    """Return a number as 16 bits before and 16 after the point."""
    return struct.pack(">i", round(value * 65536))
