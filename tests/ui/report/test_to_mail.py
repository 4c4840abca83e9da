# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import replace

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QFileDialog, QWidget

from app.hashing import sha256_of
from app.model import CopyKind
from app.report.locked_copy import opens_to
from tests.ui.filling import ask
from tests.ui.report.hosting import hosted
from tests.ui.report.test_handing_over import copies_of, last_record, records_of
from ui.report.to_mail import LARGEST_FOR_EMAIL, ToMail


@pytest.fixture
def way(opened, shown, qtbot):
    yield hosted(ToMail(opened), opened, shown, qtbot)
    opened.background.close()


def shown_words(way: ToMail) -> str:
    return " ".join(way.findChild(QWidget, f"word_{n}").words for n in range(1, 7))


def lock(way: ToMail, qtbot, place) -> str:
    with qtbot.waitSignal(way.saved, timeout=20_000):
        way.lock(place)
    return shown_words(way)


def test_it_asks_where_under_a_name_that_says_nothing_of_the_case(way: ToMail, qtbot, tmp_path) -> None:
    way.ask()
    way.before.go_button.click()
    dialog = way.findChild(QFileDialog)
    assert [name.rpartition("/")[2] for name in dialog.selectedFiles()] == ["document-locked.pdf"]
    with qtbot.waitSignal(way.came_out, timeout=20_000) as came_out:
        dialog.fileSelected.emit(str(tmp_path / "document-locked.pdf"))
    assert came_out.args == [way.six_words]


def test_the_file_opens_with_the_words_that_are_shown_to_the_report_that_is_shown(
    way: ToMail, qtbot, tmp_path
) -> None:
    place = tmp_path / "document-locked.pdf"
    words = lock(way, qtbot, place)
    assert opens_to(place.read_bytes(), words, way.made.report.data)
    assert way.six_words.isVisible()


def test_it_stands_in_the_log_by_both_hash_values_and_on_the_list(
    way: ToMail, opened, qtbot, tmp_path
) -> None:
    place = tmp_path / "document-locked.pdf"
    words = lock(way, qtbot, place)
    sha256 = sha256_of(place.read_bytes())
    assert last_record(opened, qtbot, "export.create") == {
        **way.made.record(),
        "sha256": sha256,
        "form": "email",
    }
    [copy] = copies_of(opened, qtbot)
    assert (copy.kind, copy.place, copy.sha256) == (CopyKind.EMAIL, str(place), sha256)
    assert words not in json.dumps(records_of(opened, qtbot))


def test_the_words_go_when_they_were_read_out(way: ToMail, qtbot, tmp_path) -> None:
    lock(way, qtbot, tmp_path / "a.pdf")
    with qtbot.waitSignal(way.left):
        way.six_words.close_button.click()
    assert not way.isVisible()
    assert not way.six_words.has_words


def test_words_that_were_not_read_out_stay_whatever_else_is_done(way: ToMail, qtbot, tmp_path) -> None:
    words = lock(way, qtbot, tmp_path / "a.pdf")
    way.ask()
    way.before.back_button.click()
    way.make_room()
    with qtbot.waitSignal(way.failed, timeout=20_000):
        way.lock(tmp_path / "none" / "b.pdf")
    assert way.six_words.isVisible()
    assert shown_words(way) == words


def test_a_lock_takes_the_words_off_the_window(way: ToMail, opened, qtbot, tmp_path) -> None:
    lock(way, qtbot, tmp_path / "a.pdf")
    gone = QSignalSpy(opened.session.locking)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("hide")
    assert gone.count() == 1
    assert not way.six_words.has_words
    way._show_words("words that come too late", "a.pdf")
    assert not way.six_words.has_words


def test_a_report_that_is_too_large_for_mail_is_said_to_be(way: ToMail, words) -> None:
    way.ask()
    lines = len(way.before._rows)
    large = replace(way.made.report, data=bytes(LARGEST_FOR_EMAIL + 6_000_000))
    way.made = replace(way.made, report=large)
    way.ask()
    assert way.before._rows[0].words.words == words("email.small", n=21)
    assert len(way.before._rows) == lines + 1


def test_a_copy_that_cannot_be_recorded_does_not_stay_and_shows_no_words(
    way: ToMail, opened, qtbot, tmp_path
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("no")

    ask(opened, qtbot, lambda vault: setattr(vault, "note_copy", refuse))
    with qtbot.waitSignal(way.failed, timeout=20_000):
        way.lock(tmp_path / "a.pdf")
    assert not (tmp_path / "a.pdf").exists()
    assert not way.six_words.has_words
