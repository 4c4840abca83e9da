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
from app.report.layout import Sheet
from app.report.pens import BlankPen
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


@pytest.fixture(scope="session")
def sample_pages(words, tmp_path_factory):
    """The sample report's pages as flat text, built once."""
    dossier, originals = sample_dossier()
    out = tmp_path_factory.mktemp("report") / "report.pdf"
    found = build_report(dossier, originals, out, words=words)
    return [flat(page.extract_text()) for page in pypdf.PdfReader(found.path).pages]


@pytest.fixture
def page_with(sample_pages):
    """Return the first page after page 1 that begins with these words below its header."""

    def found(title):
        return next(text for text in sample_pages[1:] if title in text)

    return found


class NotingPen(BlankPen):
    """Keeps what it was asked to draw."""

    def __init__(self):
        super().__init__()
        self.lines = []
        self.areas = []
        self.frames = []
        self.rules = []
        self.parts = []
        self.ended = 0

    def text(self, x, baseline, line):
        self.lines.append((x, baseline, line.text.replace("\u00a0", " ")))

    def area(self, x, y, width, height, colour):
        self.areas.append((x, y, width, height))

    def frame(self, x, y, width, height, *, line, colour):
        self.frames.append((x, y, width, height))

    def rule(self, x, y, to_x, to_y, *, width, colour):
        self.rules.append((x, y, to_x, to_y))

    def part(self, original, rect, x, y, width):
        self.parts.append((original, rect, x, y, width))

    def end_page(self):
        self.ended += 1

    @property
    def said(self):
        return " ".join(text for _, _, text in self.lines)


@pytest.fixture
def sheet_of(writer):
    """Make a sheet on its first page for a dossier, on a pen that notes."""

    def made(dossier, known=None):
        sheet = Sheet(NotingPen(), writer, dossier, known or {})
        sheet.begin_page("start")
        return sheet

    return made
