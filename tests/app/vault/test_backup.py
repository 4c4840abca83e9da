# SPDX-License-Identifier: MIT
"""A copy is whole, checked and recorded, or there is nothing; and nobody waits for it."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import threading
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from app.custody.log import read_record
from app.errors import (
    Cancelled,
    CopyNotAllowed,
    EvidenceError,
    ExportFailed,
    FolderReadOnly,
    NoRoom,
    VaultLocked,
)
from app.hashing import sha256_of
from app.model import CopyKind, CopyState, ExhibitFacts, Sensitivity, Under18
from app.vault import SecretKind, Vault
from app.vault.backup import folder_for, is_same_disk
from app.vault.file_copy import Files, send
from tests.app.vault.conftest import PASSPHRASE, TOOL
from tests.fakes.acquisitions import ADULT, acquisition

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.model import Copy
    from tests.fakes.clock import FakeClock

DAY = date(2026, 11, 24)
BIG = 5_000_000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


@pytest.fixture
def filled(vault: Vault) -> Vault:
    for n in range(4):
        vault.add_exhibit(acquisition(b"%d" % n + secrets.token_bytes(BIG)))
    return vault


def back_up(vault: Vault, stick: Path, files: Files | None = None) -> Copy:
    return vault.back_up(stick, DAY, lambda _done: None, threading.Event(), files)


def test_the_copy_opens_with_both_secrets_and_holds_the_same(
    filled: Vault, stick: Path, clock: FakeClock
) -> None:
    code = filled.new_recovery_code()
    before = [bytes(line) for line in filled.records()]
    exhibits = filled.exhibits()
    made = back_up(filled, stick)
    folder = stick / "case-2026-11-24.safehold"
    assert [one.name for one in stick.iterdir()] == [folder.name]
    assert sorted(one.name for one in folder.iterdir()) == ["keys-copy.json", "keys.json", "vault.db"]
    assert made == filled.copies()[-1]
    assert (made.kind, made.place, made.state) == (CopyKind.BACKUP, str(folder), CopyState.HERE)
    assert (made.sha256, made.size) == (sha256_of((folder / "vault.db").read_bytes()), len(before))
    record = read_record(list(filled.records())[made.seq - 1])
    assert (record.type, record.obj, record.data["sha256"]) == ("backup.create", made.id, made.sha256)
    for secret, kind in ((PASSPHRASE, SecretKind.PASSPHRASE), (code, SecretKind.RECOVERY_CODE)):
        copy = Vault.open(folder, secret, clock=clock, tool=TOOL, kind=kind)
        assert list(copy.records())[: len(before)] == before
        assert copy.exhibits() == exhibits
        assert copy.original(exhibits[0].id) == filled.original(exhibits[0].id)
        copy.close()


def test_pictures_are_taken_meanwhile_and_are_not_in_it(filled: Vault, stick: Path, clock: FakeClock) -> None:
    taken: list[str] = []

    def slow(source: int, target: int, start: int, count: int) -> int:
        taken.append(filled.add_exhibit(acquisition(secrets.token_bytes(BIG))).ref)
        return send(source, target, start, count)

    made = back_up(filled, stick, Files(send=slow))
    assert len(taken) >= 4
    assert len(filled.exhibits()) == 4 + len(taken)
    copy = Vault.open(stick / "case-2026-11-24.safehold", PASSPHRASE, clock=clock, tool=TOOL)
    assert len(copy.exhibits()) == 4
    assert copy.record_count - made.size == 1  # its own opening
    copy.close()
    assert filled.check(lambda _done: None, threading.Event()).is_fine


def test_it_waits_for_who_reads_an_earlier_state_and_can_be_stopped(filled: Vault, stick: Path) -> None:
    with filled.reader():
        filled.add_exhibit(acquisition(b"later"))
        stop = threading.Event()
        waiting = threading.Timer(0.3, stop.set)
        waiting.start()
        with pytest.raises(Cancelled):
            filled.back_up(stick, DAY, lambda _done: None, stop)
        waiting.join()
    assert back_up(filled, stick).size == filled.record_count - 2


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (errno.ENOSPC, ExportFailed),
        (errno.EIO, ExportFailed),
        (errno.ENODEV, ExportFailed),
        (errno.EFBIG, ExportFailed),
        (errno.EACCES, FolderReadOnly),
    ],
)
@pytest.mark.parametrize("what", ["send", "sync"])
def test_a_stick_that_fails_leaves_nothing(
    filled: Vault, stick: Path, code: int, meaning: type[EvidenceError], what: str
) -> None:
    calls: list[int] = []

    def failing(*arguments: int) -> int:
        calls.append(1)
        if len(calls) == 2:
            raise OSError(code, "injected")
        return send(*arguments) if what == "send" else 0

    before = filled.record_count
    with pytest.raises(meaning):
        back_up(filled, stick, replace(Files(), **{what: failing}))
    assert (list(stick.iterdir()), filled.record_count, filled.copies()) == ([], before, ())


def test_a_byte_that_comes_out_otherwise_is_seen_and_nothing_is_left(filled: Vault, stick: Path) -> None:
    def wrong(source: int, target: int, start: int, count: int) -> int:
        sent = send(source, target, start, count)
        if start:
            os.pwrite(target, b"\0\0\0\0", start + 77)
        return sent

    with pytest.raises(EvidenceError):
        back_up(filled, stick, Files(send=wrong))
    assert (list(stick.iterdir()), filled.copies()) == ([], ())


def test_without_room_it_is_not_begun(filled: Vault, stick: Path) -> None:
    with pytest.raises(NoRoom) as error:
        back_up(filled, stick, Files(free=lambda _place: 1000))
    assert error.value.name == "0.1 GB"
    assert list(stick.iterdir()) == []


@pytest.mark.parametrize("share", [0.1, 0.55, 0.9])
def test_stopped_anywhere_it_leaves_nothing(filled: Vault, stick: Path, share: float) -> None:
    stop, before = threading.Event(), filled.record_count
    with pytest.raises(Cancelled):
        filled.back_up(stick, DAY, lambda done: stop.set() if done >= share else None, stop)
    assert (list(stick.iterdir()), filled.record_count) == ([], before)


@pytest.mark.parametrize("share", [0.1, 0.55, 1.0])
def test_locked_anywhere_it_leaves_nothing(filled: Vault, stick: Path, share: float) -> None:
    with pytest.raises(VaultLocked):
        filled.back_up(
            stick, DAY, lambda done: filled.close("hide") if done >= share else None, threading.Event()
        )
    assert list(stick.iterdir()) == []


def test_a_second_one_of_the_day_has_a_number_and_touches_nothing(filled: Vault, stick: Path) -> None:
    first = back_up(filled, stick)
    before = (stick / "case-2026-11-24.safehold" / "vault.db").read_bytes()
    second = back_up(filled, stick)
    assert second.place == str(stick / "case-2026-11-24-2.safehold")
    assert first.place is not None
    assert (stick / "case-2026-11-24.safehold" / "vault.db").read_bytes() == before
    assert folder_for(stick, filled.folder, DAY).name == "case-2026-11-24-3.safehold"


def test_what_an_unfinished_start_left_is_gone(filled: Vault, stick: Path) -> None:
    (stick / "case-2026-11-24.safehold.part").mkdir()
    (stick / "case-2026-11-24.safehold.part" / "vault.db").write_bytes(b"half")
    back_up(filled, stick)
    assert [one.name for one in stick.iterdir()] == ["case-2026-11-24.safehold"]


def test_no_copy_of_what_may_show_someone_under_18(new_vault: Callable[..., Vault], stick: Path) -> None:
    vault = new_vault()
    picture = vault.add_exhibit(acquisition(b"picture"))
    vault.revise_exhibit(picture.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    back_up(vault, stick)
    vault.revise_case(replace(vault.case().fact, under_18=Under18.NOT_SURE))
    with pytest.raises(CopyNotAllowed):
        back_up(vault, stick)
    vault.revise_case(ADULT)
    with pytest.raises(CopyNotAllowed):
        back_up(vault, stick)
    assert len(list(stick.iterdir())) == 1
    vault.close()


def test_no_copy_of_a_picture_that_is_marked_by_itself(new_vault: Callable[..., Vault], stick: Path) -> None:
    vault = new_vault()
    marked = vault.add_exhibit(acquisition(b"picture"))
    vault.revise_exhibit(marked.id, ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18))
    with pytest.raises(CopyNotAllowed):
        back_up(vault, stick)
    assert not list(stick.iterdir())
    vault.close()


def test_no_copy_is_left_when_the_answer_changes_while_it_is_made(
    new_vault: Callable[..., Vault], stick: Path
) -> None:
    vault = new_vault()
    vault.add_exhibit(acquisition(b"picture"))
    said: list[float] = []

    def change_the_answer(share: float) -> None:
        said.append(share)
        if len(said) == 1:
            vault.revise_case(replace(vault.case().fact, under_18=Under18.YES))

    with pytest.raises(CopyNotAllowed):
        vault.back_up(stick, DAY, change_the_answer, threading.Event())
    assert not list(stick.iterdir())
    vault.close()


def test_a_case_of_words_alone_is_copied(new_vault: Callable[..., Vault], stick: Path) -> None:
    vault = new_vault()
    vault.revise_case(replace(vault.case().fact, under_18=Under18.YES))
    assert back_up(vault, stick).kind is CopyKind.BACKUP
    vault.close()


def test_the_same_disk_is_known(tmp_path: Path, stick: Path) -> None:
    assert is_same_disk(stick, tmp_path)
    assert not is_same_disk(stick / "gone", tmp_path)


def test_a_folder_that_is_gone_is_told(filled: Vault, stick: Path) -> None:
    shutil.rmtree(stick)
    with pytest.raises(ExportFailed):
        back_up(filled, stick)
