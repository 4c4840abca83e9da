# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import paths, settings
from ui.report.paper_language import PaperLanguage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    return tmp_path / "settings.toml"


def choose(paper: PaperLanguage, language: str) -> None:
    paper.combo.setCurrentIndex(paper.combo.findData(language))
    paper.combo.activated.emit(paper.combo.currentIndex())


def test_english_until_another_is_chosen_and_kept(context: Context, qtbot: QtBot, file: Path) -> None:
    paper = PaperLanguage(context)
    qtbot.addWidget(paper)
    assert paper.language == "en"
    assert paper.combo.itemText(1) == context.words("language.machine_made", name="Cymraeg")
    with qtbot.waitSignal(paper.changed):
        choose(paper, "cy")
    assert settings.load(file).report_language == "cy"
    assert settings.load(file).language == "en"
    other = PaperLanguage(context)
    qtbot.addWidget(other)
    assert other.language == "cy"


def test_what_cannot_be_kept_is_not_shown_as_chosen(context: Context, qtbot: QtBot, file: Path) -> None:
    paper = PaperLanguage(context)
    qtbot.addWidget(paper)
    file.write_text("language = 3", encoding="utf-8")
    with qtbot.waitSignal(context.background.failed), qtbot.assertNotEmitted(paper.changed):
        choose(paper, "cy")
    assert paper.language == "en"
