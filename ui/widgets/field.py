# SPDX-License-Identifier: MIT
"""A field to type in: label above, the field, a verdict below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.label import Label, plain
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from ui.context import Context


BOX_PX = 48  # Source: mock/README.md, Shape


class Field(QWidget):
    """A line to type in.

    Attributes:
        edit: the line itself.
        verdict: below the line, hidden while there is nothing to say.
        head: the row of the label; buttons may be added at its end.
        has_pasted: whether the text was pasted whole at the last edit; known before ``changed`` is heard.

    Signals:
        changed: the text is another; carries it as typed.
        entered: Enter was pressed.
    """

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self,
        context: Context,
        label: str,
        *,
        hint: str = "",
        is_secret: bool = False,
        is_mono: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show an empty line.

        Args:
            context: for sizes and words.
            label: above the field, always; also its accessible name.
            hint: a quiet line between label and field.
            is_secret: typed as dots, with a button to show it.
            is_mono: for IDs, codes and passphrases.
            parent: Qt's.
        """
        super().__init__(parent)
        self._context = context
        self.edit = QLineEdit(self)
        self.edit.setObjectName("edit")
        self.edit.setAccessibleName(plain(label))
        self.edit.setAccessibleDescription(plain(hint))
        if is_mono:
            self.edit.setProperty("face", "mono")
        self.verdict = Verdict(context, parent=self)
        self.verdict.setObjectName("verdict")
        self.box = QFrame(self)
        self.box.setObjectName("box")
        self.box.setFixedHeight(context.theme.control_px(BOX_PX))
        self.head, self.label = _head(context, self, label)
        self._column(context, hint)
        if is_secret:
            self._make_secret()
        self.has_pasted = False
        self._before = ""
        self.edit.installEventFilter(self)
        if not is_secret:  # of a secret there is no second copy, and the clipboard is not looked at
            self.edit.textEdited.connect(self._on_edited)
            self.edit.textChanged.connect(self._remember)
        self.edit.textChanged.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)

    @property
    def text(self) -> str:
        """What is typed, as typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Put a text in the field."""
        self.edit.setText(text)

    def set_label(self, label: str) -> None:
        """Ask for something else."""
        self.label.set_words(label)
        self.edit.setAccessibleName(plain(label))

    def clear(self) -> None:
        """Empty the field and take back the verdict."""
        self.edit.clear()
        self.verdict.clear()

    def add_button(self, words: str, icon: str | None = None) -> Button:
        """Return a new button inside the field, at its end."""
        button = Button(self._context, words, "in_field", icon=icon, parent=self.box)
        self.inside.addWidget(button)
        return button

    @override
    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Put the cursor in the field."""
        self.edit.setFocus(reason)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the focus on the whole box."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.box.setProperty("has_focus", event.type() == QEvent.Type.FocusIn)
            for widget in (self.box, self.edit):
                self.style().unpolish(widget)
                self.style().polish(widget)
        return super().eventFilter(watched, event)

    def _on_edited(self, text: str) -> None:
        """Note whether it came from the clipboard; the last letter of the same text, typed, is no paste."""
        is_by_hand = len(text) < 2 or _is_one_letter_more(self._before, text)
        self.has_pasted = not is_by_hand and text == QGuiApplication.clipboard().text()

    def _remember(self, text: str) -> None:
        self._before = text

    def _column(self, context: Context, hint: str) -> None:
        gap = context.theme.gap_px
        self.inside = QHBoxLayout(self.box)
        self.inside.setContentsMargins(0, 0, gap(4), 0)
        self.inside.setSpacing(gap(4))
        self.inside.addWidget(self.edit, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(6))
        column.addLayout(self.head)
        if hint:
            self.hint = Label(hint, "hint", parent=self)
            column.addWidget(self.hint)
        column.addWidget(self.box)
        column.addWidget(self.verdict)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def _make_secret(self) -> None:
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        words = self._context.words
        self.show_text = self.add_button(words("passphrase.show"), "watch")
        self.show_text.setObjectName("show_text")
        self.show_text.setCheckable(True)
        self.show_text.toggled.connect(self._on_show_toggled)

    def _on_show_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - Qt's slot
        """Show what is typed, or dots."""
        mode = QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self.show_text.set_words(self._context.words("passphrase.hide" if is_shown else "passphrase.show"))
        self.show_text.set_icon("hide" if is_shown else "watch")


class TextField(QWidget):
    """Several lines to type in, with a label above.

    Signals:
        changed: the text is another; carries it as typed.
    """

    changed = Signal(str)

    def __init__(
        self,
        context: Context,
        label: str,
        *,
        hint: str = "",
        lines: int = 4,
        is_mono: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show empty lines; Tab leaves the field."""
        super().__init__(parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setObjectName("edit")
        self.edit.setAccessibleName(plain(label))
        self.edit.setAccessibleDescription(plain(hint))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(context.theme.role("body").line_px * lines + context.theme.gap_px(20))
        if is_mono:
            self.edit.setProperty("face", "mono")
        self.verdict = Verdict(context, parent=self)
        self.verdict.setObjectName("verdict")
        self.head, self.label = _head(context, self, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(6))
        column.addLayout(self.head)
        if hint:
            self.hint = Label(hint, "hint", parent=self)
            column.addWidget(self.hint)
        column.addWidget(self.edit)
        column.addWidget(self.verdict)
        self.edit.textChanged.connect(lambda: self.changed.emit(self.text))

    @property
    def text(self) -> str:
        """What is typed, as typed."""
        return self.edit.toPlainText()

    def set_text(self, text: str) -> None:
        """Put a text in the field."""
        self.edit.setPlainText(text)

    def clear(self) -> None:
        """Empty the field and take back the verdict."""
        self.edit.clear()
        self.verdict.clear()


def _head(context: Context, owner: QWidget, label: str) -> tuple[QHBoxLayout, Label]:
    """Return the row with the label, and the label."""
    head = QHBoxLayout()
    head.setContentsMargins(0, 0, 0, 0)
    head.setSpacing(context.theme.gap_px(8))
    words = Label(label, "strong", parent=owner)
    words.setObjectName("label")
    head.addWidget(words, 1)
    return head, words


def _is_one_letter_more(before: str, text: str) -> bool:
    """Whether taking one letter out of a text gives the one before."""
    same = 0
    while same < min(len(before), len(text)) and before[same] == text[same]:
        same += 1
    return len(text) == len(before) + 1 and before[same:] == text[same + 1 :]
