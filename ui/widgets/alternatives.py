# SPDX-License-Identifier: MIT
"""What one character of a reading may be besides, as buttons; the person says which it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.identify.lookalikes import alternatives, name_of
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.identify.values import Doubt
    from ui.context import Context

LEAST_PX, SIDE_PX, HEIGHT_PX = 52, 14, 40  # Source: mock/07-find-their-id
NEVER = frozenset({"|"})  # in no identifier; it is only read for one of the others


class Alternatives(QWidget):
    """One place at a time. A choice changes the text, and is remembered when another place is shown.

    Signals:
        changed: another character was chosen.
        shown_place: another place is shown; carries its index in the text.
    """

    changed = Signal()
    shown_place = Signal(int)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet; hidden while there is nothing to choose."""
        super().__init__(parent)
        self._context = context
        self._read = ""
        self._doubts: tuple[Doubt, ...] = ()
        self._chosen: dict[int, str] = {}
        self._place = 0
        self.buttons: dict[str, Button] = {}
        self.line = Flow(self, gap_px=context.theme.gap_px(8))
        self.which = Label("", "small", wraps=False, parent=self)
        self.which.setObjectName("which")
        self.which.setFixedHeight(context.theme.text_px(HEIGHT_PX))
        self.next = Button(context, context.words("id.page.alt.next"), "quiet", parent=self)
        self.next.setObjectName("next")
        self.next.setFixedHeight(context.theme.text_px(HEIGHT_PX))
        self.next.clicked.connect(self._on_next)
        self.line.addWidget(self.which)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def text(self) -> str:
        """The reading with what was chosen."""
        text = self._read
        for doubt in reversed(self._doubts):
            there, chosen = doubt.options[0], self._chosen.get(doubt.index, doubt.options[0])
            text = text[: doubt.index] + chosen + text[doubt.index + len(there) :]
        return text

    def offer(self, text: str, doubts: Iterable[Doubt], *, is_proven: bool = False) -> None:
        """Offer what each doubtful place of a text may be; nothing of one that is proven by its own sum."""
        self._read = text
        self._chosen = {}
        self._doubts = () if is_proven else _apart(alternatives(text, doubts))
        self._place = 0
        self.setVisible(bool(self._doubts))
        self._show()

    def _show(self) -> None:
        """Show the buttons of the place."""
        for button in self.buttons.values():
            self.line.removeWidget(button)
            button.deleteLater()
        self.line.removeWidget(self.next)
        self.buttons = {}
        if not self._doubts:
            return
        doubt = self._doubts[self._place]
        self.which.set_words(self._context.words("id.page.alt", n=self._index() + 1))
        for option in doubt.options:
            self.buttons[option] = self._button(doubt, option)
            self.line.addWidget(self.buttons[option])
        count = len(self._doubts)
        self.next.setVisible(count > 1)
        if count > 1:
            self.line.addWidget(self.next)
            self.next.setAccessibleName(self._context.words("id.page.alt.of", n=self._place + 1, of=count))
        self.updateGeometry()

    def _button(self, doubt: Doubt, option: str) -> Button:
        name = name_of(option)
        button = Button(self._context, name, "answer", parent=self)
        button.setObjectName(f"option_{name}")
        button.setCheckable(True)
        button.setChecked(option == self._chosen.get(doubt.index, doubt.options[0]))
        button.setAccessibleName(f"{self.which.accessibleName()} {name}")
        button.setMinimumWidth(self._width(name))
        button.clicked.connect(lambda _=False, option=option: self._on_chosen(option))
        button.show()
        return button

    def _width(self, name: str) -> int:
        """Return the width of a button that does not change when its words turn bold."""
        theme = self._context.theme
        bold = QFontMetrics(theme.font("strong")).horizontalAdvance(name)
        return max(theme.text_px(LEAST_PX), bold + 2 * theme.gap_px(SIDE_PX))

    def _on_chosen(self, option: str) -> None:
        self._chosen[self._doubts[self._place].index] = option
        for key, button in self.buttons.items():
            button.setChecked(key == option)
        self.changed.emit()

    def _on_next(self) -> None:
        self._place = (self._place + 1) % len(self._doubts)
        had_focus = self.next.hasFocus()
        self._show()
        if had_focus:
            self.next.setFocus()
        self.shown_place.emit(self._index())

    def _index(self) -> int:
        """Return where the place is by now: choices before it may have moved it."""
        at = self._doubts[self._place].index
        earlier = (one for one in self._doubts if one.index < at)
        return at + sum(
            len(self._chosen.get(one.index, one.options[0])) - len(one.options[0]) for one in earlier
        )


def _apart(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Return the doubts that do not stand on one another, without what no identifier holds."""
    found: list[Doubt] = []
    for doubt in doubts:
        options = tuple(one for one in doubt.options if one == doubt.options[0] or one not in NEVER)
        last = found[-1] if found else None
        is_free = last is None or doubt.index >= last.index + len(last.options[0])
        if len(options) > 1 and is_free:
            found.append(type(doubt)(doubt.index, options))
    return tuple(found)
