# SPDX-License-Identifier: MIT
"""How much of an exhibit is covered, the way to change that, and the original for who asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.model import Original
from ui.models.exhibits import is_covered
from ui.redact_words import covered_line
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from app.model import DerivativeRecord, Exhibit, ExhibitId
    from ui.context import Context
    from ui.models.frames import Part

BUTTON_PX = 40


class CoveredLine(QWidget):
    """The covered copy is what is shown, until the original is asked for; then until another is shown.

    Hidden where nothing is covered; then there is ``parts_button``, which has its place elsewhere.

    Signals:
        opened: boxes are to be drawn, or changed.
        original_asked: the other one of original and copy is to be shown.
        changed: parts of it were covered, or uncovered, meanwhile; carries the Exhibit as it is now.
    """

    opened = Signal()
    original_asked = Signal()
    changed = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        words = context.words
        self._words = words
        self._is_original = False
        self._shown: tuple[ExhibitId, tuple[DerivativeRecord, ...]] | None = None
        self.said = Label("", "strong", wraps=False, parent=self)
        self.said.setMinimumHeight(context.theme.control_px(BUTTON_PX))  # in line with the buttons
        self.change_button = Button(context, words("redact.line.change"), "quiet", parent=self)
        self.original_button = Button(context, words("redact.line.original"), "quiet", parent=self)
        self.parts_button = Button(context, words("redact.line.open"), icon="cover", parent=parent)
        self.parts_button.setObjectName("parts_button")
        line = Flow(self, gap_px=context.theme.gap_px(8))
        for name in ("said", "change_button", "original_button"):
            getattr(self, name).setObjectName(name)
            line.addWidget(getattr(self, name))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for button in (self.change_button, self.parts_button):
            button.clicked.connect(self.opened)
        self.original_button.clicked.connect(self._on_original)
        self._session = context.session
        self._session.case_changed.connect(self._look)
        self.hide()

    @property
    def is_original(self) -> bool:
        """Whether the original is asked for."""
        return self._is_original

    def is_stale(self, exhibit: Exhibit) -> bool:
        """Whether what is shown is an original that was asked for, another exhibit, or an older copy."""
        return self._is_original or self._shown != (exhibit.id, exhibit.derivatives)

    def show_part(self, exhibit: Exhibit, part: Part | None) -> None:
        """Say how much of it is covered; of this part of it the copy is shown."""
        line = covered_line(self._words, exhibit)
        shown = part if part is not None else exhibit.originals[0]
        self._is_original = False
        self._shown = (exhibit.id, exhibit.derivatives)
        self.said.set_words(line)
        self.original_button.setVisible(isinstance(shown, Original) and shown.redacted is not None)
        self._show_button()
        may_be = exhibit.withdrawn_at is None and not is_covered(exhibit)
        self.setVisible(may_be and bool(line))
        self.parts_button.setVisible(may_be and not line)

    def _look(self) -> None:
        """Read it again: it may have been covered beside the window."""
        if self._shown is not None and self._session.is_open:
            exhibit_id = self._shown[0]
            self._session.run(
                lambda vault: vault.exhibit(exhibit_id),
                owner=self,
                then=self._on_looked,
                otherwise=lambda _: None,  # removed for good, or locked meanwhile
            )

    def _on_looked(self, exhibit: Exhibit) -> None:
        if self._shown is not None and self._shown[0] == exhibit.id and self._shown[1] != exhibit.derivatives:
            self.changed.emit(exhibit)

    def _on_original(self) -> None:
        self._is_original = not self._is_original
        self._show_button()
        self.original_asked.emit()

    def _show_button(self) -> None:
        key = "copy" if self._is_original else "original"
        self.original_button.set_words(self._words(f"redact.line.{key}"))
