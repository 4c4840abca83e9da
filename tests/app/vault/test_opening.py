# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import pytest

from app.custody.log import check_chain, read_record
from app.errors import (
    BadInput,
    ChainBroken,
    CodeMistyped,
    EvidenceError,
    FolderReadOnly,
    NotAVault,
    VaultBusy,
    VaultDamaged,
    VaultExists,
    VaultMissing,
    VaultTooNew,
    WrongPassphrase,
)
from app.model import Note
from app.vault import KdfParameters, SecretKind, Vault, opening
from app.vault.connection import Database
from app.vault.keyfile import NAMES
from app.vault.migrations import latest
from tests.fakes.acquisitions import ADULT
from tests.fakes.modes import has_mode

from .conftest import PASSPHRASE, TOOL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.fakes.clock import FakeClock

NOBODY = 65534


@pytest.fixture
def closed(vault: Vault, folder: Path) -> Path:
    """A vault with one note, closed."""
    vault.add(Note("case", "kept"))
    vault.close()
    return folder


def records(vault: Vault) -> list[Any]:
    return [read_record(line) for line in vault.records()]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@contextmanager
def changed_database(folder: Path, key: bytes) -> Iterator[Database]:
    database = Database(folder / "vault.db", key)
    yield database
    database.truncate_wal()
    database.close()


# --- creating -------------------------------------------------------------------------------------


def test_a_new_vault_begins_its_log(vault: Vault) -> None:
    types = [record.type for record in records(vault)]
    assert types == ["case.create", "key.create", "key.create", "checkpoint"]
    first = records(vault)[0]
    assert first.data["machine"] == "heron-42"
    assert vault.origin == f"safehold/{first.data['vault_id']}"
    assert vault.case().fact == ADULT


def test_the_folder_is_private_and_holds_what_it_should(vault: Vault, folder: Path) -> None:
    assert has_mode(folder, 0o700)
    names = {"keys.json", "keys-copy.json", "vault.db", "vault.db-shm", "vault.db-wal", "vault.lock"}
    assert {path.name for path in folder.iterdir()} == names
    assert all(has_mode(path, 0o600) for path in folder.iterdir())
    vault.close()
    assert {path.name for path in folder.iterdir()} == {"keys.json", "keys-copy.json", "vault.db"}
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_folders_on_the_way_are_made_private(tmp_path: Path, clock: FakeClock) -> None:
    folder = tmp_path / "data" / "Safehold" / "case.safehold"
    Vault.create(
        folder,
        PASSPHRASE,
        clock=clock,
        facts=ADULT,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    ).close()
    assert all(has_mode(place, 0o700) for place in (folder.parent.parent, folder.parent))


def test_an_empty_folder_may_be_used(folder: Path, new_vault: Callable[..., Vault]) -> None:
    folder.mkdir()
    new_vault().close()


def test_what_is_there_is_not_written_over(closed: Path, new_vault: Callable[..., Vault]) -> None:
    before = contents(closed)
    with pytest.raises(VaultExists):
        new_vault()
    assert contents(closed) == before


def test_a_file_of_that_name_is_left_alone(folder: Path, new_vault: Callable[..., Vault]) -> None:
    folder.write_bytes(b"mine")
    with pytest.raises(VaultExists):
        new_vault()
    assert folder.read_bytes() == b"mine"


def test_an_unfinished_start_leaves_nothing_and_is_no_hindrance(
    folder: Path, new_vault: Callable[..., Vault], monkeypatch: pytest.MonkeyPatch
) -> None:
    part = folder.with_name(f"{folder.name}.part")
    part.mkdir()
    (part / "vault.db").write_bytes(b"half")
    with monkeypatch.context() as patched:
        patched.setattr(opening, "_fill", lambda *_: (_ for _ in ()).throw(VaultDamaged("stop")))
        with pytest.raises(VaultDamaged):
            new_vault()
        assert list(folder.parent.iterdir()) == []
    new_vault().close()


def test_an_empty_passphrase_makes_nothing(folder: Path, clock: FakeClock) -> None:
    with pytest.raises(BadInput):
        Vault.create(
            folder, "", clock=clock, facts=ADULT, tool=TOOL, machine_alias="m", kdf=KdfParameters.floor()
        )
    assert list(folder.parent.iterdir()) == []


# --- opening --------------------------------------------------------------------------------------


def test_opening_is_recorded_and_everything_is_there(closed: Path, reopen: Callable[..., Vault]) -> None:
    vault = reopen()
    assert [entry.fact.words for entry in vault.entries(Note)] == ["kept"]
    lock, seal, unlock = records(vault)[-3:]
    assert (lock.type, lock.data, seal.type) == ("vault.lock", {"why": "lock"}, "checkpoint")
    assert (unlock.type, unlock.data) == ("vault.unlock", {"by": "passphrase", "schema": latest()})
    check_chain(vault.records())
    assert not vault.repaired


def test_progress_is_told(closed: Path, clock: FakeClock) -> None:
    seen: list[float] = []
    Vault.open(closed, PASSPHRASE, clock=clock, tool=TOOL, progress=seen.append).close()
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_failed_openings_are_counted_at_the_next_that_succeeds(
    closed: Path, reopen: Callable[..., Vault]
) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            reopen("wrong")
    assert not (closed / "vault.lock").exists()
    vault = reopen()
    fail, unlock = records(vault)[-2:]
    assert (fail.type, unlock.type) == ("vault.open_fail", "vault.unlock")
    assert fail.data["count"] == 3
    assert fail.data["first"] < fail.data["last"] < fail.ts
    vault.close()
    assert [record.type for record in records(reopen())].count("vault.open_fail") == 1


def test_a_mistyped_code_is_named_before_anything_else(closed: Path, reopen: Callable[..., Vault]) -> None:
    before = contents(closed)
    with pytest.raises(CodeMistyped):
        reopen("1234", SecretKind.RECOVERY_CODE)
    assert contents(closed) == before


def test_a_strange_list_of_failures_is_no_hindrance(closed: Path, reopen: Callable[..., Vault]) -> None:
    (closed / "open-fails.txt").write_bytes(b"\xff\xfe nonsense\n" * 50)
    vault = reopen()
    assert "vault.open_fail" not in [record.type for record in records(vault)]
    assert not (closed / "open-fails.txt").exists()


# --- each failure by its name ---------------------------------------------------------------------


def test_missing(folder: Path, reopen: Callable[..., Vault]) -> None:
    with pytest.raises(VaultMissing):
        reopen()
    assert not folder.exists()


@pytest.mark.parametrize("foreign", [{}, {"letter.txt": b"x"}, {"keys.json": b'{"theirs": true}'}])
def test_a_foreign_folder(folder: Path, reopen: Callable[..., Vault], foreign: dict[str, bytes]) -> None:
    folder.mkdir()
    for name, data in foreign.items():
        (folder / name).write_bytes(data)
    with pytest.raises(NotAVault):
        reopen()
    assert contents(folder) == foreign


def test_a_foreign_file(folder: Path, reopen: Callable[..., Vault]) -> None:
    folder.write_bytes(b"mine")
    with pytest.raises(NotAVault):
        reopen()
    assert folder.read_bytes() == b"mine"


@pytest.mark.parametrize("gone", [NAMES, ("vault.db",)])
def test_a_vault_with_a_part_missing(
    closed: Path, reopen: Callable[..., Vault], gone: tuple[str, ...]
) -> None:
    for name in gone:
        (closed / name).unlink()
    before = contents(closed)
    with pytest.raises(VaultDamaged):
        reopen()
    assert contents(closed) == before


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:16384],
        lambda data: data[:-1],
        lambda data: data[:100] + bytes([data[100] ^ 1]) + data[101:],
        lambda data: bytes(len(data)),
        lambda data: b"SQLite format 3\x00" + data[16:],
    ],
    ids=["empty", "first page", "last byte", "one bit", "zeros", "another kind"],
)
def test_a_damaged_database(closed: Path, reopen: Callable[..., Vault], damage: Callable[..., bytes]) -> None:
    path = closed / "vault.db"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises((VaultDamaged, ChainBroken)):
        reopen()
    assert not (closed / "vault.lock").exists()


def test_a_second_start(vault: Vault, reopen: Callable[..., Vault]) -> None:
    with pytest.raises(VaultBusy) as busy:
        reopen()
    assert busy.value.pid == os.getpid()
    vault.add(Note("case", "the first one goes on"))


def test_one_damaged_key_file_is_repaired_and_said(closed: Path, reopen: Callable[..., Vault]) -> None:
    good = (closed / NAMES[1]).read_bytes()
    (closed / NAMES[0]).write_bytes(good[:100])
    vault = reopen()
    assert vault.repaired
    assert (closed / NAMES[0]).read_bytes() == good
    assert records(vault)[-1].data == {"part": "keys", "repaired": True}
    vault.close()
    assert not reopen().repaired


def test_keys_of_another_vault(closed: Path, tmp_path: Path, clock: FakeClock) -> None:
    other = tmp_path / "other.safehold"
    Vault.create(
        other, PASSPHRASE, clock=clock, facts=ADULT, tool=TOOL, machine_alias="m", kdf=KdfParameters.floor()
    ).close()
    for name in NAMES:
        shutil.copy(other / name, closed / name)
    with pytest.raises(VaultDamaged):
        Vault.open(closed, PASSPHRASE, clock=clock, tool=TOOL)


def data_key_of(vault: Vault) -> bytes:
    return bytes(vault._keys.data_key)


def test_a_later_schema(vault: Vault, folder: Path, reopen: Callable[..., Vault]) -> None:
    key = data_key_of(vault)
    vault.close()
    with changed_database(folder, key) as database:
        database.run(f"PRAGMA user_version = {latest() + 1}")
    before = contents(folder)
    with pytest.raises(VaultTooNew):
        reopen()
    assert contents(folder) == before


def test_a_log_cut_short(vault: Vault, folder: Path, reopen: Callable[..., Vault]) -> None:
    key = data_key_of(vault)
    vault.close()
    with changed_database(folder, key) as database:
        database.run("PRAGMA foreign_keys = OFF")
        database.run("DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)")
    with pytest.raises(ChainBroken):
        reopen()


def test_a_copy_from_before_a_migration_goes_after_a_clean_opening(
    closed: Path, reopen: Callable[..., Vault]
) -> None:
    copy = closed / "vault.db.schema-1"
    shutil.copy(closed / "vault.db", copy)
    reopen()
    assert not copy.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work otherwise there")
def test_a_folder_that_cannot_be_written_to(tmp_path: Path, closed: Path) -> None:
    """Run by somebody who may read everything and write nothing."""
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom app.vault import *\n"
        "from tests.fakes.clock import FakeClock\nfrom tests.fakes.acquisitions import ADULT\n"
        "from app.errors import FolderReadOnly\n"
        "folder, secret = Path(sys.argv[1]), sys.argv[2]\n"
        "known = dict(clock=FakeClock(), tool='Safehold')\n"
        "def make(name='new'):\n"
        "    return Vault.create(folder.with_name(name), secret, facts=ADULT, machine_alias='m',"
        " kdf=KdfParameters.floor(), **known)\n"
        "def take(): Vault.open(folder, secret, **known)\n"
        "if os.geteuid() == 0:\n"  # first whatever is loaded late is loaded, while the files may be read
        f"    make('warm').close(); os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "for act in (make, take):\n"
        "    try: act()\n"
        "    except FolderReadOnly: print('told')\n"
    )
    for place in (closed, *closed.parents):
        if place.is_relative_to(tmp_path.parent.parent):
            place.chmod(0o555)
    for path in closed.iterdir():
        path.chmod(0o444)
    before = contents(closed)
    try:
        done = subprocess.run(
            [sys.executable, "-c", code, str(closed), PASSPHRASE], capture_output=True, text=True, check=False
        )
    finally:
        for place in (closed, *closed.parents):
            if place.is_relative_to(tmp_path.parent.parent):
                place.chmod(0o700)
    assert done.stdout.split() == ["told", "told"], done.stderr
    assert contents(closed) == before


def test_every_failure_gives_the_lock_back(closed: Path, reopen: Callable[..., Vault]) -> None:
    path = closed / "vault.db"
    good = path.read_bytes()
    path.write_bytes(bytes(len(good)))
    with pytest.raises(EvidenceError):
        reopen()
    path.write_bytes(good)
    assert json.dumps([entry.fact.words for entry in reopen().entries(Note)]) == '["kept"]'


def test_read_only_is_a_leaf_of_its_own() -> None:
    assert not issubclass(FolderReadOnly, VaultDamaged)
