# SPDX-License-Identifier: MIT
"""One window a case: the second start calls the first one to the front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.single import Single

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def test_the_second_start_calls_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    vault = tmp_path / "case.safehold"
    first, second = Single(vault, tmp_path), Single(vault, tmp_path)
    assert first.take()
    first.listen()
    assert not second.take()
    with qtbot.waitSignal(first.front_asked):
        assert second.call()
    first.release()
    assert second.take()
    second.release()


def test_two_cases_are_two_windows(tmp_path: Path, qapp: object) -> None:
    one, other = Single(tmp_path / "a.safehold", tmp_path), Single(tmp_path / "b.safehold", tmp_path)
    assert one.take()
    assert other.take()
    assert not other.call()
    one.release()
    other.release()


def test_the_names_on_disk_say_nothing(tmp_path: Path, qapp: object) -> None:
    single = Single(tmp_path / "toms-blackmail.safehold", tmp_path / "place")
    single.take()
    assert [path.name[:7] for path in (tmp_path / "place").iterdir()] == ["window-"]
    assert not any("tom" in path.name for path in (tmp_path / "place").iterdir())
    single.release()
