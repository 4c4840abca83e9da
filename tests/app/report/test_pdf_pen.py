# SPDX-License-Identifier: MIT
"""The pen that writes the PDF."""

import io
from threading import Event

import pypdf
import pytest

from app.errors import Cancelled, HashMismatch
from app.report.pdf_pen import PdfPen
from app.report.text import BODY, Span, one_line
from tests.app.report.dossiers import sample_dossier


@pytest.fixture
def file():
    return io.BytesIO()


@pytest.fixture
def pen_on(faces, file):
    def made(originals=None, cancelled=None):
        dossier, drawn = sample_dossier()
        return PdfPen.on(
            file,
            originals or drawn,
            lambda: None,
            cancelled or Event(),
            made_at=dossier.prepared.utc,
            title="t",
            creator="c",
            language="en-GB",
        )

    return made


def test_text_stands_where_it_was_put(pen_on, faces, file):
    pen = pen_on()
    pen.text(100, 200, one_line(faces, [Span("here", BODY)]))
    pen.end_page()
    pen.finish()
    places = []
    pypdf.PdfReader(file).pages[0].extract_text(
        visitor_text=lambda text, cm, tm, font, size: places.append((text.strip(), tm[4], tm[5]))
    )
    assert ("here", 100, pytest.approx(841.89 - 200)) in places


def test_bytes_that_were_changed_are_refused(pen_on):
    dossier, originals = sample_dossier()
    exhibit = dossier.exhibits[0].exhibit
    originals.pictures[exhibit.id] += b"x"
    with pytest.raises(HashMismatch):
        pen_on(originals).picture(exhibit, 0, 0, 10, 10)


def test_a_page_that_ends_after_cancel_stops(pen_on):
    cancelled = Event()
    pen = pen_on(cancelled=cancelled)
    cancelled.set()
    with pytest.raises(Cancelled):
        pen.end_page()
