# SPDX-License-Identifier: MIT
"""A closed list has a name, and the wheel never changes an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.widgets.combo import Combo

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def test_the_wheel_leaves_the_answer_alone(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    combo = Combo(context, name="Which country are you in?")
    combo.addItems(["England", "Scotland", "Wales"])
    shown(combo)
    turned = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(combo, turned)
    assert combo.currentText() == "England"
    assert combo.accessibleName() == combo.view().accessibleName() == "Which country are you in?"
