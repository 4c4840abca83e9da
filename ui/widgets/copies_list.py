# SPDX-License-Identifier: MIT
"""Every copy that is still outside the vault, with the way to note who took it and to remove it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.model import CopyState
from app.package.removing import Removal, remove
from ui.messages import MessageCard
from ui.widgets.copy_row import WORDS, CopyRow
from ui.widgets.label import Label
from ui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from app.model import Copy, CopyKind
    from app.vault import Vault
    from ui.context import Context


class CopiesList(QWidget):
    """Shows the copies of the open case after ``refresh``; of some kinds only, if they are given.

    Signals:
        changed: a copy was handed over or removed, and the list shows it.
    """

    changed = Signal()

    def __init__(
        self,
        context: Context,
        kinds: Collection[CopyKind] | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self._context = context
        self._kinds = kinds
        self._only: Collection[str] | None = None
        self.title = Label(context.words(f"{WORDS}.title"), "h3", parent=self)
        self.none = Label(context.words(f"{WORDS}.none"), "small", parent=self)
        self.rows = RowList(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(8))
        for name in ("title", "none", "rows", "failure"):
            part = getattr(self, name)
            part.setObjectName(name)
            column.addWidget(part)
        context.session.locked.connect(self._on_locked)  # a lambda would outlive the list

    def refresh(self) -> None:
        """Show the copies as they are known now."""
        if self._context.session.is_open:
            self._run(lambda vault: vault.copies(), self._show)

    def show_only(self, copy_ids: Collection[str]) -> None:
        """Show no others than these from now on."""
        self._only = copy_ids
        self.refresh()

    def row_of(self, copy_id: str) -> CopyRow | None:
        """Return the row of a copy, if it is shown."""
        rows = (row for row in self.rows.rows if isinstance(row, CopyRow))
        return next((row for row in rows if row.copy.id == copy_id), None)

    def _on_locked(self, _why: str) -> None:
        """Show nothing of a locked case."""
        self._show(())

    def _show(self, copies: tuple[Copy, ...]) -> None:
        """Show those that are not removed, the newest first."""
        here = [copy for copy in reversed(copies) if copy.state is not CopyState.REMOVED]
        of_kind = [copy for copy in here if self._kinds is None or copy.kind in self._kinds]
        shown = [copy for copy in of_kind if self._only is None or copy.id in self._only]
        self.failure.hide()
        self.none.setVisible(not shown)
        self.rows.show_rows([partial(self._row, copy) for copy in shown])

    def _row(self, copy: Copy, *, is_last: bool, parent: QWidget) -> QFrame:
        row = CopyRow(self._context, copy, is_last=is_last, parent=parent)
        row.handed_over.connect(self._hand_over)
        row.removal_wanted.connect(self._remove)
        row.gone.connect(self._note_removed)
        return row

    def _hand_over(self, copy: Copy, to: str) -> None:
        self._write(lambda vault: vault.hand_over(copy.id, to))

    def _remove(self, copy: Copy) -> None:
        """Take it off the disk, beside the vault: reading a copy on a slow stick takes a while."""
        self._context.background.run(
            partial(remove, copy),
            owner=self,
            then=partial(self._on_removal, copy),
            otherwise=self.failure.show_error,
        )

    def _on_removal(self, copy: Copy, found: Removal) -> None:
        row = self.row_of(copy.id)
        if row is not None:
            row.say(found)
        if found is Removal.REMOVED:
            self._note_removed(copy)

    def _note_removed(self, copy: Copy) -> None:
        self._write(lambda vault: vault.copy_removed(copy.id))

    def _write(self, act: Callable[[Vault], Copy]) -> None:
        """Put it in the case, and show the list as it is then."""

        def write(vault: Vault) -> tuple[Copy, ...]:
            act(vault)
            return vault.copies()

        self._run(write, self._on_written)

    def _on_written(self, copies: tuple[Copy, ...]) -> None:
        self._show(copies)
        self.changed.emit()

    def _run(
        self,
        job: Callable[[Vault], tuple[Copy, ...]],
        then: Callable[[tuple[Copy, ...]], object],
    ) -> None:
        self._context.session.run(job, owner=self, then=then, otherwise=self.failure.show_error)
