# SPDX-License-Identifier: MIT
"""The report is PDF/A-3a and PDF/UA-1 as far as checkers can tell, and the checkers can tell."""

import io

import pikepdf
import pytest

from app.report.archive import About
from app.report.build import about_of, drawn_apart, report_bytes, timeline_bytes
from app.report.page1 import draw_page1, fitting_limits
from app.report.sections import draw_sections
from tests.app.report.archive_checks import CHECKERS, by_preflight, preflight_jars
from tests.app.report.archive_faults import FAULTS, Fault, damaged
from tests.app.report.dossiers import sample_dossier
from tests.app.report.fullest import empty, fullest
from tests.app.report.runs import make_run


@pytest.fixture(scope="session")
def good(words):
    return report_bytes(*sample_dossier(), words=words).data


@pytest.mark.parametrize("checker", sorted(CHECKERS))
def test_the_sample_is_clean(good, checker):
    assert CHECKERS[checker](good) == []


@pytest.mark.parametrize("case", [fullest, empty, make_run], ids=lambda case: case.__name__)
def test_other_cases_are_clean(words, case):
    data = report_bytes(*case(), words=words).data
    assert {name: check(data) for name, check in CHECKERS.items() if check(data)} == {}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_damage_is_noticed_by_these_checkers(good, fault):
    bad = damaged(good, fault)
    assert {name for name, check in CHECKERS.items() if check(bad)} == fault.caught_by


def test_nothing_is_noticed_where_an_object_is_only_written_again(good):
    same = damaged(good, Fault("none", lambda pdf: pdf.Root, frozenset()))
    assert len(same) > len(good)
    assert {name: check(same) for name, check in CHECKERS.items() if check(same)} == {}


def test_the_timeline_alone_is_clean(words):
    data = timeline_bytes(*sample_dossier(), words=words).data
    assert {name: check(data) for name, check in CHECKERS.items() if check(data)} == {}


@pytest.mark.skipif(not preflight_jars(), reason="PDFBox preflight is not installed")
def test_preflight_takes_the_same_pages_for_the_first_part_of_the_standard(writer_of):
    """It knows no other part; attachments came with the third."""
    dossier, originals = sample_dossier()
    writer = writer_of(dossier)

    def draw(sheet):
        draw_page1(sheet, fitting_limits(writer, dossier, {}))
        draw_sections(sheet)

    made = drawn_apart(draw, dossier, writer, about_of(dossier, writer), originals=originals)
    assert "is a valid PDF/A-1b file" in by_preflight(made.data)


def test_a_title_in_any_script_is_the_same_everywhere(writer_of):
    dossier, originals = sample_dossier()
    about = About("Жалоба <1> & (2) \\ 名", "Safehold ✓", "cy", dossier.prepared.utc)
    made = drawn_apart(
        lambda sheet: sheet.begin_page(title="x"), dossier, writer_of(dossier), about, originals=originals
    )
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert str(pdf.docinfo.Title) == about.title == pdf.open_metadata()["dc:title"]
        assert str(pdf.Root.Lang) == "cy"
