# SPDX-License-Identifier: MIT
"""Pages are on disk when they are shown, and the file is sound."""

import io
from datetime import UTC, datetime
from itertools import pairwise

import pypdf
import pytest
import reportlab

from app.report.archive import About
from app.report.fonts import REGULAR
from app.report.stream import StreamedCanvas

AT = datetime(2026, 11, 24, 3, 5, tzinfo=UTC)


@pytest.fixture
def canvas_on(faces):
    return lambda out: StreamedCanvas(out, About("t", "c", "cy", AT))


def test_it_was_written_against_this_reportlab():
    assert reportlab.Version.startswith("5.1.")


def test_a_page_is_written_when_it_is_shown(canvas_on):
    out = io.BytesIO()
    canvas = canvas_on(out)
    sizes = [out.tell()]
    for n in range(3):
        canvas.setFont(REGULAR, 12)
        canvas.drawString(100, 100, f"page {n} " * 50)
        canvas.showPage()
        sizes.append(out.tell())
    assert all(later > sooner for sooner, later in pairwise(sizes))
    canvas.finish()
    reader = pypdf.PdfReader(out, strict=True)
    assert [page.extract_text()[:6] for page in reader.pages] == ["page 0", "page 1", "page 2"]
    assert reader.trailer["/Root"]["/Lang"] == "cy"


def test_the_identity_is_that_of_the_content(canvas_on):
    found = []
    for text in ("one", "one", "two"):
        out = io.BytesIO()
        canvas = canvas_on(out)
        canvas.drawString(100, 100, text)
        canvas.showPage()
        canvas.finish()
        found.append(pypdf.PdfReader(out).trailer["/ID"][0])
    assert found[0] == found[1] != found[2]
