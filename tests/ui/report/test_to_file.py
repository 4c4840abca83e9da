# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog

from app.model import CopyKind
from tests.ui.filling import ask
from tests.ui.report.hosting import hosted
from tests.ui.report.test_handing_over import copies_of, last_record
from ui.report.to_file import ToFile


@pytest.fixture
def way(opened, shown, qtbot):
    yield hosted(ToFile(opened), opened, shown, qtbot)
    opened.background.close()


def test_it_asks_where_under_a_name_that_says_nothing(way: ToFile, qtbot, tmp_path) -> None:
    way.before.went_on.emit()
    dialog = way.findChild(QFileDialog)
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["document.pdf"]
    out = tmp_path / "stick"
    out.mkdir()
    with qtbot.waitSignals([way.saved, way.said], timeout=10_000):
        dialog.fileSelected.emit(str(out / "document.pdf"))
    assert (out / "document.pdf").read_bytes() == way.made.report.data


def test_it_stands_in_the_log_and_on_the_list(way: ToFile, opened, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(way.saved, timeout=10_000) as saved:
        way.save(tmp_path / "document.pdf")
    assert saved.args == [tmp_path / "document.pdf"]
    data = last_record(opened, qtbot, "export.create")
    assert data["report_sha256"] == way.made.report.sha256
    [copy] = copies_of(opened, qtbot)
    assert (copy.kind, copy.place) == (CopyKind.REPORT, str(tmp_path / "document.pdf"))


def test_a_place_that_cannot_be_written_is_said(way: ToFile, opened, qtbot, tmp_path) -> None:
    before = ask(opened, qtbot, lambda vault: vault.record_count)
    with qtbot.waitSignal(way.failed, timeout=10_000):
        way.save(tmp_path / "none" / "document.pdf")
    assert ask(opened, qtbot, lambda vault: vault.record_count) == before


def test_without_a_report_nothing_is_written(way: ToFile, tmp_path) -> None:
    way.forget()
    way.save(tmp_path / "document.pdf")
    assert list(tmp_path.glob("*.pdf")) == []
