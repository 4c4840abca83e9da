# SPDX-License-Identifier: MIT
"""An empty page says what to do, and has one button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.empty_state import EmptyState
from ui.widgets.page import READING_PX

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def test_it_has_a_title_lines_and_the_one_button(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    empty = EmptyState(context, "No pictures yet", ["Take the first one."])
    button = empty.add_button("Take a picture", icon="camera")
    shown(empty)
    assert (empty.title.words, [line.words for line in empty.lines]) == (
        "No pictures yet",
        ["Take the first one."],
    )
    assert button.role == "primary"
    assert button.geometry().top() > empty.lines[-1].geometry().bottom()
    assert empty.maximumWidth() == READING_PX
