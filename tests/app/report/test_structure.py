# SPDX-License-Identifier: MIT
"""The tree of a document, as it is written piece by piece."""

import io

import pytest

from app.report.objects import ObjectFile
from app.report.pens import Tag
from app.report.structure import Structure


@pytest.fixture
def out():
    return io.BytesIO()


@pytest.fixture
def structure(out):
    made = Structure(ObjectFile(out))
    made.begin_page(900)
    return made


def marked(structure, kind, **said):
    structure.open(Tag(kind, **said))
    return structure.mark(structure.innermost)


def test_an_element_is_on_disk_when_it_is_closed(structure, out):
    marked(structure, "P")
    assert b"/S/P" not in out.getvalue()
    structure.close()
    assert b"/S/P/P 2 0 R/Pg 900 0 R/K 0" in out.getvalue()


def test_an_element_runs_on_over_pages(structure, out):
    marked(structure, "P")
    structure.end_page()
    structure.begin_page(901)
    assert structure.mark(structure.innermost) == 0
    structure.close()
    assert b"/Pg 900 0 R/K[0 <</Type/MCR/Pg 901 0 R/MCID 0>>]" in out.getvalue()


def test_an_element_with_nothing_in_it_is_left_out_but_for_cells(structure, out):
    for kind in ("Sect", "P", "TD"):
        structure.open(Tag(kind))
    for _ in range(3):
        structure.close()
    written = out.getvalue()
    assert written.count(b"/S/TD") == written.count(b"/S/Sect") == 1
    structure.open(Tag("L"))
    structure.close()
    assert b"/S/L/" not in out.getvalue()


def test_what_an_element_says_of_itself_is_written(structure, out):
    marked(structure, "TH", scope="Column", columns=2, rows=3)
    structure.close()
    marked(structure, "Sect", title="Payments (all)")
    structure.close()
    marked(structure, "Figure", alt="Picture 1")
    structure.innermost.box = (1, 2, 3.456, 4)
    structure.close()
    for said in (
        b"/A<</O/Table/Scope/Column/ColSpan 2/RowSpan 3>>",
        b"/T(Payments \\(all\\))",
        b"/Alt(Picture 1)",
        b"/BBox[1 2 3.46 4]",
    ):
        assert said in out.getvalue()


def test_words_of_a_link_are_left_to_its_annotation(structure, out):
    marked(structure, "Link", alt="go to page 3")
    assert structure.hold(structure.innermost, 77) == 0
    structure.close()
    assert b"/Alt" not in out.getvalue()
    assert b"<</Type/OBJR/Obj 77 0 R/Pg 900 0 R>>" in out.getvalue()


def test_every_mark_of_a_page_has_its_parent(structure, out):
    numbers = []
    for _ in range(3):
        marked(structure, "P")
        numbers.append(structure.innermost.number)
        structure.close()
    assert structure.end_page() == 0
    assert b"[%d 0 R %d 0 R %d 0 R]" % tuple(numbers) in out.getvalue()


def test_what_is_still_open_at_the_end_is_closed(structure, out):
    marked(structure, "Sect")
    structure.end_page()
    structure.finish()
    assert b"/S/Sect" in out.getvalue()
    assert b"/Type/StructTreeRoot" in out.getvalue()


def test_more_cannot_be_closed_than_was_opened(structure):
    with pytest.raises(ValueError, match="no structure element"):
        structure.close()
