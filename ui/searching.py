# SPDX-License-Identifier: MIT
"""Searches while the person types: a little after each letter, one at a time, and only the newest counts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import VaultLocked
from app.model import Account
from app.search.own_words import OwnIndex
from ui.models.finds import Finds, finds_of

if TYPE_CHECKING:
    from app.model import Listed
    from app.vault import Vault
    from ui.context import Context

PAUSE_MS = 120
MOST = 200


class Searching(QObject):
    """Never has more than one search in the queue of the vault, however fast somebody types.

    Signals:
        found: carries Finds of what was asked last.
    """

    found = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Search for nothing yet."""
        super().__init__(parent)
        self._context = context
        self._what = ""
        self._exhibits: tuple[Listed, ...] = ()
        self._own = OwnIndex(())
        self._is_asking = self._is_stale = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def what(self) -> str:
        """What is searched for; empty if nothing is."""
        return self._what

    def ask(self, what: str) -> None:
        """Search for this in a moment; nothing, for nothing."""
        what = " ".join(what.split())
        if what == self._what:
            return
        self._what = what
        if what:
            self._pause.start()
        else:
            self._pause.stop()

    def look_in(self, exhibits: tuple[Listed, ...]) -> None:
        """These are the exhibits of the case now; search in them again."""
        self._exhibits, self._own = exhibits, OwnIndex(exhibits)
        self.again()

    def again(self) -> None:
        """Search once more for the same: something was read or said meanwhile."""
        if self._what and not self._pause.isActive():
            self._ask()

    def _ask(self) -> None:
        """Ask the vault, or as soon as it has answered."""
        if self._is_asking:
            self._is_stale = True
            return
        if not self._what or not self._context.session.is_open:
            return
        self._is_asking, self._is_stale = True, False
        self._context.session.run(
            partial(_search, self._what, self._own, self._exhibits),
            owner=self,
            then=self._on_found,
            otherwise=self._on_failed,
        )

    def _on_found(self, finds: Finds) -> None:
        self._is_asking = False
        if finds.what == self._what:
            self.found.emit(finds)
        if self._is_stale:
            self._ask()

    def _on_failed(self, error: BaseException) -> None:
        """A case that was locked meanwhile has nothing to show.

        Raises:
            BaseException: every other failure.
        """
        self._is_asking = False
        if not isinstance(error, VaultLocked):
            raise error


def _search(what: str, own: OwnIndex, exhibits: tuple[Listed, ...], vault: Vault) -> Finds:
    """Return everything that was found; a short job."""
    matches, said = vault.search(what, MOST), own.find(what, MOST)
    finds = finds_of(what, matches, said, exhibits, vault.entries(Account))
    return Finds(what, finds, vault.reading_state(), are_all=max(len(matches), len(said)) < MOST)
