# SPDX-License-Identifier: MIT
"""A hash value as people can compare it: groups of four, four groups a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HashLabel(Label):
    """A hash value in mono; what is read out and copied has the same groups."""

    def __init__(self, value: str, *, parent: QWidget | None = None) -> None:
        """Show the value."""
        super().__init__(grouped(value), "hash", wraps=False, parent=parent)


def grouped(value: str) -> str:
    """Return the digits in groups of four, four groups a line. Source: mock/README.md, Type."""
    groups = [value[start : start + 4] for start in range(0, len(value), 4)]
    return "\n".join(" ".join(groups[start : start + 4]) for start in range(0, len(groups), 4))
