# SPDX-License-Identifier: MIT
"""A TrueType font made of just the drawings that a document uses; only importer of fontTools.

Letters that are drawn as one become one glyph, with all its marks in place, so that a page shows them with
one code. Source: OpenType 1.9, tables glyf and cmap; ISO 32000-1, 9.9 (tables of an embedded TrueType font).
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.report.faces import Drawn, Face

_NOTDEF = ".notdef"
_EPOCH = 2_082_844_800  # 1970 in seconds since 1904: a font is as old as any, so that it is always the same


@dataclass(frozen=True, slots=True)
class GlyphFile:
    """A font file, and the box that holds all its glyphs, in units of the font."""

    data: bytes
    box: tuple[int, int, int, int]


class _Placed:
    """A glyph being drawn, part by part."""

    def __init__(self) -> None:
        """Begin with nothing drawn."""
        self.pen = TTGlyphPen(None)

    def offset(self, x: int, y: int) -> TransformPen | TTGlyphPen:
        """Return a pen that draws so far from the origin."""
        if not x and not y:
            return self.pen
        return TransformPen(self.pen, (1, 0, 0, 1, x, y))


def glyph_file(face: Face, drawings: Mapping[int, Drawn]) -> GlyphFile:
    """Return a font in which each code shows its drawing; the same for the same drawings, always."""
    names = {code: f"g{code:03}" for code in drawings}
    glyphs, widths = {_NOTDEF: TTGlyphPen(None).glyph()}, {_NOTDEF: 0}
    for code, drawing in drawings.items():
        placed = _Placed()
        face.draw(drawing, placed)
        glyphs[names[code]] = placed.pen.glyph()
        widths[names[code]] = drawing.advance
    builder = FontBuilder(face.units, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics(
        {name: (width, getattr(table[name], "xMin", 0)) for name, width in widths.items()}
    )
    builder.setupHorizontalHeader(ascent=face.units, descent=-face.units // 4)
    builder.setupMaxp()
    builder.updateHead(created=_EPOCH, modified=_EPOCH)
    builder.font.recalcTimestamp = False
    _set_codes(builder, names)
    data = io.BytesIO()
    builder.save(data)
    head = builder.font["head"]
    return GlyphFile(data.getvalue(), (head.xMin, head.yMin, head.xMax, head.yMax))


def _set_codes(builder: FontBuilder, names: Mapping[int, str]) -> None:
    """Let each code lead to its glyph, in the one table that a PDF reader looks into."""
    codes = CmapSubtable.newSubtable(6)
    codes.platformID, codes.platEncID, codes.language = 1, 0, 0
    codes.cmap = {code: names.get(code, _NOTDEF) for code in range(min(names), max(names) + 1)}
    builder.setupCharacterMap({})
    builder.font["cmap"].tables = [codes]
