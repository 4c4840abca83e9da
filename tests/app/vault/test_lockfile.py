# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import threading
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import pytest

from app.errors import VaultBusy
from app.vault import lockfile
from app.vault.lockfile import NAME, LockFile, this_process
from tests.fakes.modes import has_mode

if TYPE_CHECKING:
    from pathlib import Path


def dead_pid() -> int:
    """The number of a process that has ended."""
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    return done.pid


def leave(folder: Path, **changes: object) -> None:
    """A lock as another process would leave it."""
    holder = replace(this_process(), **changes)  # type: ignore[arg-type]
    (folder / NAME).write_text(json.dumps(asdict(holder)))


def test_says_who_holds_it_and_goes_when_released(tmp_path: Path) -> None:
    lock = LockFile.take(tmp_path)
    held = json.loads((tmp_path / NAME).read_text())
    assert (held["pid"], held["host"]) == (os.getpid(), platform.node())
    assert has_mode(tmp_path / NAME, 0o600)
    lock.release()
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_a_second_start_is_told_who(tmp_path: Path) -> None:
    lock = LockFile.take(tmp_path)
    with pytest.raises(VaultBusy) as busy:
        LockFile.take(tmp_path)
    assert (busy.value.pid, busy.value.host) == (os.getpid(), platform.node())
    lock.release()


def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    leave(tmp_path, pid=dead_pid())
    LockFile.take(tmp_path).release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says of a process that it waits to be buried")
def test_who_has_ended_and_is_not_yet_buried_does_not_count(tmp_path: Path) -> None:
    owner = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    leave(tmp_path, pid=owner.pid, started=lockfile._started(owner.pid))
    with pytest.raises(VaultBusy):
        LockFile.take(tmp_path)
    owner.kill()
    os.waitid(os.P_PID, owner.pid, os.WEXITED | os.WNOWAIT)  # ended; nobody has asked how
    LockFile.take(tmp_path).release()
    owner.communicate()


@pytest.mark.skipif(sys.platform != "linux", reason="the start of a process is known on Linux only")
def test_another_process_of_the_same_number_does_not_count(tmp_path: Path) -> None:
    leave(tmp_path, started="an earlier boot/1")
    LockFile.take(tmp_path).release()


def test_a_lock_from_another_computer_is_never_touched(tmp_path: Path) -> None:
    leave(tmp_path, pid=dead_pid(), host="another")
    with pytest.raises(VaultBusy) as busy:
        LockFile.take(tmp_path)
    assert busy.value.host == "another"
    assert (tmp_path / NAME).exists()


@pytest.mark.parametrize("content", [b"", b"{", b"\xff", b'{"pid": "x"}', b"[]"])
def test_a_torn_lock_is_taken_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / NAME).write_bytes(content)
    LockFile.take(tmp_path).release()


def test_a_lock_that_is_no_longer_ours_stays(tmp_path: Path) -> None:
    lock = LockFile.take(tmp_path)
    leave(tmp_path, pid=1)
    lock.release()
    assert (tmp_path / NAME).exists()


def test_a_stick_without_second_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object) -> None:
        raise OSError(1, "not permitted")

    monkeypatch.setattr(os, "link", no_links)
    lock = LockFile.take(tmp_path)
    with pytest.raises(VaultBusy):
        LockFile.take(tmp_path)
    lock.release()
    assert list(tmp_path.iterdir()) == []


def test_of_many_that_take_over_at_once_one_has_it(tmp_path: Path) -> None:
    leave(tmp_path, pid=dead_pid())
    start, got = threading.Barrier(8), []

    def take() -> None:
        start.wait()
        try:
            got.append(LockFile.take(tmp_path))
        except VaultBusy:
            return

    threads = [threading.Thread(target=take) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 1


def test_a_lock_taken_between_our_look_and_our_move_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(tmp_path, pid=dead_pid())
    looked = lockfile._is_dead

    def meanwhile(holder: lockfile.Holder) -> bool:
        was_dead = looked(holder)
        leave(tmp_path)  # somebody alive takes it
        return was_dead

    monkeypatch.setattr(lockfile, "_is_dead", meanwhile)
    lockfile._remove_stale(tmp_path / NAME)
    assert json.loads((tmp_path / NAME).read_text())["pid"] == os.getpid()
    assert [path.name for path in tmp_path.iterdir()] == [NAME]
