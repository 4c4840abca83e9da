# SPDX-License-Identifier: MIT
"""A backup takes the place of a damaged case, which is kept; before, the person sees what is missing."""

from __future__ import annotations

import secrets
import shutil
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.custody.log import check_chain, read_record
from app.errors import (
    Cancelled,
    CodeMistyped,
    NoRoom,
    NotAVault,
    PicturesNotAllowed,
    VaultBusy,
    VaultDamaged,
    VaultMissing,
    WrongPassphrase,
)
from app.model import Under18
from app.vault import SecretKind, Vault, restoring
from app.vault.connection import PAGE_BYTES
from app.vault.file_copy import Files
from tests.app.vault.conftest import PASSPHRASE, TOOL
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault.restoring import Brought
    from tests.fakes.clock import FakeClock

DAY = date(2026, 11, 24)


@pytest.fixture
def backup(new_vault: Callable[..., Vault], tmp_path: Path, clock: FakeClock) -> Path:
    """A backup with two pictures, made before a third was taken and one was removed for good."""
    stick = tmp_path / "stick"
    stick.mkdir()
    vault = new_vault()
    vault.new_recovery_code()
    for n in range(2):
        vault.add_exhibit(acquisition(b"%d" % n + secrets.token_bytes(120 * PAGE_BYTES)))
    made = vault.back_up(stick, DAY, lambda _done: None, threading.Event())
    clock.advance(3600)
    vault.add_exhibit(acquisition(b"later"))
    vault.purge_exhibit(vault.exhibits()[0].id, "by mistake")
    vault.close()
    assert made.place is not None
    return stick / "case-2026-11-24.safehold"


def damage(folder: Path) -> None:
    """Nothing of the first pages can be read any more."""
    with (folder / "vault.db").open("r+b") as file:
        file.write(bytes(4 * PAGE_BYTES))


def bring_in(source: Path, target: Path, secret: str = PASSPHRASE, **more: object) -> Brought:
    wanted: dict[str, object] = {"kind": SecretKind.PASSPHRASE, "files": None} | more
    return restoring.bring_in(
        source,
        target,
        secret,
        wanted["kind"],  # type: ignore[arg-type]
        lambda _done: None,
        threading.Event(),
        wanted["files"],  # type: ignore[arg-type]
    )


def put(brought: Brought, target: Path, clock: FakeClock) -> Path | None:
    return restoring.put_in_place(brought, target, PASSPHRASE, SecretKind.PASSPHRASE, clock, TOOL)


def test_a_damaged_case_is_replaced_and_kept(backup: Path, folder: Path, clock: FakeClock) -> None:
    damage(folder)
    with pytest.raises(VaultDamaged):
        Vault.open(folder, PASSPHRASE, clock=clock, tool=TOOL)
    before = (folder / "vault.db").read_bytes()
    given = {one.name: one.read_bytes() for one in backup.iterdir()}
    brought = bring_in(backup, folder)
    assert (brought.standing.exhibits, brought.standing.damaged, brought.standing.differing) == (2, (), ())
    assert not brought.present.is_readable
    assert brought.present.last_at is not None
    assert (folder / "vault.db").read_bytes() == before
    kept = put(brought, folder, clock)
    assert kept == folder.with_name("case-damaged-2026-11-24.safehold")
    assert (kept / "vault.db").read_bytes() == before
    assert {one.name: one.read_bytes() for one in backup.iterdir()} == given
    vault = Vault.open(folder, PASSPHRASE, clock=clock, tool=TOOL)
    assert [one.ref for one in vault.exhibits()] == ["TJH/1", "TJH/2"]
    lines = list(vault.records())
    check_chain(lines)
    (told,) = [one for one in map(read_record, lines) if one.type == "restore"]
    assert (told.data["size"], told.data["root"]) == (brought.standing.size, brought.standing.root)
    assert "lost_at" in told.data
    assert vault.check(lambda _done: None, threading.Event()).is_fine
    vault.close()
    names = {one.name for one in folder.parent.iterdir()}
    assert names == {"case.safehold", "case-damaged-2026-11-24.safehold", "stick"}


def test_what_is_missing_and_what_comes_back_is_said_before(
    backup: Path, folder: Path, clock: FakeClock
) -> None:
    brought = bring_in(backup, folder)
    present = brought.present
    assert present.is_readable
    assert present.last_at is not None
    assert (present.last_at - brought.standing.last_at).total_seconds() >= 3600
    assert [one.ref for one in present.purged] == ["TJH/1"]
    restoring.discard(brought)
    assert {one.name for one in folder.parent.iterdir()} == {"case.safehold", "stick"}


def test_on_a_new_computer_there_is_nothing_to_replace(
    backup: Path, tmp_path: Path, clock: FakeClock
) -> None:
    target = tmp_path / "elsewhere" / "deeper" / "case.safehold"
    brought = bring_in(backup, target)
    assert brought.present.last_at is None
    assert put(brought, target, clock) is None
    vault = Vault.open(target, PASSPHRASE, clock=clock, tool=TOOL)
    assert len(vault.exhibits()) == 2
    vault.close()


@pytest.mark.parametrize("step", ["before the case goes", "between", "after"])
def test_stopped_in_the_moment_of_changing_places_there_is_always_a_case(
    backup: Path, folder: Path, clock: FakeClock, step: str
) -> None:
    brought = bring_in(backup, folder)
    if step == "after":
        put(brought, folder, clock)
    else:
        brought.folder.rename(paths.restored_path(folder))
    if step == "between":
        folder.rename(folder.with_name("case-damaged-2026-11-24.safehold"))
    paths.finish_restore(folder)
    vault = Vault.open(folder, PASSPHRASE, clock=clock, tool=TOOL)
    assert len(vault.exhibits()) == 2
    vault.close()


def test_one_that_is_open_is_not_replaced(backup: Path, folder: Path, clock: FakeClock) -> None:
    brought = bring_in(backup, folder)
    vault = Vault.open(folder, PASSPHRASE, clock=clock, tool=TOOL)
    with pytest.raises(VaultBusy):
        put(brought, folder, clock)
    vault.add_exhibit(acquisition(b"more"))
    vault.close()


def test_what_is_wrong_with_the_choice_is_told_and_leaves_nothing(backup: Path, folder: Path) -> None:
    for source, secret, kind, error in (
        (backup, "not this", SecretKind.PASSPHRASE, WrongPassphrase),
        (backup, "AAAA", SecretKind.RECOVERY_CODE, CodeMistyped),
        (backup.parent, PASSPHRASE, SecretKind.PASSPHRASE, NotAVault),
        (backup.parent / "none", PASSPHRASE, SecretKind.PASSPHRASE, VaultMissing),
    ):
        with pytest.raises(error):
            bring_in(source, folder, secret, kind=kind)
    with pytest.raises(NoRoom):
        bring_in(backup, folder, files=Files(free=lambda _: 1))
    assert {one.name for one in folder.parent.iterdir()} == {"case.safehold", "stick"}


def test_it_can_be_stopped(backup: Path, folder: Path) -> None:
    for share in (0.0, 0.2, 0.7):
        stop = threading.Event()

        def hear(done: float, stop: threading.Event = stop, share: float = share) -> None:
            if done >= share:
                stop.set()

        with pytest.raises(Cancelled):
            restoring.bring_in(backup, folder, PASSPHRASE, SecretKind.PASSPHRASE, hear, stop)
    assert {one.name for one in folder.parent.iterdir()} == {"case.safehold", "stick"}


def test_a_folder_copied_by_hand_from_an_open_case_brings_what_was_not_in_the_file_yet(
    new_vault: Callable[..., Vault], folder: Path, tmp_path: Path
) -> None:
    vault = new_vault()
    vault.add_exhibit(acquisition(b"still in the WAL"))
    by_hand = shutil.copytree(vault.folder, tmp_path / "by-hand")
    vault.close()
    assert bring_in(by_hand, folder).standing.exhibits == 1


def test_a_backup_that_decayed_is_told(backup: Path, folder: Path) -> None:
    path = backup / "vault.db"
    page = path.stat().st_size // PAGE_BYTES // 2
    with path.open("r+b") as file:
        file.seek(page * PAGE_BYTES)
        file.write(b"decay")
    found = bring_in(backup, folder).standing
    assert (found.damaged, len(found.differing)) == ((page + 1,), 1)


def test_an_older_backup_brings_nothing_back_that_was_set_apart_since(
    new_vault: Callable[..., Vault], tmp_path: Path, folder: Path, clock: FakeClock
) -> None:
    vault, stick = new_vault(), tmp_path / "stick"
    stick.mkdir()
    picture = vault.add_exhibit(acquisition(b"picture"))
    made = vault.back_up(stick, DAY, lambda _done: None, threading.Event())
    vault.revise_case(replace(vault.case().fact, under_18=Under18.YES))
    vault.revise_case(replace(vault.case().fact, under_18=Under18.NO))
    vault.close()
    assert made.place is not None
    brought = bring_in(Path(made.place), folder)
    assert brought.present.under_18 is Under18.NOT_SURE
    put(brought, folder, clock)
    again = Vault.open(folder, PASSPHRASE, clock=clock, tool=TOOL)
    with pytest.raises(PicturesNotAllowed):
        again.original(picture.id)
    again.revise_case(replace(again.case().fact, under_18=Under18.NO))
    assert again.is_apart(picture.id)
    again.close()
