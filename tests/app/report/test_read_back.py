# SPDX-License-Identifier: MIT
"""The tree as it stands in the finished PDF, read back from its bytes."""

from __future__ import annotations

import io
import shutil
import subprocess

import pikepdf
import pytest

from app.report.build import report_bytes
from tests.app.report.runs import make_run
from tests.app.report.test_read_aloud import PAGE_1


@pytest.fixture(scope="module")
def made(words):
    dossier, originals = make_run()
    return dossier, report_bytes(dossier, originals, words=words).data


@pytest.fixture(scope="module")
def pdf(made):
    with pikepdf.open(io.BytesIO(made[1])) as opened:
        yield opened


def kids_of(element):
    """Return what is right below an element."""
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def elements(pdf):
    """Yield every element in the order of reading."""
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        element = waiting.pop(0)
        yield element
        below = [kid for kid in kids_of(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        waiting = below + waiting


def of_kind(pdf, *kinds):
    """Return the elements of some kinds."""
    return [element for element in elements(pdf) if element.S in kinds]


def named_places(pdf):
    """Return the names that links may lead to, with their pages."""
    flat = list(pdf.Root.Names.Dests.Names)
    return {str(name): place[0].objgen for name, place in zip(flat[::2], flat[1::2], strict=True)}


def attribute(element, name):
    """Return an attribute of an element."""
    said = element.get("/A")
    each = said if isinstance(said, pikepdf.Array) else [said] if said is not None else []
    return next((one[name] for one in each if name in one), None)


def as_pdfinfo_reads(data, folder):
    """Return the tree and its texts as another program reads them."""
    path = folder / "report.pdf"
    path.write_bytes(data)
    command = ["pdfinfo", "-struct-text", str(path)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


def test_every_part_has_its_title_and_its_heading(pdf):
    parts = of_kind(pdf, "/Sect")
    assert [str(part.T) for part in parts][:2] == ["First page", "Background and safeguarding"]
    assert all(kids_of(part)[0].S == "/H1" for part in parts)


def test_every_figure_says_what_it_shows_and_where_it_stands(pdf):
    figures = of_kind(pdf, "/Figure")
    assert any(str(figure.Alt).startswith("Frame TJH/2.1") for figure in figures)
    assert all(str(figure.Alt) and attribute(figure, "/BBox") is not None for figure in figures)


def test_every_row_has_as_many_cells_as_its_table_has_columns(pdf):
    tables = of_kind(pdf, "/Table")
    assert len(tables) > 10
    for table in tables:
        widths = {
            sum(int(attribute(cell, "/ColSpan") or 1) for cell in kids_of(line)) for line in kids_of(table)
        }
        assert len(widths) == 1
    assert all(attribute(cell, "/Scope") in {"/Column", "/Row"} for cell in of_kind(pdf, "/TH"))


def test_every_link_leads_to_a_page_that_there_is_and_says_so(pdf):
    places, pages = named_places(pdf), {page.obj.objgen for page in pdf.pages}
    assert set(places.values()) <= pages
    links = of_kind(pdf, "/Link")
    annotations = [kid.Obj for link in links for kid in kids_of(link) if isinstance(kid, pikepdf.Dictionary)]
    on_pages = [one for page in pdf.pages for one in page.obj.get("/Annots", [])]
    assert len(annotations) == len(links) == len(on_pages) > 50
    for annotation in annotations:
        assert str(annotation.Dest) in places
        assert str(annotation.Contents)
        assert "/URI" not in annotation.get("/A", {})


def test_a_link_that_names_a_page_number_leads_to_that_page(pdf):
    places = named_places(pdf)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            said = int(str(annotation.Contents).rpartition(" ")[2])
            assert numbers[places[str(annotation.Dest)]] == said


def test_each_exhibit_page_leads_back_and_the_index_leads_to_it(made, pdf):
    leads = {
        number: {str(one.Dest) for one in page.obj.get("/Annots", [])}
        for number, page in enumerate(pdf.pages, 1)
    }
    places = named_places(pdf)
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    index = leads[numbers[places["index"]]]
    for entry in made[0].exhibits:
        place = f"exhibit {entry.exhibit.ref}"
        assert place in index
        if not entry.exhibit.is_run:
            assert {"index", "timeline"} <= leads[numbers[places[place]]]


def test_nothing_is_drawn_outside_the_tree_but_what_comes_again_or_decorates(pdf):
    for page in pdf.pages:
        depth, seen, kind = 0, 0, ""
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in {"BDC", "BMC"}:
                assert not depth, "marked content inside marked content"
                depth, kind = 1, str(operands[0])
            elif name == "EMC":
                depth = 0
            elif name in {"Tj", "TJ", "'", "S", "f", "f*", "Do", "B"}:
                assert depth, (name, operands)
                seen += kind != "/Artifact"
        assert seen > 3


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="no pdfinfo on this computer")
def test_another_reader_says_page_1_in_order(made, tmp_path):
    told = as_pdfinfo_reads(made[1], tmp_path)
    said = " ".join("".join(line.strip().strip('"') + " " for line in told.splitlines()).split())
    at = -1
    for part in PAGE_1:
        words = part.split("] ")[-1] if "[" in part else part
        found = said.find(words, at + 1)
        assert found > at, words
        at = found


@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="no pdfinfo on this computer")
def test_words_at_line_ends_do_not_run_together(made, tmp_path):
    told = as_pdfinfo_reads(made[1], tmp_path)
    assert "payee Jean-Marc Kouadio, Abidjan, Côte d'Ivoire. Can be stopped. Western Union not told." in told
    assert "live:.cid.8f3a1b2c4d5e6f70: registration details, linked e-mail and phone, IP and" in told
