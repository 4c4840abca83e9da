# SPDX-License-Identifier: MIT
"""One setting: what it is, a plain sentence, and at the end a list to choose from, or a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.combo import Combo
from ui.widgets.label import Label, plain
from ui.widgets.rows import Columns, column_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.context import Context

CHOICE_PX = 300


class SettingRow(QFrame):
    """Title and sentence; a kind of row adds what stands at its end."""

    def __init__(
        self, context: Context, title: str, note: str, *, is_last: bool = False, parent: QWidget | None = None
    ) -> None:
        """Say what it is."""
        super().__init__(parent)
        self.context = context
        gap = context.theme.gap_px
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.title = Label(title, "h3", parent=self)
        self.title.setObjectName("title")
        self.note = Label(note, "small", parent=self)
        self.note.setObjectName("note")
        self.line = Columns(context, gap_px=24, parent=self)
        self.line.add(column_of((self.title, self.note), gap(2), self.line), top=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, gap(14), 0, gap(14))
        self.column.setSpacing(gap(4))
        self.column.addWidget(self.line)


class ChoiceSetting(SettingRow):
    """A list of which one is chosen, and once it was changed a way back.

    Signals:
        chosen: the person chose something else; carries the value.
        taken_back: the person wants what was before.
    """

    chosen = Signal(object)
    taken_back = Signal()

    def __init__(
        self,
        context: Context,
        title: str,
        note: str,
        options: Sequence[tuple[object, str]],
        *,
        is_last: bool = False,
        is_wide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Offer the options, what each stands for and its words; below the sentence if those are long."""
        super().__init__(context, title, note, is_last=is_last, parent=parent)
        words = context.words
        self._values = [value for value, _ in options]
        self.combo = Combo(context, name=title, parent=self.line)
        self.combo.setObjectName("combo")
        self.combo.setAccessibleDescription(plain(note))
        for _, said in options:
            self.combo.addItem(said)
        self.combo.setMinimumWidth(context.theme.control_px(CHOICE_PX))
        if is_wide:
            self.column.addWidget(self.combo)
        else:
            self.line.add(self.combo, 0, top=True)
        self.changed = QWidget(self)
        self.said = Label(words("settings.page.changed"), "small", wraps=False, parent=self.changed)
        self.undo = Button(context, words("settings.page.undo"), "quiet", parent=self.changed)
        self.undo.setObjectName("undo")
        self.undo.setAccessibleName(f"{words('settings.page.undo')}. {title}")
        back = Columns(context, gap_px=4, parent=self.changed)
        back.add(self.said, 0)
        back.add(self.undo, 0)
        back.line.addStretch(1)
        held = QVBoxLayout(self.changed)
        held.setContentsMargins(0, 0, 0, 0)
        held.addWidget(back)
        self.column.addWidget(self.changed)
        self.changed.hide()
        self.combo.activated.connect(lambda place: self.chosen.emit(self._values[place]))
        self.undo.clicked.connect(self.taken_back)

    def show_value(self, value: object) -> None:
        """Show what is chosen; a value that is not offered shows as the nearest one before it."""
        if value in self._values:
            self.combo.setCurrentIndex(self._values.index(value))
            return
        lower = [place for place, one in enumerate(self._values) if _is_lower(one, value)]
        self.combo.setCurrentIndex(lower[-1] if lower else 0)

    def offer_back(self, *, is_offered: bool) -> None:
        """Say that it was changed, with a way back, or say nothing."""
        self.changed.setVisible(is_offered)


class LinkSetting(SettingRow):
    """A button that leads to a page.

    Signals:
        wanted: it was pressed.
    """

    wanted = Signal()

    def __init__(
        self,
        context: Context,
        key: str,
        *,
        role: str = "secondary",
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Take title, note and button from the words of ``key``."""
        words = context.words
        super().__init__(context, words(f"{key}.title"), words(f"{key}.note"), is_last=is_last, parent=parent)
        self.go = Button(context, words(f"{key}.go"), role, parent=self.line)
        self.go.setObjectName("go")
        self.go.setAccessibleName(f"{words(f'{key}.go')}. {self.title.words}")
        self.line.add(self.go, 0, top=True)
        self.go.clicked.connect(self.wanted)


def _is_lower(one: object, value: object) -> bool:
    """Whether both are numbers and the first is the smaller."""
    return isinstance(one, int) and isinstance(value, int) and one < value
