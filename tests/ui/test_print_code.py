# SPDX-License-Identifier: MIT
"""The recovery code on paper: every group, and nothing that says what it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.errors import PrintFailed
from ui.print_code import paint_code, print_code

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.context import Context

CODE = "K7Q1-2XR2-9HD3-4PV4-8NJ5-6GY6-ABC7-DEF8"


def test_every_group_stands_on_the_page(context: Context, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "code.pdf"))
    paint_code(context, printer, CODE)
    reader = PdfReader(tmp_path / "code.pdf")
    text = "".join(reader.pages[0].extract_text().split())
    assert len(reader.pages) == 1
    assert all(group in text for group in CODE.split("-"))
    assert "Safehold" not in text


def test_it_is_printed_once_a_printer_is_chosen(context: Context, qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    print_code(context, window, CODE)
    dialog = window.findChild(QPrintDialog)
    assert dialog is not None
    assert dialog.printer().docName() == "document"  # what the queue shows to others
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "code.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    assert CODE[:4] in PdfReader(tmp_path / "code.pdf").pages[0].extract_text()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_refuses_is_said(context: Context, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(PrintFailed):
        paint_code(context, printer, CODE)
