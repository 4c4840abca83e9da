# SPDX-License-Identifier: MIT
"""A report in a language a third longer than English still holds, and nothing of it stays English."""

from __future__ import annotations

import gettext
import re

import pytest

from app.paths import resources
from app.report.page1 import MAX_WORDS, fitting_limits
from app.report.page1_text import page1_lines
from app.report.writer import Writer
from app.words import Words
from tests.app.report.fullest import empty, fullest
from tests.app.report.test_nothing_overlaps import check, drawn

FIELD = re.compile(r"(\{\w+\}|\*\*)")
LONGER = str.maketrans(
    {"a": "áá", "e": "éé", "i": "í", "o": "óó", "u": "ú", "A": "Á", "E": "É", "I": "Í", "O": "Ó", "U": "Ú"}
)


class Longer(gettext.NullTranslations):
    """Stands for a language that nobody speaks: every sentence longer, fields and bold where they were."""

    def gettext(self, message: str) -> str:
        return "".join(
            part if FIELD.fullmatch(part) else part.translate(LONGER) for part in FIELD.split(message)
        )


@pytest.fixture(scope="module")
def longer() -> Words:
    return Words.load(resources() / "words" / "en", Longer())


@pytest.mark.parametrize("case", [empty, fullest], ids=["empty", "fullest"])
def test_no_line_touches_in_a_longer_language(case, longer, faces):
    check(drawn(case()[0], longer, faces))


@pytest.mark.parametrize("case", [empty, fullest], ids=["empty", "fullest"])
def test_page_1_stays_one_page(case, longer, faces):
    dossier = case()[0]
    writer = Writer(longer, faces, dossier.prepared)
    assert fitting_limits(writer, dossier, {})
    lines = page1_lines(dossier, writer, {})
    assert len(" ".join(lines).split()) <= MAX_WORDS


def test_no_sentence_of_page_1_stands_in_the_code(longer, faces, words):
    """What is the same in both languages is a fact, a number or a name."""
    dossier = empty()[0]
    said = [set(page1_lines(dossier, Writer(each, faces, dossier.prepared), {})) for each in (longer, words)]
    same = said[0] & said[1]
    assert all(re.search(r"[a-z]{4}", line) is None for line in same), same
