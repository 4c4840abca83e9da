# SPDX-License-Identifier: MIT
"""A form, filled in: where it is, what to know, and each of its fields to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.copy_blank import SELECTABLE, CopyBlank
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from app.report.wording.filled import FilledForm, FilledGroup
    from ui.context import Context


class FormCard(Card):
    """Shows one form at a time.

    Signals:
        copy_wanted: carries what is to be copied.
    """

    copy_wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, " ", title_role="h2", padding_px=24, parent=parent)
        self._context = context
        self.does = Label("", "body", parent=self)
        self.reach = Label("", "code", parent=self)
        self.reach.setTextInteractionFlags(SELECTABLE)
        self.notes = Label("", "small", parent=self)
        self.beyond = Label("", "strong", parent=self)
        self.copy_all = Button(context, context.words("wording.copy.all"), icon="copy", parent=self)
        self.held = QWidget(self)
        self.blanks: list[CopyBlank] = []
        for name in ("does", "reach", "notes", "copy_all", "beyond", "held"):
            part = getattr(self, name)
            part.setObjectName(name)
            side = Qt.AlignmentFlag.AlignLeading if name == "copy_all" else Qt.AlignmentFlag(0)
            self.body.addWidget(part, 0, side)
        self._form: FilledForm | None = None
        self.copy_all.clicked.connect(self._on_copy_all)
        self.hide()

    def show_form(self, filled: FilledForm) -> None:
        """Show a form in place of the one before."""
        self._form = filled
        self.copy_all.set_words(self._context.words("wording.copy.all"))
        form, words = filled.form, self._context.words
        self.title.set_words(form.name)
        self.does.set_words(form.does)
        self.reach.set_words(form.reach)
        self.reach.setVisible(bool(form.reach))
        has_limit = any(blank.most for group in filled.groups for blank in group.blanks)
        self.notes.set_words("\n".join((*form.notes, *([words("wording.counted")] if has_limit else ()))))
        more = [words("wording.beyond", n=n, what=title) for title, n in filled.beyond]
        self.beyond.set_words("\n".join(more))
        self.beyond.setVisible(bool(more))
        self._renew(filled)
        self.show()

    def clear(self) -> None:
        """Hold nothing of a locked case."""
        self._form = None
        self._renew(None)
        self.hide()

    def _renew(self, filled: FilledForm | None) -> None:
        """Put new fields in the place of the old ones."""
        old, self.held, self.blanks = self.held, QWidget(self), []
        self.held.setObjectName("held")
        column = QVBoxLayout(self.held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in filled.groups if filled else ():
            self._add(group, column)
        self.body.replaceWidget(old, self.held)
        old.hide()
        old.deleteLater()

    def _add(self, group: FilledGroup, column: QVBoxLayout) -> None:
        """Add the fields of one group below its title."""
        column.addSpacing(self._context.theme.gap_px(14))
        title = Verbatim(self._context, group.title, "h3", parent=self.held)
        column.addWidget(title)
        for blank in group.blanks:
            is_last = blank is group.blanks[-1]
            row = CopyBlank(self._context, blank, is_last=is_last, parent=self.held)
            row.setObjectName(f"blank_{len(self.blanks) + 1}")
            row.copy_wanted.connect(self._on_copy)
            self.blanks.append(row)
            column.addWidget(row)

    def _on_copy(self, text: str) -> None:
        """Let the button that was pressed say so, and no other."""
        for row in self.blanks:
            row.rest()
        self.copy_all.set_words(self._context.words("wording.copy.all"))
        self.copy_wanted.emit(text)

    def _on_copy_all(self) -> None:
        if self._form is not None:
            self._on_copy(self._form.text)
            self.copy_all.set_words(self._context.words("wording.copied"))
