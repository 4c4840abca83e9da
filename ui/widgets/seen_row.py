# SPDX-License-Identifier: MIT
"""One question about a picture with Yes and No, and advice when the answer is No."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.model import Answer
from ui.spoken_roles import speak_as
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import column_of

if TYPE_CHECKING:
    from ui.context import Context


class SeenRow(QWidget):
    """Nothing is chosen beforehand; pressing the chosen answer again takes it back.

    Signals:
        answered: carries the Answer.
    """

    answered = Signal(object)

    def __init__(self, context: Context, question: str, advice: str, parent: QWidget | None = None) -> None:
        """Show the question, not answered."""
        super().__init__(parent)
        self._answer = Answer.NOT_KNOWN
        self.question = Label(question, "strong", parent=self)
        self.read = Label("", "small", parent=self)
        self.read.setObjectName("read")
        self.read.hide()
        self.buttons = {answer: self._button(context, answer) for answer in (Answer.YES, Answer.NO)}
        asked = column_of((self.question, self.read), 0, self)
        row = QHBoxLayout()
        row.setSpacing(context.theme.gap_px(6))
        row.addWidget(asked, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        self.advice = Banner(context, advice, icon="up", parent=self)
        self.advice.setObjectName("advice")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(12))
        column.addLayout(row)
        column.addWidget(self.advice)
        self.set_answer(Answer.NOT_KNOWN)

    def _button(self, context: Context, answer: Answer) -> Button:
        words = context.words(f"look.{answer}")
        button = Button(context, words, "answer", parent=self)
        button.setObjectName(str(answer))
        button.setAccessibleName(f"{self.question.words} {words}")
        button.setCheckable(True)
        speak_as(button, "one_of")
        button.setMinimumWidth(context.theme.text_px(52))
        button.clicked.connect(partial(self._on_pressed, answer))
        return button

    @property
    def answer(self) -> Answer:
        """What was answered."""
        return self._answer

    def show_read(self, words: str) -> None:
        """Say what was read of it in the picture, or nothing; the answer is the person's all the same."""
        self.read.set_words(words)
        self.read.setVisible(bool(words))

    def set_answer(self, answer: Answer) -> None:
        """Show this answer; says nothing."""
        self._answer = answer
        for one, button in self.buttons.items():
            button.setChecked(one is answer)
        self.advice.setVisible(answer is Answer.NO)

    def _on_pressed(self, answer: Answer, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's argument
        self.set_answer(Answer.NOT_KNOWN if answer is self._answer else answer)
        self.answered.emit(self._answer)
