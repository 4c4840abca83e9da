# SPDX-License-Identifier: MIT
from __future__ import annotations

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from app.model import Certainty, Event
from tests.app.timeline.cases import AT
from tests.ui.filling import ask
from tests.ui.report.test_handing_over import last_record
from ui.report.timeline_printing import TimelinePrinting
from ui.report.to_paper import ToPaper


@pytest.fixture
def panel(opened, shown, qtbot):
    made = shown(TimelinePrinting(opened))
    yield made
    opened.background.close()


def press(panel) -> None:
    QTest.mouseClick(panel.print_button, Qt.MouseButton.LeftButton)


def dialog_of(panel, qtbot) -> QPrintDialog:
    QTest.mouseClick(panel.to_paper.before.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.findChild(QPrintDialog) is not None, timeout=20_000)
    return panel.findChild(QPrintDialog)


def test_first_it_says_what_to_know(panel, words) -> None:
    press(panel)
    assert panel.to_paper.before.isVisible()
    assert [row.words.words for row in panel.to_paper.before._rows] == [
        words(line) for line in ToPaper.before_words.lines
    ]
    QTest.mouseClick(panel.to_paper.before.back_button, Qt.MouseButton.LeftButton)
    assert not panel.to_paper.before.isVisible()


def test_the_timeline_alone_is_printed_and_stands_in_the_log(panel, opened, qtbot, tmp_path) -> None:
    ask(opened, qtbot, lambda vault: vault.add(Event(AT, "They called", Certainty.REMEMBERED)))
    press(panel)
    dialog = dialog_of(panel, qtbot)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(panel.printed, timeout=20_000) as printed:
        dialog.done(QDialog.DialogCode.Accepted)
    assert printed.args == [1]
    text = pypdf.PdfReader(tmp_path / "out.pdf").pages[0].extract_text()
    assert "They called" in text
    assert "Page 1 of 1" in text
    assert last_record(opened, qtbot, "export.create")["pages"] == 1
    assert panel.done.kind == "good"


def test_nothing_to_print_is_said(panel, qtbot) -> None:
    press(panel)
    QTest.mouseClick(panel.to_paper.before.go_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(panel.failure.isVisible, timeout=20_000)
