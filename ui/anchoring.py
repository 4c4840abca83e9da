# SPDX-License-Identifier: MIT
"""An outside time: asked for in the vault's thread, fetched beside it, kept in the vault's thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import AnchorFailed, Cancelled

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable

    from app.custody.anchors import Answered, Asked
    from app.vault import Vault
    from ui.context import Context

ASKED, ANSWERED = 0.2, 0.8  # how far it is: recorded that we ask, and come


class Anchoring(QObject):
    """One question at a time; the vault is free while it waits.

    Signals:
        came: carries Anchor, kept.
        failed: carries the error; what can be said of it is in the log.
    """

    came = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        """Have asked nothing."""
        super().__init__(parent)
        self._context = context
        self._is_on = False

    @property
    def is_on(self) -> bool:
        """Whether an answer is being waited for."""
        return self._is_on

    def start(self, moved: Callable[[float], None], cancelled: threading.Event) -> None:
        """Ask once, over everything that is kept by now."""
        if self._is_on:
            return
        self._is_on = True
        self._context.session.run(
            lambda vault: vault.begin_anchor(),
            owner=self,
            then=lambda begun: self._on_begun(*begun, moved, cancelled),
            otherwise=self._on_failed,
        )

    def _on_begun(
        self, anchor_id: str, asked: Asked, moved: Callable[[float], None], cancelled: threading.Event
    ) -> None:
        """Ask, with nothing of the case but the question."""
        moved(ASKED)
        self._context.background.run(
            partial(self._context.ask_authority, asked, self._context.clock, cancelled),
            owner=self,
            then=lambda answered: self._on_answered(anchor_id, answered, moved),
            otherwise=lambda error: self._on_no_answer(anchor_id, error),
        )

    def _on_answered(self, anchor_id: str, answered: Answered, moved: Callable[[float], None]) -> None:
        """Keep it."""
        moved(ANSWERED)
        self._context.session.run(
            lambda vault: vault.anchor_ok(anchor_id, answered),
            owner=self,
            then=self._on_kept,
            otherwise=self._on_failed,
        )

    def _on_no_answer(self, anchor_id: str, error: BaseException) -> None:
        """Keep that none came, and then say so; a locked case keeps nothing."""
        why = error.why if isinstance(error, AnchorFailed) else "stopped"

        def job(vault: Vault) -> None:
            vault.anchor_failed(anchor_id, why)

        if not isinstance(error, AnchorFailed | Cancelled):
            self._on_failed(error)
            return
        told = partial(self._on_failed, error)
        self._context.session.run(job, owner=self, then=lambda _: told(), otherwise=self._on_failed)

    def _on_kept(self, anchor: object) -> None:
        self._is_on = False
        self._context.session.case_changed.emit()
        self.came.emit(anchor)

    def _on_failed(self, error: BaseException) -> None:
        self._is_on = False
        self.failed.emit(error)
