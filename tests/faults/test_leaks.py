# SPDX-License-Identifier: MIT
"""A whole session with planted words and a planted picture: they are found in the vault's memory of it alone.

The session is a process of its own (``leak_session``), with the real window. Every file that it touches is
looked through, what other programs can see of it too, and at the end its memory; the counts stand in
docs/memory-after-lock.md. ``python -m tests.faults.test_leaks`` prints them.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.vault.checkpoints import SEED, get
from app.vault.connection import Database
from app.vault.keyfile import unlock_folder
from app.vault.keyslots import SecretKind
from tests.faults.memory import residues
from tests.faults.planted import needles, passphrase

KEYS = ("data key", "data key in hex", "signing seed")
SECRETS = ("passphrase", *KEYS)
STEPS = ("begun", "worked", "locked", "locked for a while", "opened again", "left")
CALLS = "trace=open,openat,creat,mkdir,rename,renameat,renameat2,link,symlink,memfd_create"
WRITING = re.compile(r'"((?:[^"\\]|\\.)*)", (?:[^)]*\|)?(?:O_WRONLY|O_RDWR|O_CREAT)')

if TYPE_CHECKING:
    from collections.abc import Container

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="no strace on this computer")


@dataclass
class Session:
    """What was seen of one session, step by step."""

    place: Path
    memory: dict[str, dict[str, int]] = field(default_factory=dict)
    visible: list[bytes] = field(default_factory=list)
    core: list[str] = field(default_factory=list)
    written: set[str] = field(default_factory=set)
    said: str = ""
    code: int = 1

    @property
    def folder(self) -> Path:
        """The vault."""
        return self.place / "cases" / "case.safehold"


def watch(place: Path, kinds: Container[str], steps: Container[str]) -> Session:
    """Return what was seen of a session that has ended; of its memory only these kinds at these steps."""
    session, sought = Session(place), needles()
    home = place / "home"
    home.mkdir(parents=True)
    places = dict.fromkeys(
        ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"), str(home)
    )
    env = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    asked = ["strace", "-f", "-qq", "-o", str(place / "trace"), "-e", CALLS, sys.executable, "-m"]
    asked += ["tests.faults.leak_session", str(session.folder), str(place / "package.zip")]
    with (
        (place / "said").open("wb") as said,
        subprocess.Popen(
            asked,
            cwd=paths.project_root(),
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
        ) as child,
    ):
        assert child.stdin
        assert child.stdout
        while line := child.stdout.readline().decode().strip():
            step, pid = line.split("@")
            sought |= keys_of(session.folder) if step == "worked" else {}
            look(session, int(pid))
            if step in steps:
                chosen = {name: forms for name, forms in sought.items() if name in kinds}
                session.memory[step] = residues(int(pid), chosen)
            child.stdin.write(b"\n")
            child.stdin.flush()
    session.said = (place / "said").read_text(encoding="utf-8", errors="replace")
    session.code = child.returncode
    session.written = set(WRITING.findall((place / "trace").read_text(encoding="utf-8", errors="replace")))
    return session


def keys_of(folder: Path) -> dict[str, tuple[bytes, ...]]:
    """Return the keys of an open vault, as the holder of the passphrase reads them."""
    key = unlock_folder(folder, SecretKind.PASSPHRASE, passphrase()).data_key
    reader = Database(folder / "vault.db", key, is_reader=True)
    try:
        seed = get(reader, SEED)
    finally:
        reader.close()
    return {"data key": (key,), "data key in hex": (key.hex().encode(),), "signing seed": (seed,)}


def look(session: Session, pid: int) -> None:
    """Note what other programs can see of the process."""
    process = Path(f"/proc/{pid}")
    session.visible += [(process / name).read_bytes() for name in ("cmdline", "environ", "comm", "status")]
    session.core += re.findall(r"Max core file size +(\S+) +(\S+)", (process / "limits").read_text())


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return watch(tmp_path_factory.mktemp("session"), (*SECRETS, "chat"), ("worked", "locked", "left"))


def holding(place: Path, sought: dict[str, tuple[bytes, ...]]) -> dict[str, list[str]]:
    """Return which files below a place hold what."""
    found: dict[str, list[str]] = {}
    for path in sorted(path for path in place.rglob("*") if path.is_file()):
        data = path.read_bytes()
        inside = [name for name, forms in sought.items() if any(form in data for form in forms)]
        if inside:
            found[str(path.relative_to(place))] = inside
    return found


def test_the_session_does_everything(session: Session) -> None:
    assert session.code == 0, session.said
    assert list(session.memory) == ["worked", "locked", "left"]
    assert session.memory["worked"]["chat"] > 0, "the search would find it"


def test_nothing_is_written_in_clear_but_into_the_package_that_was_asked_for(session: Session) -> None:
    sought = needles() | keys_of(session.folder)
    found = holding(session.place, sought)
    assert set(found) == {"package.zip"}
    assert set(SECRETS).isdisjoint(found["package.zip"])
    assert "picture as PNG" in found["package.zip"], "the search would find it"


def test_every_file_that_was_opened_for_writing_is_in_the_vault_or_the_package(session: Session) -> None:
    ours = (str(session.folder), str(session.place / "package"), "/dev/", "/proc/self/")
    beside = (str(session.folder.parent), str(session.place / "home"))
    assert any(name.startswith(ours) for name in session.written)
    strange = sorted(name for name in session.written if not name.startswith((*ours, *beside)))
    assert strange == []
    assert holding(session.place / "home", needles()) == {}


def test_nothing_stands_where_other_programs_look(session: Session) -> None:
    sought = [form for forms in needles().values() for form in forms]
    assert not any(form in seen for seen in session.visible for form in sought)
    assert not any(form in session.said.encode() for form in sought)


def test_no_step_could_have_left_a_core(session: Session) -> None:
    assert session.core
    assert set(session.core) == {("0", "0")}


def test_the_keys_are_gone_from_memory_after_a_lock(session: Session) -> None:
    """A stray copy of the passphrase may stay where the window held it: Qt overwrites nothing it frees."""
    for step in ("locked", "left"):
        left = session.memory[step]
        assert {name: left[name] for name in KEYS} == dict.fromkeys(KEYS, 0), step
        assert left["passphrase"] <= 2, step


def main() -> None:
    """Print what is in memory at each step."""
    with tempfile.TemporaryDirectory() as place:
        session = watch(Path(place), {*needles(), *KEYS}, STEPS)
    print(f"| what | {' | '.join(STEPS)} |\n|---|{'---:|' * len(STEPS)}")
    for name in session.memory["worked"]:
        print(f"| {name} | {' | '.join(str(session.memory[step].get(name, '-')) for step in STEPS)} |")


if __name__ == "__main__":
    main()
