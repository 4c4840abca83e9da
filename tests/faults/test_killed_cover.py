# SPDX-License-Identifier: MIT
"""Killed while parts of a run are covered: all of it counts, or nothing, and a next time does it."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.custody.log import check_chain
from app.model import Rect
from app.search.values import ReadText
from tests.fakes.covered import finished, kept_run
from tests.fakes.scrolls import frame, page, window

from .conftest import opened
from .test_killed import killed_after

if TYPE_CHECKING:
    from app.vault import Vault

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is POSIX")

CYCLES = 8
FRAMES = 8
ROOT = Path(__file__).resolve().parents[2]


def coverer(folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.faults.coverer", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT)


def is_covered(folder: Path) -> bool:
    """Whether it is; then nothing small and no text shows it, and otherwise all is as it was."""
    vault = opened(folder)
    try:
        check_chain(vault.records())
        assert list(vault.check_originals(lambda _done: None, threading.Event())) == []
        (run,) = vault.exhibits()
        small = [vault.thumbnail(one.id) for one in run.originals]
        if not run.is_redacted:
            assert small == [b"small"] * FRAMES
            assert vault.search("elm road")
            return False
        assert [one == b"small" for one in small] == [one.redacted is None for one in run.originals]
        assert not vault.search("elm road")
        assert sum(bool(one.redacted) for one in run.originals) == 3
        return True
    finally:
        vault.close()


def test_killed_while_it_covers(vault: Vault, folder: Path) -> None:
    content = page(3000)
    run = finished(vault, kept_run(vault, [frame(window(content, 150 * n)) for n in range(FRAMES)]))
    for one, top in zip(run.originals[:3], (364, 214, 64), strict=True):
        vault.keep_texts(one.id, [ReadText(Rect(16, top, 99, 12), "14 Elm Road", 990)], "a reader")
    vault.close()
    chance = random.Random(7)  # noqa: S311 - the same faults each time
    for _ in range(CYCLES):
        said = killed_after(coverer(folder), chance.randint(1, FRAMES + 3), chance.uniform(0, 0.05))
        if is_covered(folder):
            break
        assert "covered\n" not in said
    output, _ = coverer(folder).communicate(timeout=60)
    assert output.splitlines()[-1] == "covered"
    assert is_covered(folder)
    again = opened(folder)
    assert again._database.value("SELECT count(*) FROM staged") == 0
    again.close()
