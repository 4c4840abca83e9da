# SPDX-License-Identifier: MIT
"""A case is deleted: nothing is left; killed at any step it is whole or gone, never half readable."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.errors import AskPoliceFirst, VaultBusy, VaultDamaged, WrongPassphrase
from app.model import ExhibitFacts, Sensitivity
from app.paths import KEY_FILES, finish_delete, is_gone, project_root
from app.vault import Vault
from app.vault.deleting import delete_case
from tests.app.vault.conftest import PASSPHRASE, TOOL
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.clock import FakeClock

if TYPE_CHECKING:
    from pathlib import Path

PICTURE = b"what was taken " + secrets.token_bytes(100_000)
OLDER = ("case-damaged-2026-11-20.safehold", "case.safehold.restored", "case.safehold.restoring")
ITSELF = f"""
import os, signal, sys
from pathlib import Path
from app.vault.deleting import delete_case
folder, wanted = Path(sys.argv[1]), int(sys.argv[2])
steps = []
def at(step):
    steps.append(step)
    if len(steps) == wanted:
        os.kill(os.getpid(), {int(signal.SIGKILL) if hasattr(signal, "SIGKILL") else 0})
delete_case(folder, at)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with something in it, and older ones beside it."""
    from app.vault import KdfParameters  # noqa: PLC0415 - as the fixtures beside

    folder = tmp_path_factory.mktemp("made") / "data" / "case.safehold"
    folder.parent.mkdir()
    vault = Vault.create(
        folder,
        PASSPHRASE,
        clock=FakeClock(),
        facts=ADULT,
        tool=TOOL,
        machine_alias="heron-42",
        kdf=KdfParameters.floor(),
    )
    vault.add_exhibit(acquisition(PICTURE))
    vault.close()
    for name in OLDER:
        shutil.copytree(folder, folder.with_name(name))
    return folder.parent


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    return shutil.copytree(made, tmp_path / "data") / "case.safehold"


def open_(folder: Path) -> Vault:
    return Vault.open(folder, PASSPHRASE, clock=FakeClock(), tool=TOOL)


def test_nothing_is_left(case: Path) -> None:
    delete_case(case)
    assert list(case.parent.iterdir()) == []


def test_what_is_no_part_of_it_stays(case: Path) -> None:
    (case.parent / "other.safehold").mkdir()
    (case.parent / "window-1a2b3c4d.lock").touch()
    delete_case(case)
    assert {one.name for one in case.parent.iterdir()} == {"other.safehold", "window-1a2b3c4d.lock"}


def test_the_keys_are_written_over_where_they_stood(case: Path) -> None:
    """Another name for the same bytes on the disk shows what became of them."""
    for name in KEY_FILES:
        os.link(case / name, case.parent / f"kept-{name}")
    delete_case(case)
    for name in KEY_FILES:
        assert (case.parent / f"kept-{name}").read_bytes() == b"gone\n"


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_killed_at_any_step_it_is_whole_or_gone(made: Path, tmp_path: Path) -> None:
    whole, gone = 0, 0
    for step in range(1, 99):
        case = shutil.copytree(made, tmp_path / f"data-{step}") / "case.safehold"
        done = subprocess.run(
            [sys.executable, "-c", ITSELF, str(case), str(step)], cwd=project_root(), check=False, timeout=60
        )
        had_keys = not is_gone(case) and case.exists()
        finish_delete(case)
        if had_keys:
            vault = open_(case)
            assert [vault.original(one.id) for one in vault.exhibits()] == [PICTURE]
            vault.close()
            assert not any(is_gone(one) for one in case.parent.iterdir())
            whole += 1
        else:
            assert list(case.parent.iterdir()) == []
            gone += 1
        if done.returncode == 0:
            break
        shutil.rmtree(case.parent)
    assert whole >= 7  # two key files of three older ones, and the second of its own
    assert gone >= 3


def test_one_that_is_open_is_not_deleted(case: Path) -> None:
    vault = open_(case)
    with pytest.raises(VaultBusy):
        delete_case(case)
    assert not is_gone(case)
    vault.close()


def test_a_damaged_one_is_deleted_too(case: Path) -> None:
    (case / "keys.json").write_bytes(b"\x00" * 900)
    (case / "keys-copy.json").unlink()
    with pytest.raises(VaultDamaged):
        open_(case)
    delete_case(case)
    assert not case.exists()


def test_who_asks_knows_the_passphrase(vault: Vault) -> None:
    with pytest.raises(WrongPassphrase):
        vault.check_may_be_deleted("not the passphrase", police_said_so=True)
    vault.check_may_be_deleted(PASSPHRASE, police_said_so=False)


def test_what_may_show_a_child_waits_for_the_police(vault: Vault) -> None:
    exhibit = vault.add_exhibit(acquisition(PICTURE))
    vault.revise_exhibit(exhibit.id, ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18))
    assert vault.holds_what_is_apart()
    with pytest.raises(AskPoliceFirst):
        vault.check_may_be_deleted(PASSPHRASE, police_said_so=False)
    vault.check_may_be_deleted(PASSPHRASE, police_said_so=True)
