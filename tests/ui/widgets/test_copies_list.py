# SPDX-License-Identifier: MIT
from __future__ import annotations

import json

import pytest

from app.hashing import sha256_of
from app.model import CopyKind, CopyState
from app.package.removing import Removal
from app.vault.copies import NewCopy
from tests.ui.filling import ask
from ui.widgets.copies_list import CopiesList

DATA = b"PK package"


@pytest.fixture
def place(tmp_path):
    file = tmp_path / "stick" / "documents.zip"
    file.parent.mkdir()
    file.write_bytes(DATA)
    return file


@pytest.fixture
def copy(opened, qtbot, place):
    new = NewCopy(CopyKind.PACKAGE, str(place), sha256_of(DATA))
    return ask(opened, qtbot, lambda vault: vault.note_copy(new, {"sha256": new.sha256}, size=1))


@pytest.fixture
def listed(opened, shown, qtbot, copy) -> CopiesList:
    made = shown(CopiesList(opened))
    made.refresh()
    qtbot.waitUntil(lambda: bool(made.rows.rows))
    return made


def of(listed: CopiesList, copy):
    return listed.row_of(copy.id)


def known(opened, qtbot):
    return ask(opened, qtbot, lambda vault: vault.copies())


def test_a_case_without_copies_says_so(opened, shown, qtbot) -> None:
    made = shown(CopiesList(opened))
    made.refresh()
    qtbot.waitUntil(made.none.isVisible)
    assert not made.rows.isVisible()


def test_a_copy_is_shown_with_its_place(listed: CopiesList, copy, place) -> None:
    assert str(place) in of(listed, copy).where.words
    assert not listed.none.isVisible()


def test_other_kinds_are_left_to_another_list(opened, shown, qtbot, copy) -> None:
    made = shown(CopiesList(opened, {CopyKind.BACKUP}))
    made.refresh()
    qtbot.waitUntil(made.none.isVisible)
    assert made.row_of(copy.id) is None


def test_who_took_it_is_kept_and_asked_no_more(listed: CopiesList, opened, qtbot, copy) -> None:
    row = of(listed, copy)
    row.hand_button.click()
    row.to.set_text("DC Patel, Leeds, today")
    with qtbot.waitSignal(listed.changed):
        row.note_button.click()
    assert known(opened, qtbot)[0].handed_to == "DC Patel, Leeds, today"
    assert "DC Patel" in of(listed, copy).when.words
    assert not of(listed, copy).hand_button.isVisible()


def test_nothing_written_is_asked_for_once_more(listed: CopiesList, copy, qtbot) -> None:
    row = of(listed, copy)
    row.hand_button.click()
    with qtbot.assertNotEmitted(row.handed_over):
        row.note_button.click()
    assert row.to.verdict.kind == "hint"


def test_what_was_typed_comes_back(listed: CopiesList, opened, shown, qtbot, copy) -> None:
    of(listed, copy).to.set_text("DC Pa")
    of(listed, copy).draft.flush()
    again = shown(CopiesList(opened))
    again.refresh()
    qtbot.waitUntil(lambda: bool(again.rows.rows))
    qtbot.waitUntil(lambda: again.row_of(copy.id).to.text == "DC Pa")


def test_a_copy_is_removed_after_a_second_press(listed: CopiesList, opened, qtbot, copy, place) -> None:
    row = of(listed, copy)
    row.remove_button.click()
    assert place.exists()
    with qtbot.waitSignal(listed.changed):
        row.go_button.click()
    assert not place.exists()
    assert known(opened, qtbot)[0].state is CopyState.REMOVED
    assert listed.none.isVisible()
    lines = ask(opened, qtbot, lambda vault: [json.loads(line)["type"] for line in vault.records()])
    assert lines[-1] == "copy.remove"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda place: place.unlink(), Removal.NOT_THERE),
        (lambda place: (place.unlink(), place.parent.rmdir()), Removal.OUT_OF_REACH),
        (lambda place: place.write_bytes(b"a letter"), Removal.CHANGED),
    ],
    ids=["gone", "no stick", "another file"],
)
def test_a_copy_that_is_not_there_is_said_and_can_be_taken_off_the_list(
    listed: CopiesList, opened, qtbot, copy, place, words, change, found: Removal
) -> None:
    change(place)
    row = of(listed, copy)
    row.remove_button.click()
    row.go_button.click()
    qtbot.waitUntil(row.gone_button.isVisible)
    assert row.found.title.words == words(f"package.copies.removal.{found}")
    assert known(opened, qtbot)[0].state is CopyState.HERE
    with qtbot.waitSignal(listed.changed):
        row.gone_button.click()
    assert known(opened, qtbot)[0].state is CopyState.REMOVED


def test_a_locked_case_shows_none(listed: CopiesList, opened, qtbot) -> None:
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("test")
    assert listed.rows.rows == []


def test_it_can_be_held_to_some_copies(opened, shown, qtbot, copy) -> None:
    made = shown(CopiesList(opened))
    made.show_only([copy.id])
    qtbot.waitUntil(lambda: made.row_of(copy.id) is not None)
    made.show_only([])
    qtbot.waitUntil(made.none.isVisible)
