# SPDX-License-Identifier: MIT
"""Boxes to tick and the square code."""

from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel

from app.report.forms import square_code, tick_box


def test_a_crossed_box_has_two_strokes_and_an_empty_one_none(sheet_of, sample):
    sheet = sheet_of(sample[0])
    before = len(sheet.pen.rules)
    tick_box(sheet, 100, 100)
    assert len(sheet.pen.rules) == before
    tick_box(sheet, 100, 100, crossed=True)
    assert len(sheet.pen.rules) == before + 2


def test_the_square_code_draws_exactly_the_dark_modules(sheet_of, sample):
    sheet = sheet_of(sample[0])
    sheet.pen.areas.clear()
    text = "SAFEHOLD1|TJH-20261124|43|" + "a" * 64
    square_code(sheet, text, 0, 0, 100)
    code = QRCode(None, QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    dark = sum(code.isDark(r, c) for r in range(count) for c in range(count))
    area = sum(width * height for _, _, width, height in sheet.pen.areas)
    assert round(area / (100 / count) ** 2) == dark
