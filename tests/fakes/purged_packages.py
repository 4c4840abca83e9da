# SPDX-License-Identifier: MIT
"""A case from which things were removed for good, and packages of it that tell otherwise, signed anew."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from app.custody.canonical import canonical
from app.model import Account, Demand, Note, Payment, Strength
from app.package.names import LOG, NOT_INCLUDED
from tests.fakes.acquisitions import acquisition
from tests.fakes.packages import resigned, with_log
from tests.fakes.runs import finished_run, joined, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.custody.checkpoint import SigningKey
    from app.vault import Vault

    Files = dict[str, bytes]
    Records = list[dict[str, Any]]

WHY = "it shows my sister: cafe\u0301"


def fill_with_purges(vault: Vault) -> None:
    """TJH/1 stays. TJH/2, withdrawn before, TJH/3, a run with a joined picture, and a note are gone.

    Facts that name what is gone stay.
    """
    vault.add_exhibit(acquisition(b"\x89PNG stays"))
    single = vault.add_exhibit(acquisition(b"\x89PNG gone"))
    run = finished_run(vault, 3, "run 3")
    run = vault.finish_run(run.id, record_of(run), (joined(run),))
    note = vault.add(Note("case", "gone words"))
    account = Account("skype", "live:.cid.1f2e3d", "Skype Name", Strength.STRONG, exhibits=(single.id,))
    vault.add(account)
    vault.add(Demand("money", "Send 200", None, exhibit=run.frames[1].id))
    vault.add(Payment("bank", 20000, "GBP", None, exhibits=(single.id, run.id)))
    vault.withdraw_exhibit(single.id, "by mistake")
    for one in (single, run):
        vault.purge_exhibit(one.id, WHY)
    vault.purge_entry(note.id, WHY)


def declared_as(files: Files, key: SigningKey, change: Callable[[dict[str, Any]], None]) -> Files:
    """Return the package with another declaration."""
    plain = json.loads(files[NOT_INCLUDED])
    change(plain)
    return resigned({**files, NOT_INCLUDED: canonical(plain)}, key)


def recorded_as(files: Files, key: SigningKey, change: Callable[[Records, list[int]], None]) -> Files:
    """Return the package with another log; ``change`` is told where the purges stand."""

    def apply(records: Records) -> None:
        change(records, [at for at, one in enumerate(records) if one["type"] == "object.purge"])

    return with_log(files, key, apply, is_sealed=True)


def _without(plain: dict[str, Any], kind: str, at: int) -> None:
    del plain[kind][at]


def _another(line: dict[str, Any], **changed: object) -> None:
    line |= changed


def _repeated(records: Records, at: int, **changed: object) -> None:
    records.append({**records[at], **changed})


def _withdrawn_after(records: Records, places: list[int]) -> None:
    purge = records[places[1]]
    withdrawal = next(one for one in records if one["type"] == "exhibit.withdraw")
    records.append({**withdrawal, "obj": purge["obj"], "data": {**withdrawal["data"], "ref": "TJH/3"}})


def _taken_after(records: Records, _places: list[int]) -> None:
    """Another frame comes to the run that is gone."""
    taken = next(one for one in records if one["type"] == "acquisition.create")
    records.append({**taken, "obj": "e" * 32})
    of_run = next(one for one in records if one["data"].get("ref") == "TJH/3.3")
    records.append({**of_run, "data": {**of_run["data"], "ref": "TJH/3.4", "acquisition_id": "e" * 32}})


def _made_after(records: Records, _places: list[int]) -> None:
    made = [one for one in records if one["type"] == "derivative.create"][-1]
    records.append({**made, "obj": "f" * 32, "data": {**made["data"], "n": 2}})


_NOT_HERE, _LOG = ("contradicts", NOT_INCLUDED), ("contradicts", LOG)

# What is forged, how, and what must be among the findings.
FORGED: dict[str, tuple[Callable[[Files, SigningKey], Files], tuple[str, str]]] = {
    "the line of an original dropped": (
        lambda files, key: declared_as(files, key, lambda plain: _without(plain, "not_included", 0)),
        ("missing", f"{LOG}#TJH/2"),
    ),
    "the line of a frame dropped": (
        lambda files, key: declared_as(files, key, lambda plain: _without(plain, "not_included", -1)),
        ("missing", f"{LOG}#TJH/3.3"),
    ),
    "the line of a derivative dropped": (
        lambda files, key: declared_as(files, key, lambda plain: _without(plain, "derivatives", 0)),
        ("missing", "data/derivatives/TJH-003_run.record.json"),
    ),
    "the purge of a fact not told": (
        lambda files, key: declared_as(files, key, lambda plain: _without(plain, "purged", 2)),
        ("missing", LOG),
    ),
    "a purge not told": (
        lambda files, key: declared_as(files, key, lambda plain: _without(plain, "purged", 0)),
        ("missing", f"{LOG}#TJH/2"),
    ),
    "a purge told at another time": (
        lambda files, key: declared_as(
            files, key, lambda plain: _another(plain["purged"][0], purged_at="2026-11-24T03:00:00.000Z")
        ),
        _NOT_HERE,
    ),
    "a purge told of another number": (
        lambda files, key: declared_as(files, key, lambda plain: _another(plain["purged"][0], ref="TJH/1")),
        _NOT_HERE,
    ),
    "a purge told of which the log knows nothing": (
        lambda files, key: declared_as(
            files, key, lambda plain: plain["purged"].append({**plain["purged"][0], "id": "ab" * 16})
        ),
        _NOT_HERE,
    ),
    "what was purged told as intimate": (
        lambda files, key: declared_as(
            files, key, lambda plain: _another(plain["not_included"][1], why="intimate")
        ),
        _NOT_HERE,
    ),
    "what was purged told as withdrawn": (
        lambda files, key: declared_as(
            files, key, lambda plain: _another(plain["not_included"][0], why="withdrawn")
        ),
        _NOT_HERE,
    ),
    "another hash value told": (
        lambda files, key: declared_as(
            files, key, lambda plain: _another(plain["not_included"][0], sha256="ab" * 32)
        ),
        _NOT_HERE,
    ),
    "the record of a purge dropped": (
        lambda files, key: recorded_as(files, key, lambda records, places: records.pop(places[0])),
        _NOT_HERE,
    ),
    "purged twice": (
        lambda files, key: recorded_as(files, key, lambda records, places: _repeated(records, places[0])),
        _LOG,
    ),
    "purged twice under another id": (
        lambda files, key: recorded_as(
            files, key, lambda records, places: _repeated(records, places[0], obj="ab" * 16)
        ),
        _LOG,
    ),
    "something unknown purged": (
        lambda files, key: recorded_as(
            files,
            key,
            lambda records, places: _another(records[places[0]]["data"], ref="TJH/9"),
        ),
        _LOG,
    ),
    "a single frame purged": (
        lambda files, key: recorded_as(
            files, key, lambda records, places: _another(records[places[1]]["data"], ref="TJH/3.1")
        ),
        _LOG,
    ),
    "fewer files purged than there were": (
        lambda files, key: recorded_as(
            files, key, lambda records, places: _another(records[places[1]]["data"], originals=2)
        ),
        _LOG,
    ),
    "true said in place of a number": (
        lambda files, key: recorded_as(
            files, key, lambda records, places: _another(records[places[0]]["data"], originals=True)
        ),
        _LOG,
    ),
    "a list in place of a number": (
        lambda files, key: recorded_as(
            files, key, lambda records, places: _another(records[places[0]]["data"], ref=["TJH/2"])
        ),
        _LOG,
    ),
    "withdrawn after it was purged": (
        lambda files, key: recorded_as(files, key, _withdrawn_after),
        _LOG,
    ),
    "a frame to a run that is gone": (
        lambda files, key: recorded_as(files, key, _taken_after),
        _LOG,
    ),
    "something made from what is gone": (
        lambda files, key: recorded_as(files, key, _made_after),
        _LOG,
    ),
}


def said_purged_without_a_record(files: Files, key: SigningKey) -> Files:
    """Return a package that has TJH/1 no more and says that it was purged."""
    records = [json.loads(line) for line in files[LOG].splitlines()]
    taken = next(one for one in records if one["type"] == "acquisition.create")
    data = taken["data"]
    kept = {name: data for name, data in files.items() if "TJH-001" not in name}

    def add(plain: dict[str, Any]) -> None:
        said = {"ref": "TJH/1", "acquisition_id": taken["obj"], "acquired_at": taken["ts"], **data}
        plain["not_included"].append({**plain["not_included"][0], **said, "withdrawn_at": None})

    return declared_as(kept, key, add)


FORGED["a picture that is there said to be purged"] = (said_purged_without_a_record, _NOT_HERE)
