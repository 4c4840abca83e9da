# SPDX-License-Identifier: MIT
from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as given_settings
from hypothesis import strategies as st

from app.errors import SettingsInvalid
from app.settings import Settings, change, current, load, looks_alike, new_alias, save

ALIAS = re.compile(r"[a-z]+-[0-9]{2}")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Safehold" / "settings.toml"


def test_the_first_start_makes_them(path: Path) -> None:
    first = load(path)
    assert replace(first, machine_alias="") == Settings()
    assert ALIAS.fullmatch(first.machine_alias)
    assert load(path) == first


def test_kept(path: Path) -> None:
    chosen = replace(load(path), theme="dark", text_percent=150, idle_minutes=2)
    save(path, chosen)
    assert load(path) == chosen
    assert [one.name for one in path.parent.iterdir()] == ["settings.toml"]


@given_settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_text_comes_back(path: Path, text: str) -> None:
    chosen = Settings(theme=text, machine_alias="heron-42")
    save(path, chosen)
    assert load(path) == chosen


def test_an_older_file_gets_what_is_new_and_a_later_one_loses_nothing(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('theme = "dark"\nmachine_alias = "otter-11"\nfrom_the_future = 5\n')
    assert load(path) == Settings(theme="dark", machine_alias="otter-11")


def test_without_alias_one_is_found_once(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('theme = "dark"\n')
    first = load(path)
    assert ALIAS.fullmatch(first.machine_alias)
    assert load(path) == first


@pytest.mark.parametrize(
    "content",
    [
        b"theme = ",
        b"\xff\xfe",
        b'text_percent = "150"\n',
        b"text_percent = true\n",
        b"theme = 5\n",
        b"load = 1.5",
    ],
)
def test_a_file_that_is_wrong_is_set_aside(path: Path, content: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    if content == b"load = 1.5":  # an unknown name is passed over
        load(path)
        return
    with pytest.raises(SettingsInvalid):
        load(path)
    assert path.with_suffix(".unreadable").read_bytes() == content
    assert load(path).theme == "system"


def test_aliases_say_nothing_and_differ() -> None:
    assert all(ALIAS.fullmatch(new_alias()) for _ in range(50))
    assert len({new_alias() for _ in range(50)}) > 10


def test_a_save_that_fails_keeps_the_old_ones(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = load(path)

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "full")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="full"):
        save(path, Settings(theme="dark"))
    monkeypatch.undo()
    assert load(path) == kept
    assert tomllib.loads(path.read_text())["theme"] == "system"


def test_one_setting_is_changed_and_the_others_stay(path: Path) -> None:
    first = load(path)
    change(path, "last_area", (1, -2, 30, 40, 0, 0, 800, 900))
    assert load(path) == replace(first, last_area=(1, -2, 30, 40, 0, 0, 800, 900))


@pytest.mark.parametrize("row", ['["a"]', "[1.5]", "[true]", "3"])
def test_a_row_that_holds_no_whole_numbers_is_refused(path: Path, row: str) -> None:
    path.parent.mkdir()
    path.write_text(f"last_area = {row}\n")
    with pytest.raises(SettingsInvalid):
        load(path)


def test_what_the_file_says_is_read_without_writing_one(path: Path) -> None:
    fallen_back = Settings(machine_alias="wren-10")
    assert current(path, fallen_back) is fallen_back
    assert not path.exists()
    save(path, replace(fallen_back, idle_minutes=15, is_unrecorded=False))
    assert current(path, fallen_back) == replace(fallen_back, idle_minutes=15, is_unrecorded=False)
    path.write_text("theme = 5")
    assert current(path, fallen_back) is fallen_back
    assert path.exists()  # it is for the next start to say that it is no good


def test_only_what_the_window_is_made_with_changes_the_look() -> None:
    chosen = Settings()
    assert looks_alike(chosen, replace(chosen, idle_minutes=15, wait_seconds=3, machine_alias="wren-10"))
    for name, value in (("theme", "dark"), ("language", "cy"), ("text_percent", 150), ("motion", "none")):
        assert not looks_alike(chosen, replace(chosen, **{name: value}))
