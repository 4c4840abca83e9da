# SPDX-License-Identifier: MIT
"""What a screen reader says of every page: in order, nothing left out, every picture and link in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from app.model import Rect
from app.report.layout import HOLDS_TEXT
from app.report.pens import Tag
from app.report.tables import Column, field, row, table
from app.report.text import BODY, Span
from tests.app.report.dossiers import sample_dossier
from tests.app.report.fullest import fullest
from tests.app.report.random_dossiers import ANY, dossiers
from tests.app.report.runs import make_run
from tests.app.report.trees import TreePen, tree_of

MAY_STAND_IN = {
    "Document": {"Sect"},
    "Sect": {"H1", "H2", "P", "Table", "L", "Figure"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Figure": set(),
    "Link": set(),
}
IN_TEXT = {"Link", "Figure"}
PAGE_1 = (
    "Blackmail with intimate images",
    "Under 18 involved",
    "Risk to life now",
    "Prepared 24 Nov 2026",
    "Police ref",
    "ACT NOW",
    "Stop this money",
    "MTCN 583 204 9176",
    "Western Union, sender",
    "Deadline",
    "Tue 24 Nov, 18:00 GMT",
    "Already sent to",
    "Accounts used against him",
    "Where",
    "1 Skype",
    "live:.cid.8f3a1b2c4d5e6f70",
    "shown as",
    "TJH/1",
    "They want",
    "send 500 more",
    "They threaten",
    "They hold",
    "Paid £400.00",
    "Collected?",
    "Done so far",
    "Safe contact",
    "Contact platforms [box, crossed] yes [box, empty] no",
    "Asked of police",
    "[box, empty] Stop the Western Union payment",
    "As given by Tom",
    "Check words",
)


def check(pen: TreePen) -> None:
    """The tree makes sense."""
    root = pen.root
    for node in root.walk():
        kind = node.tag.kind
        allowed = MAY_STAND_IN.get(kind, IN_TEXT)
        assert {kid.tag.kind for kid in node.elements} <= allowed, (kind, node.text)
        if not (kind in HOLDS_TEXT or kind == "Link"):
            assert all(not isinstance(kid, str) for kid in node.kids), (kind, node.text)
    assert all(node.tag.title for node in root.all("Sect"))
    assert all(node.tag.alt and node.strokes for node in root.all("Figure"))
    for link in root.all("Link"):
        assert link.text.strip()
        assert link.tag.alt
        assert set(link.leads_to) <= set(pen.places), link.leads_to
        assert link.leads_to
    for found in root.all("Table"):
        counts = {sum(cell.tag.columns for cell in line.elements) for line in found.elements}
        assert len(counts) == 1, (counts, found.text)
    check_headings(pen)
    check_beside(pen)


def check_headings(pen: TreePen) -> None:
    """Every part begins with its title; no level is skipped."""
    for part in pen.root.elements:
        levels = [node.tag.kind for node in part.walk() if node.tag.kind in {"H1", "H2"}]
        assert part.elements[0].tag.kind == "H1", part.tag.title
        assert levels[0] == "H1"


def check_beside(pen: TreePen) -> None:
    """Nothing is outside the tree but headers, footers and headings that come again."""
    heads = {node.text.strip() for node in pen.root.all("TH")}
    for said in pen.beside:
        again = said.strip() in heads or not said.strip()
        header = said.startswith(("Page ", "As given by ")) or "Victim evidence record" in said
        assert again or header or len(said.replace(" ", "")) == 16, said


@pytest.mark.parametrize("case", ["sample", "run", "fullest"])
def test_every_page_reads_well(case, words, faces):
    dossier, _ = {"sample": sample_dossier, "run": make_run, "fullest": fullest}[case]()
    check(tree_of(dossier, words, faces))


def test_any_case_reads_well(words, faces):
    @settings(
        max_examples=15,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(dossiers(ANY))
    def reads(dossier):
        check(tree_of(dossier, words, faces))

    reads()


def test_page_1_is_read_in_the_order_in_which_a_person_reads_it(sample, words, faces):
    said = " ".join(tree_of(sample[0], words, faces).root.elements[0].spoken.split())
    at = -1
    for part in PAGE_1:
        found = said.find(part, at + 1)
        assert found > at, (part, said[at : at + 80])
        at = found


def test_every_exhibit_page_leads_back_to_what_names_it_and_to_the_index(sample, words, faces):
    pen = tree_of(sample[0], words, faces)
    for entry in sample[0].exhibits:
        part = next(node for node in pen.root.elements if node.tag.title == entry.exhibit.ref)
        back = {place for link in part.all("Link") for place in link.leads_to}
        assert "index" in back
        assert any(place.startswith("account ") for place in back)


def test_facts_and_index_lead_to_every_exhibit(sample, words, faces):
    pen = tree_of(sample[0], words, faces)
    led = {}
    for part in pen.root.elements:
        led[part.tag.title] = {place for link in part.all("Link") for place in link.leads_to}
    exhibits = {f"exhibit {entry.exhibit.ref}" for entry in sample[0].exhibits}
    assert exhibits <= led["Exhibit index"]
    assert "exhibit TJH/2" in led["Payments"]  # its demands
    assert {"exhibit TJH/2", "exhibit TJH/4", "payment 2"} <= led["Timeline"]
    first = led["First page"]
    assert {"account 1", "account 3", "payment 1", "payment 2", "checking", "exhibit TJH/2"} <= first


def test_frames_of_a_conversation_are_places(words, faces):
    dossier, _ = make_run()
    account = replace(dossier.accounts[0], exhibit_refs=("TJH/2.7",))
    pen = tree_of(replace(dossier, accounts=(account,)), words, faces)
    assert pen.places["exhibit TJH/2.7"] >= pen.places["exhibit TJH/2"]
    links = [place for link in pen.root.all("Link") for place in link.leads_to]
    assert "exhibit TJH/2.7" in links


def test_words_read_in_a_frame_are_its_alternative(words, faces):
    dossier, _ = make_run()
    shown = tuple(
        replace(entry, words=("first words", "", "third")) if entry.exhibit.is_run else entry
        for entry in dossier.exhibits
    )
    pen = tree_of(replace(dossier, exhibits=shown), words, faces)
    frames = [node.tag.alt for node in pen.root.all("Figure") if node.tag.alt.startswith("Frame ")]
    assert frames[0].endswith("Words recorded from it: first words")
    assert frames[1].endswith("GMT.")
    assert frames[2].endswith("Words recorded from it: third")


def test_a_piece_of_a_picture_is_a_row_of_its_own_below_the_words(sample, words, faces):
    dossier = sample[0]
    quoted = dossier.demands[0]
    marked = replace(quoted, demand=replace(quoted.demand, rect=Rect(10, 10, 300, 60)))
    pen = tree_of(replace(dossier, demands=(marked,)), words, faces)
    (piece,) = [node for node in pen.root.all("Figure") if "these words stand" in node.tag.alt]
    rows = [node for node in pen.root.all("TR") if piece in list(node.walk())]
    assert [cell.tag.columns for cell in rows[0].elements] == [4]
    check(pen)


def test_the_address_of_an_offender_is_no_link(sample, words, faces):
    pen = tree_of(sample[0], words, faces)
    urls = [node for node in pen.root.walk() if "https://" in node.text]
    assert urls
    assert all(node.tag.kind != "Link" for node in urls)


def test_headings_that_come_again_are_outside_the_tree(sheet_of, sample, writer):
    pen, sheet = TreePen(), sheet_of(sample[0])
    sheet.pen = pen
    columns = [Column([Span("Heading", BODY)], 200), Column([Span("Other", BODY)], 298)]
    table(sheet, columns, [[[Span(f"row{n}", BODY)], []] for n in range(120)], heads=1)
    (found,) = pen.root.all("Table")
    assert [node.text for node in found.all("TH") if node.tag.scope == "Column"] == ["Heading", "Other"]
    assert pen.beside.count("Heading") == pen.page - 1 > 1
    assert len(found.elements) == 121


def test_labels_one_below_the_other_are_one_table_and_a_lone_one_too(sheet_of, sample):
    pen, sheet = TreePen(), sheet_of(sample[0])
    sheet.pen = pen
    with sheet.tagged("Table"):
        for n in range(3):
            field(sheet, [Span(f"label{n}", BODY)], [Span("value", BODY)])
    field(sheet, [Span("alone", BODY)], [Span("value", BODY)])
    first, second = pen.root.all("Table")
    assert [len(first.elements), len(second.elements)] == [3, 1]
    assert all(line.elements[0].tag.scope == "Row" for line in (*first.elements, *second.elements))


def test_a_row_of_several_pages_keeps_its_columns_on_each(sheet_of, sample):
    pen, sheet = TreePen(), sheet_of(sample[0])
    sheet.pen = pen
    with sheet.tagged("Table"):
        cells = [(60.0, 100.0, [Span("word " * 900, BODY)]), (300.0, 200.0, [Span("short", BODY)])]
        row(sheet, cells, heads=1)
    lines = pen.root.all("TR")
    assert len(lines) == pen.page > 1
    assert {len(line.elements) for line in lines} == {2}
    assert pen.root.text.count("word") == 900


def test_a_paragraph_over_pages_is_one_element(sheet_of, sample):
    pen, sheet = TreePen(), sheet_of(sample[0])
    sheet.pen = pen
    sheet.paragraph([Span("word " * 3000, BODY.bold)])
    assert pen.page > 1
    assert len(pen.root.all("P")) == 1


@pytest.mark.parametrize(
    "fault",
    [
        lambda pen: pen.open(Tag("Figure")),
        lambda pen: pen.open(Tag("Sect")),
        lambda pen: pen.root.kids.append("bare words"),
        lambda pen: pen.beside.append("a fact that nobody reads"),
        lambda pen: pen.places.pop("exhibit TJH/2"),
        lambda pen: pen.root.all("TR")[1].kids.pop(),
        lambda pen: pen.root.elements[1].kids.pop(0),
    ],
)
def test_a_fault_in_the_tree_would_be_found(fault, sample, words, faces):
    pen = tree_of(sample[0], words, faces)
    fault(pen)
    with pytest.raises(AssertionError):
        check(pen)
