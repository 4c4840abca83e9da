# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading
import zipfile

import pytest
from PySide6.QtCore import QObject

from app.errors import Cancelled
from app.package.verify import verify
from tests.ui.filling import add_exhibit, ask
from tests.ui.report.test_making import make
from ui.report.making import ReportMaking
from ui.report.packing import Packing


@pytest.fixture
def owner(opened):
    made = QObject()
    yield made
    opened.background.close()


@pytest.fixture
def made(opened, owner, qtbot):
    add_exhibit(opened, qtbot)
    return make(ReportMaking(opened, owner), qtbot)


def pack(packing: Packing, made, out, qtbot):
    with qtbot.waitSignal(packing.packed, timeout=30_000) as packed:
        packing.start(made, out, lambda _: None, threading.Event())
    return packed.args[0]


def test_the_package_names_the_root_that_stands_in_the_report(opened, owner, made, qtbot, tmp_path) -> None:
    out = tmp_path / "documents.zip"
    built = pack(Packing(opened, owner), made, out, qtbot)
    assert built.root == made.dossier.checkpoint.root
    assert built.report_sha256 == made.report.sha256
    verdict = verify(out, root=built.root, key=built.fingerprint)
    assert verdict.verdict == "matches the paper"
    report = next(name for name in zipfile.ZipFile(out).namelist() if name.endswith(".pdf"))
    assert zipfile.ZipFile(out).read(report) == made.report.data


def test_printing_in_between_changes_nothing(opened, owner, made, qtbot, tmp_path) -> None:
    ask(opened, qtbot, lambda vault: vault.note("print.create", None, made.record()))
    built = pack(Packing(opened, owner), made, tmp_path / "documents.zip", qtbot)
    assert built.root == made.dossier.checkpoint.root


def test_a_case_that_changed_gets_a_new_report(opened, owner, made, qtbot, tmp_path) -> None:
    add_exhibit(opened, qtbot)
    built = pack(Packing(opened, owner), made, tmp_path / "documents.zip", qtbot)
    assert built.root != made.dossier.checkpoint.root
    assert built.exhibits == 2


def test_the_log_has_it_only_when_it_is_whole(opened, owner, made, qtbot, tmp_path) -> None:
    stopped = threading.Event()
    stopped.set()
    packing = Packing(opened, owner)
    before = ask(opened, qtbot, lambda vault: vault.record_count)
    with qtbot.waitSignal(packing.failed, timeout=20_000) as failed:
        packing.start(made, tmp_path / "documents.zip", lambda _: None, stopped)
    assert isinstance(failed.args[0], Cancelled)
    assert ask(opened, qtbot, lambda vault: vault.record_count) == before
    assert list(tmp_path.glob("documents*")) == []
    assert not packing.is_on


def test_a_case_locked_before_it_is_recorded_leaves_no_package(opened, owner, made, qtbot, tmp_path) -> None:
    packing = Packing(opened, owner)
    with qtbot.waitSignal(packing.failed, timeout=20_000):
        packing.start(made, tmp_path / "documents.zip", lambda _: None, threading.Event())
        opened.session.lock("test")
    assert list(tmp_path.glob("documents*")) == []
