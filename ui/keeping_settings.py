# SPDX-License-Identifier: MIT
"""A setting that a page changes, written at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths, settings
from app.errors import SettingsInvalid

if TYPE_CHECKING:
    from ui.context import Context


def keep_setting(context: Context, name: str, value: object) -> bool:
    """Return whether the file of settings says it now; why not is told as any failure is."""
    try:
        settings.change(paths.settings_file(), name, value)
    except (OSError, SettingsInvalid) as error:
        context.background.failed.emit(error)
        return False
    return True
