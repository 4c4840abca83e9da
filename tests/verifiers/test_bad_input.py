# SPDX-License-Identifier: MIT
"""What is no package, and what is a hostile one, through ``main.py verify``: one answer, nothing written."""

from __future__ import annotations

import json
import re
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from tests.fakes.packages import unpacked
from tests.verifiers.bad_packages import DIFFERS, NO_PACKAGE
from tests.verifiers.mutations.originals import originals
from tests.verifiers.told import tell, traced

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verifiers.mutations.change import Original

MOST_BYTES = 160 << 20  # of memory: what Python, cryptography and one directory of a ZIP take, and room
MOST_SECONDS = 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, devices and links")


@pytest.fixture
def given(tmp_path: Path) -> Path:
    """A folder for what is handed over."""
    (tmp_path / "given").mkdir()
    return tmp_path / "given"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Original:
    return originals(tmp_path_factory.mktemp("untouched"))[0]


@pytest.mark.parametrize("what", sorted(NO_PACKAGE))
def test_what_is_no_package_gets_one_sentence(
    untouched: Original, given: Path, tmp_path: Path, what: str
) -> None:
    told = tell(NO_PACKAGE[what](given, untouched.files), tmp_path / "home", "--json")
    assert (told.code, told.out) == (2, ""), told
    assert len(told.err.splitlines()) == 1
    assert told.err.rstrip().endswith("."), told.err
    assert not re.search("Traceback|Error|Errno|fault", told.err), told.err
    assert told.left == ()
    assert (told.peak_bytes < MOST_BYTES, told.seconds < MOST_SECONDS) == (True, True), told


@pytest.mark.parametrize("what", sorted(DIFFERS))
def test_a_hostile_package_differs_and_the_file_is_named(
    untouched: Original, given: Path, tmp_path: Path, what: str
) -> None:
    make, reason = DIFFERS[what]
    path = make(given, untouched.files)
    told = tell(path, tmp_path / "home")
    assert (told.code, told.err) == (1, ""), told
    assert told.out.splitlines()[0] == "differs"
    assert f"  {reason}" in told.out.splitlines()
    assert told.left == ()
    assert (told.peak_bytes < MOST_BYTES, told.seconds < MOST_SECONDS) == (True, True), told


def test_json_is_exactly_one_object(untouched: Original, given: Path, tmp_path: Path) -> None:
    for n, what in enumerate(("names that are no text", "a name twice")):
        path = DIFFERS[what][0](given, untouched.files)
        told = tell(path, tmp_path / f"home{n}", "--json")
        said = json.loads(told.out)
        assert (said["verdict"], told.out.count("\n")) == ("differs", 1)


@pytest.mark.skipif(shutil.which("strace") is None, reason="no strace on this computer")
def test_no_file_is_opened_for_writing(untouched: Original, given: Path, tmp_path: Path) -> None:
    packages = [
        DIFFERS["a bomb"][0](given, untouched.files),
        unpacked(untouched.files, tmp_path / "bag"),
    ]
    for n, path in enumerate(packages):
        calls = traced(path, tmp_path / f"home{n}", tmp_path / f"trace{n}")
        assert any("O_RDONLY" in call and "python" in call for call in calls)
        harmless = r"O_RDONLY|ENOENT|resumed>|\+\+\+|---|/dev/null"
        assert [call for call in calls if not re.search(harmless, call)] == []


def test_a_large_file_costs_no_memory(untouched: Original, tmp_path: Path) -> None:
    place = unpacked(untouched.files, tmp_path / "bag")
    with (place / "data/exhibits/large.png").open("wb") as out:
        out.truncate(300_000_000)
    told = tell(place, tmp_path / "home")
    assert "  extra: data/exhibits/large.png" in told.out.splitlines()
    assert told.peak_bytes < MOST_BYTES
