# SPDX-License-Identifier: MIT
"""The metadata are sound XML that says what the file is."""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from app.report.archive import About
from app.report.xmp import packet

AT = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)
SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
}
TEXT = st.text(st.characters(exclude_categories=["Cc", "Cs", "Co", "Cn"]), min_size=1)


@given(title=TEXT, creator=TEXT)
def test_whatever_the_title_is_it_reads_back(title, creator):
    tree = ET.fromstring(packet(About(title, creator, "en-GB", AT)))  # noqa: S314 - our own
    assert tree.findtext(".//dc:title/rdf:Alt/rdf:li", namespaces=SPACES) == title
    assert tree.findtext(".//xmp:CreatorTool", namespaces=SPACES) == creator


def test_it_says_which_standards_the_file_keeps_to():
    tree = ET.fromstring(packet(About("t", "c", "cy", AT)))  # noqa: S314 - our own
    said = {
        key: tree.findtext(f".//{key}", namespaces=SPACES)
        for key in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part", "xmp:CreateDate", "xmp:ModifyDate")
    }
    assert list(said.values()) == ["3", "A", "1", "2026-11-24T03:05:00Z", "2026-11-24T03:05:00Z"]
    assert tree.findtext(".//dc:language/rdf:Bag/rdf:li", namespaces=SPACES) == "cy"
