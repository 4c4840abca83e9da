# SPDX-License-Identifier: MIT
"""Setting pictures apart: once somebody in them is, or may be, under 18, no later answer brings them back.

Each is marked in its own facts, with a record of its own in the same transaction as the answer. What is
small, what was read and what waits to become a copy goes at once; bytes and records stay for the police.
Source: evidence.md, section 6; docs/adr/0030-words-only-areas-and-what-is-set-apart.md.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.custody.acts import SET_APART
from app.errors import PicturesNotAllowed
from app.model import ExhibitFacts, Sensitivity
from app.vault import entries, originals, texts

if TYPE_CHECKING:
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

_THERE = "SELECT id FROM exhibit WHERE acquisition IS NOT NULL ORDER BY number"
_SINCE = "SELECT 1 FROM record WHERE seq > ? AND instr(line, CAST(? AS BLOB)) LIMIT 1"
_STAGED = "SELECT blob_id FROM staged"


def set_apart(database: Database, ledger: Ledger) -> int:
    """Everything but areas of words is set apart in the open transaction, if the case is without pictures.

    Returns: how many exhibits were marked now.
    """
    if originals.are_allowed(database):
        return 0
    database.run("DELETE FROM thumbnail")
    texts.forget_all(database)
    _drop_waiting(database)
    marked = 0
    for (exhibit_id,) in database.rows(_THERE):
        before = originals.sensitivity(database, exhibit_id)
        if before not in {Sensitivity.WORDS_ONLY, Sensitivity.MAY_SHOW_UNDER_18}:
            _mark(database, ledger, exhibit_id)
            marked += 1
    return marked


def settled(database: Database, exhibit_id: str, wanted: Sensitivity) -> Sensitivity:
    """Return what an exhibit is marked as when the person wants this: some marks no press takes away.

    What is set apart stays so. An area of words is nothing else unless more is in it, and nothing else
    becomes one. In a case without pictures whatever is no area of words is set apart.
    """
    before = originals.sensitivity(database, exhibit_id)
    if before is Sensitivity.MAY_SHOW_UNDER_18:
        return before
    is_words = originals.was_confirmed(database, exhibit_id)
    if is_words and wanted in {Sensitivity.NONE, Sensitivity.WORDS_ONLY}:
        return Sensitivity.WORDS_ONLY
    if not originals.are_allowed(database):
        return Sensitivity.MAY_SHOW_UNDER_18
    return before if wanted is Sensitivity.WORDS_ONLY else wanted


def also(before: Sensitivity, now: Sensitivity) -> dict[str, object]:
    """Return what the record of a mark says beside its hash value: that it sets the exhibit apart."""
    apart = Sensitivity.MAY_SHOW_UNDER_18
    return {SET_APART: True} if now is apart and before is not apart else {}


def refuse_frozen_before(database: Database, size: object) -> None:
    """Nothing was set apart since the log had this many records, when what is to leave was frozen.

    Raises:
        PicturesNotAllowed: it was, or it is not known when this was frozen.
    """
    is_known = isinstance(size, int)
    if not is_known or database.row(_SINCE, (size, f'"{SET_APART}":true')) is not None:
        raise PicturesNotAllowed("frozen before pictures were set apart")


def _mark(database: Database, ledger: Ledger, exhibit_id: str) -> None:
    apart, mark = Sensitivity.MAY_SHOW_UNDER_18, also(Sensitivity.NONE, Sensitivity.MAY_SHOW_UNDER_18)
    if database.row("SELECT 1 FROM entry WHERE id = ?", (exhibit_id,)):
        facts = replace(entries.entry(database, exhibit_id).fact, sensitivity=apart)
        entries.revise(database, ledger, exhibit_id, facts, also=mark)
    else:
        entries.add(database, ledger, ExhibitFacts(sensitivity=apart), entry_id=exhibit_id, also=mark)


def _drop_waiting(database: Database) -> None:
    """No copy waits to be one."""
    waiting = database.rows(_STAGED)
    database.run("DELETE FROM staged")
    for (blob_id,) in waiting:
        database.run("DELETE FROM blob_part WHERE blob_id = ?", (blob_id,))
        database.run("DELETE FROM blob WHERE id = ?", (blob_id,))
