# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.errors import Cancelled
from app.model import ExhibitFacts, Sensitivity
from app.package.verify import verify
from tests.ui.filling import add_exhibit, ask
from tests.ui.report.hosting import hosted
from tests.ui.report.test_making import make
from ui.report.making import ReportMaking
from ui.report.pack_choice import SOME, UPLOAD
from ui.report.to_package import ToPackage


@pytest.fixture
def way(opened, shown, qtbot):
    made = hosted(ToPackage(opened), opened, shown, qtbot)
    made.choice.offer(made.made.dossier)
    yield made
    opened.background.close()


def offer(way: ToPackage, opened, qtbot) -> None:
    way.made = make(ReportMaking(opened, way), qtbot)
    way.choice.offer(way.made.dossier)


def test_a_package_shows_what_to_compare(way: ToPackage, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(way.saved, timeout=30_000):
        way.pack(tmp_path / "documents.zip")
    assert way.packed.isVisible()
    root = way.packed.root.words.replace(" ", "").replace("\n", "")
    assert root == way.made.dossier.checkpoint.root


def test_a_package_that_was_stopped_leaves_nothing(way: ToPackage, qtbot, tmp_path) -> None:
    with qtbot.waitSignal(way.left):
        way.pack(tmp_path / "documents.zip")
    assert way.saving.isVisible()
    with qtbot.waitSignal(way.failed, timeout=20_000) as failed:
        QTest.mouseClick(way.saving.cancel, Qt.MouseButton.LeftButton)
    assert isinstance(failed.args[0], Cancelled)
    assert not way.isVisible()
    assert list(tmp_path.glob("documents*")) == []


def test_for_upload_a_new_folder_is_made_where_it_was_wanted(way: ToPackage, qtbot, tmp_path) -> None:
    (tmp_path / "documents").mkdir()
    way.choice.choose(UPLOAD)
    way.before.went_on.emit()
    dialog = way.findChild(QFileDialog, "folder_dialog")
    with qtbot.waitSignal(way.saved, timeout=30_000) as saved:
        dialog.fileSelected.emit(str(tmp_path))
    assert saved.args == [tmp_path / "documents 2"]
    assert len(list((tmp_path / "documents 2").iterdir())) == 3


def test_only_the_ticked_picture_is_packed(way: ToPackage, opened, qtbot, tmp_path) -> None:
    second = add_exhibit(opened, qtbot)
    offer(way, opened, qtbot)
    way.choice.choose(SOME)
    way.before.went_on.emit()
    assert way.choice.need.kind == "hint"
    way.choice.rows[second.ref].click()
    with qtbot.waitSignal(way.saved, timeout=30_000):
        way.pack(tmp_path / "documents.zip", way.choice.wanted())
    verdict = verify(tmp_path / "documents.zip")
    assert verdict.findings == ()
    assert any(said.startswith("log: ") for said in verdict.not_checked)


def test_intimate_pictures_that_stay_here_are_counted(way: ToPackage, opened, qtbot, words) -> None:
    exhibit = add_exhibit(opened, qtbot)
    marked = ExhibitFacts(sensitivity=Sensitivity.INTIMATE)
    ask(opened, qtbot, lambda vault: vault.revise_exhibit(exhibit.id, marked))
    offer(way, opened, qtbot)
    way.ask()
    assert words("package.left", n=1) in [row.words.words for row in way.before._rows]
