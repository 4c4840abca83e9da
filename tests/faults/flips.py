# SPDX-License-Identifier: MIT
"""Single bits that turn over: in each page of the database, in its log of writes, in the key files.

Each time the answer is a refusal by its name or exactly what was kept. In the log of writes, which is empty
once the vault was locked, a bit may also take back whole acts at the end: SQLite ends the log at the first
frame whose checksum does not fit. The head of the custody log on paper, or in a package, shows that they are
missing.
"""

from __future__ import annotations

import functools
import random
import shutil
from typing import TYPE_CHECKING

from app.errors import EvidenceError, VaultDamaged, VaultTooNew, WrongPassphrase
from app.model import Note
from app.vault import KdfParameters, SecretKind, keyslots
from app.vault.connection import PAGE_BYTES
from app.vault.keyfile import NAMES, unlock_folder
from app.vault.opening import DATABASE
from tests.faults.kills import PASSPHRASE
from tests.faults.stage import derived_once
from tests.faults.tally import Tally
from tests.faults.working import Session, create, opened

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.vault import Vault

LOG = f"{DATABASE}-wal"
FRAME_BYTES = PAGE_BYTES + 24  # Source: SQLite, WAL format: a frame's header has 24 bytes, the file's 32
ACTS = ("picture", "frame", "frame", "finish", "note", "revise", "facts", "draft", "picture", "purge", "code")
REFUSALS = (VaultDamaged, VaultTooNew, WrongPassphrase)


def run(place: Path, step: int, seed: int = 8) -> Tally:
    """Turn over bits: of every ``step``-th place that is tried, one.

    Raises:
        AssertionError: something came out that was never put in, or a weaker key derivation was used.
    """
    tally, chance = Tally("bit flip", seed), random.Random(seed)  # noqa: S311 - the same faults
    with derived_once():
        locked, folder = _worked_at(place / "whole", chance)
        for whole in (locked, folder):
            states = _states(whole, place / "state")
            for where in (
                *_places(whole / DATABASE, PAGE_BYTES, 0, step, seed),
                *_log_places(whole, step, seed),
            ):
                tally.points[_flipped(whole, place / "flipped", where, chance, states)] += 1
        tally.points["key file, one copy"], tally.points["key file, both"] = flip_keys(folder, step, seed)
    return tally


def _worked_at(folder: Path, chance: random.Random) -> tuple[Path, Path]:
    """Return a vault with something in every table, locked, and as it was before with a log of writes."""
    work = folder / "case.safehold"
    create(work, PASSPHRASE).close()
    session = Session(work, PASSPHRASE, chance, sizes=(300, 30_000), say=lambda **_: None)
    session.vault = opened(work, PASSPHRASE)
    for act in ACTS:
        getattr(session, act)()
    session.vault._database.truncate_wal()
    for act in ("note", "picture", "note"):
        getattr(session, act)()
    copy = folder / "copy.safehold"
    shutil.copytree(work, copy, ignore=shutil.ignore_patterns("vault.lock", "*-shm"))
    session.vault.close()
    return work, copy


def content(vault: Vault) -> tuple[object, ...]:
    """Return everything that was put in, and what was recorded of it before this opening."""
    notes = tuple((entry.id, entry.fact.words) for entry in vault.entries(Note))
    exhibits = vault.exhibits()
    originals = tuple((one.id, vault.original(one.id)) for whole in exhibits for one in whole.originals)
    small = tuple(vault.thumbnail(identity) for identity, _ in originals)
    records = tuple(line for line in vault.records() if b'"type":"vault.' not in line)
    return notes, exhibits, originals, small, vault.draft("own_words"), records[:-1], vault.purged()


def _states(folder: Path, work: Path) -> list[tuple[object, ...]]:
    """Return what the vault holds after each act that stands in its log of writes, and before the first."""
    whole, states = (folder / LOG).read_bytes() if (folder / LOG).exists() else bytes(32), []
    for size in range(32, len(whole) + 1, FRAME_BYTES):
        shutil.copytree(folder, work)
        (work / LOG).write_bytes(whole[:size])
        vault = opened(work, PASSPHRASE)
        state = content(vault)
        vault.close()
        shutil.rmtree(work)
        if state not in states:
            states.append(state)
    return states


def _places(path: Path, unit: int, first: int, step: int, seed: int) -> Iterator[tuple[str, int]]:
    """Yield places in each page or frame: its beginning, its middle, what seals its end, and others."""
    size, n = path.stat().st_size, 0
    for start in range(first, size, unit):
        for within in (0, 7, 16, 24, 100, unit // 3, unit // 2, unit - 49, unit - 33, unit - 17, unit - 1):
            n += 1
            if n % step == seed % step and start + within < size:
                yield path.name, start + within


def _log_places(folder: Path, step: int, seed: int) -> Iterator[tuple[str, int]]:
    """Yield places in the log of writes, its header first."""
    if not (folder / LOG).exists():
        return
    yield from ((LOG, at) for at in range(seed % step, 32, step))
    yield from _places(folder / LOG, FRAME_BYTES, 32, step, seed)


def _flipped(
    folder: Path, work: Path, where: tuple[str, int], chance: random.Random, states: list[tuple[object, ...]]
) -> str:
    """One bit is turned over in a copy. Returns: what it was like."""
    name, at = where
    shutil.copytree(folder, work)
    data = bytearray((work / name).read_bytes())
    data[at] ^= 1 << chance.randrange(8)
    (work / name).write_bytes(data)
    part = {DATABASE: "database", LOG: "log of writes"}[name]
    try:
        vault = opened(work, PASSPHRASE)
        try:
            found = content(vault)
        finally:
            vault.close()
    except EvidenceError:
        return f"{part}: refused"
    finally:
        shutil.rmtree(work)
    assert found in (states if name == LOG else states[-1:]), f"{name} at {at}: not what was kept"
    return f"{part}: exact" if found == states[-1] else f"{part}: an earlier state, whole"


def flip_keys(folder: Path, step: int, seed: int) -> tuple[int, int]:
    """Turn over every ``step``-th bit of the key files, of each copy alone and of both. Returns: how many."""
    good, floor, derive = (folder / NAMES[0]).read_bytes(), KdfParameters.floor(), keyslots.derive
    key = unlock_folder(folder, SecretKind.PASSPHRASE, PASSPHRASE).data_key

    @functools.wraps(derive)
    def never_weaker(secret: str, salt: bytes, kdf: KdfParameters) -> bytes:
        assert (kdf.memory_kib, kdf.iterations) >= (floor.memory_kib, floor.iterations)
        return derive(secret, salt, kdf)

    keyslots.derive = never_weaker
    alone = both = 0
    try:
        for bit in range(seed % step, len(good) * 8, step):
            bad = bytearray(good)
            bad[bit // 8] ^= 1 << bit % 8
            for names in (NAMES[:1], NAMES[1:], NAMES):
                for name in NAMES:
                    (folder / name).write_bytes(bad if name in names else good)
                _hold_keys(folder, key if len(names) == 1 else None)
                alone, both = alone + (len(names) == 1), both + (len(names) == 2)
    finally:
        keyslots.derive = derive
        for name in NAMES:
            (folder / name).write_bytes(good)
    return alone, both


def _hold_keys(folder: Path, key: bytes | None) -> None:
    """The other copy opens the vault and says so; where both are hurt it is a clean refusal."""
    try:
        unlocked = unlock_folder(folder, SecretKind.PASSPHRASE, PASSPHRASE)
    except REFUSALS:
        assert key is None
        return
    assert unlocked.data_key == key
    assert unlocked.needs_repair
