# SPDX-License-Identifier: MIT
"""Outside times in the vault: asked for, and then come or failed, each with its record in the log.

Between question and answer the vault is not held. If it is locked meanwhile, the question stands there
without an answer, and nothing says that one came.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from app.clock import parse_timestamp
from app.custody.canonical import canonical, read_canonical
from app.custody.checkpoint import read_checkpoint
from app.errors import BadInput
from app.hashing import sha256_of
from app.model import Anchor
from app.vault import checkpoints

if TYPE_CHECKING:
    from app.custody.anchors import Answered, Asked
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

_SELECT = "SELECT id, end_seq, note, request, response, root, facts FROM anchor WHERE facts IS NOT NULL"


def begin(database: Database, ledger: Ledger, note: str) -> tuple[str, Asked]:
    """The question for this signed head and its record are in the open transaction. Returns: its id, and it.

    Raises:
        BadInput: the note is not one of this case.
    """
    if note not in checkpoints.notes(database):
        raise BadInput("not a signed head of this case")
    from app.custody.anchors import ask_for  # noqa: PLC0415 - certificates, when one is first asked for

    moment, anchor_id = ledger.begin(), secrets.token_hex(16)
    asked = ask_for(note.encode("utf-8"))
    head = read_checkpoint(note, checkpoints.signing_key(database).public_bytes)
    hashes = {"note_sha256": sha256_of(asked.note), "request_sha256": sha256_of(asked.request)}
    seq = ledger.append("anchor.request", anchor_id, {"size": head.size, **hashes}, moment)
    database.run(
        "INSERT INTO anchor VALUES (?, ?, ?, ?, NULL, NULL, NULL, NULL)",
        (anchor_id, seq, asked.note, asked.request),
    )
    return anchor_id, asked


def came(database: Database, ledger: Ledger, anchor_id: str, answered: Answered) -> Anchor:
    """The checked answer and its record are in the open transaction.

    Raises:
        BadInput: no such question, it has its answer, or this is one to another.
    """
    from app.custody.anchors import facts  # noqa: PLC0415 - as above

    _check_open(database, anchor_id, answered.asked)
    key = checkpoints.signing_key(database).public_bytes
    said = facts(answered, read_checkpoint(answered.asked.note.decode("utf-8"), key))
    seq = ledger.append("anchor.ok", anchor_id, said, ledger.begin())
    database.run(
        "UPDATE anchor SET end_seq = ?, response = ?, root = ?, facts = ? WHERE id = ?",
        (seq, answered.response, answered.authority.root_pem, canonical(said), anchor_id),
    )
    return anchors(database)[-1]


def failed(database: Database, ledger: Ledger, anchor_id: str, why: str) -> None:
    """That no answer came and its record are in the open transaction.

    Raises:
        BadInput: no such question, or it has its answer.
    """
    _check_open(database, anchor_id)
    seq = ledger.append("anchor.fail", anchor_id, {"why": why}, ledger.begin())
    database.run("UPDATE anchor SET end_seq = ? WHERE id = ?", (seq, anchor_id))


def anchors(database: Database) -> tuple[Anchor, ...]:
    """Return every outside time that came, the oldest first."""
    return tuple(_anchor(*row) for row in database.rows(f"{_SELECT} ORDER BY end_seq"))


def _check_open(database: Database, anchor_id: str, asked: Asked | None = None) -> None:
    """The question was asked, and nothing came of it yet."""
    row = database.row("SELECT note, request FROM anchor WHERE id = ? AND end_seq IS NULL", (anchor_id,))
    if row is None or (asked is not None and tuple(row) != (asked.note, asked.request)):
        raise BadInput("no such question")


def _anchor(
    anchor_id: str, seq: int, note: bytes, request: bytes, response: bytes, root: bytes, said: bytes
) -> Anchor:
    """Return the outside time that a row tells of."""
    told = read_canonical(said)
    return Anchor(
        id=anchor_id,
        seq=seq,
        note=note,
        request=request,
        response=response,
        root_pem=root,
        facts=said,
        authority=told["authority"],
        size=told["size"],
        at=parse_timestamp(told["token_at"]),
        difference_ms=told["difference_ms"],
        uncertain_by_ms=told["uncertain_by_ms"],
    )
