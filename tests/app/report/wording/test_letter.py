# SPDX-License-Identifier: MIT
"""A letter as a PDF: one page, tagged, with room to sign, and no word of the record."""

from __future__ import annotations

import io
from dataclasses import replace

import pypdf
import pytest

from app.errors import FactInvented
from app.paths import resources
from app.report.wording import letter as drawing
from app.report.wording.files import letters_for
from app.report.wording.letter import NoOriginals, letter_bytes
from tests.app.report.archive_checks import CHECKERS
from tests.app.report.dossiers import changed

LETTERS = resources() / "letters" / "en"
ALL = [(1, "exchange"), (2, "bank"), (2, "money_service")]


@pytest.fixture
def made(sample, words):
    def make(number, name):
        entry = sample[0].payments[number - 1]
        letter = next(one for one in letters_for(LETTERS, entry.payment.method) if one.id == name)
        return letter_bytes(letter, entry, sample[0], words=words)

    return make


@pytest.mark.parametrize(("number", "name"), ALL)
def test_it_is_one_page_with_its_facts_and_a_line_to_sign(made, number, name):
    report = made(number, name)
    page = pypdf.PdfReader(io.BytesIO(report.data)).pages
    text = page[0].extract_text()
    assert (report.pages, len(page)) == (1, 1)
    for said in ("Tom Hale", "24 Nov 2026", "case number", "Signature", "as far as your rules allow"):
        assert said in text
    assert "Victim evidence record" not in text
    assert "TJH" not in text


def test_the_same_letter_has_the_same_bytes(made):
    assert made(2, "bank").sha256 == made(2, "bank").sha256


def test_it_is_tagged_and_says_its_language(made):
    reader = pypdf.PdfReader(io.BytesIO(made(2, "bank").data))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert reader.metadata.title == "Letter about payment 2"


@pytest.mark.parametrize(("number", "name"), ALL)
@pytest.mark.parametrize("checker", sorted(CHECKERS))
def test_it_is_as_fit_for_an_archive_and_a_screen_reader_as_the_report(made, number, name, checker):
    assert CHECKERS[checker](made(number, name).data) == []


def test_what_is_drawn_and_not_stored_stops_it(made, monkeypatch):
    monkeypatch.setattr(
        drawing, "_sign", lambda sheet, _name: sheet.paragraph(sheet.writer.own("Ref 99X-17"))
    )
    with pytest.raises(FactInvented):
        made(2, "bank")


def test_it_has_no_pictures():
    for ask in (NoOriginals().parts, NoOriginals().derivative_parts):
        with pytest.raises(KeyError):
            ask("x1")
    NoOriginals().close()


HOSTILE = (
    "\u202egnp.exe",
    "\u200b" * 30,
    "\u0301x",
    "{amount} **b** [x]",
    "W" * 300,
    "\U0001f1ec\U0001f1e7 \u2460",
    "#1 @ 9/9",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_words_are_printed_and_stop_nothing(sample, words, text):
    entry = sample[0].payments[1]
    payment = replace(entry.payment, payee=text, sender=text, paid_from=text, reference=text)
    dossier = changed(sample[0], name=text)
    for letter in letters_for(LETTERS, "western_union"):
        assert letter_bytes(letter, replace(entry, payment=payment), dossier, words=words).pages <= 2
