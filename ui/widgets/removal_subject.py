# SPDX-License-Identifier: MIT
"""What is to be removed, as it is known: a small picture, covered if it is marked, or the words of a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.legible import legible
from ui.moments import hour, short_day, taken_at
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.picture_strip import PictureStrip
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit
    from ui.context import Context
    from ui.removing import Subject


class RemovalSubject(Card):
    """Empty until it is told what it shows."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, parent=parent)
        self._context = context
        self.picture = PictureStrip(context, parent=self)
        self.what = Verbatim(context, "", "h3", parent=self)
        self.called = Verbatim(context, parent=self)
        self.taken = Label("", "small", parent=self)
        self.matter = Label("", parent=self)
        texts = QVBoxLayout()
        texts.setSpacing(context.theme.gap_px(4))
        for name in ("what", "called", "taken"):
            texts.addWidget(getattr(self, name))
        for name in ("picture", "what", "called", "taken", "matter"):
            getattr(self, name).setObjectName(name)
        line = QHBoxLayout()
        line.setSpacing(context.theme.gap_px(16))
        line.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(texts, 1)
        self.body.addLayout(line)
        self.body.addWidget(self.matter)

    def show_subject(self, subject: Subject) -> None:
        """Show it, and why it can matter."""
        exhibit, words = subject.exhibit, self._context.words
        self.what.set_words(subject.what)
        self.called.set_words(exhibit.facts.title or "" if exhibit else "")
        self.called.setVisible(bool(self.called.words))
        self.taken.setVisible(exhibit is not None)
        self.matter.set_words(words("remove.page.matter" if exhibit else "remove.page.matter.fact"))
        self._show_picture(exhibit)

    def forget(self) -> None:
        """Show nothing of a locked case."""
        for label in (self.what, self.called, self.taken):
            label.set_words("")
        self.picture.offer(())

    def _show_picture(self, exhibit: Exhibit | None) -> None:
        """Show the small picture, which is no button here, and when it was taken."""
        if exhibit is None:
            self.picture.offer(())
            return
        self.picture.offer([(exhibit, exhibit.originals[0])])
        for button in self.picture.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        at, language = taken_at(exhibit), self._context.settings.language
        key = "remove.page.taken.run" if exhibit.is_run else "remove.page.taken"
        said = self._context.words(
            key, n=len(exhibit.originals), day=short_day(at.date(), language), time=hour(at, language)
        )
        self.taken.set_words(legible(said))
