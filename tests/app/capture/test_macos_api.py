# SPDX-License-Identifier: MIT
"""macOS itself, on macOS."""

from __future__ import annotations

import sys

import pytest

if sys.platform != "darwin":
    pytest.skip("needs macOS", allow_module_level=True)

from app.capture.macos_api import QuartzApi
from app.capture.windows_macos import MacDesk


def test_the_displays_have_a_size_and_one_is_the_main_one() -> None:
    screens = MacDesk(QuartzApi()).screens()
    assert screens
    assert sum(screen.is_primary for screen in screens) == 1
    assert all(screen.scale_permille >= 1000 for screen in screens)


def test_windows_can_be_listed_without_permission() -> None:
    windows = MacDesk(QuartzApi()).windows()
    assert all(window.rect.width > 0 for window in windows)


def test_permission_is_a_plain_answer() -> None:
    assert QuartzApi().may_capture() in {True, False}
