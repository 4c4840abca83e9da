# SPDX-License-Identifier: MIT
"""Where things belong on this computer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP_NAME = "Safehold"
VAULT_SUFFIX = ".safehold"
SYNCED_MARKS = ("onedrive", "dropbox", "icloud", "mobile documents", "google drive", "nextcloud")


def project_root() -> Path:
    """Return the folder that holds ``resources``, also inside a frozen build."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).resolve().parent.parent


def resources() -> Path:
    """Return the folder of words, guides, figures and theme."""
    return project_root() / "resources"


def data_folder() -> Path:
    """Return the local (never roaming) folder for this person's data; it may not exist yet."""
    return _own_folder("XDG_DATA_HOME", ".local/share")


def settings_file() -> Path:
    """Return the file of settings; it holds nothing about the case."""
    return _own_folder("XDG_CONFIG_HOME", ".config") / "settings.toml"


def default_vault() -> Path:
    """Return the vault that opens when none is named."""
    return data_folder() / f"case{VAULT_SUFFIX}"


def is_synced(folder: Path) -> bool:
    """Whether the folder looks like one that a program copies to other computers."""
    return any(mark in str(folder).lower() for mark in SYNCED_MARKS)


def _own_folder(variable: str, usual: str) -> Path:
    """Return our folder where the system keeps those of programs; platformdirs would take 6 ms (G7).

    Source: XDG Base Directory Specification; Known Folders (LocalAppData); File System Programming Guide.
    """
    if sys.platform == "win32":
        variable, usual = "LOCALAPPDATA", "AppData/Local"
    elif sys.platform == "darwin":
        variable, usual = "", "Library/Application Support"
    named = Path(os.environ.get(variable, ""))
    return (named if named.is_absolute() else Path.home() / usual) / APP_NAME
