# SPDX-License-Identifier: MIT
from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from app.paths import project_root
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


HIDDEN = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
from PySide6.QtCore import QTimer
from app.paths import project_root
from ui.widgets.place_dialog import ask_place
app = QApplication([])
window = QWidget()
window.show()
dialog = ask_place(window, "Save", "document.pdf", "PDF", lambda place: None)
def choose():
    dialog.setDirectory(sys.argv[1])
    dialog.selectFile("document.pdf")
    if sys.argv[2] == "chosen":
        dialog.accept()
    else:
        dialog.hide()
        window.hide()
    QTimer.singleShot(200, app.quit)
QTimer.singleShot(200, choose)
app.exec()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the places of Linux")
@pytest.mark.parametrize("way", ["chosen", "hidden"])
def test_no_file_of_the_person_names_the_place(tmp_path: Path, way: str) -> None:
    """Neither Qt's own settings nor the recent files of the desktop, also when Hide ends it half way."""
    home, stick = tmp_path / "home", tmp_path / "stick-of-hers"
    for folder in (home, stick):
        folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN, str(stick), way],
        cwd=project_root(),
        env={"PATH": os.environ["PATH"], "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    written = [one for one in home.rglob("*") if one.is_file()]
    assert [one for one in written if b"stick-of-hers" in one.read_bytes()] == []
    assert not (home / ".local/share/recently-used.xbel").exists()
    assert not list(home.rglob("QtProject.conf"))


def test_the_dialog_is_qts_own(shown) -> None:
    window = shown(QWidget())
    dialog = ask_folder(window, "Choose", lambda _place: None)
    assert dialog.testOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.close()
