# SPDX-License-Identifier: MIT
"""The words that open a locked copy, shown once: large, to be read out on the phone, never to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copied import ShortCopy
from ui.widgets.label import Label
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


class SixWords(Card):
    """Hidden until there are words; ``forget`` takes them off the window.

    Only the text for the e-mail can be copied, not the words: what is on a clipboard ends up in the e-mail.

    Signals:
        closed: the person has read them out.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Know no words."""
        super().__init__(context, parent=parent)
        words = context.words
        self._words = words
        self._shown: list[Label] = []
        self.done = Verdict(context, parent=self)
        self.say_label = Label(words("email.say.label"), "strong", parent=self)
        self.say = Label(words("email.say"), parent=self)
        self.well = Card(context, kind="well", padding_px=16, parent=self)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(context.theme.gap_px(14))
        self.grid.setVerticalSpacing(context.theme.gap_px(4))
        self.grid.setColumnStretch(1, 1)
        self.well.body.addLayout(self.grid)
        self.typed = Label(words("email.typed"), "small", parent=self)
        self.never = Label(words("email.never"), "strong", parent=self)
        self.mail_label = Label(words("email.text.label"), "small", parent=self)
        self.mail = Label(words("email.text"), parent=self)
        self.copy_button = Button(context, words("email.copy"), icon="copy", parent=self)
        self.once = Label(words("email.once"), "small", parent=self)
        self.close_button = Button(context, words("email.close"), "primary", parent=self)
        names = (
            "done", "say_label", "say", "well", "typed", "never", "mail_label", "mail", "copy_button", "once",
            "close_button",
        )  # fmt: skip
        for name in names:
            part = getattr(self, name)
            part.setObjectName(name)
            self.body.addWidget(part)
        self._copied = ShortCopy(self)
        self.copy_button.clicked.connect(lambda: self._copied.copy(words("email.text")))
        self.close_button.clicked.connect(self.closed)
        self.hide()

    @property
    def has_words(self) -> bool:
        """Whether words are on the window."""
        return bool(self._shown)

    def show_words(self, words: str, name: str) -> None:
        """Show the words that open the file of this name."""
        self.forget()
        self.done.say("good", self._words("email.done"), name)
        for place, word in enumerate(words.split(" ")):
            number = Label(str(place + 1), "small", wraps=False, parent=self.well)
            shown = Label(word, "code", wraps=False, parent=self.well)
            shown.setObjectName(f"word_{place + 1}")
            shown.setAccessibleName(self._words("email.word", n=place + 1, word=word))
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            self.grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignBaseline)
            self.grid.addWidget(shown, place, 1, Qt.AlignmentFlag.AlignBaseline)
            self._shown += [number, shown]
        self.show()
        self.copy_button.setFocus()  # in the card, and not where Enter would take the words away

    def forget(self) -> None:
        """Nothing of the words stays on the window."""
        for label in self._shown:
            self.grid.removeWidget(label)
            label.hide()
            label.set_words("")
            label.deleteLater()
        self._shown = []
        self.hide()
