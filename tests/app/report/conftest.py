# SPDX-License-Identifier: MIT
"""Words, fonts and a way to build a report and read its text."""

from __future__ import annotations

import gettext
from threading import Event

import pypdf
import pytest

from app.paths import resources
from app.report import fonts
from app.report.build import build_report
from app.report.writer import Writer
from app.words import Words
from tests.app.report.dossiers import DrawnOriginals, sample_dossier


@pytest.fixture(scope="session")
def words():
    return Words.load(resources() / "words" / "en", gettext.NullTranslations())


@pytest.fixture(scope="session")
def faces():
    return fonts.load()


@pytest.fixture
def sample():
    return sample_dossier()


@pytest.fixture
def writer(words, faces, sample):
    return Writer(words, faces, sample[0].prepared)


@pytest.fixture(scope="session")
def writer_of(words, faces):
    """Return what makes the writer for a dossier."""
    return lambda dossier: Writer(words, faces, dossier.prepared)


@pytest.fixture
def build(words, tmp_path):
    """Build a report and return it as pypdf reads it."""

    def built(dossier, originals=None):
        out = tmp_path / "report.pdf"
        found = build_report(
            dossier,
            originals or DrawnOriginals(),
            out,
            words=words,
            progress=lambda done: None,
            cancelled=Event(),
        )
        reader = pypdf.PdfReader(found.path)
        assert len(reader.pages) == found.pages
        return reader

    return built


def flat(text: str) -> str:
    """Return the text with every run of blanks as one space."""
    return " ".join(text.split())
