# SPDX-License-Identifier: MIT
"""Where things belong on this computer."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

import platformdirs

APP_NAME = "Safehold"
VAULT_SUFFIX = ".safehold"
KEY_FILES = ("keys.json", "keys-copy.json")  # what opens a case; without both nothing does
GONE = b"gone\n"  # what a key file says once its case was deleted
UNFINISHED = ("restoring", "part")
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


def beside(vault: Path) -> tuple[Path, ...]:
    """Return the folders beside a case that hold the same: older ones that were kept, and unfinished ones."""
    unfinished = (restored_path(vault), *(vault.with_name(f"{vault.name}.{end}") for end in UNFINISHED))
    kept = sorted(vault.parent.glob(f"{vault.stem}-damaged-*{vault.suffix}"))
    return (*kept, *(one for one in unfinished if one.is_dir()))


def is_gone(vault: Path) -> bool:
    """Whether every key file that is there says that the case was deleted."""
    found = [path for name in KEY_FILES if (path := vault / name).is_file()]
    return bool(found) and all(path.read_bytes() == GONE for path in found)


def remove_gone(vault: Path) -> None:
    """A folder that nothing opens any more is gone; its key files last, so that it can be told what it is."""
    import shutil  # noqa: PLC0415 - nearly never needed at a start (G7)

    for path in sorted(vault.iterdir(), key=lambda one: one.name in KEY_FILES):
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    vault.rmdir()


def finish_delete(vault: Path) -> None:
    """A case that was being deleted when the computer stopped leaves no files; others are not touched."""
    for folder in (vault, *beside(vault)):
        with contextlib.suppress(OSError):
            if is_gone(folder):
                remove_gone(folder)


def is_synced(folder: Path) -> bool:
    """Whether the folder looks like one that a program copies to other computers."""
    return any(mark in str(folder).lower() for mark in SYNCED_MARKS)
