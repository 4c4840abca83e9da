# SPDX-License-Identifier: MIT
"""The passphrase of a vault: from its file, or from whoever sits at the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from app import errors

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

MOST_PASSPHRASE_BYTES = 64 * 1024


def passphrase(arguments: argparse.Namespace) -> str:
    """Return the passphrase from its file, or from a prompt that does not show it.

    Raises:
        BadInput: neither a file nor a terminal to ask at.
    """
    if arguments.passphrase_file is not None:
        return _read_passphrase(arguments.passphrase_file)
    if not sys.stdin.isatty():
        raise errors.BadInput(
            "No passphrase. Give --passphrase-file FILE, or run it in a terminal to be asked."
        )
    import getpass  # noqa: PLC0415 - only this branch asks

    return getpass.getpass("Passphrase: ")


def _read_passphrase(path: Path) -> str:
    """Return what stands in the file, without a line end and the mark that some editors put first.

    Raises:
        BadInput: it is no text, or far too long for a passphrase.
    """
    with path.open("rb") as file:
        data = file.read(MOST_PASSPHRASE_BYTES + 1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = ""
    if not text or len(data) > MOST_PASSPHRASE_BYTES:
        raise errors.BadInput("The passphrase file holds no passphrase. Save it as text in UTF-8.")
    return text.rstrip("\r\n")
