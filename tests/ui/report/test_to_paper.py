# SPDX-License-Identifier: MIT
from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from app.model import CopyKind
from app.report.queues import Queue, QueueKind
from tests.ui.report.hosting import hosted
from tests.ui.report.test_handing_over import copies_of, last_record, records_of
from ui.report.printing import Wanted, new_printer
from ui.report.to_paper import ToPaper


@pytest.fixture
def way(opened, shown, qtbot):
    yield hosted(ToPaper(opened), opened, shown, qtbot)
    opened.background.close()


@pytest.fixture
def sent(monkeypatch):
    """What went to a printer, without one."""
    calls = []

    def take(pdf, printer, wanted, queue, *_):
        calls.append((pdf, wanted, queue))
        return wanted.pages

    monkeypatch.setattr("ui.report.to_paper.print_report", take)
    return calls


def belongs_to(monkeypatch, kind: QueueKind) -> None:
    monkeypatch.setattr("ui.report.to_paper.asks_about", lambda _: partial(Queue, kind, knows_grey=True))


def dialog_of(way: ToPaper, qtbot) -> QPrintDialog:
    way.ask()
    way.before.go_button.click()
    dialog = way.findChild(QPrintDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def test_it_opens_the_dialog_of_the_system(way: ToPaper, qtbot) -> None:
    dialog = dialog_of(way, qtbot)
    assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)  # the card has asked
    dialog.reject()
    assert way.before.isVisible()


def test_to_a_file_it_is_the_file_itself_and_a_copy_like_any_other(way, opened, qtbot, tmp_path) -> None:
    dialog = dialog_of(way, qtbot)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "out.pdf"))
    with qtbot.waitSignals([way.printed, way.saved], timeout=20_000):
        dialog.done(QDialog.DialogCode.Accepted)
    assert (tmp_path / "out.pdf").read_bytes() == way.made.report.data
    assert [record["type"] for record in records_of(opened, qtbot)].count("export.create") == 1
    [copy] = copies_of(opened, qtbot)
    assert (copy.kind, copy.place) == (CopyKind.REPORT, str(tmp_path / "out.pdf"))
    assert copy.sha256 == way.made.report.sha256


def test_a_print_stands_in_the_log_with_its_pages_and_without_the_printer(
    way, opened, qtbot, sent, monkeypatch
) -> None:
    belongs_to(monkeypatch, QueueKind.HERE)
    way.pages.set_text("1, 3-4")
    way.grey.setChecked(True)
    dialog = dialog_of(way, qtbot)
    dialog.printer().setPrinterName("Kitchen")
    dialog.printer().setCopyCount(2)
    with qtbot.waitSignal(way.printed, timeout=20_000) as printed:
        dialog.done(QDialog.DialogCode.Accepted)
    assert printed.args == [3]
    assert sent == [(way.made.report.data, Wanted((1, 3, 4), is_grey=True), Queue(QueueKind.HERE, True))]
    data = last_record(opened, qtbot, "print.create")
    assert data == {
        **way.made.record(),
        "pages": 3,
        "which": "1,3-4",
        "is_grey": True,
        "copies": 2,
        "queue": "here",
    }
    assert not way.isVisible()


@pytest.mark.parametrize("kind", sorted(set(QueueKind) - {QueueKind.HERE}))
def test_a_printer_of_others_is_named_before_anything_is_sent(
    way, qtbot, words, sent, monkeypatch, opened, kind
) -> None:
    belongs_to(monkeypatch, kind)
    way._look(new_printer(), way.made, Wanted((1,)))
    qtbot.waitUntil(way.others.isVisible)
    told = [row.words.words for row in way.others._rows]
    assert told == [words("print.others.1"), words(f"print.others.{kind.value}")]
    assert sent == []
    with qtbot.waitSignal(way.printed, timeout=20_000):
        way.others.go_button.click()
    assert len(sent) == 1
    assert last_record(opened, qtbot, "print.create")["queue"] == kind.value


def test_a_printer_of_others_can_be_left(way, qtbot, sent, monkeypatch) -> None:
    belongs_to(monkeypatch, QueueKind.SHARED)
    way._look(new_printer(), way.made, Wanted((1,)))
    qtbot.waitUntil(way.others.isVisible)
    with qtbot.waitSignal(way.left):
        way.others.back_button.click()
    assert not way.isVisible()
    assert sent == []


@pytest.mark.parametrize("typed", ["0", "99", "some"])
def test_pages_that_there_are_not_are_asked_for_again(way, words, typed: str) -> None:
    way.ask()
    way.pages.set_text(typed)
    way.before.go_button.click()
    assert way.findChild(QPrintDialog) is None
    assert way.pages.verdict.title.words == words("print.pages.need", n=way.made.report.pages)
    way.pages.set_text("1")
    assert not way.pages.verdict.isVisible()


def test_once_the_case_is_locked_nothing_is_sent(way, opened, qtbot, sent, monkeypatch) -> None:
    belongs_to(monkeypatch, QueueKind.HERE)
    made = way.made
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    way._look(new_printer(), made, Wanted((1,)))
    opened.background.close()
    assert sent == []


def test_a_locked_case_leaves_nothing(way) -> None:
    way.pages.set_text("1")
    way.grey.setChecked(True)
    way.forget()
    assert (way.made, way.pages.text, way.grey.isChecked()) == (None, "", False)
