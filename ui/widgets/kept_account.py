# SPDX-License-Identifier: MIT
"""One kept account in a list: what, how strong, and a way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from app.model import Strength
from ui.known_by import known_by
from ui.legible import legible
from ui.widgets.button import Button
from ui.widgets.icon_view import StatusRing
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Account, Entry
    from ui.context import Context

STRENGTHS = {
    Strength.STRONG: "id.page.strong",
    Strength.MEDIUM: "id.page.medium",
    Strength.WEAK: "id.page.weak_kept",
}


class KeptAccount(QFrame):
    """Signals: ``change_wanted`` and ``take_back_wanted`` carry the entry."""

    change_wanted = Signal(object)
    take_back_wanted = Signal(object)

    def __init__(
        self,
        context: Context,
        entry: Entry[Account],
        ref: str | None = None,
        *,
        is_last: bool = False,
        can_take_back: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the account; ``ref`` is that of the picture it stands in."""
        super().__init__(parent)
        words, account = context.words, entry.fact
        name = account.display_names[-1].name if account.display_names else ""
        shown = context.catalogue.shown_id(account.platform, account.stable_id or "") or name
        self.setProperty("kind", "row")
        self.setProperty("last", is_last)
        self.platform = Verbatim(context, context.catalogue.name_of(account.platform), "small", parent=self)
        self.identifier = Verbatim(context, shown, "mono" if account.stable_id else "strong", parent=self)
        self.identifier.setObjectName("identifier")
        strength = words(STRENGTHS[account.strength]) if account.stable_id else words("id.page.kept.name")
        self.strength = Label(strength, "small", parent=self)
        self.strength.setObjectName("strength")
        self.known = Label(known_by(words, account, ref), "small", parent=self)
        self.known.setObjectName("known")
        self.known.setVisible(bool(self.known.words))
        self.change = self._button(context, words("id.page.change"), shown)
        self.change.setObjectName("change")
        self.change.clicked.connect(lambda: self.change_wanted.emit(entry))
        self.take_back = self._button(context, words("people.account.take_back"), shown)
        self.take_back.setObjectName("take_back")
        self.take_back.clicked.connect(lambda: self.take_back_wanted.emit(entry))
        self.take_back.setVisible(can_take_back)
        self._lay_out(context, self._revised(context, entry))

    def _button(self, context: Context, said: str, of: str) -> Button:
        button = Button(context, said, "quiet", parent=self)
        button.setAccessibleName(f"{said} {legible(of)}")
        return button

    def _lay_out(self, context: Context, revised: list[Label]) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(0)
        for label in (self.platform, self.identifier, self.strength, self.known, *revised):
            texts.addWidget(label)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self.change)
        buttons.addWidget(self.take_back)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, context.theme.gap_px(8), 0, context.theme.gap_px(8))
        row.setSpacing(context.theme.gap_px(14))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(StatusRing(context, is_done=True, parent=self), 0, top)
        row.addLayout(texts, 1)
        row.addLayout(buttons)

    def _revised(self, context: Context, entry: Entry[Account]) -> list[Label]:
        """Return a line that says how often it was changed, if it was."""
        times = entry.revision - 1
        if times < 1:
            return []
        return [Label(context.words("id.page.changed", n=times), "small", parent=self)]
