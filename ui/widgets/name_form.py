# SPDX-License-Identifier: MIT
"""One more name on an account, with the day it was seen; the names before it stay."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.typed import kept
from ui.widgets.button import Button
from ui.widgets.demand_form import MomentField
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from ui.context import Context


class NameForm(QWidget):
    """Only the name is needed; without a day it is seen now.

    Signals:
        name_kept: carries the name, and when it was seen.
        stopped: it is left for now; what is typed comes back.
    """

    name_kept = Signal(str, object)
    stopped = Signal()

    def __init__(self, context: Context, *, drafts: str, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before; ``drafts`` begins the keys they are kept under."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self.lead = Label(words("people.name.lead"), "hint", parent=self)
        self.name = Field(context, words("people.name.name"), parent=self)
        self.at = MomentField(
            context, words("people.name.at"), hint=words("people.name.at.hint"), parent=self
        )
        self.keep = Button(context, words("people.name.keep"), parent=self)
        self.stop = Button(context, words("people.name.stop"), "quiet", parent=self)
        for name in ("lead", "name", "at", "keep", "stop"):
            getattr(self, name).setObjectName(name)
        self._drafts = [
            Draft(context.session, f"{drafts}.{key}", field, self)
            for key, field in (("name", self.name), ("at", self.at))
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(14))
        for widget in (self.lead, self.name, self.at):
            column.addWidget(widget)
        column.addWidget(button_line(context, (self.keep, self.stop), self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.name.changed.connect(self._show)
        self.name.entered.connect(self.keep.click)
        self.keep.clicked.connect(self._on_keep)
        self.stop.clicked.connect(self.stopped)
        self._show()

    def taken_up(self) -> None:
        """Forget the drafts: what was typed is kept now."""
        for draft in self._drafts:
            draft.clear()

    def flush(self) -> None:
        """Keep at once what is typed, before the form goes."""
        for draft in self._drafts:
            draft.flush()

    def _show(self, _text: str = "") -> None:
        self.keep.setEnabled(bool(self.name.text.strip()))

    def _on_keep(self) -> None:
        name = kept(self.name.text)
        if name is not None:
            self.name_kept.emit(name, self.at.at or self._context.clock.now().utc)


def button_line(context: Context, buttons: tuple[Button, ...], parent: QWidget) -> QWidget:
    """Return a widget with these buttons in a line, which goes on in the next where it is full."""
    held = QWidget(parent)
    line = Flow(held, gap_px=context.theme.gap_px(8))
    for button in buttons:
        line.addWidget(button)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    held.setSizePolicy(policy)
    return held
