# SPDX-License-Identifier: MIT
"""Where things belong on this computer."""

from __future__ import annotations

import sys
from pathlib import Path

import platformdirs

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
    return Path(platformdirs.user_data_dir(APP_NAME, appauthor=False, roaming=False))


def settings_file() -> Path:
    """Return the file of settings; it holds nothing about the case."""
    folder = platformdirs.user_config_dir(APP_NAME, appauthor=False, roaming=False)
    return Path(folder) / "settings.toml"


def default_vault() -> Path:
    """Return the vault that opens when none is named."""
    return data_folder() / f"case{VAULT_SUFFIX}"


def restored_path(vault: Path) -> Path:
    """Return where a backup stands for the moment between the old case's going and its own coming."""
    return vault.with_name(f"{vault.name}.restored")


def finish_restore(vault: Path) -> None:
    """A backup that was about to take its place has it, if the computer stopped in that very moment."""
    ready = restored_path(vault)
    if not vault.exists() and ready.is_dir():
        ready.rename(vault)


def is_synced(folder: Path) -> bool:
    """Whether the folder looks like one that a program copies to other computers."""
    return any(mark in str(folder).lower() for mark in SYNCED_MARKS)
