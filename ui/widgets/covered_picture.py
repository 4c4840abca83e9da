# SPDX-License-Identifier: MIT
"""A picture that shows itself only when asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from ui.context import Context


class CoveredPicture(QWidget):
    """A cover with a crossed eye, one line and a button; behind it the picture.

    Attributes:
        view: the picture.
        show_button: takes the cover away.

    Signals:
        cover_changed: carries whether the cover is on now.
        show_asked: the button was pressed; whoever holds the picture gives it with ``show_picture``.
    """

    show_asked = Signal()
    cover_changed = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Be covered."""
        super().__init__(parent)
        self._context = context
        self.view = PictureView(context.theme, self)
        self.view.setObjectName("view")
        self.cover = QFrame(self)
        self.cover.setObjectName("cover")
        self.cover.setProperty("kind", "quiet")
        self._lay_out_cover()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.cover)
        self._stack.addWidget(self.view)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_button.clicked.connect(self.show_asked)

    def add_button(self, words: str, name: str) -> Button:
        """Return a new quiet button beside the one that takes the cover away."""
        button = Button(self._context, words, "quiet", parent=self.cover)
        button.setObjectName(name)
        self._buttons.insertWidget(self._buttons.count() - 1, button)
        return button

    @property
    def is_covered(self) -> bool:
        """Whether the cover is on."""
        return self._stack.currentWidget() is self.cover

    def cover_up(self, words: str, button: str) -> None:
        """Put the cover on with these words, and forget the picture."""
        self.line.set_words(words)
        self.show_button.set_words(button)
        self.show_button.set_icon("watch")
        self._stack.setCurrentWidget(self.cover)
        self.view.clear()
        self.updateGeometry()  # the cover has not the shape of the picture before it
        self.cover_changed.emit(True)

    def show_picture(self, image: QImage) -> None:
        """Take the cover away."""
        self.view.set_picture(image)
        self._stack.setCurrentWidget(self.view)
        self.updateGeometry()
        self.cover_changed.emit(False)

    @override
    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width, as that of the picture does."""
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture at this width."""
        return max(self.view.heightForWidth(width), self._context.theme.text_px(200))

    @override
    def sizeHint(self) -> QSize:
        """Return the size of the picture."""
        return self.view.sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return room for the cover."""
        return QSize(200, self._context.theme.text_px(200))

    def _lay_out_cover(self) -> None:
        icon = IconView(self._context, "hide", colour="muted", size_px=28, parent=self.cover)
        self.line = Label("", "hint", centred=True, parent=self.cover)
        self.line.setObjectName("line")
        self.show_button = Button(self._context, "", icon="watch", parent=self.cover)
        self.show_button.setObjectName("show_button")
        column = QVBoxLayout(self.cover)
        column.setSpacing(self._context.theme.gap_px(12))
        column.addStretch(1)
        column.addWidget(icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.line)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.show_button)
        self._buttons.addStretch(1)
        column.addLayout(self._buttons)
        column.addStretch(1)
