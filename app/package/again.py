# SPDX-License-Identifier: MIT
"""The order of a report that is made already, once more: paper and package name the same root."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.package.order import Order, prepare
from app.report.snapshot import snapshot

if TYPE_CHECKING:
    from app.clock import Clock
    from app.identify.platforms import Catalogue
    from app.report.dossier import Dossier
    from app.vault import Vault


def prepare_as(vault: Vault, before: Dossier, note: str, *, catalogue: Catalogue, clock: Clock) -> Order:
    """Return the order of an earlier dossier if the case still says the same, else a new one.

    What was printed or saved meanwhile stands in the log behind the checkpoint and changes nothing.

    Raises:
        NothingToReport: no exhibit and no fact yet.
        ExportFailed: a picture that never leaves the vault was chosen.
    """
    dossier, originals = snapshot(vault, catalogue=catalogue, moment=before.prepared, checkpoint_note=note)
    if dossier != before:
        originals.close()
        return prepare(vault, catalogue=catalogue, clock=clock)
    try:
        reader = vault.reader()
    except BaseException:
        originals.close()
        raise
    return Order(dossier, originals, reader, note, vault.sign)
