# SPDX-License-Identifier: MIT
"""Small switches in a line: filters, alternatives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.legible import legible
from ui.spoken_roles import speak_as
from ui.widgets.button import Button
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

LONGEST = 48  # characters of a name on a chip


class Chip(Button):
    """A switch of 32 px with a hit area of 40; it keeps its width when it turns bold."""

    def __init__(self, context: Context, words: str, *, parent: QWidget | None = None) -> None:
        """Show the words, switched off."""
        super().__init__(context, words, "chip", parent=parent)
        self.setCheckable(True)
        self.ensurePolished()
        self.setMinimumWidth(self.sizeHint().width() + context.theme.text_px(max(4, len(words) * 3 // 4)))


class Chips(QWidget):
    """A line of chips of which any number, or just one, is on.

    Signals:
        changed: another chip was pressed; carries the keys that are on, as a tuple.
    """

    changed = Signal(object)

    def __init__(
        self,
        context: Context,
        choices: Sequence[tuple[str, str]],
        *,
        is_exclusive: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the chips, all off."""
        super().__init__(parent)
        self._is_exclusive = is_exclusive
        self.line = Flow(self, gap_px=context.theme.gap_px(8))
        self.chips: dict[str, Chip] = {}
        for key, words in choices:
            chip = Chip(context, words, parent=self)
            chip.setObjectName(key)
            if is_exclusive:
                speak_as(chip, "one_of")
            self.chips[key] = chip
            self.line.addWidget(chip)
            chip.clicked.connect(lambda _=False, key=key: self._on_pressed(key))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def on(self) -> tuple[str, ...]:
        """The keys that are on."""
        return tuple(key for key, chip in self.chips.items() if chip.isChecked())

    def set_on(self, keys: Sequence[str]) -> None:
        """Switch exactly these on; says nothing."""
        for key, chip in self.chips.items():
            chip.setChecked(key in keys)

    @property
    def is_exclusive(self) -> bool:
        """Whether only one can be on."""
        return self._is_exclusive

    def _on_pressed(self, key: str) -> None:
        if self._is_exclusive:
            self.set_on((key,))
        self.changed.emit(self.on)


def swapped(context: Context, old: Chips, choices: Sequence[tuple[str, str]]) -> Chips:
    """Return chips of these choices in the place and under the name of others; what was on stays on.

    They are the same if the choices are; the signals of new ones go nowhere yet. What somebody else wrote is
    shortened, and nothing in it is hidden.
    """
    shown = [
        (key, legible(words if len(words) <= LONGEST else f"{words[:LONGEST]}…")) for key, words in choices
    ]
    if [(key, chip.accessibleName()) for key, chip in old.chips.items()] == shown:
        return old
    holder = old.parentWidget()
    new = Chips(context, shown, is_exclusive=old.is_exclusive, parent=holder)
    new.setObjectName(old.objectName())
    new.set_on(old.on)
    layout = holder.layout() if holder else None
    if layout is not None:
        layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new
