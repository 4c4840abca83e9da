# SPDX-License-Identifier: MIT
"""What a document draws with our fonts is read back as it was written, and the archive format allows it."""

import io
import unicodedata
from datetime import UTC, datetime
from threading import Event

import page
import pikepdf
import pypdf
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from app.report.archive import About
from app.report.fonts import REGULAR
from app.report.letters import is_rtl
from app.report.pdf_pen import PdfPen
from app.report.pens import Tag
from app.report.text import BODY, Span, one_line
from tests.app.report.scripts import NAMES

ABOUT = About("Names", "Safehold", "en-GB", datetime(2026, 11, 24, 3, 5, tzinfo=UTC))
LEFT_TO_RIGHT = [name for name in NAMES if not any(map(is_rtl, name))]


def document(faces, texts, style=BODY):
    """Return a document of one page with a line for each text."""
    file = io.BytesIO()
    pen = PdfPen.on(file, None, lambda: None, Event(), ABOUT)
    pen.open(Tag("Sect", title="Names"))
    for n, text in enumerate(texts):
        pen.open(Tag("P"))
        pen.text(57, 60 + 16 * n, one_line(faces, [Span(faces.printable(text), style)]))
        pen.close()
    pen.close()
    pen.end_page()
    pen.finish()
    return file.getvalue()


def read_by_pypdf(data):
    return pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


def read_by_pdfium(data):
    return pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_back_letter_for_letter(faces, name):
    assert read_by_pypdf(document(faces, [name])).strip() == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", LEFT_TO_RIGHT)
def test_another_reader_reads_it_too(faces, name):
    said = read_by_pdfium(document(faces, [name]))  # which makes up its own spaces
    assert "".join(said.split()) == unicodedata.normalize("NFC", "".join(name.split()))


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_whatever_is_printed_is_read_back(faces, text):
    shown = faces.printable(text)
    said = read_by_pypdf(document(faces, [text]))
    if any(map(is_rtl, shown)):  # readers do not agree on where signs beside such letters belong
        assert sorted(c for c in said if c.isalpha()) == sorted(c for c in shown if c.isalpha())
    else:
        assert "".join(said.split()) == "".join(shown.split())


def test_names_in_every_script_keep_to_the_archive_format(faces):
    data = document(faces, [*NAMES, "\U0001f48b\u2764\U0001f525", "a\u202eb", "x" * 3])
    for profile in (page.ValidationProfile.PDF_A_3A, page.ValidationProfile.PDF_UA_1):
        report = page.validate_pdf_bytes(data, profile=profile)
        assert report.failures == []


def fonts_in(data):
    """Return how many codes each font of the file has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(font.BaseFont): int(font.LastChar) for font in pdf.pages[0].Resources.Font.values()}


def test_more_letters_than_one_font_of_the_file_holds(faces):
    text = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))
    data = document(faces, [text])
    assert "".join(read_by_pypdf(data).split()) == text
    assert [name for name in fonts_in(data) if name.endswith("wqy-microhei")] == [
        "/AAAAAA+wqy-microhei",
        "/AAAAAB+wqy-microhei",
    ]


def test_only_what_is_drawn_is_in_the_file(faces):
    data = document(faces, ["ab"])
    assert fonts_in(data) == {"/AAAAAA+AtkinsonHyperlegible-Regular": 2}


def test_the_same_names_give_the_same_bytes(faces):
    assert document(faces, NAMES) == document(faces, NAMES)


def test_the_library_measures_as_we_do(faces):
    assert pdfmetrics.stringWidth("Amelie", REGULAR, 10) == pytest.approx(faces.width("Amelie", REGULAR, 10))
