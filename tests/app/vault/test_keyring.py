# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.custody.log import read_record
from app.errors import BadInput, CodeMistyped, DiskFull, WrongPassphrase
from app.vault import SecretKind, Vault, keyring
from app.vault.keyfile import NAMES, write_header
from app.vault.recovery import new_code

from .conftest import PASSPHRASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CODE = SecretKind.RECOVERY_CODE


def key_bytes(folder: Path) -> list[bytes]:
    return [(folder / name).read_bytes() for name in NAMES]


def test_a_code_opens_the_vault_as_people_type_it(vault: Vault, reopen: Callable[..., Vault]) -> None:
    assert not vault.has_recovery_code()
    code = vault.new_recovery_code()
    assert vault.has_recovery_code()
    vault.close()
    again = reopen(code.lower().replace("-", " "), CODE)
    assert again.recovery_code_tried()
    again.close()
    assert reopen().case().revision == 1


def test_tried_once(vault: Vault) -> None:
    code = vault.new_recovery_code()
    assert not vault.recovery_code_tried()
    with pytest.raises(CodeMistyped):
        vault.try_recovery_code(code[:-1])
    with pytest.raises(WrongPassphrase):
        vault.try_recovery_code(new_code())
    assert not vault.recovery_code_tried()
    vault.try_recovery_code(code)
    assert vault.recovery_code_tried()
    vault.new_recovery_code()
    assert not vault.recovery_code_tried()


def test_a_new_code_takes_the_place_of_the_old_one(vault: Vault, reopen: Callable[..., Vault]) -> None:
    old, new = vault.new_recovery_code(), vault.new_recovery_code()
    vault.close()
    with pytest.raises(WrongPassphrase):
        reopen(old, CODE)
    reopen(new, CODE)


def test_a_new_passphrase_takes_the_place_of_the_old_one(vault: Vault, reopen: Callable[..., Vault]) -> None:
    code = vault.new_recovery_code()
    vault.change_passphrase("another one")
    vault.close()
    with pytest.raises(WrongPassphrase):
        reopen(PASSPHRASE)
    reopen("another one").close()
    reopen(code, CODE)


def test_each_new_key_has_a_record_that_holds_no_secret(vault: Vault) -> None:
    code = vault.new_recovery_code()
    vault.change_passphrase("planted passphrase")
    lines = list(vault.records())
    kinds = [record.data["kind"] for record in map(read_record, lines) if record.type == "key.create"]
    assert kinds == ["passphrase", "ed25519", "recovery_code", "passphrase"]
    joined = b"".join(lines)
    assert b"planted" not in joined
    assert code.encode() not in joined


def test_an_empty_passphrase_changes_nothing(vault: Vault, folder: Path) -> None:
    before, count = key_bytes(folder), vault.record_count
    with pytest.raises(BadInput):
        vault.change_passphrase("")
    assert (key_bytes(folder), vault.record_count) == (before, count)


def test_a_full_disk_leaves_the_old_passphrase_and_no_record(
    vault: Vault, folder: Path, monkeypatch: pytest.MonkeyPatch, reopen: Callable[..., Vault]
) -> None:
    count, calls = vault.record_count, []

    def full_after_one_copy(where: Path, header: object) -> None:
        calls.append(where)
        write_header(where, header)  # type: ignore[arg-type]
        if len(calls) == 1:
            raise DiskFull("ENOSPC")

    monkeypatch.setattr(keyring, "write_header", full_after_one_copy)
    with pytest.raises(DiskFull):
        vault.change_passphrase("another one")
    assert vault.record_count == count
    vault.close()
    reopen(PASSPHRASE)


def test_dropped_keys_are_not_held(folder: Path, vault: Vault) -> None:
    assert len(vault._keys.data_key) == 32
    vault.close()
    assert vault._keys.data_key == b""
