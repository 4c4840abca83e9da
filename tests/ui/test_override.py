# SPDX-License-Identifier: MIT
"""The mark changes nothing about a method."""

from __future__ import annotations

from ui.override import override


def test_a_marked_method_is_the_method() -> None:
    def method() -> int:
        return 7

    assert override(method) is method
