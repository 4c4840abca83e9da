# SPDX-License-Identifier: MIT
"""Same state and same export time give the same ZIP, whatever process, hash seed, zone, locale or year."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from app.capture.models import Frame
from app.capture.png import encode
from app.model import Account, Certainty, Demand, Event, Payment, Strength
from app.package.names import CASE_UCO, CHECK_PAGE, PAGE1, READ_ME, REPORT
from app.paths import project_root
from tests.app.package.conftest import FACTS, _vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START, FakeClock
from tests.fakes.packages import files_of
from tests.fakes.runs import frame, joined, record_of

EXPORT = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[3], 8))
from app.identify.platforms import Catalogue
from app.package.build import export
from app.paths import resources
from app.vault import Vault
from tests.app.package.conftest import PASSPHRASE, TOOL
from tests.fakes.clock import FakeClock
clock = FakeClock()
clock.advance(3600)
vault = Vault.open(Path(sys.argv[1]), PASSPHRASE, clock=clock, tool=TOOL)
catalogue = Catalogue.load(resources() / "platforms")
print(export(vault, Path(sys.argv[2]), catalogue=catalogue, clock=clock).sha256)
vault.close()
"""
SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C", "mask": "077"},
    {"PYTHONHASHSEED": "4711", "TZ": "Asia/Kathmandu", "LC_ALL": "C.UTF-8", "mask": "000"},
)
FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
IN_2031 = {"LD_PRELOAD": FAKETIME, "FAKETIME": "@2031-07-01 12:00:00"} if Path(FAKETIME).exists() else {}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """A locked case with pictures that the real report can print, a run among them, and a few facts."""
    folder = tmp_path / "a.safehold"
    vault = _vault(folder, FakeClock(), FACTS)
    for shade in (40, 200):
        vault.add_exhibit(acquisition(encode(Frame(64, 48, bytes([shade]) * 64 * 48 * 4))))
    for n in (1, 2, 3):
        run = vault.add_frame(frame(n, "run 3", data=encode(Frame(64, 48, bytes([n]) * 64 * 48 * 4))))
    made = joined(run, encode(Frame(64, 96, bytes(range(256)) * 96)))
    vault.finish_run(run.id, record_of(run), (made,))
    vault.add(Account("skype", "live:.cid.1f2e3d", "Skype Name", Strength.STRONG))
    vault.add(Payment("western_union", 20000, "GBP", START, reference="0123456789"))
    vault.add(Demand("money", "Send 200, or everyone sees it", START))
    vault.add(Event(START, "Video call, 3 minutes", Certainty.REMEMBERED, is_about=True))
    vault.close()
    return folder


def test_two_processes_in_other_surroundings_write_the_same_bytes(case: Path, tmp_path: Path) -> None:
    packages = []
    for n, surroundings in enumerate(SURROUNDINGS):
        own = tmp_path / f"{n}.safehold"
        shutil.copytree(case, own)
        packages.append(tmp_path / f"{n}.zip")
        env = {**os.environ, **surroundings, **(IN_2031 if n else {})}
        mask = env.pop("mask")
        done = subprocess.run(
            [sys.executable, "-c", EXPORT, own, packages[-1], mask],
            env=env,
            cwd=project_root(),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    first, second = (files_of(package) for package in packages)
    assert {REPORT, CHECK_PAGE, READ_ME, PAGE1, CASE_UCO} <= first.keys()
    assert [name for name in first if first[name] != second.get(name)] == []
    assert packages[0].read_bytes() == packages[1].read_bytes()
