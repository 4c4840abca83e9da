# SPDX-License-Identifier: MIT
"""When an answer sets pictures apart the window lets go of all that shows them, as a lock does.

The vault has set them apart by then: it gives nothing of them to anybody, and has ended every long read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import VaultLocked
from app.guide.plan import is_words_only

if TYPE_CHECKING:
    from app.vault import Vault
    from ui.context import Context
    from ui.main_window import MainWindow
    from ui.widgets.page import Page

HOME = "steps"


class SettingApart(QObject):
    """Listens to what changes in the case."""

    def __init__(self, context: Context, window: MainWindow) -> None:
        """Ask how it is now; only what becomes otherwise counts."""
        super().__init__(window)
        self._context, self._window = context, window
        self._was_of_words: bool | None = None
        context.session.case_changed.connect(self._on_changed)
        self._ask(None)

    def _on_changed(self) -> None:
        self._ask(self._window.page)

    def _ask(self, answered_on: Page | None) -> None:
        """Ask the case whether it is one without pictures now."""
        if self._context.session.is_open:
            self._context.session.run(
                _is_of_words, owner=self, then=partial(self._on_known, answered_on), otherwise=_unless_locked
            )

    def _on_known(self, answered_on: Page | None, is_of_words: bool) -> None:  # noqa: FBT001 - a job's answer
        """Let go, if it has just become one: of all pages but that of the answer, and of every reader."""
        has_turned = is_of_words and self._was_of_words is False
        self._was_of_words = is_of_words
        if not has_turned:
            return
        for is_quiet in (True, False):
            self._context.session.stop_reading(is_quiet=is_quiet)
        if self._window.flow is not None:
            self._window.flow.stop()
        if self._window.page is not answered_on:
            self._window.go(HOME)
        self._window.go("drop_others")


def _is_of_words(vault: Vault) -> bool:
    return is_words_only(vault.case().fact)


def _unless_locked(error: BaseException) -> None:
    """A case that was locked meanwhile shows nothing; everything else is a failure.

    Raises:
        BaseException: the error, unless the case was locked.
    """
    if not isinstance(error, VaultLocked):
        raise error
