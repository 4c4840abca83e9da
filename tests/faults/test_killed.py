# SPDX-License-Identifier: MIT
"""Killed, torn or out of room: nothing acknowledged is lost."""

from __future__ import annotations

import contextlib
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.custody.log import check_chain
from app.errors import HashMismatch, VaultDamaged
from app.vault import Reading
from app.vault.connection import Database
from tests.fakes.acquisitions import acquisition

from .conftest import PASSPHRASE, opened

if TYPE_CHECKING:
    from app.vault import Vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and RLIMIT_FSIZE are POSIX")

CYCLES = 8  # many more in kills.py, which starts no program for each
ROOT = Path(__file__).resolve().parents[2]


def writer(folder: Path, *more: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.writer", str(folder), PASSPHRASE, *map(str, more)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def kept(folder: Path) -> dict[str, str]:
    """Everything the vault holds, read back and checked."""
    vault = opened(folder)
    try:
        check_chain(vault.records())
        for ref in vault.check_originals(lambda _done: None, threading.Event()):
            raise HashMismatch(ref)
        originals = [one for exhibit in vault.exhibits() for one in exhibit.originals]
        return {one.ref: one.record.content.sha256 for one in originals}
    finally:
        vault.close()


def killed_after(process: subprocess.Popen[str], acknowledged: int, pause_s: float) -> list[str]:
    """Everything the process has said by the time it is killed."""
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(acknowledged)]
    threading.Event().wait(pause_s)  # a moment nobody chose
    process.kill()
    said += process.stdout.readlines()
    process.wait()
    process.stdout.close()
    return [line for line in said if line.endswith("\n")]


def test_killed_while_adding(vault: Vault, folder: Path) -> None:
    vault.close()
    chance, promised = random.Random(20261124), {}  # noqa: S311 - the same faults each time
    for _ in range(CYCLES):
        process = writer(folder, chance.choice([500, 60_000, 900_000]))
        for line in killed_after(process, chance.randint(1, 4), chance.uniform(0, 0.02)):
            ref, sha256 = line.split()
            promised[ref] = sha256
        found = kept(folder)
        assert promised.items() <= found.items()
        assert [int(ref.split("/")[1]) for ref in found] == list(range(1, len(found) + 1))
        promised = found
    assert len(promised) >= CYCLES


def test_killed_while_opening(vault: Vault, folder: Path) -> None:
    vault.add_exhibit(acquisition(b"first"))
    vault.close()
    before = kept(folder)
    for pause_s in (0.2, 0.3, 0.4, 0.5):
        killed_after(writer(folder, 500), 0, pause_s)
        assert before.items() <= kept(folder).items()


@pytest.mark.parametrize("run", [(), (7,)], ids=["pictures", "frames of a run"])
@pytest.mark.parametrize("size", [20_000, 3_000_000])
def test_out_of_room(vault: Vault, folder: Path, size: int, run: tuple[int, ...]) -> None:
    vault.add_exhibit(acquisition(b"first"))
    vault.close()
    before = kept(folder)
    process = writer(folder, size, 600_000, *run)
    said, _ = process.communicate()
    assert process.returncode == 0
    lines = said.splitlines()
    assert lines.count("full") == 1
    assert lines[-1] != "full"  # room again, and it went on
    promised = dict(line.split() for line in lines if line != "full")
    assert kept(folder) == before | promised


def test_a_torn_log_of_writes_opens_with_what_came_before(vault: Vault, folder: Path) -> None:
    """The disk lied about having written: whole acts are missing at the end, never half of one."""
    refs = [vault.add_exhibit(acquisition(bytes([n]) * 40_000)).ref for n in range(12)]
    chance = random.Random(4)  # noqa: S311 - the same faults each time
    size = (folder / "vault.db-wal").stat().st_size
    counts = []
    for n in range(12):
        torn = folder.with_name(f"torn-{n}")
        shutil.copytree(folder, torn, ignore=shutil.ignore_patterns("vault.lock", "*-shm"))
        with (torn / "vault.db-wal").open("r+b") as wal:
            wal.truncate(chance.randrange(size))
        found = list(kept(torn))
        assert found == refs[: len(found)]
        counts.append(len(found))
    assert len(set(counts)) > 3
    vault.close()


def test_every_flipped_bit_in_the_database_is_seen(vault: Vault, folder: Path) -> None:
    pictures = [bytes([n]) * 60_000 for n in range(6)]
    for data in pictures:
        vault.add_exhibit(acquisition(data))
    key, path = bytes(vault._keys.data_key), folder / "vault.db"
    vault.close()
    good = path.read_bytes()
    chance = random.Random(9)  # noqa: S311 - the same faults each time
    seen_at_once = 0
    for at in [0, 15, 16, len(good) - 1, *(chance.randrange(len(good)) for _ in range(60))]:
        path.write_bytes(good[:at] + bytes([good[at] ^ 1 << chance.randrange(8)]) + good[at + 1 :])
        try:
            database = Database(path, key)
        except VaultDamaged:
            seen_at_once += 1
            continue
        reading = Reading(database)
        assert reading.damaged_pages() == 1, f"byte {at}"
        with contextlib.suppress(VaultDamaged, HashMismatch):
            assert [reading.original(exhibit.id) for exhibit in reading.exhibits()] == pictures
        database.close()
    assert seen_at_once >= 3
