# SPDX-License-Identifier: MIT
from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from ui.widgets.place_dialog import ask_folder, ask_place, forget_places


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path):
    """Qt's own settings in a folder of the test."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(tmp_path / "conf"))
    yield
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, str(Path.home() / ".config"))


def test_the_name_says_nothing_and_the_choice_is_heard(shown, qtbot, tmp_path: Path) -> None:
    chosen: list[Path] = []
    window = shown(QWidget())
    dialog = ask_place(window, "Save", "document.pdf", "PDF", chosen.append)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["document.pdf"]
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile("document.pdf")
    dialog.accept()
    assert chosen == [tmp_path / "document.pdf"]


def test_qt_forgets_which_folders_were_visited(tmp_path: Path) -> None:
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/history", ["file:///home/someone/secret"])
    settings.setValue("Other/kept", 1)
    settings.sync()
    forget_places()
    again = QSettings(QSettings.Scope.UserScope, "QtProject")
    again.sync()
    assert not again.contains("FileDialog/history")
    assert again.contains("Other/kept")


def test_a_folder_is_asked_for(shown, tmp_path: Path) -> None:
    chosen: list[Path] = []
    window = shown(QWidget())
    dialog = ask_folder(window, "Choose", chosen.append)
    dialog.fileSelected.emit(str(tmp_path))
    assert chosen == [tmp_path]
    dialog.close()
