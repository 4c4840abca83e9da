# SPDX-License-Identifier: MIT
"""Pictures into the PDF as they are: the compressed pixels of the PNG become those of the PDF, byte for byte.

Source: PNG (ISO/IEC 15948), sections 5 and 10; PDF 1.7 (ISO 32000-1), 7.4.4.4: predictor 15 is PNG's own.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import ExportFailed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.report.objects import ObjectFile

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, RGB, PALETTE = 0, 2, 3  # Source: PNG, table 11.1
_COLOURS = {GREY: 1, RGB: 3, PALETTE: 1}


@dataclass(frozen=True, slots=True)
class Png:
    """What the PDF needs of a PNG."""

    width: int
    height: int
    bits: int
    colour: int
    palette: bytes
    pixels: bytes


def read_png(data: bytes) -> Png:
    """Return the parts of a PNG that can be passed through.

    Raises:
        ExportFailed: no PNG, or one with transparency or interlacing, which captures never have.
    """
    if not data.startswith(SIGNATURE):
        raise ExportFailed("the picture is not a PNG")
    header, palette, pixels = b"", b"", []
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            header = bytes(body)
        elif kind == b"PLTE":
            palette = bytes(body)
        elif kind == b"IDAT":
            pixels.append(body)
    if len(header) != 13:
        raise ExportFailed("the PNG has no header")
    width, height, bits, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if colour not in _COLOURS or interlaced or bits > 8:
        raise ExportFailed("this kind of PNG cannot be passed through")
    return Png(width, height, bits, colour, palette, b"".join(pixels))


def put_png(file: ObjectFile, data: bytes) -> int:
    """Write the picture to the document; return its object, which is drawn in the unit square.

    Raises:
        ExportFailed: no PNG, or one that cannot be passed through.
    """
    png = read_png(data)
    size = b"/Width %d/Height %d/BitsPerComponent %d" % (png.width, png.height, png.bits)
    columns = b"/Colors %d/BitsPerComponent %d/Columns %d" % (_COLOURS[png.colour], png.bits, png.width)
    filtered = b"/Filter/FlateDecode/DecodeParms<</Predictor 15%b>>" % columns
    space = b"/ColorSpace" + _colour_space(file, png)
    return file.add_stream(b"/Type/XObject/Subtype/Image%b%b%b" % (size, space, filtered), png.pixels)


def _colour_space(file: ObjectFile, png: Png) -> bytes:
    """Return the colour space; a palette becomes a stream of its own."""
    if png.colour != PALETTE:
        return b"/DeviceRGB" if png.colour == RGB else b"/DeviceGray"
    table = file.add_stream(b"", png.palette)
    return b"[/Indexed/DeviceRGB %d %d 0 R]" % (len(png.palette) // 3 - 1, table)


def _chunks(data: bytes) -> Iterator[tuple[bytes, memoryview]]:
    """Yield type and body of each chunk, without copying."""
    view = memoryview(data)
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        (size,) = struct.unpack_from(">I", data, at)
        if at + 12 + size > len(data):
            raise ExportFailed("the PNG ends too soon")
        yield bytes(view[at + 4 : at + 8]), view[at + 8 : at + 8 + size]
        at += 12 + size
