# SPDX-License-Identifier: MIT
"""The exhibits as lists show them: what a row needs is picked out of its record, which stays unopened.

A picture that stands alone costs some microseconds so; a conversation, or what is covered, is read whole.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.clock import parse_timestamp
from app.errors import VaultDamaged
from app.model import ExhibitFacts, ExhibitId, Listed, Mode, Sensitivity
from app.vault import entries, exhibits

if TYPE_CHECKING:
    from app.vault.connection import Database

_PICKED = "'$.time.local', '$.source.window_title', '$.screen.mode', '$.content.mime', '$.method.sensitivity'"
_LINE = "CAST(x.acquisition AS TEXT)"
_IS_MORE = f"""json_extract({_LINE}, '$.run_id') IS NOT NULL
    OR EXISTS (SELECT 1 FROM derivative d WHERE d.exhibit_id = x.id)"""  # noqa: S608 - as below
_ROWS = f"""
    SELECT x.id, x.number, x.ref, x.acquired_at, w.at, json_extract({_LINE}, {_PICKED}), {_IS_MORE}
    FROM exhibit x LEFT JOIN withdrawal w ON w.exhibit_id = x.id
    WHERE x.number > ? AND x.id NOT IN (SELECT object_id FROM purge)
    ORDER BY x.number
"""  # noqa: S608 - no value of anybody's stands in it
_IDS = "SELECT id FROM exhibit WHERE id NOT IN (SELECT object_id FROM purge) ORDER BY number"
_FIRST_FACTS = {kind: ExhibitFacts(sensitivity=kind) for kind in Sensitivity}


def listed(database: Database, newest: int | None = None) -> tuple[Listed, ...]:
    """Return the exhibits by number, withdrawn ones included, those that were purged not.

    Args:
        database: of the vault.
        newest: only the last numbers, so many of them; all unless given.

    Raises:
        VaultDamaged: a record cannot be read.
    """
    last = int(database.value("SELECT ifnull(max(number), 0) FROM exhibit"))
    rows = database.rows(_ROWS, (0 if newest is None else last - newest,))
    said = _said(database, None if newest is None else [row[0] for row in rows])
    return tuple(_one(database, row, said.get(row[0])) for row in rows)


def ids(database: Database) -> tuple[ExhibitId, ...]:
    """Return the ids of all of them, by number."""
    return tuple(ExhibitId(exhibit_id) for (exhibit_id,) in database.rows(_IDS))


def _said(database: Database, wanted: list[str] | None) -> dict[str, ExhibitFacts]:
    """Return what the person said of these exhibits, or of all."""
    if wanted is None:
        return {entry.id: entry.fact for entry in entries.entries(database, ExhibitFacts)}
    there = (each for each in wanted if database.row("SELECT 1 FROM entry WHERE id = ?", (each,)))
    return {each: entries.entry(database, each).fact for each in there}


def _one(database: Database, row: tuple[Any, ...], facts: ExhibitFacts | None) -> Listed:
    exhibit_id, number, ref, acquired_at, withdrawn_at, picked, is_more = row
    if is_more:
        return Listed.of(exhibits.exhibit(database, exhibit_id))
    try:
        local, title, mode, mime, sensitivity = json.loads(picked)
        return Listed(
            ExhibitId(exhibit_id),
            number,
            ref,
            parse_timestamp(acquired_at),
            datetime.fromisoformat(local),
            title,
            Mode(mode) if mode else None,
            mime,
            facts or _FIRST_FACTS[sensitivity],
            parse_timestamp(withdrawn_at) if withdrawn_at else None,
        )
    except (ValueError, TypeError, KeyError) as error:
        raise VaultDamaged("an acquisition record cannot be read") from error
