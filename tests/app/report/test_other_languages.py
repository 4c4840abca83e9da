# SPDX-License-Identifier: MIT
"""A report in a language a third longer than English still holds, and nothing of it stays English."""

from __future__ import annotations

import re

import pytest

from app.paths import resources
from app.report.page1 import MAX_WORDS, fitting_limits
from app.report.page1_text import page1_lines
from app.report.writer import Writer
from app.words import Words, words_in
from tests.app.report.fullest import empty, fullest
from tests.app.report.test_nothing_overlaps import check, drawn
from tests.fakes.pseudo import LANGUAGE, Pseudo


@pytest.fixture(scope="module", params=["invented", "cy"])
def longer(request) -> Words:
    """An invented language a third longer, as the line at the foot has room for, and each that there is."""
    if request.param != "invented":
        return words_in(request.param)
    return Words.load(resources() / "words" / "en", Pseudo(marks=("", ""), longer=1.35), LANGUAGE)


@pytest.mark.parametrize("case", [empty, fullest], ids=["empty", "fullest"])
def test_no_line_touches_in_a_longer_language(case, longer, faces):
    check(drawn(case()[0], longer, faces))


@pytest.mark.parametrize("case", [empty, fullest], ids=["empty", "fullest"])
def test_page_1_stays_one_page(case, longer, faces):
    dossier = case()[0]
    writer = Writer(longer, faces, dossier.prepared)
    assert fitting_limits(writer, dossier, {})
    lines = page1_lines(dossier, writer, {})
    more = 1.05 if longer.language == "cy" else 1  # "3 o luniau" is "3 pictures"
    assert len(" ".join(lines).split()) <= MAX_WORDS * more


def test_no_sentence_of_page_1_stands_in_the_code(longer, faces, words):
    """What is the same in both languages is a fact, a number or a name."""
    dossier = empty()[0]
    said = [set(page1_lines(dossier, Writer(each, faces, dossier.prepared), {})) for each in (longer, words)]
    same = said[0] & said[1]
    assert all(re.search(r"[a-z]{4}", line) is None for line in same), same


def test_the_kind_of_an_identifier_is_said_in_the_language(longer, faces):
    writer = Writer(longer, faces, empty()[0].prepared)
    assert writer.said("phone number") not in {"", "phone number"}
    assert writer.said("") == ""
