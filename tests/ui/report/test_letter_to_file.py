# SPDX-License-Identifier: MIT
"""A letter as a file is a copy of its own kind."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog

from app.model import CopyKind
from tests.ui.filling import ask
from tests.ui.pages.test_wording import PAID
from tests.ui.report.hosting import in_a_window
from tests.ui.report.test_handing_over import copies_of
from tests.ui.report.test_to_paper import dialog_of
from ui.report.letter_to_file import LetterToFile
from ui.report.to_paper import ToPaper
from ui.report.wording_making import fill, freeze, make_letter


@pytest.fixture
def hosted(opened, shown, qtbot):
    """Put a way in a window, with a letter to hand over."""
    ask(opened, qtbot, lambda vault: vault.add(PAID))
    made = fill(ask(opened, qtbot, lambda vault: freeze(vault, opened)), opened)

    def host(way):
        way.made = make_letter(made, made.letters[0], opened)
        return in_a_window(way, shown)

    yield host
    opened.background.close()


@pytest.fixture
def way(hosted, opened):
    return hosted(LetterToFile(opened))


def test_it_stands_on_the_list_as_a_letter(way, opened, qtbot, tmp_path):
    with qtbot.waitSignals([way.saved, way.said], timeout=10_000):
        way.save(tmp_path / "document.pdf")
    [copy] = copies_of(opened, qtbot)
    assert (copy.kind, copy.place) == (CopyKind.LETTER, str(tmp_path / "document.pdf"))


def test_printed_into_a_file_it_is_a_letter_there_too(hosted, opened, qtbot, tmp_path):
    paper = hosted(ToPaper(opened))
    dialog = dialog_of(paper, qtbot)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignals([paper.printed, paper.saved], timeout=20_000):
        dialog.done(QDialog.DialogCode.Accepted)
    [copy] = copies_of(opened, qtbot)
    assert (copy.kind, copy.place) == (CopyKind.LETTER, str(tmp_path / "out.pdf"))


def test_it_says_first_that_the_file_is_not_locked(way, words):
    way.ask()
    assert [row.words.words for row in way.before._rows] == [words("package.warn"), words("package.name")]
