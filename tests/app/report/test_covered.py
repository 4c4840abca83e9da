# SPDX-License-Identifier: MIT
"""A real vault with covered pictures to a report: no pixel of what is covered, and the facts about it."""

import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest
from PIL import Image

from app.identify.platforms import Catalogue
from app.model import Demand, ExhibitFacts, ExhibitId, Rect, Sensitivity
from app.paths import resources
from app.redaction import cover
from app.report.build import report_bytes
from app.report.covered import covered_frames, covered_rows, file_name, named
from app.report.dossier import LeftOutWhy
from app.report.snapshot import snapshot
from app.search.values import ReadText
from tests.app.vault.conftest import clock, folder, new_vault, vault
from tests.fakes.covered import finished, kept_picture, kept_run
from tests.fakes.scrolls import frame, page, window

__all__ = ["clock", "folder", "new_vault", "vault"]

PAGE = page(3000)
BOX = Rect(16, 212, 300, 16)  # a line of text in the second frame, rows 364 to 376 of the page
LINE = PAGE[370, 16:170]
IN_SINGLE = Rect(16, 62, 290, 16)  # rows 64 to 76 of a page of its own


def shows(picture, line):
    """Whether letters of a line stand anywhere in a picture."""
    ink = (picture & 0xFFFFFF) == 0x202020
    wanted = (line & 0xFFFFFF) == 0x202020
    places = np.lib.stride_tricks.sliding_window_view(ink, len(wanted), axis=1)
    return bool((places == wanted).all(axis=2).any())


def pictures(data):
    """Yield every picture that a document holds, as numbers."""
    for leaf in pypdf.PdfReader(io.BytesIO(data)).pages:
        for image in leaf.images:
            rgb = np.asarray(Image.open(io.BytesIO(image.data)).convert("RGB")).astype(np.uint32)
            yield rgb[..., 0] << 16 | rgb[..., 1] << 8 | rgb[..., 2]


@pytest.fixture
def report(vault, clock, words):
    def made():
        catalogue = Catalogue.load(resources() / "platforms")
        dossier, originals = snapshot(
            vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=vault.checkpoint()
        )
        data = report_bytes(dossier, originals, words=words).data
        originals.close()
        text = " ".join(
            " ".join(one.extract_text() for one in pypdf.PdfReader(io.BytesIO(data)).pages).split()
        )
        return dossier, data, text

    return made


def test_no_picture_of_the_report_shows_what_is_covered(vault, report):
    run = finished(vault, kept_run(vault, [frame(window(PAGE, top)) for top in (0, 150, 300)]))
    single = kept_picture(vault, 300, seed=8)
    part = Rect(10, 50, 300, 40)
    vault.add(Demand("money", "pay", None, exhibit=ExhibitId(run.originals[2].id), rect=part))
    own = page(300, 8)[70, 16:170]
    before = list(pictures(report()[1]))
    assert any(shows(one, LINE) for one in before)
    assert any(shows(one, own) for one in before)
    cover(vault, run.id, {run.originals[1].id: [BOX]})
    cover(vault, single.id, {single.id: [IN_SINGLE]})
    dossier, data, text = report()
    after = list(pictures(data))
    assert len(after) == len(before)
    assert not any(shows(one, LINE) or shows(one, own) for one in after)
    leaves = [one.extract_text() for one in pypdf.PdfReader(io.BytesIO(data)).pages]
    (leaf,) = (one for one in leaves if "Covered by the witness" in one)
    assert "Exhibit label" in leaf, "on the same page"
    made = dossier.exhibits[1].exhibit.originals[0].redacted
    assert (
        f"Covered by the witness: 1 area. The original is held by the witness. Log record {made.seq}." in text
    )
    bare = text.replace(" ", "")
    assert made.sha256 in bare
    assert single.sha256 in bare
    assert "In frames 1, 2 and 3 parts are covered by the witness, who holds the originals." in text
    for one in dossier.exhibits[0].exhibit.originals:
        assert one.redacted.sha256 in bare
        assert one.record.content.sha256 in bare


def test_words_read_beneath_a_box_are_not_in_the_dossier(vault, report):
    run = finished(vault, kept_run(vault, [frame(window(PAGE, top)) for top in (0, 150)]))
    for one, top in zip(run.originals, (364, 214), strict=True):
        lines = (
            ReadText(Rect(16, top, 200, 12), "14 Elm Road", 990),
            ReadText(Rect(16, 60, 99, 12), "Sam", 990),
        )
        vault.keep_texts(one.id, lines, "a reader")
    assert report()[0].exhibits[0].words == ("Sam 14 Elm Road", "Sam 14 Elm Road")
    cover(vault, run.id, {run.originals[1].id: [BOX]})
    assert report()[0].exhibits[0].words == ("Sam", "Sam")


def test_intimate_exhibits_have_a_page_without_a_pixel(vault, report):
    single = kept_picture(vault)
    run = finished(vault, kept_run(vault, [frame(window(PAGE, top)) for top in (0, 150)]))
    facts = ExhibitFacts(sensitivity=Sensitivity.INTIMATE, title="A picture of me")
    vault.revise_exhibit(single.id, facts)
    vault.revise_exhibit(run.id, replace(facts, title="A chat"))
    dossier, data, text = report()
    assert list(pictures(data)) == []
    assert [(entry.exhibit.ref, entry.is_held) for entry in dossier.paged] == [
        ("TJH/1", True),
        ("TJH/2", True),
    ]
    assert "Covered. The picture is held by the witness." in text
    assert "Covered. All frames, 2 in number, are held by the witness." in text
    assert text.count("Exhibit label") == 2
    bare = text.replace(" ", "")
    assert all(one.record.content.sha256 in bare for one in (*run.originals, *single.originals))
    outline = [
        entry.title
        for part in pypdf.PdfReader(io.BytesIO(data)).outline
        if isinstance(part, list)
        for entry in part
    ]
    assert outline == ["TJH/1", "TJH/2"]


def test_what_may_show_someone_under_18_has_no_page(vault, report):
    single = kept_picture(vault)
    vault.revise_exhibit(single.id, ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18))
    dossier, _, text = report()
    assert dossier.paged == ()
    assert [left.why for left in dossier.left_out] == [LeftOutWhy.UNDER_18]
    assert "Exhibit label" not in text


def test_what_is_uncovered_is_said_as_before(vault, writer):
    single = kept_picture(vault)
    assert [key for key, _ in covered_rows(writer, single.originals[0])] == ["hash"]
    assert (covered_frames(writer, single), file_name(single, single.originals[0])) == ([], None)
    now = cover(vault, single.id, {single.id: [IN_SINGLE]}).exhibit
    assert [key for key, _ in covered_rows(writer, now.originals[0])] == [
        "covered",
        "hash_copy",
        "hash_original",
    ]
    assert named(writer, [str(n) for n in range(50)]).endswith("10 more")
