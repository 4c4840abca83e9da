# SPDX-License-Identifier: MIT
"""Asking where a file is to go, without leaving a trace of the answer.

The dialog is Qt's own, not the system's: that puts what was chosen among the recent files (GTK, Windows),
and hears Esc in our place, so that three times would not hide. docs/adr/0033.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QStandardPaths, QStorageInfo, Qt
from PySide6.QtWidgets import QFileDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

STICKS = ("/media/", "/run/media/", "/Volumes/")


def ask_place(
    parent: QWidget, title: str, name: str, kind: str, chosen: Callable[[Path], object]
) -> QFileDialog:
    """Open the dialog with a neutral name, a USB stick first; ``chosen`` is called with the place."""
    suffix = Path(name).suffix.lstrip(".")
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("place_dialog")
    _leave_no_trace(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*.{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.setDirectory(_stick() or _usual_place())
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda place: chosen(Path(place)))
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    """Open the dialog for a folder, a USB stick first; ``chosen`` is called with it, if one is chosen."""
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("folder_dialog")
    _leave_no_trace(dialog)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setDirectory(_stick() or _usual_place())
    dialog.fileSelected.connect(lambda place: chosen(Path(place)))
    dialog.open()
    return dialog


def _leave_no_trace(dialog: QFileDialog) -> None:
    """What is chosen is written nowhere, not even if Hide ends the program with the dialog open."""
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    if sys.platform not in {"win32", "darwin"}:  # there Qt keeps this in the registry, and in a list of macOS
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
    dialog.destroyed.connect(forget_places)


def _stick() -> str:
    """Return the first place where systems put what was plugged in; empty if there is none."""
    places = (
        volume for volume in QStorageInfo.mountedVolumes() if volume.isReady() and not volume.isReadOnly()
    )
    return next((one.rootPath() for one in places if one.rootPath().startswith(STICKS)), "")


def _usual_place() -> str:
    """Return the folder for documents, or the home folder where there is none."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return documents if Path(documents).is_dir() else str(Path.home())


def forget_places() -> None:
    """Take out of Qt's own settings which folders were visited: Qt writes them when its dialog goes."""
    QSettings(QSettings.Scope.UserScope, "QtProject").remove("FileDialog")
