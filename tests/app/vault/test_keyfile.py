# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from app.custody.canonical import canonical
from app.errors import VaultDamaged, VaultTooNew, WrongPassphrase
from app.hashing import sha256_of
from app.vault.kdf import KdfParameters
from app.vault.keyfile import NAMES, read_headers, repair, unlock_folder, write_header
from app.vault.keyslots import Header, SecretKind, new_header, new_slot, with_slot
from tests.fakes.modes import has_mode

if TYPE_CHECKING:
    from pathlib import Path

VAULT = "ab" * 16
DATA_KEY = bytes(range(32))
FLOOR = KdfParameters.floor()
PASSPHRASE = SecretKind.PASSPHRASE


@pytest.fixture(scope="module")
def header() -> Header:
    return new_header(VAULT, DATA_KEY, (new_slot(VAULT, PASSPHRASE, "secret", DATA_KEY, FLOOR),))


@pytest.fixture
def folder(tmp_path: Path, header: Header) -> Path:
    write_header(tmp_path, header)
    return tmp_path


def resealed(data: bytes, **changes: object) -> bytes:
    """The file with values changed and its plain hash made to fit, as an attacker would."""
    keys = json.loads(data)["keys"] | changes
    return canonical({"keys": keys, "sha256": sha256_of(canonical(keys))}) + b"\n"


def test_both_copies_are_alike_and_private(folder: Path, header: Header) -> None:
    first, second = (folder / name for name in NAMES)
    assert first.read_bytes() == second.read_bytes()
    assert all(has_mode(path, 0o600) for path in (first, second))
    assert read_headers(folder) == (header,)
    assert sorted(path.name for path in folder.iterdir()) == sorted(NAMES)


def test_good_copies_need_no_repair(folder: Path) -> None:
    assert not unlock_folder(folder, PASSPHRASE, "secret").needs_repair


@pytest.mark.parametrize("damaged", NAMES)
@pytest.mark.parametrize("content", [None, b"", b"{", b"\xff\xfe", b"x" * 100_000])
def test_one_bad_copy_is_stood_in_for_and_repaired(folder: Path, damaged: str, content: bytes | None) -> None:
    good = (folder / damaged).read_bytes()
    if content is None:
        (folder / damaged).unlink()
    else:
        (folder / damaged).write_bytes(content)
    unlocked = unlock_folder(folder, PASSPHRASE, "secret")
    assert unlocked.needs_repair
    repair(folder, unlocked)
    assert (folder / damaged).read_bytes() == good
    assert not unlock_folder(folder, PASSPHRASE, "secret").needs_repair


def test_one_bad_copy_and_a_wrong_passphrase_is_a_wrong_passphrase(folder: Path) -> None:
    (folder / NAMES[0]).write_bytes(b"{")
    with pytest.raises(WrongPassphrase):
        unlock_folder(folder, PASSPHRASE, "other")


def test_two_bad_copies_are_damage(folder: Path) -> None:
    for name in NAMES:
        (folder / name).write_bytes(b"{}")
    with pytest.raises(VaultDamaged):
        unlock_folder(folder, PASSPHRASE, "secret")


def test_a_stop_between_the_copies_leaves_the_newer_one_in_force(folder: Path, header: Header) -> None:
    old = (folder / NAMES[1]).read_bytes()
    newer = with_slot(header, DATA_KEY, new_slot(VAULT, PASSPHRASE, "new", DATA_KEY, FLOOR))
    write_header(folder, newer)
    (folder / NAMES[1]).write_bytes(old)
    unlocked = unlock_folder(folder, PASSPHRASE, "new")
    assert unlocked.header == newer
    assert unlocked.needs_repair


def test_a_later_release_is_told_apart(folder: Path) -> None:
    for name in NAMES:
        path = folder / name
        path.write_bytes(resealed(path.read_bytes(), version=2))
    with pytest.raises(VaultTooNew):
        unlock_folder(folder, PASSPHRASE, "secret")


@pytest.mark.parametrize(
    "changes",
    [
        {"generation": 2},
        {"mac": "00" * 32},
        {"vault_id": "cd" * 16},
        {"format": "other"},
        {"slots": []},
        {"slots": "none"},
        {"extra": 1},
        {"version": "1"},
    ],
)
def test_a_forged_file_with_a_fitting_plain_hash_is_refused(folder: Path, changes: dict[str, object]) -> None:
    for name in NAMES:
        path = folder / name
        path.write_bytes(resealed(path.read_bytes(), **changes))
    with pytest.raises((VaultDamaged, WrongPassphrase)):
        unlock_folder(folder, PASSPHRASE, "secret")


@pytest.mark.parametrize("kdf", [{"memory_kib": 8}, {"iterations": 1}, {"memory_kib": 2**21}, {"lanes": 0}])
def test_forged_parameters_are_refused(folder: Path, kdf: dict[str, int]) -> None:
    for name in NAMES:
        path = folder / name
        slots = json.loads(path.read_bytes())["keys"]["slots"]
        slots[0]["kdf"] |= kdf
        path.write_bytes(resealed(path.read_bytes(), slots=slots))
    with pytest.raises(VaultDamaged):
        unlock_folder(folder, PASSPHRASE, "secret")


def test_a_forged_first_copy_does_not_lock_the_person_out(folder: Path) -> None:
    path = folder / NAMES[0]
    path.write_bytes(resealed(path.read_bytes(), generation=99, mac="00" * 32))
    unlocked = unlock_folder(folder, PASSPHRASE, "secret")
    assert (unlocked.data_key, unlocked.header.generation) == (DATA_KEY, 1)
    assert unlocked.needs_repair
