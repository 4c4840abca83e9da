# SPDX-License-Identifier: MIT
from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from app.errors import DiskFull
from app.model import CopyKind, ExhibitFacts, Sensitivity
from app.package.verify import verify
from tests.ui.filling import add_exhibit, ask
from tests.ui.report.test_making import make
from ui.report.handing_over import BEFORE, HandingOver
from ui.report.making import ReportMaking
from ui.report.pack_choice import SOME, UPLOAD
from ui.report.printing import new_printer


@pytest.fixture
def panel(opened, shown, qtbot):
    made = shown(HandingOver(opened))
    yield made
    opened.background.close()


@pytest.fixture
def ready(panel, opened, qtbot) -> HandingOver:
    add_exhibit(opened, qtbot)
    panel.set_made(make(ReportMaking(opened, panel), qtbot))
    return panel


def last_record(opened, qtbot, kind: str) -> dict[str, object]:
    lines = ask(opened, qtbot, lambda vault: [json.loads(line) for line in vault.records()])
    return [record for record in lines if record["type"] == kind][-1]["data"]


def test_without_a_report_nothing_can_be_pressed(panel: HandingOver) -> None:
    assert not any(button.isEnabled() for button in panel.buttons.values())


@pytest.mark.parametrize("key", list(BEFORE))
def test_first_it_says_what_to_know(ready: HandingOver, words, key: str) -> None:
    QTest.mouseClick(ready.buttons[key], Qt.MouseButton.LeftButton)
    card = ready.before[key]
    assert card.isVisible()
    assert [row.words.words for row in card._rows] == [words(line) for line in BEFORE[key][3]]
    assert not any(button.isVisible() for button in ready.buttons.values())
    QTest.mouseClick(card.back_button, Qt.MouseButton.LeftButton)
    assert not card.isVisible()
    assert all(button.isVisible() for button in ready.buttons.values())


def test_saving_asks_where_under_a_name_that_says_nothing(ready: HandingOver, qtbot, tmp_path) -> None:
    ready.before["save"].went_on.emit()
    dialog = ready.findChild(QFileDialog)
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["document.pdf"]
    out = tmp_path / "stick"
    out.mkdir()
    with qtbot.waitSignal(ready.saved, timeout=10_000) as saved:
        dialog.fileSelected.emit(str(out / "document.pdf"))
    assert saved.args == [out / "document.pdf"]
    assert (out / "document.pdf").read_bytes() == ready._made.report.data
    assert ready.done.kind == "good"


def test_a_saved_report_stands_in_the_log(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(ready.saved, timeout=10_000):
        ready._save_pdf(tmp_path / "document.pdf")
    data = last_record(opened, qtbot, "export.create")
    assert data["report_sha256"] == ready._made.report.sha256


def test_a_place_that_cannot_be_written_is_said(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    before = ask(opened, qtbot, lambda vault: vault.record_count)
    ready._save_pdf(tmp_path / "none" / "document.pdf")
    qtbot.waitUntil(ready.failure.isVisible)
    assert all(button.isVisible() for button in ready.buttons.values())
    assert ask(opened, qtbot, lambda vault: vault.record_count) == before


def test_printing_opens_the_dialog_of_the_system(ready: HandingOver, qtbot) -> None:
    ready.before["print"].went_on.emit()
    dialog = ready.findChild(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_what_is_chosen_in_the_dialog_is_printed_once(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    ready.before["print"].went_on.emit()
    dialog = ready.findChild(QPrintDialog)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(ready.printed, timeout=20_000):
        dialog.done(QDialog.DialogCode.Accepted)
    assert (tmp_path / "out.pdf").read_bytes() == ready._made.report.data
    lines = ask(opened, qtbot, lambda vault: [json.loads(line) for line in vault.records()])
    assert [record["type"] for record in lines].count("print.create") == 1


def test_a_printed_report_stands_in_the_log(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    printer = new_printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignal(ready.printed, timeout=20_000) as printed:
        ready._print(printer)
    assert printed.args == [ready._made.report.pages]
    data = last_record(opened, qtbot, "print.create")
    assert data["report_sha256"] == ready._made.report.sha256
    assert data["pages"] == ready._made.report.pages
    assert not ready.sending.isVisible()


def test_a_package_shows_what_to_compare(ready: HandingOver, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(ready.saved, timeout=30_000):
        ready._pack(tmp_path / "documents.zip")
    assert ready.packed.isVisible()
    root = ready.packed.root.words.replace(" ", "").replace("\n", "")
    assert root == ready._made.dossier.checkpoint.root


def test_a_package_that_was_stopped_says_so(ready: HandingOver, qtbot, tmp_path, words) -> None:
    ready._pack(tmp_path / "documents.zip")
    assert ready.saving.isVisible()
    QTest.mouseClick(ready.saving.cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: ready.done.kind == "hint", timeout=20_000)
    assert ready.done.title.words == words("report.page.stopped")
    assert list(tmp_path.glob("documents*")) == []


def test_a_locked_case_leaves_nothing(ready: HandingOver) -> None:
    ready.forget()
    assert ready._made is None
    assert not any(button.isEnabled() for button in ready.buttons.values())


def copies_of(opened, qtbot):
    return ask(opened, qtbot, lambda vault: vault.copies())


def test_what_was_saved_and_packed_is_on_the_list(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(ready.saved, timeout=10_000):
        ready._save_pdf(tmp_path / "document.pdf")
    with qtbot.waitSignal(ready.saved, timeout=30_000):
        ready._pack(tmp_path / "documents.zip")
    made = copies_of(opened, qtbot)
    assert [(copy.kind, copy.place) for copy in made] == [
        (CopyKind.REPORT, str(tmp_path / "document.pdf")),
        (CopyKind.PACKAGE, str(tmp_path / "documents.zip")),
    ]
    qtbot.waitUntil(lambda: len(ready.copies.rows.rows) == 2)


def test_a_report_that_cannot_be_recorded_does_not_stay(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    place = tmp_path / "document.pdf"

    def refuse(*_: object, **__: object) -> None:
        raise DiskFull("no room for the record")

    ask(opened, qtbot, lambda vault: setattr(vault, "note_copy", refuse))
    ready._save_pdf(place)
    qtbot.waitUntil(ready.failure.isVisible, timeout=10_000)
    assert not place.exists()


def test_for_upload_a_new_folder_is_made_where_it_was_wanted(ready: HandingOver, qtbot, tmp_path) -> None:
    (tmp_path / "documents").mkdir()
    ready.choice.choose(UPLOAD)
    ready.before["pack"].went_on.emit()
    dialog = ready.findChild(QFileDialog, "folder_dialog")
    with qtbot.waitSignal(ready.saved, timeout=30_000) as saved:
        dialog.fileSelected.emit(str(tmp_path))
    assert saved.args == [tmp_path / "documents 2"]
    assert len(list((tmp_path / "documents 2").iterdir())) == 3


def test_only_the_ticked_picture_is_packed(ready: HandingOver, opened, qtbot, tmp_path) -> None:
    second = add_exhibit(opened, qtbot)
    ready.set_made(make(ReportMaking(opened, ready), qtbot))
    ready.choice.choose(SOME)
    ready.before["pack"].went_on.emit()
    assert ready.choice.need.kind == "hint"
    ready.choice.rows[second.ref].click()
    with qtbot.waitSignal(ready.saved, timeout=30_000):
        ready._pack(tmp_path / "documents.zip", ready.choice.wanted())
    verdict = verify(tmp_path / "documents.zip")
    assert verdict.findings == ()
    assert any(said.startswith("log: ") for said in verdict.not_checked)


def test_intimate_pictures_that_stay_here_are_counted(ready: HandingOver, opened, qtbot, words) -> None:
    exhibit = add_exhibit(opened, qtbot)
    marked = ExhibitFacts(sensitivity=Sensitivity.INTIMATE)
    ask(opened, qtbot, lambda vault: vault.revise_exhibit(exhibit.id, marked))
    ready.set_made(make(ReportMaking(opened, ready), qtbot))
    ready.buttons["pack"].click()
    assert words("package.left.one") in [row.words.words for row in ready.before["pack"]._rows]
