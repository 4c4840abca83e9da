# SPDX-License-Identifier: MIT
"""Hash values stand in groups of four, four groups a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.hash_label import HashLabel, grouped

if TYPE_CHECKING:
    from ui.theme import Theme


def test_groups_of_four_and_nothing_lost(theme: Theme) -> None:
    value = "0123456789abcdef" * 4
    lines = grouped(value).split("\n")
    assert lines == ["0123 4567 89ab cdef"] * 4
    assert grouped(value).replace(" ", "").replace("\n", "") == value
    assert HashLabel(value).words == grouped(value)
