# SPDX-License-Identifier: MIT
"""Somebody makes the whole package anew: with the case's own key, or with one of their own.

Such a package agrees with itself; only what stands on paper gives it away, or a record that says what can be
seen to be otherwise.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.custody.checkpoint import SigningKey
from app.package.names import CHECKPOINT, LOG, PUBLIC_KEY, REPORT
from tests.verifiers.mutations.change import Change, log_lines
from tests.verifiers.mutations.expected import Expected, exactly, found
from tests.verifiers.mutations.sealing import whole, with_key

if TYPE_CHECKING:
    from random import Random

    from tests.verifiers.mutations.change import Maker, Original

ROOT, KEY = ("paper_root", CHECKPOINT), ("paper_key", PUBLIC_KEY)


def by_the_owner(original: Original, rng: Random) -> Change:
    """The holder of the key wrote another story."""
    records = _records(original)
    at = rng.choice([n for n, one in enumerate(records) if one["type"] != "exhibit.withdraw"])
    key, value = rng.choice([("ts", "2026-11-23T02:16:05.123Z"), ("actor", "helper"), ("tool", "Other 9")])
    records[at][key] = value
    return Change(f"owner: record {at + 1} anew", Expected(on_paper=(ROOT,)), files=_by(original, records))


def by_the_owner_shorter(original: Original, rng: Random) -> Change:
    """The holder of the key left out records that nothing else needs."""
    records = _records(original)
    numbered = [
        n for n, one in enumerate(records) if one["type"] in {"acquisition.create", "derivative.create"}
    ]
    free = [n for n, one in enumerate(records) if n > numbered[-1] and one["type"] in _UNNEEDED]
    gone = rng.choice(free or [len(records) - 1])
    del records[gone]
    return Change(
        f"owner: record {gone + 1} left out", Expected(on_paper=(ROOT,)), files=_by(original, records)
    )


_UNNEEDED = frozenset({"checkpoint", "note.add", "event.add", "demand.add", "account.add", "payment.add"})


def by_the_owner_report(original: Original, rng: Random) -> Change:
    """The holder of the key exported another report later: one record more."""
    records = _records(original)
    records.append({**records[-1], "type": "note.add", "obj": "another", "data": {}})
    files = {**original.files, REPORT: b"%PDF-1.7 another " + rng.randbytes(4)}
    return Change(
        "owner: another report", Expected(on_paper=(ROOT,)), files=whole(files, records, original.key)
    )


def by_a_stranger(original: Original, rng: Random) -> Change:
    """Everything anew with a key of the forger's own, the log's record of the key too."""
    key = SigningKey.from_bytes(rng.randbytes(32))
    records = _records(original)
    for record in records:
        if record["type"] == "key.create" and record["data"].get("kind") == "ed25519":
            record["data"]["public_key_sha256"] = key.fingerprint
    files = whole(with_key(original.files, key), records, key)
    return Change("stranger: all anew", Expected(on_paper=(ROOT, KEY)), files=files)


def by_a_stranger_who_kept_the_log(original: Original, rng: Random) -> Change:
    """Head, lists and second note with a key of the forger's own; the log still names the right one."""
    key = SigningKey.from_bytes(rng.randbytes(32))
    files = whole(with_key(original.files, key), _records(original), key)
    return Change("stranger: log kept", exactly(("not_in_log", PUBLIC_KEY)), files=files)


def contradicting(original: Original, rng: Random) -> Change:
    """The holder of the key wrote a log that cannot be."""
    records = _records(original)
    what, make = rng.choice(_IMPOSSIBLE)
    if not make(records, rng):
        return by_the_owner(original, rng)
    expected = found(("contradicts", LOG))
    return Change(f"owner: {what}", expected, files=_by(original, records))


def without_evidence(original: Original, rng: Random) -> Change:
    """The holder of the key dropped a picture with its record from package and lists, not from the log."""
    gone = rng.choice(_pictures(original))
    left_out = {gone, gone.removesuffix(".png") + ".json"}
    files = {name: data for name, data in original.files.items() if name not in left_out}
    ref = json.loads(original.files[gone.removesuffix(".png") + ".json"])["exhibit_ref"]
    expected = found(("missing", f"{LOG}#{ref}"))
    return Change(f"owner: {ref} left out", expected, files=whole(files, _records(original), original.key))


def other_picture(original: Original, rng: Random) -> Change:
    """The holder of the key put another picture in the place of one."""
    name = rng.choice(_pictures(original))
    files = {**original.files, name: b"\x89PNG another" + rng.randbytes(5)}
    expected = exactly(("contradicts", name))
    return Change(f"owner: another {name}", expected, files=whole(files, _records(original), original.key))


def other_record(original: Original, rng: Random) -> Change:
    """The holder of the key wrote another acquisition record; the log has the first one's hash value."""
    name = rng.choice(_pictures(original)).removesuffix(".png") + ".json"
    record = json.loads(original.files[name])
    record["salt"] = rng.randbytes(32).hex()
    data = json.dumps(record, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    files = {**original.files, name: data}
    expected = found(("not_in_log", name))
    return Change(f"owner: another {name}", expected, files=whole(files, _records(original), original.key))


def _by(original: Original, records: list[dict[str, Any]]) -> dict[str, bytes]:
    """Return the package with these records, all signed by the case's own key."""
    return whole(original.files, records, original.key)


def _pictures(original: Original) -> list[str]:
    """Return the pictures that the package shows."""
    return sorted(n for n in original.files if n.startswith("data/exhibits/") and n.endswith(".png"))


def _records(original: Original) -> list[dict[str, Any]]:
    """Return the records of the log."""
    return [json.loads(line) for line in log_lines(original)]


def _of_type(records: list[dict[str, Any]], kind: str, rng: Random) -> dict[str, Any] | None:
    """Return one record of this type, or None."""
    found_ = [one for one in records if one["type"] == kind]
    return rng.choice(found_) if found_ else None


def _twice(records: list[dict[str, Any]], rng: Random) -> bool:
    kind = rng.choice(["acquisition.create", "exhibit.allocate"])
    one = _of_type(records, kind, rng)
    if one:
        records.append(dict(one))
    return one is not None


def _number(records: list[dict[str, Any]], rng: Random) -> bool:
    one = _of_type(records, "exhibit.allocate", rng)
    if one:
        one["data"] = {**one["data"], "number": rng.choice([0, 99, "1", None, [], True, -1])}
    return one is not None


def _nobody(records: list[dict[str, Any]], rng: Random) -> bool:
    one = _of_type(records, "exhibit.allocate", rng)
    if one:
        one["data"] = {**one["data"], "acquisition_id": rng.choice(["nobody", None, 5, [], {}])}
    return one is not None


def _ref(records: list[dict[str, Any]], rng: Random) -> bool:
    one = _of_type(records, "exhibit.allocate", rng)
    if one:
        one["data"] = {
            **one["data"],
            "ref": rng.choice(["TJH/01", "TJH", "", None, "TJH/1.0", "TJH/\u0661", 7]),
        }
    return one is not None


def _withdrawn(records: list[dict[str, Any]], rng: Random) -> bool:
    ref = rng.choice(["TJH/77", "", None, 7, "TJH/1.1"])
    records.append({**records[-1], "type": "exhibit.withdraw", "obj": "x", "data": {"ref": ref}})
    return True


def _made(records: list[dict[str, Any]], rng: Random) -> bool:
    one = _of_type(records, "derivative.create", rng)
    if one:
        one["data"] = {
            **one["data"],
            **rng.choice([{"n": 7}, {"n": "1"}, {"kind": "x"}, {"ref": "TJH/77"}, {"n": True, "kind": []}]),
        }
    return one is not None


_IMPOSSIBLE = (
    ("the same act twice", _twice),
    ("a number that is not the ref's", _number),
    ("a number for nothing", _nobody),
    ("a ref that is none", _ref),
    ("nothing withdrawn", _withdrawn),
    ("something made of nothing", _made),
)

FORGER: dict[str, tuple[Maker, ...]] = {
    "owner rebuilt it all (paper only)": (by_the_owner, by_the_owner_shorter, by_the_owner_report),
    "stranger rebuilt it all": (by_a_stranger, by_a_stranger_who_kept_the_log),
    "owner wrote what cannot be": (contradicting,),
    "owner left out or replaced evidence": (without_evidence, other_picture, other_record),
}
