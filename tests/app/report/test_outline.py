# SPDX-License-Identifier: MIT
"""The list of parts is a tree, and places keep the order of their names."""

import io

import pikepdf
import pytest

from app.report.objects import ObjectFile
from app.report.outline import Outline, Places


@pytest.fixture
def read_back():
    """Write an outline of (title, level) and return it as pikepdf reads it."""

    def read(*parts):
        out = io.BytesIO()
        file, outline = ObjectFile(out), Outline()
        tree = file.reserve()
        page = file.add(b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 9 9]>>" % tree)
        file.put(tree, b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % page)
        for title, level in parts:
            outline.add(title, page, level)
        number = outline.put(file)
        root = file.add(b"<</Type/Catalog/Pages %d 0 R/Outlines %d 0 R>>" % (tree, number))
        file.end(root, file.add(b"<<>>"))
        with pikepdf.open(out) as pdf, pdf.open_outline() as found:
            return [_read(item) for item in found.root], int(pdf.Root.Outlines.Count)

    return read


def _read(item):
    return (item.title, [_read(child) for child in item.children]) if item.children else item.title


def test_parts_stand_in_the_part_before_them(read_back):
    found, count = read_back(("First", 0), ("Exhibits", 0), ("TJH/1", 1), ("TJH/2", 1), ("Custody 名", 0))
    assert found == ["First", ("Exhibits", ["TJH/1", "TJH/2"]), "Custody 名"]
    assert count == 5


def test_a_part_that_is_too_deep_goes_as_deep_as_it_can(read_back):
    assert read_back(("TJH/1", 1), ("TJH/2", 2))[0] == [("TJH/1", ["TJH/2"])]


def test_no_part_is_no_outline():
    file = ObjectFile(io.BytesIO())
    assert Outline().put(file) is None
    assert file.count == 0


def test_places_stand_in_order_of_their_names_and_the_first_of_a_name_counts():
    places = Places()
    places.add("b", 7, 100.4)
    places.add("a", 8, 50)
    places.add("b", 9, 10)
    assert places.tree() == b"<</Names[<61>[8 0 R/XYZ null 50 null]<62>[7 0 R/XYZ null 100 null]]>>"
