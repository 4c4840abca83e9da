# SPDX-License-Identifier: MIT
"""Keeping the case safe: a copy and a check beside everything else, and the ways to keys and code."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.fakes.acquisitions import acquisition
from ui.pages.safe import SafePage

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> SafePage:
    opened.session.run(lambda vault: vault.add_exhibit(acquisition(b"picture")), owner=opened.session)
    page = SafePage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(page.rows["copy"].note.words))
    return page


def test_a_copy_is_made_and_listed(page: SafePage, opened: Context, qtbot: QtBot, tmp_path: Path) -> None:
    row = page.rows["copy"]
    assert row.note.words == opened.words("safe.copy.none")
    row.go.click()
    assert not page.before.isHidden()
    stick = tmp_path / "stick"
    stick.mkdir()
    page.copy_to(stick)
    assert page.before.isHidden()
    qtbot.waitUntil(lambda: row.verdict.kind == "good", timeout=20_000)
    assert row.verdict.note.words == opened.words("safe.copy.same")
    (folder,) = stick.iterdir()
    assert folder.name.startswith("case-")
    assert (folder / "vault.db").is_file()
    qtbot.waitUntil(lambda: row.note.words.startswith("Last copy:"))
    qtbot.waitUntil(lambda: len(page.copies.rows.rows) == 1)


def test_a_place_that_takes_nothing_is_told(
    page: SafePage, opened: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    page.copy_to(tmp_path / "gone")
    qtbot.waitUntil(lambda: not page.rows["copy"].failure.isHidden(), timeout=20_000)
    assert page.rows["copy"].failure.what.words == opened.words("errors.ExportFailed.what")


def test_everything_is_checked_and_what_differs_is_named(
    page: SafePage, opened: Context, qtbot: QtBot
) -> None:
    row = page.rows["check"]
    row.go.click()
    qtbot.waitUntil(lambda: row.verdict.kind == "good", timeout=20_000)
    qtbot.waitUntil(lambda: "as it was saved" in row.note.words)
    opened.session.run(lambda vault: vault._database.run("UPDATE blob_part SET data = x'00'"), owner=page)
    row.go.click()
    qtbot.waitUntil(lambda: row.verdict.kind == "hint", timeout=20_000)
    assert "EX/1" in row.verdict.note.words


def test_hide_ends_a_check_without_a_word(page: SafePage, opened: Context, qtbot: QtBot) -> None:
    page.rows["check"].go.click()
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("hide")
    qtbot.waitUntil(page.rows["check"].progress.isHidden, timeout=20_000)
    assert page.rows["check"].failure.isHidden()


@pytest.mark.parametrize(
    ("row", "target"), [("passphrase", "new_passphrase"), ("code", "recovery"), ("rekey", "new_key")]
)
def test_each_row_leads_on(page: SafePage, qtbot: QtBot, row: str, target: str) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.rows[row].go.click()
    assert moved.args == [target, "safe"]


def test_the_story_of_the_evidence_is_a_press_away(page: SafePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.happened.click()
    assert moved.args == ["happened", None]


@pytest.mark.parametrize(("place", "is_synced"), [("OneDrive", True), ("local", False)])
def test_a_folder_that_is_copied_elsewhere_is_named(
    opened: Context, qtbot: QtBot, tmp_path: Path, place: str, is_synced: bool
) -> None:
    page = SafePage(replace(opened, folder=tmp_path / place / "case.safehold"))
    qtbot.addWidget(page)
    assert page.synced.isHidden() is not is_synced
    assert place in page.place.words
