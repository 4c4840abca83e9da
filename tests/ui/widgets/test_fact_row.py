# SPDX-License-Identifier: MIT
"""A fact stands beside its name, and under it where there is no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.fact_row import FactRow
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def test_beside_in_a_wide_window_and_below_in_a_narrow_one(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    row = FactRow(context, "Shown as", Label("Amélie Laurent"))
    row.resize(600, 80)
    shown(row)
    assert row.value.x() > row.name.x()
    row.set_narrow(True)
    row.layout().activate()
    assert row.value.y() > row.name.y()
    assert row.value.x() == row.name.x()
