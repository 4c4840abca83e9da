# SPDX-License-Identifier: MIT
"""The accounts that are kept, one under the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.timeline.facts import Refs
from ui.widgets.card import Card
from ui.widgets.kept_account import KeptAccount

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from app.model import Account, Entry, Exhibit
    from ui.context import Context


class KeptList(Card):
    """Hidden while there is none.

    Signals:
        change_wanted: one of them is to be changed; carries its entry.
    """

    change_wanted = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show none yet."""
        super().__init__(context, context.words("id.page.kept"), padding_px=24, parent=parent)
        self._context = context
        self.hide()

    def show_accounts(self, entries: Sequence[Entry[Account]], exhibits: Sequence[Exhibit]) -> None:
        """Show these, each with the picture it stands in."""
        refs = Refs.of(exhibits).by_id
        for row in self.findChildren(KeptAccount):
            self.body.removeWidget(row)
            row.deleteLater()
        for number, entry in enumerate(entries, start=1):
            seen_in = entry.fact.seen_in
            ref = refs.get(seen_in.exhibit) if seen_in else None
            row = KeptAccount(self._context, entry, ref, is_last=number == len(entries), parent=self)
            row.change_wanted.connect(self.change_wanted)
            self.body.addWidget(row)
        self.setVisible(bool(entries))
