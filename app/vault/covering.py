# SPDX-License-Identifier: MIT
"""What a person covers in an open case: copies are put by one at a time, and count all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.vault import checkpoints, redactions
from app.vault.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from app.model import Derivative, Exhibit


class Covering(Writing):
    """An open case whose pictures can be covered in part."""

    def begin_cover(self, exhibit_id: str) -> tuple[Exhibit, datetime, str]:
        """Return the exhibit as it is, with no copy waiting, and when and with which tool copies are made.

        Raises:
            BadInput: no such exhibit, or withdrawn.
            PicturesNotAllowed: somebody in it is, or may be, under 18.
        """
        with self._database.transaction():
            redactions.unstage(self._database, exhibit_id)
            exhibit = redactions.check(self._database, exhibit_id)
            return exhibit, self._ledger.begin().utc, self._ledger.tool

    def stage(self, exhibit_id: str, made: Derivative, jpeg: bytes | None = None) -> None:
        """A copy waits until ``cover``; nothing shows it before, and nothing is recorded of it.

        Args:
            exhibit_id: whose copy it is.
            made: the copy, or a joined picture made from copies.
            jpeg: the small picture of the original, as it is then; None for none.

        Raises:
            BadInput, PicturesNotAllowed, HashMismatch: it may not be kept.
            DiskFull: nothing was kept.
        """
        with self._database.transaction():
            redactions.stage(self._database, exhibit_id, made, jpeg)

    def staged_parts(self, derivative_id: str) -> Iterator[bytes]:
        """Yield the bytes of a copy that waits, at most 4 MiB at a time.

        Raises:
            BadInput: no such copy.
        """
        return redactions.staged_parts(self._database, derivative_id)

    def cover(self, known: Exhibit) -> int | None:
        """Every copy that waits counts; small pictures and text that show what is covered are gone.

        Args:
            known: the exhibit as ``begin_cover`` gave it.

        Returns: how many lines of text were forgotten; None, with nothing done, if the exhibit has become
            another meanwhile: a frame was added, or it was finished.

        Raises:
            BadInput, PicturesNotAllowed: parts of it may not be covered any more.
            DiskFull: nothing was covered.
        """
        with self._database.transaction():
            words = redactions.cover(self._database, self._ledger, known)
            if words is not None:
                checkpoints.add(self._database, self._ledger, self._signing_key)
        return words

    def end_cover(self, exhibit_id: str) -> None:
        """No copy of an exhibit waits any more."""
        with self._database.transaction():
            redactions.unstage(self._database, exhibit_id)
