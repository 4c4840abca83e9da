# SPDX-License-Identifier: MIT
"""The pages that hold more, in a quiet row, so that each can be asked for before it holds something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.answered import Answers
from app.guide.plan import FIVE
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from ui.context import Context
    from ui.steps_known import StepsKnown

# Page, the key of its title, its icon.
PAGES = (
    ("people", "people.page.title", "people"),
    ("said", "said.page.title", "conversation"),
    ("payments", "payments.page.title", "payments"),
    ("timeline", "when.page.title", "timeline"),
    ("watch", "watch.page.title", "watch"),
    ("more", "steps.page.answers.change", "pencil"),
    ("law", "steps.page.law", "info"),
    ("mail", "steps.page.mail", "mail"),
    ("fake", "steps.page.fake", "info"),
)


class MoreLinks(QWidget):
    """The last row of the home.

    Signals:
        page_asked: carries the name of a page.
        fast_asked: only the five pictures are wanted, at once.
    """

    page_asked = Signal(str)
    fast_asked = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show the row; what an answer or the plan asks for comes with ``show_for``."""
        super().__init__(parent)
        words = context.words
        self.title = Label(words("watch.steps.title"), "h3", parent=self)
        self.title.setObjectName("title")
        row = QWidget(self)
        flow = Flow(row, gap_px=context.theme.gap_px(16))
        self.buttons: dict[str, Button] = {}
        for page, key, icon in PAGES:
            button = Button(context, words(key), "quiet", icon=icon, parent=row)
            button.setObjectName(page)
            button.clicked.connect(lambda _=False, page=page: self.page_asked.emit(page))
            self.buttons[page] = button
            flow.addWidget(button)
        self.fast = Button(context, words("steps.page.short.offer"), "quiet", icon="timer", parent=row)
        self.fast.setObjectName("fast")
        self.fast.clicked.connect(self.fast_asked)
        flow.addWidget(self.fast)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addWidget(row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_for(self, known: StepsKnown) -> None:
        """Offer the advice that the answers ask for, and the five alone while one of them is open."""
        answers = Answers.of(known.facts)
        self.buttons["law"].setVisible(answers.says_broke_law is True)
        self.buttons["mail"].setVisible("mail" in answers.held)
        self.buttons["fake"].setVisible("ai" in answers.held)
        five = known.plan.group(FIVE)
        is_open = any(not known.plan.is_done(step) for step in five)
        self.fast.setVisible(is_open and not known.is_short)
