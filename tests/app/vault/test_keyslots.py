# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import VaultDamaged, WrongPassphrase
from app.vault.kdf import KdfParameters
from app.vault.keyslots import Header, SecretKind, Slot, new_header, new_slot, unlock, with_slot

VAULT = "ab" * 16
DATA_KEY = bytes(range(32))
FLOOR = KdfParameters.floor()


@pytest.fixture(scope="module")
def slot() -> Slot:
    return new_slot(VAULT, SecretKind.PASSPHRASE, "secret", DATA_KEY, FLOOR)


@pytest.fixture(scope="module")
def header(slot: Slot) -> Header:
    return new_header(VAULT, DATA_KEY, (slot,))


def test_the_right_secret_gives_the_data_key(header: Header) -> None:
    assert unlock(header, SecretKind.PASSPHRASE, "secret") == DATA_KEY


def test_a_wrong_secret_is_told_apart(header: Header) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(header, SecretKind.PASSPHRASE, "Secret")


def test_a_secret_of_another_kind_opens_nothing(header: Header) -> None:
    with pytest.raises(WrongPassphrase):
        unlock(header, SecretKind.RECOVERY_CODE, "secret")


@pytest.mark.parametrize(
    "change",
    [
        {"id": "00" * 8},
        {"kdf": KdfParameters(FLOOR.memory_kib, 4, 4)},
        {"salt": "00" * 16},
        {"nonce": "00" * 12},
        {"wrapped": "00" * 48},
    ],
)
def test_a_slot_opens_only_as_it_was_made(slot: Slot, change: dict[str, object]) -> None:
    changed = new_header(VAULT, DATA_KEY, (replace(slot, **change),))  # type: ignore[arg-type]
    with pytest.raises(WrongPassphrase):
        unlock(changed, SecretKind.PASSPHRASE, "secret")


def test_a_slot_of_another_vault_does_not_open(slot: Slot) -> None:
    moved = new_header("cd" * 16, DATA_KEY, (slot,))
    with pytest.raises(WrongPassphrase):
        unlock(moved, SecretKind.PASSPHRASE, "secret")


def test_a_passphrase_slot_called_recovery_code_does_not_open(slot: Slot) -> None:
    renamed = new_header(VAULT, DATA_KEY, (replace(slot, kind=SecretKind.RECOVERY_CODE),))
    with pytest.raises(WrongPassphrase):
        unlock(renamed, SecretKind.RECOVERY_CODE, "secret")


def test_weaker_parameters_in_any_slot_refuse_the_file(header: Header, slot: Slot) -> None:
    weak = replace(slot, kind=SecretKind.RECOVERY_CODE, kdf=KdfParameters(8, 1, 1))
    with pytest.raises(VaultDamaged):
        unlock(replace(header, slots=(slot, weak)), SecretKind.PASSPHRASE, "secret")


@pytest.mark.parametrize("change", [{"generation": 9}, {"mac": "00" * 32}, {"slots": "double"}])
def test_a_change_outside_the_slot_is_seen_after_unlocking(
    header: Header, slot: Slot, change: dict[str, object]
) -> None:
    if change.get("slots"):
        change = {"slots": (slot, slot)}
    with pytest.raises(VaultDamaged):
        unlock(replace(header, **change), SecretKind.PASSPHRASE, "secret")  # type: ignore[arg-type]


def test_one_slot_changes_without_the_others(header: Header) -> None:
    code = new_slot(VAULT, SecretKind.RECOVERY_CODE, "code", DATA_KEY, FLOOR)
    both = with_slot(header, DATA_KEY, code)
    changed = with_slot(both, DATA_KEY, new_slot(VAULT, SecretKind.PASSPHRASE, "new", DATA_KEY, FLOOR))
    assert changed.generation == 3
    assert unlock(changed, SecretKind.RECOVERY_CODE, "code") == DATA_KEY
    assert unlock(changed, SecretKind.PASSPHRASE, "new") == DATA_KEY
    with pytest.raises(WrongPassphrase):
        unlock(changed, SecretKind.PASSPHRASE, "secret")


def test_nothing_secret_or_repeated_stands_in_a_slot(slot: Slot) -> None:
    again = new_slot(VAULT, SecretKind.PASSPHRASE, "secret", DATA_KEY, FLOOR)
    assert len({slot.id, again.id, slot.salt, again.salt, slot.nonce, again.nonce}) == 6
    assert DATA_KEY.hex() not in slot.wrapped
