# SPDX-License-Identifier: MIT
"""The words and buttons that lie on the still picture while an area is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context

GAP_PX, HINT_TOP_PX = 8, 48


class AreaSigns(QObject):
    """What to do, above; how large it is, at the box; Take it and Cancel, under it.

    Signals:
        taken: Take it was pressed.
        stopped: Cancel was pressed.
        again_asked: the area of last time is wanted.
    """

    taken = Signal()
    stopped = Signal()
    again_asked = Signal()

    def __init__(self, context: Context, window: QWidget, *, has_last: bool) -> None:
        """Lie on a window; ``has_last`` offers the area of last time."""
        super().__init__(window)
        self._context = context
        self._window = window
        self._has_last = has_last
        self._is_gone = False
        self.hint, self.hint_words = self._sign("hint")
        self.size_sign, self.size_words = self._sign("size_sign")
        self.offer = QWidget(window)
        self.take_button = self._button("take_button", "bar.take", "primary", self.offer)
        self.stop_button = self._button("stop_button", "bar.cancel", "secondary", self.offer)
        self.again_button = self._button("again_button", "bar.area.again", "secondary", window)
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.take_button)
        row.addWidget(self.stop_button)
        self.take_button.clicked.connect(self.taken)
        self.stop_button.clicked.connect(self.stopped)
        self.again_button.clicked.connect(self.again_asked)

    def say_gone(self) -> None:
        """Say that the screen of the last area is not there."""
        self._is_gone = True
        self._has_last = False

    def show_box(self, box: QRect, size: str) -> None:
        """Lie round this box, in points of the window; a null box is none.

        Args:
            box: what is drawn.
            size: how large it is, in words.
        """
        self.offer.hide()
        is_drawn = not box.isNull()
        tip = "area.keys" if is_drawn else "area.gone" if self._is_gone else "tip.area"
        self.hint_words.set_words(self._context.words(f"bar.{tip}"))
        _refit(self.hint)
        self.hint.move((self._window.width() - self.hint.width()) // 2, HINT_TOP_PX)
        self.hint.setVisible(not self.hint.geometry().intersects(box))
        self.again_button.adjustSize()
        middle = (self._window.width() - self.again_button.width()) // 2
        self.again_button.move(middle, self.hint.geometry().bottom() + 2 * GAP_PX)
        self.again_button.setVisible(self._has_last and not is_drawn)
        self.size_sign.setVisible(is_drawn)
        if is_drawn:
            self.size_words.set_words(size)
            _refit(self.size_sign)
            above = box.top() - self.size_sign.height() - GAP_PX
            left = min(box.left(), self._window.width() - self.size_sign.width())
            self.size_sign.move(max(0, left), above if above >= 0 else box.top() + GAP_PX)

    def offer_for(self, box: QRect) -> None:
        """Show the two buttons under the box, or in it where the screen ends."""
        if box.isNull():
            return
        self.offer.adjustSize()
        left = max(GAP_PX, box.right() - self.offer.width() + 1)
        below = box.bottom() + GAP_PX
        is_room = below + self.offer.height() <= self._window.height()
        self.offer.move(left, below if is_room else box.bottom() - self.offer.height() - GAP_PX)
        self.offer.show()

    def places(self) -> list[QRect]:
        """Return where they can be seen now."""
        return [one.geometry() for one in (self.offer, self.size_sign, self.again_button) if one.isVisible()]

    def _sign(self, name: str) -> tuple[Card, Label]:
        """Return a small panel that lies on the picture, and its words."""
        sign = Card(self._context, kind="sign", padding_px=8, parent=self._window)
        sign.setObjectName(name)
        sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = Label("", wraps=False, parent=sign)
        sign.body.addWidget(words)
        return sign, words

    def _button(self, name: str, key: str, role: str, parent: QWidget) -> Button:
        button = Button(self._context, self._context.words(key), role, parent=parent)
        button.setObjectName(name)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter, Escape and arrows do the same
        return button


def _refit(sign: Card) -> None:
    """Give a panel the size of its words."""
    sign.body.activate()
    sign.resize(sign.sizeHint())
