# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths, settings
from app.errors import SettingsInvalid
from ui.keeping_settings import keep_setting

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def test_it_is_written_at_once(context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    assert keep_setting(context, "language", "cy")
    assert settings.load(tmp_path / "settings.toml").language == "cy"


def test_why_it_could_not_be_is_told(
    context: Context, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "settings.toml").write_text("language = 3", encoding="utf-8")
    monkeypatch.setattr(paths, "settings_file", lambda: tmp_path / "settings.toml")
    with qtbot.waitSignal(context.background.failed) as told:
        assert not keep_setting(context, "language", "cy")
    assert isinstance(told.args[0], SettingsInvalid)
