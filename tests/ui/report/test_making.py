# SPDX-License-Identifier: MIT
from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject

from app.errors import Cancelled, NothingToReport
from app.hashing import sha256_of
from tests.ui.filling import add_exhibit, ask
from ui.report.making import Made, ReportMaking


@pytest.fixture
def making(opened):
    owner = QObject()
    made = ReportMaking(opened, owner)
    yield made
    opened.background.close()


def make(making: ReportMaking, qtbot, known: int = 0) -> Made:
    with qtbot.waitSignal(making.made, timeout=20_000) as made:
        making.start(known, lambda _: None, threading.Event())
    return made.args[0]


def test_the_report_is_made_in_memory(making, opened, qtbot, tmp_path) -> None:
    add_exhibit(opened, qtbot)
    before = sorted(tmp_path.rglob("*"))
    made = make(making, qtbot)
    assert made.report.data.startswith(b"%PDF-")
    assert made.report.sha256 == sha256_of(made.report.data)
    assert len(made.dossier.exhibits) == 1
    new = [path for path in tmp_path.rglob("*") if path not in before]
    assert [path for path in new if path.suffix == ".pdf"] == []


def test_it_is_not_made_again_while_nothing_happens(making, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    made = make(making, qtbot)
    with qtbot.waitSignal(making.unchanged, timeout=5_000):
        making.start(made.records, lambda _: None, threading.Event())
    add_exhibit(opened, qtbot)
    assert len(make(making, qtbot, made.records).dossier.exhibits) == 2


def test_its_record_names_report_root_and_place_in_the_log(making, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    made = make(making, qtbot)
    checkpoint = made.dossier.checkpoint
    assert made.record() == {
        "report_sha256": made.report.sha256,
        "root": checkpoint.root,
        "size": checkpoint.size,
        "version": 1,
    }
    assert ask(opened, qtbot, lambda vault: vault.record_count) == made.records


def test_an_empty_case_has_no_report(making, qtbot) -> None:
    with qtbot.waitSignal(making.failed, timeout=10_000) as failed:
        making.start(0, lambda _: None, threading.Event())
    assert isinstance(failed.args[0], NothingToReport)
    assert not making.is_on


def test_it_can_be_stopped(making, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    stopped = threading.Event()
    stopped.set()
    with qtbot.waitSignal(making.failed, timeout=10_000) as failed:
        making.start(0, lambda _: None, stopped)
    assert isinstance(failed.args[0], Cancelled)


def test_a_second_start_while_it_works_is_passed_over(making, opened, qtbot) -> None:
    add_exhibit(opened, qtbot)
    heard = []
    making.made.connect(heard.append)
    with qtbot.waitSignal(making.made, timeout=20_000):
        making.start(0, lambda _: None, threading.Event())
        making.start(0, lambda _: None, threading.Event())
    assert len(heard) == 1
