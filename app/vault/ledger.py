# SPDX-License-Identifier: MIT
"""The custody log in the vault: every act appends its record inside the act's own transaction.

What ``data`` of each record holds beyond what ``app.custody.log`` lists (ids and hash values, never content;
``hash`` and ``before`` are salted hash values of the fact as JSON):

    case.create case.revise account.* offender.* contact.* payment.* demand.* call.* event.* place.* report.*
    note.* step.mark exhibit.revise
                         obj: entry id         kind, n, hash, and from the second revision on ``before``
    entry.withdraw entry.restore
                         obj: entry id         n (the revision that is taken back, or counts again)
    case.create          obj: entry id         also vault_id, machine
    key.create           obj: slot id          kind; for the signing key obj "signing", public_key_sha256;
                                               for a new key of the whole case obj "data", kind "data_key"
    exhibit.allocate     obj: id of the exhibit, or of a frame from the second on
    derivative.create    obj: derivative id    kind, n, ref, sha256, size_bytes, record_sha256
    exhibit.withdraw     obj: exhibit id       ref, hash
    checkpoint           obj: None             size, root, note_sha256
    vault.unlock         obj: None             by (kind of secret), schema
    vault.open_fail      obj: None             count, first, last (times)
    vault.lock           obj: None             why (a word of the program, never typed)
    integrity.check      obj: None             checked (originals), differs, exhibits (ids); of runs also
                                               derivatives (checked), files (ids); of a check of all that
                                               there is pages_damaged, keys_damaged, log_broken_at (0 if it
                                               holds), heads_differ; or part "keys", repaired
    restore              obj: None             size, root (where the log stood); lost_at (when the last thing
                                               was kept in the case it replaces), if that is known
    export.create backup.create
                         obj: copy id          hash values of what was made; never where it stands
    handover             obj: copy id          hash (of who took it)
    copy.remove          obj: copy id          (nothing)
    object.purge         obj: exhibit id       ref, hash (of the reason), originals and derivatives (how many)
                         obj: entry id         kind, hash (of the reason), n (revisions)
    anchor.request       obj: anchor id        size, note_sha256, request_sha256
    anchor.ok            obj: anchor id        what app.custody.anchors.facts gives
    anchor.fail          obj: anchor id        why (a word of the program)
    clock.measure        obj: None             server, offset_ms, uncertain_by_ms, at
    clock.jump           obj: None             before, after (times), shift_ms
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.clock import Clock, Moment, has_jumped, parse_timestamp
from app.custody.log import FIRST_PREV, leaf_hash, make_record
from app.custody.tree import Frontier
from app.errors import ChainBroken
from app.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from app.vault.connection import Database

PAGE_ROWS = 500
ACTORS = {Role.VICTIM: "witness", Role.HELPER: "helper"}


@dataclass(frozen=True, slots=True)
class _End:
    """The end of the log as stored: the tree's frontier, the last leaf, the last moment."""

    frontier: Frontier
    last_leaf: str
    moment: Moment | None


class Ledger:
    """Appends to the log. Keeps no state of its own, so a transaction that is undone leaves nothing behind.

    Attributes:
        actor: ``witness`` or ``helper``: whose hands are on the keyboard.
        tool: the program's name and version.
    """

    def __init__(self, database: Database, clock: Clock, tool: str) -> None:
        """Bind the log to its database, clock and the program's name and version."""
        self._database = database
        self._clock = clock
        self.tool = tool
        self.actor = ACTORS[Role.VICTIM]

    def over(self, database: Database) -> Ledger:
        """Return the same log in another file of this case."""
        other = Ledger(database, self._clock, self.tool)
        other.actor = self.actor
        return other

    def begin(self) -> Moment:
        """Return the moment of the act that now begins; a moved clock has been recorded first."""
        moment, last = self._clock.now(), _read_end(self._database).moment
        if last is not None and has_jumped(last, moment):
            shift_ms = _shift_ms(last, moment)
            self.append(
                "clock.jump", None, {"before": last.ts, "after": moment.ts, "shift_ms": shift_ms}, moment
            )
        return moment

    @contextlib.contextmanager
    def acting(self, role: Role) -> Iterator[None]:
        """Records made inside name this role as the one at the keyboard."""
        before, self.actor = self.actor, ACTORS[role]
        try:
            yield
        finally:
            self.actor = before

    @property
    def next_seq(self) -> int:
        """The place the next record will have."""
        return size(self._database) + 1

    def append(self, kind: str, obj: str | None, data: Mapping[str, object], moment: Moment) -> int:
        """The record is in the open transaction. Returns: its place in the log.

        Raises:
            BadInput: the data holds what the format does not allow.
        """
        end = _read_end(self._database)
        seq = end.frontier.size + 1
        line = make_record(
            seq=seq,
            moment=moment,
            actor=self.actor,
            tool=self.tool,
            type=kind,
            obj=obj,
            data=data,
            prev=end.last_leaf,
        )
        leaf = leaf_hash(line)
        self._database.run("INSERT INTO record VALUES (?, ?)", (seq, line))
        _write_end(self._database, _End(end.frontier.append(leaf), leaf, moment))
        return seq


def size(database: Database) -> int:
    """Return how many records there are."""
    return _read_end(database).frontier.size


def root(database: Database) -> str:
    """Return the root over all records. Source: RFC 6962, section 2.1."""
    return _read_end(database).frontier.root


def lines(database: Database) -> Iterator[bytes]:
    """Yield the records as stored, in order; those appended meanwhile come too."""
    last = 0
    while True:
        rows = database.rows(
            "SELECT seq, line FROM record WHERE seq > ? ORDER BY seq LIMIT ?", (last, PAGE_ROWS)
        )
        yield from (line for _, line in rows)
        if len(rows) < PAGE_ROWS:
            return
        last = rows[-1][0]


def check_end(database: Database) -> None:
    """The last record is the one the end of the log names: nothing was cut off.

    Raises:
        ChainBroken: it is not.
    """
    end = _read_end(database)
    found = database.row("SELECT seq, line FROM record ORDER BY seq DESC LIMIT 1")
    seq, leaf = (0, FIRST_PREV) if found is None else (found[0], leaf_hash(found[1]))
    if (seq, leaf) != (end.frontier.size, end.last_leaf):
        raise ChainBroken(seq, "the log does not end where it should")


def _shift_ms(last: Moment, moment: Moment) -> int:
    """Return by how much the wall clock was moved."""
    wall_ms = round((moment.utc - last.utc).total_seconds() * 1000)
    return wall_ms - (moment.monotonic_ns - last.monotonic_ns) // 1_000_000


def _read_end(database: Database) -> _End:
    """Return the stored end of the log."""
    found = database.row("SELECT size, last_leaf, peaks, ts, mono_ns, boot FROM ledger")
    if found is None:
        return _End(Frontier(), FIRST_PREV, None)
    count, last_leaf, peaks, ts, mono_ns, boot = found
    moment = Moment(parse_timestamp(ts), int(mono_ns), boot, "UTC", 0)
    return _End(Frontier(count, tuple(peaks.split())), last_leaf, moment)


def _write_end(database: Database, end: _End) -> None:
    """Store the end of the log."""
    moment = end.moment
    if moment is None:
        return
    database.run(
        "INSERT OR REPLACE INTO ledger VALUES (1, ?, ?, ?, ?, ?, ?)",
        (
            end.frontier.size,
            end.last_leaf,
            " ".join(end.frontier.peaks),
            moment.ts,
            str(moment.monotonic_ns),
            moment.boot_id,
        ),
    )
