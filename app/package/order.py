# SPDX-License-Identifier: MIT
"""What is to be exported, frozen at one moment: checkpoint C, the dossier with C in it, a read snapshot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.errors import ExportFailed, NothingToReport
from app.report.snapshot import snapshot, why_left_out

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.clock import Clock
    from app.identify.platforms import Catalogue
    from app.model import Anchor
    from app.report.dossier import Dossier, Originals
    from app.report.scope import Scope
    from app.vault import Reader, Vault


@dataclass(frozen=True, slots=True)
class Order:
    """One export, ready to be written in any thread.

    Attributes:
        note: checkpoint C; the packaged log ends at its size.
        anchor: an outside time for C that came since; its own record comes after C.
        sign: signs with the key of the case, from any thread.
    """

    dossier: Dossier
    originals: Originals
    reader: Reader
    note: str
    sign: Callable[[str], str]
    anchor: Anchor | None = None

    def close(self) -> None:
        """Both snapshots are given up."""
        self.originals.close()
        self.reader.close()


def prepare(vault: Vault, *, catalogue: Catalogue, clock: Clock, scope: Scope | None = None) -> Order:
    """Return what is to be exported; the checkpoint stands in the vault. Runs where the vault is written.

    With a ``scope`` it is only some exhibits, and what concerns them.

    Raises:
        BadInput: an exhibit was chosen that there is not, or that never leaves.
        NothingToReport: no exhibit and no fact yet.
        ExportFailed: a picture that never leaves the vault was chosen.
    """
    _cover_late_twins(vault)
    note = vault.checkpoint()
    dossier, originals = snapshot(
        vault, catalogue=catalogue, moment=clock.now(), checkpoint_note=note, scope=scope
    )
    try:
        refuse(dossier)
        reader = vault.reader()
    except BaseException:
        originals.close()
        raise
    return Order(dossier, originals, reader, note, vault.sign)


def _cover_late_twins(vault: Vault) -> None:
    """What is covered of a file leaves under no number, though it was captured again a moment ago."""
    if vault.covers_anything():
        from app.redaction import cover_twins  # noqa: PLC0415 - numpy, 80 ms, where something is covered

        cover_twins(vault)


def refuse(dossier: Dossier) -> None:
    """The order has something to tell, and no picture in it that never leaves.

    Raises:
        NothingToReport, ExportFailed: it is not so.
        Source: evidence.md, sections 4 and 6.
    """
    if dossier.is_empty:
        raise NothingToReport
    for exhibit in (entry.exhibit for entry in dossier.exhibits):
        if exhibit.withdrawn_at or why_left_out(exhibit, dossier.case) is not None:
            raise ExportFailed("a picture that never leaves the vault was chosen")
