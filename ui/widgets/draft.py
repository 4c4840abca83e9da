# SPDX-License-Identifier: MIT
"""What is typed is kept as typed, while it is typed, until it is taken up or thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

if TYPE_CHECKING:
    from app.vault import Vault
    from ui.session import Session

PAUSE_MS = 300


class Typed(Protocol):
    """What a draft can be kept of; ``Field`` and ``TextField`` fit."""

    changed: SignalInstance

    @property
    def text(self) -> str:
        """What is typed."""
        ...

    def set_text(self, text: str) -> None:
        """Put a text in the field."""
        ...


class Draft(QObject):
    """Keeps the text of a field in the vault under ``key``: after each pause, and before the vault locks."""

    def __init__(self, session: Session, key: str, field: Typed, parent: QObject) -> None:
        """Bring back what was typed before, and keep what is typed from now on."""
        super().__init__(parent)
        self._session = session
        self._key = self._first_key = key
        self._field = field
        self._is_touched = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._save)
        field.changed.connect(self._on_changed)
        session.locking.connect(self.flush)
        self.restore()

    def restore(self) -> None:
        """Put the kept text in the field, unless something was typed meanwhile."""
        key = self._key
        if self._session.is_open:
            self._session.run(lambda vault: (key, vault.draft(key)), owner=self, then=self._on_read)

    def flush(self) -> None:
        """Keep at once what waits for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._save()

    def clear(self) -> None:
        """Forget the draft, as when it was taken up; the field stays as it is."""
        self._pause.stop()
        self._is_touched = False
        key = self._key
        if self._session.is_open:
            self._session.run(lambda vault: vault.clear_draft(key), owner=self)

    def turn_to(self, about: str) -> None:
        """Keep what is typed from now on for this thing; empty: for a new one. What was typed is kept first.

        The field still shows what was typed for the one before: put in another text, then ``settle``.
        """
        self.flush()
        self._key = f"{self._first_key}.{about}" if about else self._first_key

    def settle(self) -> None:
        """What stands in the field was put there, not typed; what was typed before comes back over it."""
        self._pause.stop()
        self._is_touched = False
        self.restore()

    def _on_changed(self, _text: str = "") -> None:
        self._is_touched = True
        self._pause.start()

    def _on_read(self, read: tuple[str, str]) -> None:
        key, text = read
        if text and key == self._key and not self._is_touched:
            self._field.set_text(text)
            self._pause.stop()
            self._is_touched = False

    def _save(self) -> None:
        key, text = self._key, self._field.text

        def job(vault: Vault) -> None:
            vault.save_draft(key, text)

        if self._session.is_open:
            self._session.run(job, owner=self)
