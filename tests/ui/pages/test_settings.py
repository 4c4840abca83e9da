# SPDX-License-Identifier: MIT
"""The settings: what is chosen stands in the file at once, works, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app import paths, settings
from app.settings import Settings
from ui.pages.settings import Changed, LookPage, SettingsPage
from ui.widgets.setting_row import SettingRow

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.context import Context


class FakeShield:
    def cover(self, handle: int, *, is_on: bool) -> bool:
        return bool(handle) and is_on


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "config" / "settings.toml"
    monkeypatch.setattr(paths, "settings_file", lambda: path)
    monkeypatch.setattr("ui.pages.settings.shield", FakeShield)
    settings.save(path, Settings(machine_alias="heron-41"))
    return path


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> SettingsPage:
    page = SettingsPage(opened)
    qtbot.addWidget(page)
    return page


def choose(page: SettingsPage, name: str, words: str) -> None:
    """As a person does: the list is opened and a line of it pressed."""
    combo = page.choices[name].combo
    place = combo.findText(words)
    assert place >= 0, [combo.itemText(one) for one in range(combo.count())]
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


@pytest.mark.parametrize(
    ("name", "said", "value"),
    [
        ("theme", "Dark", "dark"),
        ("text_percent", "150 %", 150),
        ("motion", "None", "none"),
        ("idle_minutes", "After 1 minute", 1),
        ("idle_minutes", "After 15 minutes", 15),
        ("wait_seconds", "5 seconds", 5),
        ("is_unrecorded", "Show it", False),
    ],
)
def test_what_is_chosen_is_kept_at_once_and_can_be_taken_back(
    page: SettingsPage, file: Path, qtbot: QtBot, name: str, said: str, value: object
) -> None:
    before = settings.load(file)
    row = page.choices[name]
    assert row.changed.isHidden()
    with qtbot.waitSignal(page.moved_on) as moved:
        choose(page, name, said)
    assert moved.args == ["new_look", None]
    assert settings.load(file) == replace(before, **{name: value})
    assert not row.changed.isHidden()
    with qtbot.waitSignal(page.moved_on):
        row.undo.click()
    assert settings.load(file) == before
    assert row.changed.isHidden()
    shown = row.combo.currentText()
    page.refresh()
    assert row.combo.currentText() == shown


def test_choosing_the_same_changes_nothing(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.moved_on):
        choose(page, "theme", "As on this computer")
    assert page.choices["theme"].changed.isHidden()


def test_the_default_locks_after_five_minutes(page: SettingsPage) -> None:
    assert page.choices["idle_minutes"].combo.currentText() == "After 5 minutes"


def test_a_value_that_is_not_offered_shows_as_the_one_before_it(page: SettingsPage, file: Path) -> None:
    settings.save(file, replace(settings.load(file), idle_minutes=12, text_percent=50))
    page.refresh()
    assert page.choices["idle_minutes"].combo.currentText() == "After 10 minutes"
    assert page.choices["text_percent"].combo.currentText() == "100 %"


def test_the_page_in_the_new_window_offers_the_way_back(
    page: SettingsPage, opened: Context, qtbot: QtBot
) -> None:
    choose(page, "text_percent", "200 %")
    assert page.shown_with == Changed("text_percent", 100)
    other = SettingsPage(opened)
    qtbot.addWidget(other)
    other.open_with(page.shown_with)
    assert not other.choices["text_percent"].changed.isHidden()
    other.open_with(None)  # as on the next visit
    assert other.choices["text_percent"].changed.isHidden()


def test_a_file_that_cannot_be_written_is_told_and_the_choice_is_as_before(
    page: SettingsPage, opened: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(settings, "save", full)
    with qtbot.waitSignal(opened.background.failed), qtbot.assertNotEmitted(page.moved_on):
        choose(page, "theme", "Dark")
    assert page.choices["theme"].combo.currentText() == "As on this computer"


@pytest.mark.parametrize(
    ("name", "leads_to"),
    [
        ("answers", "questions"),
        ("more", "more"),
        ("passphrase", "new_passphrase"),
        ("code", "recovery"),
        ("rekey", "new_key"),
        ("copy", "safe"),
        ("delete", "delete"),
    ],
)
def test_each_button_leads_somewhere(page: SettingsPage, qtbot: QtBot, name: str, leads_to: str) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        page.links[name].go.click()
    assert moved.args[0] == leads_to


def test_where_no_window_can_be_kept_out_it_says_so(
    opened: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.settings.shield", lambda: None)
    page = SettingsPage(opened)
    qtbot.addWidget(page)
    assert "is_unrecorded" not in page.choices
    (row,) = page.findChildren(SettingRow, "is_unrecorded_row")
    assert row.note.words == opened.words("settings.is_unrecorded.cannot")


def test_without_a_case_there_is_only_how_it_looks(context: Context, qtbot: QtBot) -> None:
    page = LookPage(context)
    qtbot.addWidget(page)
    assert set(page.choices) == {"language", "theme", "text_percent", "motion"}
    assert not page.links
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert moved.args[0] == "welcome"
    context.folder.mkdir()
    with qtbot.waitSignal(page.moved_on) as moved:
        page.back.click()
    assert moved.args[0] == "lock"
