# SPDX-License-Identifier: MIT
"""Typed facts and their revisions: nothing is overwritten, each revision is an act with its record.

A fact is kept as JSON text with a 32-byte salt; its record holds the salted hash value, and from the second
revision on that of the one before. A purge empties text and salt: the entry is not found any more, its
hash values stay.
"""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from app.clock import parse_timestamp
from app.custody.log import SALT_BYTES, salted_hash
from app.errors import BadInput, VaultDamaged
from app.model import (
    Account,
    Call,
    CaseFacts,
    Contact,
    Demand,
    Entry,
    EntryId,
    Event,
    ExhibitFacts,
    Fact,
    Note,
    Offender,
    Payment,
    Place,
    ReportMade,
    StepState,
)
from app.plain import from_plain, to_plain

if TYPE_CHECKING:
    from app.vault.connection import Database
    from app.vault.ledger import Ledger

F = TypeVar("F", bound=Fact)


class Kind(NamedTuple):
    """How a type of fact is called in the table and in the log."""

    name: str
    added: str
    revised: str


KINDS: dict[type[Any], Kind] = {
    CaseFacts: Kind("case", "case.create", "case.revise"),
    Account: Kind("account", "account.add", "account.revise"),
    Offender: Kind("offender", "offender.add", "offender.revise"),
    Contact: Kind("contact", "contact.add", "contact.revise"),
    Payment: Kind("payment", "payment.add", "payment.revise"),
    Demand: Kind("demand", "demand.add", "demand.revise"),
    Event: Kind("event", "event.add", "event.revise"),
    Call: Kind("call", "call.add", "call.revise"),
    Place: Kind("place", "place.add", "place.revise"),
    ReportMade: Kind("report", "report.add", "report.revise"),
    StepState: Kind("step", "step.mark", "step.mark"),
    Note: Kind("note", "note.add", "note.revise"),
    ExhibitFacts: Kind("exhibit", "exhibit.revise", "exhibit.revise"),
}
NEVER_WITHDRAWN = (CaseFacts, ExhibitFacts)  # an exhibit is withdrawn itself
_TYPES = {kind.name: fact_type for fact_type, kind in KINDS.items()}

_SELECT = """
    SELECT e.id, e.kind, r.body, (SELECT at FROM revision WHERE entry_id = e.id AND n = 1), r.at, r.n
    FROM entry e JOIN revision r ON r.entry_id = e.id
    AND r.n = (SELECT max(n) FROM revision WHERE entry_id = e.id)
    AND e.id NOT IN (SELECT object_id FROM purge)
"""
_OF_KIND = f"{_SELECT} WHERE e.kind = ? AND"
_WITHDRAWN = "EXISTS (SELECT 1 FROM withdrawn_entry w WHERE w.entry_id = e.id)"
_ORDER = "ORDER BY e.created_seq"


def add(
    database: Database,
    ledger: Ledger,
    fact: F,
    *,
    entry_id: str | None = None,
    also: dict[str, object] | None = None,
) -> Entry[F]:
    """The fact is in the open transaction as a new entry, with its record.

    Args:
        database: inside a transaction.
        ledger: of that database.
        fact: what to keep.
        entry_id: whose facts these are, where they belong to something that has an id; else a new one.
        also: further ids and hash values for the record.

    Raises:
        BadInput: this kind of value is not kept as an entry.
    """
    kind = _kind(type(fact))
    new_id, body, salt = entry_id or secrets.token_hex(16), _body(fact), secrets.token_bytes(SALT_BYTES)
    moment = ledger.begin()
    hashed = salted_hash(body, salt)
    seq = ledger.append(
        kind.added, new_id, {"kind": kind.name, "n": 1, "hash": hashed, **(also or {})}, moment
    )
    database.run("INSERT INTO entry VALUES (?, ?, ?)", (new_id, kind.name, seq))
    database.run(
        "INSERT INTO revision VALUES (?, 1, ?, ?, ?, ?, ?)", (new_id, seq, moment.ts, body, salt, hashed)
    )
    return Entry(EntryId(new_id), _fact(kind.name, body), moment.utc, moment.utc, 1)


def revise(
    database: Database, ledger: Ledger, entry_id: str, fact: F, *, also: dict[str, object] | None = None
) -> Entry[F]:
    """The fact is in the open transaction as the entry's newest revision; a fact that says the same is not.

    Args:
        database: inside a transaction.
        ledger: of that database.
        entry_id: of the entry.
        fact: what to keep.
        also: further ids, numbers and hash values for the record.

    Raises:
        BadInput: no such entry, or it is of another kind.
    """
    present = entry(database, entry_id)
    if type(present.fact) is not type(fact):
        raise BadInput("an entry keeps its kind")
    body, salt = _body(fact), secrets.token_bytes(SALT_BYTES)
    if body == _body(present.fact):
        return cast("Entry[F]", present)
    kind, moment, n = _kind(type(fact)), ledger.begin(), present.revision + 1
    hashed = salted_hash(body, salt)
    before = _hash_of(database, entry_id, n - 1)
    data = {"kind": kind.name, "n": n, "hash": hashed, "before": before, **(also or {})}
    seq = ledger.append(kind.revised, entry_id, data, moment)
    database.run(
        "INSERT INTO revision VALUES (?, ?, ?, ?, ?, ?, ?)", (entry_id, n, seq, moment.ts, body, salt, hashed)
    )
    return Entry(present.id, _fact(kind.name, body), present.created_at, moment.utc, n)


def entry(database: Database, entry_id: str) -> Entry[Any]:
    """Return the entry in its latest revision.

    Raises:
        BadInput: no such entry.
    """
    found = database.row(f"{_SELECT} WHERE e.id = ?", (entry_id,))
    if found is None:
        raise BadInput("no such entry")
    return _entry(found)


def entries(database: Database, fact_type: type[F]) -> tuple[Entry[F], ...]:
    """Return every entry of this kind, latest revision, in order of creation, without withdrawn ones."""
    return tuple(
        _entry(row) for row in database.rows(f"{_OF_KIND} NOT {_WITHDRAWN} {_ORDER}", _named(fact_type))
    )


def holds(database: Database, fact_type: type[Any]) -> bool:
    """Whether there is an entry of this kind that was not taken back; none is made of it."""
    return database.row(f"{_OF_KIND} NOT {_WITHDRAWN} LIMIT 1", _named(fact_type)) is not None


def withdrawn(database: Database, fact_type: type[F]) -> tuple[Entry[F], ...]:
    """Return every entry of this kind that was taken back, in order of creation."""
    return tuple(_entry(row) for row in database.rows(f"{_OF_KIND} {_WITHDRAWN} {_ORDER}", _named(fact_type)))


def withdraw(database: Database, ledger: Ledger, entry_id: str) -> Entry[Any]:
    """The entry is taken back in the open transaction: nothing tells of it any more, nothing of it is gone.

    Raises:
        BadInput: no such entry, taken back before, or of a kind that is never taken back.
    """
    present = entry(database, entry_id)
    if isinstance(present.fact, NEVER_WITHDRAWN) or _is_withdrawn(database, entry_id):
        raise BadInput("cannot be taken back")
    moment = ledger.begin()
    seq = ledger.append("entry.withdraw", entry_id, {"n": present.revision}, moment)
    database.run("INSERT INTO withdrawn_entry VALUES (?, ?, ?)", (entry_id, seq, moment.ts))
    return present


def restore(database: Database, ledger: Ledger, entry_id: str) -> Entry[Any]:
    """The entry that was taken back counts again, in the open transaction.

    Raises:
        BadInput: no such entry, or not taken back.
    """
    present = entry(database, entry_id)
    if not _is_withdrawn(database, entry_id):
        raise BadInput("not taken back")
    ledger.append("entry.restore", entry_id, {"n": present.revision}, ledger.begin())
    database.run("DELETE FROM withdrawn_entry WHERE entry_id = ?", (entry_id,))
    return present


def history(database: Database, entry_id: str) -> tuple[Any, ...]:
    """Return every revision of an entry, the first first.

    Raises:
        BadInput: no such entry.
    """
    found = database.rows(
        "SELECT e.kind, r.body FROM revision r JOIN entry e ON e.id = r.entry_id"
        " WHERE e.id = ? AND e.id NOT IN (SELECT object_id FROM purge) ORDER BY r.n",
        (entry_id,),
    )
    if not found:
        raise BadInput("no such entry")
    return tuple(_fact(kind, body) for kind, body in found)


def case(database: Database) -> Entry[CaseFacts]:
    """Return the facts of the case.

    Raises:
        VaultDamaged: there are none.
    """
    found = entries(database, CaseFacts)
    if len(found) != 1:
        raise VaultDamaged("not exactly one case")
    return found[0]


def _named(fact_type: type[Any]) -> tuple[str]:
    """Return what the table calls this type, to ask for it."""
    return (_kind(fact_type).name,)


def _is_withdrawn(database: Database, entry_id: str) -> bool:
    """Whether the entry was taken back."""
    return database.row("SELECT 1 FROM withdrawn_entry WHERE entry_id = ?", (entry_id,)) is not None


def _kind(fact_type: type[Any]) -> Kind:
    """Return how this type is called.

    Raises:
        BadInput: it is no fact.
    """
    try:
        return KINDS[fact_type]
    except KeyError as error:
        raise BadInput(f"{fact_type.__name__} is not kept as an entry") from error


def _body(fact: Fact) -> str:
    """Return the text under which the fact is kept.

    Raises:
        BadInput: it could not be read back: a time without zone, half a character, a value of a wrong kind.
    """
    try:
        plain = to_plain(fact)
        from_plain(type(fact), plain)
        body = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
        body.encode("utf-8")
    except (ValueError, TypeError, AttributeError) as error:
        raise BadInput(f"a fact of kind {_kind(type(fact)).name} cannot be kept") from error
    return body


def _fact(kind: str, body: str) -> Any:
    """Return the fact that the text says.

    Raises:
        VaultDamaged: it says nothing this release understands.
    """
    try:
        return from_plain(_TYPES[kind], json.loads(body))
    except (ValueError, KeyError, TypeError) as error:
        raise VaultDamaged(f"a fact of kind {kind} cannot be read") from error


def _entry(row: tuple[Any, ...]) -> Entry[Any]:
    """Return the typed entry of a row of ``_SELECT``."""
    entry_id, kind, body, created_at, revised_at, n = row
    return Entry(
        EntryId(entry_id), _fact(kind, body), parse_timestamp(created_at), parse_timestamp(revised_at), n
    )


def _hash_of(database: Database, entry_id: str, n: int) -> str:
    """Return the salted hash value of one revision."""
    return str(database.value("SELECT hash FROM revision WHERE entry_id = ? AND n = ?", (entry_id, n)))
