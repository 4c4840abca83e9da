# SPDX-License-Identifier: MIT
"""The pen that writes the PDF."""

import io
from dataclasses import replace
from threading import Event

import pikepdf
import pypdf
import pytest
from PIL import Image, ImageDraw

from app.errors import Cancelled, HashMismatch
from app.hashing import sha256_of
from app.model import Rect
from app.report.archive import About
from app.report.pdf_pen import PdfPen
from app.report.pens import Tag
from app.report.preview import PdfPages
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
            About("t", "c", "en-GB", dossier.prepared.utc),
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
        pen_on(originals).picture(exhibit.originals[0], 0, 0, 10, 10)


def test_a_piece_of_a_picture_shows_that_piece_and_the_picture_is_written_once(pen_on, file):
    dossier, originals = sample_dossier()
    original = dossier.exhibits[0].exhibit.originals[0]
    image = Image.new("RGB", (original.record.content.width_px, original.record.content.height_px), "#00ff00")
    ImageDraw.Draw(image).rectangle((200, 100, 299, 149), fill="#ff0000")
    png = io.BytesIO()
    image.save(png, "PNG")
    originals.pictures[original.id] = png.getvalue()
    content = replace(original.record.content, sha256=sha256_of(png.getvalue()))
    original = replace(original, record=replace(original.record, content=content))
    pen = pen_on(originals)
    pen.part(original, Rect(200, 100, 100, 50), 100, 200, 300)
    pen.end_page()
    pen.picture(original, 50, 50, 300, 200)
    pen.end_page()
    pen.finish()
    with PdfPages(file.getvalue()) as pages:
        page = pages.render(0, 72)
    seen = Image.frombuffer("RGB", (page.width_px, page.height_px), page.bgra, "raw", "BGRX", 0, 1)
    assert {seen.getpixel((x, y)) for x in (105, 250, 395) for y in (205, 275, 345)} == {(255, 0, 0)}
    assert {seen.getpixel(place) for place in ((95, 210), (405, 210), (250, 195), (250, 355))} == {
        (255, 255, 255)
    }
    assert file.getvalue().count(b"/Subtype/Image") == 1


def test_a_page_that_ends_after_cancel_stops(pen_on):
    cancelled = Event()
    pen = pen_on(cancelled=cancelled)
    cancelled.set()
    with pytest.raises(Cancelled):
        pen.end_page()


def test_a_link_leads_to_a_place_that_may_come_later_and_says_where(pen_on, faces, file):
    pen = pen_on()
    pen.open(Tag("P"))
    pen.open(Tag("Link", alt="go to page 2"))
    pen.text(100, 200, one_line(faces, [Span("there", BODY)]))
    pen.link("there", 100, 190, 40, 14)
    pen.close()
    pen.close()
    pen.end_page()
    pen.place("there", 300)
    pen.end_page()
    pen.finish()
    with pikepdf.open(file) as pdf:
        (link,) = pdf.pages[0].obj.Annots
        name, (page, kind, _, height, _) = pdf.Root.Names.Dests.Names
        assert (str(link.Contents), bytes(link.Dest)) == ("go to page 2", bytes(name))
        assert (page.objgen, str(kind), int(height)) == (pdf.pages[1].obj.objgen, "/XYZ", 541)
        parents = pdf.Root.StructTreeRoot.ParentTree.Nums
        assert parents[2 * int(link.StructParent) + 1].S == "/Link"


def test_a_link_is_drawn_only_where_a_link_element_is_open(pen_on):
    pen = pen_on()
    pen.open(Tag("P"))
    with pytest.raises(ValueError, match="no Link element"):
        pen.link("there", 0, 0, 10, 10)
