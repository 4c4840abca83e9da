# SPDX-License-Identifier: MIT
"""Screens for tests that need none, or one of known pixels."""

from __future__ import annotations

from typing import NoReturn

from app.errors import CaptureUnsupported


def no_backend() -> NoReturn:
    """There is nothing that takes pictures here.

    Raises:
        CaptureUnsupported: always.
    """
    raise CaptureUnsupported
