# SPDX-License-Identifier: MIT
"""The one place that hands a web address to the browser, once the person has read what happens."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_in_browser(address: str) -> bool:
    """Hand a web address to the browser; return whether the system took it."""
    if not address.startswith("https://"):
        raise ValueError(address)
    return QDesktopServices.openUrl(QUrl(address))
