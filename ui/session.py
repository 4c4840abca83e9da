# SPDX-License-Identifier: MIT
"""The open vault as the window sees it: jobs go in, one signal comes back. It holds no truth of its own."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import VaultLocked
from ui import vault_jobs
from ui.background import Lane
from ui.reading import OneReader, new_reader

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from concurrent.futures import Future
    from pathlib import Path

    from app.clock import Clock
    from app.model import CaseFacts
    from app.vault import KdfParameters, SecretKind, Vault
    from ui.background import Background
    from ui.reading import PictureReader

T = TypeVar("T")


class Session(QObject):
    """Opens, uses and locks one vault, always in the vault's own thread.

    Signals:
        opened: a vault is open.
        exhibit_added: an exhibit is stored; carries the Exhibit.
        case_changed: facts were added or revised.
        locking: the vault is about to close; connect directly to save what is typed.
        locked: the vault is closed; carries why.
    """

    opened = Signal()
    exhibit_added = Signal(object)
    case_changed = Signal()
    locking = Signal()
    locked = Signal(str)

    def __init__(
        self,
        background: Background,
        *,
        clock: Clock,
        tool: str,
        machine_alias: str,
        kdf: KdfParameters | None = None,
        make_reader: Callable[[bool], PictureReader] = new_reader,
        parent: QObject | None = None,
    ) -> None:
        """Keep what is needed to open; nothing is opened yet."""
        super().__init__(parent)
        self._background = background
        self._clock = clock
        self._tool = tool
        self._machine_alias = machine_alias
        self._kdf = kdf
        self._make_reader = make_reader
        self._readers: dict[bool, OneReader] = {}
        self._vault: Vault | None = None
        self._is_opening = False
        self._lock_once_open = ""
        self._stop: threading.Event | None = None

    @property
    def is_open(self) -> bool:
        """Whether a vault is open and not about to close."""
        return self._vault is not None

    @property
    def is_busy(self) -> bool:
        """Whether a vault is open, or is being opened."""
        return self._is_opening or self.is_open

    def create(
        self,
        folder: Path,
        passphrase: str,
        facts: CaseFacts,
        *,
        otherwise: Callable[[BaseException], object] | None = None,
    ) -> Future[Vault]:
        """Make a vault and open it; ``opened`` follows."""
        job = partial(
            vault_jobs.create,
            folder,
            passphrase,
            clock=self._clock,
            facts=facts,
            tool=self._tool,
            machine_alias=self._machine_alias,
            kdf=self._kdf,
        )
        return self._begin(job, otherwise)

    def open(
        self,
        folder: Path,
        secret: str,
        *,
        kind: SecretKind | None = None,
        progress: Callable[[float], None] = lambda _share: None,
        otherwise: Callable[[BaseException], object] | None = None,
    ) -> Future[Vault]:
        """Open a vault with its passphrase, or another kind of secret; ``opened`` follows."""
        job = partial(
            vault_jobs.open_with,
            folder,
            secret,
            clock=self._clock,
            tool=self._tool,
            kind=kind,
            progress=progress,
        )
        return self._begin(job, otherwise)

    def run(
        self,
        job: Callable[[Vault], T],
        *,
        owner: QObject,
        then: Callable[[T], object] | None = None,
        otherwise: Callable[[BaseException], object] | None = None,
    ) -> Future[T]:
        """Run a short job on the open vault, in the vault's thread.

        A vault that is locked by then raises VaultLocked into ``otherwise``.
        """
        vault = self._vault

        def guarded() -> T:
            if vault is None:
                raise VaultLocked
            return job(vault)

        return self._background.run(guarded, owner=owner, then=then, otherwise=otherwise, lane=Lane.VAULT)

    def rekey(
        self,
        secret: str,
        *,
        progress: Callable[[float], None],
        cancelled: threading.Event,
        otherwise: Callable[[BaseException], object],
    ) -> None:
        """Lock the whole case with a new key; ``locked`` follows, and the new passphrase opens it.

        A lock meanwhile, as by Hide, stops it, and the case is locked with the old key. A failure comes to
        ``otherwise``, and the case is open as before.
        """
        if self._vault is None:
            otherwise(VaultLocked())
            return
        self._stop = cancelled
        job = partial(vault_jobs.rekey, secret=secret, progress=progress, cancelled=cancelled)
        self._hand_over(job, "rekey", partial(self._on_not_rekeyed, otherwise))

    def delete(self) -> None:
        """Close the case and delete it, also if Hide is pressed meanwhile; ``locked`` follows.

        What was closed and could not be deleted is told like any failure, and stays locked.
        """
        if self._vault is not None:
            self._hand_over(vault_jobs.delete, "deleted", lambda _vault, error: self._on_not_deleted(error))

    def reader(self, *, is_quiet: bool = False) -> PictureReader:
        """Return what reads pictures of the open vault; the next lock ends it.

        Args:
            is_quiet: the one that nobody waits for; each has a process of its own.

        Raises:
            VaultLocked: no vault is open.
        """
        if self._vault is None:
            raise VaultLocked
        if is_quiet not in self._readers:
            self._readers[is_quiet] = OneReader(self._make_reader(is_quiet))
        return self._readers[is_quiet]

    def stop_reading(self, *, is_quiet: bool = False) -> None:
        """End what is being read; this returns at once, and the next reading starts anew."""
        reader = self._readers.pop(is_quiet, None)
        if reader is not None:
            self._background.run(reader.stop, owner=self)

    def lock(self, why: str) -> None:
        """Close the vault at once; ``locking`` comes first, ``locked`` when it is closed and nothing is read.

        A vault that is just being opened is closed as soon as it is open.
        """
        if self._vault is None:
            self._lock_once_open = why if self._is_opening else ""
            if self._stop is not None:
                self._stop.set()
            return
        self.locking.emit()  # what is typed joins the queue before the closing
        vault, self._vault = self._vault, None
        readers, self._readers = tuple(self._readers.values()), {}
        vault.interrupt()
        self._background.run(
            lambda: vault_jobs.close(vault, readers, why),
            owner=self,
            then=lambda _: self.locked.emit(why),
            otherwise=lambda error: self._on_close_failed(error, why),
            lane=Lane.VAULT,
        )

    def _begin(
        self, job: Callable[[], Vault], otherwise: Callable[[BaseException], object] | None
    ) -> Future[Vault]:
        """Start opening."""
        self._is_opening = True
        return self._background.run(
            job,
            owner=self,
            then=self._on_opened,
            otherwise=lambda error: self._on_refused(error, otherwise),
            lane=Lane.VAULT,
        )

    def _on_opened(self, vault: Vault) -> None:
        """Take over an open vault."""
        self._is_opening = False
        self._vault = vault
        why, self._lock_once_open = self._lock_once_open, ""
        if why:
            self.lock(why)
        else:
            self.opened.emit()

    def _hand_over(
        self,
        job: Callable[[Vault], object],
        why: str,
        otherwise: Callable[[Vault, BaseException], object],
    ) -> None:
        """Let a job have the open vault for good; ``locked`` follows, with why."""
        self.locking.emit()  # what is typed joins the queue before
        vault, self._vault = self._vault, None
        if vault is None:
            return
        self._is_opening = True
        for is_quiet in tuple(self._readers):
            self.stop_reading(is_quiet=is_quiet)
        self._background.run(
            lambda: job(vault),
            owner=self,
            then=lambda _: self._on_given_up(why),
            otherwise=lambda error: otherwise(vault, error),
            lane=Lane.VAULT,
        )

    def _on_given_up(self, why: str) -> None:
        """Nothing is open; the page that follows from it comes, or the end that was asked for meanwhile."""
        self._is_opening, self._stop = False, None
        why, self._lock_once_open = self._lock_once_open or why, ""
        self.locked.emit(why)

    def _on_not_deleted(self, error: BaseException) -> None:
        """It is locked, and whole, or nobody can read it any more."""
        self._on_given_up("lock")
        self._background.failed.emit(error)

    def _on_not_rekeyed(
        self, otherwise: Callable[[BaseException], object], vault: Vault, error: BaseException
    ) -> None:
        """The vault is open as before; or is locked now, if that was asked for meanwhile."""
        self._is_opening, self._stop, self._vault = False, None, vault
        why, self._lock_once_open = self._lock_once_open, ""
        if why:
            self.lock(why)
        else:
            otherwise(error)

    def _on_refused(self, error: BaseException, otherwise: Callable[[BaseException], object] | None) -> None:
        """Nothing is open."""
        self._is_opening = False
        why, self._lock_once_open = self._lock_once_open, ""
        if why:
            self.locked.emit(why)
        elif otherwise is not None:
            otherwise(error)
        else:
            self._background.failed.emit(error)

    def _on_close_failed(self, error: BaseException, why: str) -> None:
        """The vault is closed all the same; its last record could not be written."""
        self.locked.emit(why)
        self._background.failed.emit(error)
