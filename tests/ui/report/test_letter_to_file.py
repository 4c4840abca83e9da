# SPDX-License-Identifier: MIT
"""A letter as a file is a copy of its own kind."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.model import CopyKind
from tests.ui.filling import ask
from tests.ui.pages.test_wording import PAID
from tests.ui.report.test_handing_over import copies_of
from ui.report.letter_to_file import LetterToFile
from ui.report.wording_making import fill, freeze, make_letter


@pytest.fixture
def way(opened, shown, qtbot):
    ask(opened, qtbot, lambda vault: vault.add(PAID))
    made = fill(ask(opened, qtbot, lambda vault: freeze(vault, opened)), opened)
    host = QWidget()
    way = LetterToFile(opened)
    QVBoxLayout(host).addWidget(way)
    shown(host)
    way.made = make_letter(made, made.letters[0], opened)
    yield way
    opened.background.close()


def test_it_stands_on_the_list_as_a_letter(way, opened, qtbot, tmp_path):
    with qtbot.waitSignals([way.saved, way.said], timeout=10_000):
        way.save(tmp_path / "document.pdf")
    [copy] = copies_of(opened, qtbot)
    assert (copy.kind, copy.place) == (CopyKind.LETTER, str(tmp_path / "document.pdf"))


def test_it_says_first_that_the_file_is_not_locked(way, words):
    way.ask()
    assert [row.words.words for row in way.before._rows] == [words("package.warn"), words("package.name")]
