# SPDX-License-Identifier: MIT
"""The first thing anybody sees: reassurance, the crisis lines, four rules, one big button."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.keeping_settings import keep_setting
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.crisis import CrisisCard
from ui.widgets.figure import Figure
from ui.widgets.focus_order import in_order
from ui.widgets.label import Label
from ui.widgets.language_links import LanguageLinks
from ui.widgets.numbered_row import RuleRow
from ui.widgets.page import Page
from ui.widgets.rows import Columns, Flow, flow_of

if TYPE_CHECKING:
    from collections.abc import Mapping

RULE_ICONS: Mapping[str, str] = {
    "welcome.rule1": "breath",
    "welcome.rule2": "coin",
    "welcome.rule3": "conversation",
    "welcome.rule4": "keep",
}
TEXT_PX, FIGURE_PX = 560, 400


class WelcomePage(Page):
    """``moved_on``: ``questions`` with is_urgent; ``first_help``; ``restore`` with a copy of a case."""

    is_bare: ClassVar[bool] = True
    teaches_hide: ClassVar[bool] = True
    has_crisis: ClassVar[bool] = False  # they stand at the top

    @override
    def _build(self) -> None:
        words = self.context.words
        self.languages = LanguageLinks(self.context, parent=self)
        self.headline = Label(words("welcome.title"), "display", parent=self)
        self.lead = Label(words("welcome.lead"), "lead", parent=self)
        self.crisis_lines = CrisisCard(self.context, can_choose=True, has_more=True, parent=self)
        self.rules = [self._rule(key, icon) for key, icon in RULE_ICONS.items()]
        self.start = Button(self.context, words("welcome.start"), "big", parent=self)
        self.start.setMinimumWidth(self.context.theme.control_px(160))
        self.fast = Button(self.context, words("welcome.fast"), "big_secondary", parent=self)
        self.fast.setAccessibleDescription(words("welcome.fast.note"))
        self.note = Label(words("welcome.note"), "small", parent=self)
        self.copy = Button(self.context, words("restore.welcome.go"), "quiet", parent=self)
        self.look = Button(self.context, words("settings.link.look"), "quiet", parent=self)
        self.figure = Figure(self.context, "welcome-table-at-night", width_px=FIGURE_PX, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        self.title_row.insertWidget(1, self.languages, 9)  # the mark of a language is a long line
        text = QWidget(self)
        text.setMaximumWidth(self.context.theme.text_px(TEXT_PX))
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(8))
        for widget in (self.headline, self.lead):
            column.addWidget(widget)
        column.addSpacing(gap(6))
        column.addWidget(self.crisis_lines)
        column.addSpacing(gap(6))
        for rule in self.rules:
            column.addWidget(rule)
        column.addSpacing(gap(4))
        buttons = QWidget(text)
        flow = Flow(buttons, gap_px=gap(12))
        flow.addWidget(self.start)
        flow.addWidget(self.fast)
        column.addWidget(buttons)
        column.addWidget(self.note)
        column.addWidget(flow_of((self.copy, self.look), gap(12), text))
        self.columns = Columns(self.context, gap_px=56, parent=self)
        self.columns.add(text, 1)
        self.columns.line.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self.columns, 1000)
        line.addStretch(1)
        self.columns.setMaximumWidth(self._widest_px(is_narrow=False))
        self.content.addStretch(1)
        self.content.addLayout(line)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Let what is stacked ask for its height at the width it has."""
        super().set_narrow(narrow)
        self.columns.setMaximumWidth(self._widest_px(is_narrow=narrow))

    def _widest_px(self, *, is_narrow: bool) -> int:
        theme = self.context.theme
        return theme.text_px(TEXT_PX) + (0 if is_narrow else FIGURE_PX + theme.gap_px(56))

    @override
    def _connect(self) -> None:
        self.start.clicked.connect(lambda: self.moved_on.emit("questions", False))
        self.fast.clicked.connect(lambda: self.moved_on.emit("questions", True))
        self.crisis_lines.more_wanted.connect(lambda: self.moved_on.emit("first_help", None))
        self.languages.chosen.connect(self._on_language)
        self.languages.filled.connect(self._on_filled)
        self.copy.clicked.connect(lambda: self.moved_on.emit("restore", None))
        self.look.clicked.connect(lambda: self.moved_on.emit("look", None))

    def _on_filled(self) -> None:
        """Tab meets the languages first: who needs another one need not go through all of this one."""
        for before, after in pairwise((*self.languages.buttons.values(), *in_order(self.content_view))):
            QWidget.setTabOrder(before, after)

    def _on_language(self, language: str) -> None:
        if keep_setting(self.context, "language", language):
            self.moved_on.emit("new_look", None)

    def _rule(self, key: str, icon: str) -> RuleRow:
        """Return a rule: its bold part is the title, the rest the note."""
        title, _, note = self.context.words(key).removeprefix("**").partition("**")
        return RuleRow(self.context, icon, title.rstrip("."), note.strip(), parent=self)
