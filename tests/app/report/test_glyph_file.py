# SPDX-License-Identifier: MIT
"""The font that is embedded holds what was drawn and nothing else, and is the same each time."""

import io

from fontTools.ttLib import TTFont

from app.report.fonts import MONO, MONO_BOLD, REGULAR
from app.report.glyph_file import glyph_file


def made(faces, font, text):
    face = faces.faces[font]
    return glyph_file(face, dict(enumerate(face.drawn(text), start=1)))


def test_each_code_leads_to_a_glyph_as_wide_as_what_was_drawn(faces):
    font = TTFont(io.BytesIO(made(faces, "Safehold-DevanagariRegular", "क्षमा").data))
    codes = font["cmap"].tables[0].cmap
    drawn = faces.faces["Safehold-DevanagariRegular"].drawn("क्षमा")
    assert [font["hmtx"][codes[code]][0] for code in sorted(codes)] == [each.advance for each in drawn]
    assert len(font.getGlyphOrder()) == len(drawn) + 1
    assert (font["cmap"].tables[0].platformID, len(font["cmap"].tables)) == (1, 1)


def test_a_space_has_a_width_and_no_outline(faces):
    font = TTFont(io.BytesIO(made(faces, REGULAR, " ").data))
    _, space = font.getGlyphOrder()
    assert font["glyf"][space].numberOfContours == 0
    assert font["hmtx"][space][0] > 0


def test_it_is_the_same_each_time_and_another_for_another_weight(faces):
    assert made(faces, MONO, "Ab1") == made(faces, MONO, "Ab1")
    assert made(faces, MONO, "Ab1").data != made(faces, MONO_BOLD, "Ab1").data


def test_the_box_holds_every_glyph(faces):
    left, bottom, right, top = made(faces, REGULAR, "gÅ").box
    assert left < right
    assert bottom < 0 < top
