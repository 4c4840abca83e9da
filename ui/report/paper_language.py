# SPDX-License-Identifier: MIT
"""The language of the report: an officer reads it, so it is chosen apart from that of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QVBoxLayout, QWidget

from app import paths
from app.languages import languages, named
from app.settings import current
from ui.keeping_settings import keep_setting
from ui.widgets.combo import Combo
from ui.widgets.label import Label

if TYPE_CHECKING:
    from ui.context import Context

LEAST_LETTERS = 12


class PaperLanguage(QWidget):
    """A list of languages under its name.

    Signals:
        changed: another one was chosen and is kept.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Show the one that is kept."""
        super().__init__(parent)
        self._context = context
        words = context.words
        self.label = Label(words("report.page.lang"), "strong", parent=self)
        self.combo = Combo(context, name=words("report.page.lang"), parent=self)
        for one in languages(paths.resources() / "locale"):
            self.combo.addItem(named(words, one), one.id)
        # as wide as there is room for; the open list is as wide as its longest line
        self.combo.view().setMinimumWidth(self.combo.sizeHint().width())
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(LEAST_LETTERS)
        self.note = Label(words("report.page.lang.hint"), "small", parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(4))
        for name in ("label", "combo", "note"):
            widget = getattr(self, name)
            widget.setObjectName(name)
            column.addWidget(widget)
        self.refresh()
        self.combo.activated.connect(self._on_chosen)

    @property
    def language(self) -> str:
        """The one that is kept."""
        return str(self.combo.currentData())

    def refresh(self) -> None:
        """Show what is kept now."""
        kept = current(paths.settings_file(), self._context.settings).report_language
        self.combo.setCurrentIndex(max(0, self.combo.findData(kept)))

    def _on_chosen(self) -> None:
        if keep_setting(self._context, "report_language", self.combo.currentData()):
            self.changed.emit()
        else:
            self.refresh()
