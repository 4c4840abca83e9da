# SPDX-License-Identifier: MIT
from __future__ import annotations

import io

import numpy as np
import pytest
from reportlab.pdfgen import canvas

from app.errors import ExportFailed
from app.report.preview import PdfPages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    out = io.BytesIO()
    page = canvas.Canvas(out, pagesize=(595, 842))
    page.setFillColorRGB(1, 0, 0)
    page.rect(0, 0, 595, 421, stroke=0, fill=1)
    page.drawString(60, 700, "first")
    page.showPage()
    page.setPageSize((301, 200))
    page.drawString(60, 100, "second")
    page.showPage()
    page.save()
    return out.getvalue()


def test_pages_and_their_sizes(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        assert [(size.width_pt, size.height_pt) for size in pages.sizes] == [(595, 842), (301, 200)]


def test_a_page_is_drawn_at_its_resolution_on_white(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        frame = pages.render(0, 72)
    pixels = np.frombuffer(frame.bgra, np.uint8).reshape(frame.height_px, frame.width_px, 4)
    assert (frame.width_px, frame.height_px) == (595, 842)
    assert pixels[10, 10, :3].tolist() == [255, 255, 255]
    assert pixels[800, 300, :3].tolist() == [0, 0, 255]


def test_rows_have_no_padding_whatever_the_width(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        for dpi in (71, 73, 100.3, 150):
            frame = pages.render(1, dpi)
            assert len(frame.bgra) == frame.width_px * frame.height_px * 4


def test_the_words_of_a_page(pdf: bytes) -> None:
    with PdfPages(pdf) as pages:
        assert [pages.text(index).strip() for index in range(len(pages))] == ["first", "second"]


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(ExportFailed):
        PdfPages(b"nothing of the kind")
