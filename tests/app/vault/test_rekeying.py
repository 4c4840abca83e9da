# SPDX-License-Identifier: MIT
"""A new key for the whole case: whenever it is killed exactly one secret opens it, and nothing is lost."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.custody.log import check_chain, read_record
from app.errors import BadInput, Cancelled, DiskFull, NoRoom, VaultLocked, WrongPassphrase
from app.paths import project_root
from app.vault import SecretKind, Vault
from app.vault.connection import PAGE_BYTES
from app.vault.keyfile import NAMES, read_headers
from app.vault.pages import opens_with
from tests.app.vault.conftest import PASSPHRASE, TOOL
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = "another passphrase altogether"
PAGES = 700  # three runs of the copying


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with something in it."""
    from app.vault import KdfParameters  # noqa: PLC0415 - as the fixtures beside
    from tests.fakes.acquisitions import ADULT  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("made") / "case.safehold"
    vault = Vault.create(
        folder,
        PASSPHRASE,
        clock=FakeClock(),
        facts=ADULT,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    vault.add_exhibit(acquisition(b"1" + secrets.token_bytes(PAGES * PAGE_BYTES)))
    vault.add_exhibit(acquisition(b"2"))
    vault.new_recovery_code()
    vault.close()
    return folder


@pytest.fixture
def case(made: Path, folder: Path) -> Path:
    return shutil.copytree(made, folder)


def open_(folder: Path, secret: str) -> Vault:
    return Vault.open(folder, secret, clock=FakeClock(), tool=TOOL)


def opens(folder: Path, secret: str) -> bool:
    try:
        open_(folder, secret).close()
    except WrongPassphrase:
        return False
    return True


def rekey(vault: Vault, at: Callable[[str], object] = lambda _step: None) -> None:
    vault.rekey(NEW, lambda _share: None, threading.Event(), at)


def holds_everything(folder: Path, secret: str, before: list[bytes]) -> None:
    vault = open_(folder, secret)
    lines = list(vault.records())
    assert lines[: len(before)] == before
    check_chain(lines)
    assert vault.check(lambda _done: None, threading.Event()).is_fine
    assert [len(vault.original(one.id)) for one in vault.exhibits()] == [1 + PAGES * PAGE_BYTES, 1]
    vault.close()
    left = {one.name for one in folder.iterdir()}
    assert left == {"vault.db", *NAMES}


def records(folder: Path) -> list[bytes]:
    copy = shutil.copytree(folder, folder.with_name("looked-at.safehold"))
    vault = open_(copy, PASSPHRASE)
    lines = list(vault.records())
    vault.close()
    shutil.rmtree(copy)
    return lines[:-1]


def test_only_the_new_passphrase_opens_it_and_all_is_there(case: Path) -> None:
    before = records(case)
    (old,) = read_headers(case)
    vault = open_(case, PASSPHRASE)
    code = vault.new_recovery_code()
    old_key = vault._keys.data_key
    before = list(vault.records())
    rekey(vault)
    assert not vault.is_open
    with pytest.raises(VaultLocked):
        vault.add_exhibit(acquisition(b"late"))
    assert not opens(case, PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        Vault.open(case, code, clock=FakeClock(), tool=TOOL, kind=SecretKind.RECOVERY_CODE)
    assert not opens_with(case / "vault.db", old_key)
    holds_everything(case, NEW, before)
    after = open_(case, NEW)
    kinds = [read_record(line) for line in after.records()]
    told = [(one.type, one.obj, one.data) for one in kinds if one.data.get("kind") == "data_key"]
    assert told == [("key.create", "data", {"kind": "data_key"})]
    assert not after.has_recovery_code()
    assert not after.recovery_code_tried()
    (new,) = read_headers(case)
    assert new.generation > old.generation
    after.close()


STEPS = (
    ("derived", 1),
    ("copying", 1),
    ("copying", 2),
    ("copied", 1),
    ("recorded", 1),
    ("synced", 1),
    ("first key file", 1),
    ("second key file", 1),
    ("old set aside", 1),
    ("in place", 1),
)


def test_these_are_all_steps(case: Path) -> None:
    seen: list[str] = []
    rekey(open_(case, PASSPHRASE), seen.append)
    assert list(dict.fromkeys(seen)) == list(dict.fromkeys(step for step, _ in STEPS))


@pytest.mark.parametrize(("step", "n"), STEPS)
def test_killed_at_any_step_exactly_one_secret_opens_it(case: Path, step: str, n: int) -> None:
    before = records(case)
    command = [sys.executable, "-m", "tests.app.vault.rekeyed", str(case), PASSPHRASE, NEW, step, str(n)]
    ended = subprocess.run(command, check=False, cwd=project_root())
    assert ended.returncode == -signal.SIGKILL
    is_new = step not in {"derived", "copying", "copied", "recorded", "synced"}
    first, second = (PASSPHRASE, NEW) if is_new else (NEW, PASSPHRASE)
    assert not opens(case, first)  # asked first: it must not have been the right one by chance of the order
    holds_everything(case, second, before)
    assert not opens(case, first)


def test_killed_again_while_the_next_opening_finishes_it(case: Path) -> None:
    before = records(case)

    def kill(step: str) -> None:
        if step == "first key file":
            raise KeyboardInterrupt

    vault = open_(case, PASSPHRASE)
    with pytest.raises(KeyboardInterrupt):
        rekey_and_leave(vault, kill)
    assert not opens(case, PASSPHRASE)
    holds_everything(case, NEW, before)


def rekey_and_leave(vault: Vault, at: Callable[[str], object]) -> None:
    """Break off after the first key file, and clean nothing up, as a power cut."""
    from app.vault import rekeying  # noqa: PLC0415 - to stand in for its cleaning only here

    kept = rekeying.Rekeying.discard
    try:
        rekeying.Rekeying.discard = lambda _self: None  # type: ignore[method-assign]
        rekey(vault, at)
    finally:
        rekeying.Rekeying.discard = kept  # type: ignore[method-assign]
        vault._database.close()
        vault._lock_file.release()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5])
def test_stopped_it_is_open_as_before(case: Path, share: float) -> None:
    vault, stop = open_(case, PASSPHRASE), threading.Event()
    with pytest.raises(Cancelled):
        vault.rekey(NEW, lambda done: stop.set() if done >= share else None, stop)
    vault.add_exhibit(acquisition(b"3"))
    vault.close()
    assert {one.name for one in case.iterdir()} == {"vault.db", *NAMES}
    assert opens(case, PASSPHRASE)
    assert not opens(case, NEW)


def test_without_room_it_is_not_begun(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = open_(case, PASSPHRASE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _place: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(NoRoom):
        rekey(vault)
    assert vault.is_open
    vault.close()


def test_a_key_file_that_cannot_be_written_leaves_all_as_it_was(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = open_(case, PASSPHRASE)
    real = os.fsync

    def full(handle: int) -> None:
        if Path(f"/proc/self/fd/{handle}").readlink().name == "keys.json.part":
            raise OSError(28, "full")
        real(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        rekey(vault)
    monkeypatch.setattr(os, "fsync", real)
    assert vault.is_open
    vault.close()
    assert opens(case, PASSPHRASE)
    assert not opens(case, NEW)


def test_an_empty_passphrase_is_refused(case: Path) -> None:
    vault = open_(case, PASSPHRASE)
    with pytest.raises(BadInput):
        vault.rekey("", lambda _share: None, threading.Event())
    vault.close()


def test_who_reads_finds_it_locked_and_who_writes_waits(case: Path) -> None:
    vault = open_(case, PASSPHRASE)
    reader = vault.reader()
    found: list[BaseException] = []

    def write() -> None:
        try:
            vault.add_exhibit(acquisition(b"meanwhile"))
        except VaultLocked as error:
            found.append(error)

    writer = threading.Thread(target=write)

    def at(step: str) -> None:
        if step == "copied":
            writer.start()

    rekey(vault, at)
    writer.join()
    assert len(found) == 1
    with pytest.raises(VaultLocked):
        reader.exhibits()
