# SPDX-License-Identifier: MIT
"""Reads the pictures of the open case one after another, while nobody waits for it."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import (
    Cancelled,
    HashMismatch,
    ImportRefused,
    PicturesNotAllowed,
    ReadingFailed,
    VaultDamaged,
    VaultLocked,
)
from ui.background import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import ExhibitId
    from app.search.values import ReadingState, ReadText
    from app.vault import Vault
    from app.vault.reading import Reader as Snapshot
    from ui.background import Background
    from ui.reading import PictureReader
    from ui.session import Session

READER = "PP-OCRv6 small"  # what read them, as the vault keeps it
FIRST_MS, REST_MS, HELD_MS = 1_500, 100, 500
MOST_FAILED = 3  # pictures one after another: then it is the reading that fails, not the pictures
ENDS = (Cancelled, VaultLocked, PicturesNotAllowed)  # nobody wants it any more, or nobody may
WHY = {  # as the vault keeps it
    ImportRefused: "refused",
    ReadingFailed: "failed",
    HashMismatch: "differs",
    VaultDamaged: "damaged",
}


@dataclass(eq=False, slots=True)
class _Turn:
    """One picture from being asked for to being kept; ``over`` is set when nobody wants it any more."""

    over: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True, slots=True)
class _Next:
    """How far the reading is, and the next picture with a snapshot to take it from."""

    state: ReadingState
    original: ExhibitId | None = None
    snapshot: Snapshot | None = None


class ReadingPass(QObject):
    """One picture at a time, in a process that gives way to everything else.

    It stands still while a picture is taken or a conversation followed, and ends at once with the lock. What
    was read is kept picture by picture, so it goes on where it was after a restart.

    Attributes:
        state: how far it is, as the vault last said; ``None`` until it has, and while it is locked.
        is_paused: the person wants it to stand still, until they say so or open the case again.
        is_stuck: something is in the way of all reading; it is tried again when the case is next opened.

    Signals:
        changed: it is further, stands still or goes on.
    """

    changed = Signal()

    def __init__(self, session: Session, background: Background, parent: QObject | None = None) -> None:
        """Read nothing until ``begin``."""
        super().__init__(parent)
        self._session = session
        self._background = background
        self._is_held: Callable[[], bool] = lambda: False
        self._has_begun = False
        self._turn: _Turn | None = None
        self._failed = 0
        self.state: ReadingState | None = None
        self.is_paused = self.is_stuck = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go)
        session.locking.connect(self._on_locking)
        session.case_changed.connect(self._on_changed)
        session.exhibit_added.connect(self._on_changed)

    def begin(self, is_held: Callable[[], bool]) -> None:
        """Read from now on, whenever a case is open.

        Args:
            is_held: whether something is under way that must not be slowed.
        """
        self._is_held = is_held
        self._has_begun = True
        self._session.opened.connect(partial(self._later, FIRST_MS))
        self._later(FIRST_MS)

    def hold(self) -> None:
        """Stand still at once: a picture is about to be taken; it goes on by itself once that is over."""
        self._stop()
        self._later(HELD_MS)

    def pause(self) -> None:
        """Stand still until the person says so."""
        self.is_paused = True
        self._stop()
        self.changed.emit()

    def go_on(self) -> None:
        """Read on."""
        self.is_paused = self.is_stuck = False
        self._failed = 0
        self._later(0)
        self.changed.emit()

    def switch(self, *, is_on: bool) -> None:
        """Pictures are read, or no more: then what was read is deleted."""
        self._stop()
        self._session.run(
            lambda vault: vault.set_reading(is_on=is_on), owner=self, then=lambda _: self._on_switched(is_on)
        )

    def refresh(self) -> None:
        """Ask the vault how far it is."""
        if self._session.is_open:
            self._session.run(
                lambda vault: vault.reading_state(),
                owner=self,
                then=self._on_state,
                otherwise=lambda _: None,  # locked meanwhile: there is nothing to say
            )

    @property
    def _may_read(self) -> bool:
        return self._has_begun and self._session.is_open and not (self.is_paused or self.is_stuck)

    def _later(self, in_ms: int) -> None:
        """Go on after a while, unless a picture is being read: the next follows it anyway."""
        if self._turn is None and self._may_read:
            self._timer.start(in_ms)

    def _go(self) -> None:
        """Take the next picture, or look again later while something else is under way."""
        if not self._may_read or self._turn is not None:
            return
        if self._is_held():
            self._timer.start(HELD_MS)
            return
        turn = self._turn = _Turn()
        self._session.run(
            _next,
            owner=self,
            then=partial(self._on_next, turn),
            otherwise=partial(self._on_failed, turn, None),
        )

    def _on_next(self, turn: _Turn, found: _Next) -> None:
        """Read it beside the window, or rest if everything was read."""
        if found.original is None or found.snapshot is None:
            if turn is self._turn:
                self._turn = None
                self._session.stop_reading(is_quiet=True)  # its process takes memory
            self._on_state(found.state)
            return
        self._on_state(found.state)
        reader = self._session.reader(is_quiet=True) if self._session.is_open else None
        self._background.run(
            partial(_read, turn.over, found.original, found.snapshot, reader),
            owner=self,
            then=partial(self._on_read, turn, found.original),
            otherwise=partial(self._on_failed, turn, found.original),
            lane=Lane.READING,
        )

    def _on_read(self, turn: _Turn, original: ExhibitId, texts: tuple[ReadText, ...]) -> None:
        """Keep what was read; the vault keeps nothing of a picture that was covered meanwhile."""
        self._failed = 0
        self._keep(turn, lambda vault: vault.keep_texts(original, texts, reader=READER))

    def _keep(self, turn: _Turn, job: Callable[[Vault], object]) -> None:
        if turn is self._turn and self._session.is_open:
            self._session.run(
                job,
                owner=self,
                then=lambda _: self._on_kept(turn),
                otherwise=partial(self._on_failed, turn, None),
            )

    def _on_kept(self, turn: _Turn) -> None:
        if turn is self._turn:
            self._turn = None
            self._later(REST_MS)

    def _on_failed(self, turn: _Turn, original: ExhibitId | None, error: BaseException) -> None:
        """Note a picture that cannot be read and go on; whatever else is in the way, stand still."""
        if turn is not self._turn:
            return
        if isinstance(error, ENDS):
            self._turn = None
            return
        self._failed += isinstance(error, ReadingFailed)
        why = WHY.get(type(error))
        if original is not None and why is not None and self._failed < MOST_FAILED:
            self._keep(turn, lambda vault: vault.cannot_read(original, why))
            return
        self.is_stuck = True
        self._stop()
        self.changed.emit()

    def _on_state(self, state: ReadingState) -> None:
        if self._session.is_open:
            self.state = state
            self.changed.emit()

    def _on_switched(self, is_on: bool) -> None:  # noqa: FBT001 - what was asked
        self.refresh()
        if is_on:
            self.go_on()

    def _on_changed(self, _what: object = None) -> None:
        """Something is new, covered or uncovered."""
        self._later(FIRST_MS)

    def _on_locking(self) -> None:
        """Forget; the session ends the process before the vault is closed."""
        self._timer.stop()
        self._drop()
        self.state = None
        self.is_paused = self.is_stuck = False
        self._failed = 0

    def _stop(self) -> None:
        """End what is being read; the picture is read from the start the next time."""
        self._timer.stop()
        if self._turn is not None:
            self._drop()
        self._session.stop_reading(is_quiet=True)

    def _drop(self) -> None:
        """Nobody wants what is being read."""
        turn, self._turn = self._turn, None
        if turn is not None:
            turn.over.set()


def _next(vault: Vault) -> _Next:
    """Return the next picture that is to be read, if any."""
    state = vault.reading_state()
    waiting = vault.unread(1)
    return _Next(state, waiting[0], vault.reader()) if waiting else _Next(state)


def _read(
    over: threading.Event, original: ExhibitId, snapshot: Snapshot, reader: PictureReader | None
) -> tuple[ReadText, ...]:
    """Return what stands in a picture; the snapshot is given up in any case.

    Raises:
        Cancelled: nobody wants it any more.
    """
    from app.search.lines import texts_of  # noqa: PLC0415 - when a picture is first read

    with snapshot:
        picture = b"" if over.is_set() else snapshot.original(original)
    if over.is_set() or reader is None:
        raise Cancelled
    return texts_of(reader.read_all(picture))
