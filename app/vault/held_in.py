# SPDX-License-Identifier: MIT
"""Which copies outside the vault may hold something: made after it was kept, and not removed since.

What is withdrawn, or marked as intimate, is left out of everything but backups. What counts is how it stood
when a copy was made, which the places in the log tell.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from app.errors import BadInput
from app.model import CopyKind, CopyState, Sensitivity
from app.vault import copies, originals

if TYPE_CHECKING:
    from app.model import Copy
    from app.vault.connection import Database

_KEPT = "SELECT seq FROM exhibit WHERE id = ?1 UNION ALL SELECT created_seq FROM entry WHERE id = ?1 LIMIT 1"
_WITHDRAWN = (
    "SELECT seq FROM withdrawal WHERE exhibit_id = ?1"
    " UNION ALL SELECT seq FROM withdrawn_entry WHERE entry_id = ?1"
)
_SAID = "SELECT body FROM revision WHERE entry_id = ? AND seq <= ? ORDER BY n DESC LIMIT 1"


def copies_that_may_hold(database: Database, object_id: str) -> tuple[Copy, ...]:
    """Return the copies that may hold an exhibit or a fact, the oldest first.

    Raises:
        BadInput: there is no such exhibit or fact.
    """
    kept = database.row(_KEPT, (object_id,))
    if kept is None:
        raise BadInput("no such exhibit or entry")
    made_after = (one for one in copies.copies(database) if one.size >= kept[0])
    there = (one for one in made_after if one.state is not CopyState.REMOVED)
    return tuple(
        one for one in there if one.kind is CopyKind.BACKUP or _was_shown(database, object_id, one.size)
    )


def _was_shown(database: Database, object_id: str, size: int) -> bool:
    """Whether reports and packages showed it when the log had this many records."""
    withdrawn = database.row(_WITHDRAWN, (object_id,))
    return (withdrawn is None or withdrawn[0] > size) and not _was_marked(database, object_id, size)


def _was_marked(database: Database, object_id: str, size: int) -> bool:
    """Whether it was an exhibit that was marked then; what the person had said by then comes first."""
    if database.row("SELECT 1 FROM exhibit WHERE id = ?", (object_id,)) is None:
        return False
    said = database.row(_SAID, (object_id, size))
    if said is not None:
        return Sensitivity(json.loads(said[0])["sensitivity"]) in originals.NO_THUMBNAIL
    acquired = json.loads(originals.line_of(database, object_id))
    return Sensitivity(acquired["method"]["sensitivity"]) in originals.NO_THUMBNAIL
