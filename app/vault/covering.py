# SPDX-License-Identifier: MIT
"""What a person covers in an open case: copies are put by one at a time, and count all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import Cancelled
from app.vault import checkpoints, redactions
from app.vault.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.custody.checkpoint import SigningKey
    from app.model import Derivative, Exhibit
    from app.vault.connection import Database
    from app.vault.ledger import Ledger


@dataclass(frozen=True, slots=True)
class Begun:
    """A covering that was begun: the exhibit as it was, when, and with which tool copies are made."""

    exhibit: Exhibit
    at: datetime
    tool: str


class Covering(Writing):
    """An open case whose pictures can be covered in part."""

    def __init__(self, database: Database, ledger: Ledger, signing_key: SigningKey) -> None:
        """Take over the parts; nothing was begun."""
        super().__init__(database, ledger, signing_key)
        self._begun: dict[str, Begun] = {}

    def begin_cover(self, exhibit_id: str) -> Begun:
        """Return what copies are made of, with none waiting; whoever began before on the same is stopped.

        Raises:
            BadInput: no such exhibit, or withdrawn.
            PicturesNotAllowed: somebody in it is, or may be, under 18.
        """
        with self._database.transaction():
            redactions.unstage(self._database, exhibit_id)
            exhibit = redactions.check(self._database, exhibit_id)
            begun = Begun(exhibit, self._ledger.begin().utc, self._ledger.tool)
            self._begun[exhibit.id] = begun
        return begun

    def stage(self, begun: Begun, made: Derivative, jpeg: bytes | None = None) -> None:
        """A copy waits until ``cover``; nothing shows it before, and nothing is recorded of it.

        Args:
            begun: as ``begin_cover`` gave it.
            made: the copy, or a joined picture made from copies.
            jpeg: the small picture of the original, as it is then; None for none.

        Raises:
            BadInput, PicturesNotAllowed, HashMismatch: it may not be kept.
            Cancelled: another covering of the same exhibit was begun.
            DiskFull: nothing was kept.
        """
        with self._database.transaction():
            self._refuse_another(begun)
            redactions.stage(self._database, begun.exhibit.id, made, jpeg)

    def staged_parts(self, derivative_id: str) -> Iterator[bytes]:
        """Yield the bytes of a copy that waits, at most 4 MiB at a time.

        Raises:
            BadInput: no such copy.
        """
        return redactions.staged_parts(self._database, derivative_id)

    def cover(self, begun: Begun) -> int | None:
        """Every copy that waits counts; small pictures and text that show what is covered are gone.

        Args:
            begun: as ``begin_cover`` gave it.

        Returns: how many lines of text were forgotten; None, with nothing done, if the exhibit has become
            another meanwhile: a frame was added, or it was finished.

        Raises:
            BadInput, PicturesNotAllowed: parts of it may not be covered any more.
            Cancelled: another covering of the same exhibit was begun.
            DiskFull: nothing was covered.
        """
        with self._database.transaction():
            self._refuse_another(begun)
            words = redactions.cover(self._database, self._ledger, begun.exhibit)
            if words is not None:
                checkpoints.add(self._database, self._ledger, self._signing_key)
        return words

    def end_cover(self, begun: Begun) -> None:
        """No copy that was made since waits any more."""
        with self._database.transaction():
            if self._begun.get(begun.exhibit.id) is begun:
                redactions.unstage(self._database, begun.exhibit.id)
                del self._begun[begun.exhibit.id]

    def is_covering(self, exhibit_id: str) -> bool:
        """Whether a covering of an exhibit was begun and has not ended."""
        return exhibit_id in self._begun

    def _refuse_another(self, begun: Begun) -> None:
        """What was begun is still what counts.

        Raises:
            Cancelled: another covering of the same exhibit was begun.
        """
        if self._begun.get(begun.exhibit.id) is not begun:
            raise Cancelled("another covering of the same exhibit was begun")
