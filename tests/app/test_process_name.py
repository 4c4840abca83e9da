# SPDX-License-Identifier: MIT
"""What ``ps`` shows of a process that was started with a path and a verb."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from app.paths import project_root
from app.process_name import NAME, show_only_name

SHOW = """
import os, subprocess, sys
from app.process_name import show_only_name
assert show_only_name()
shown = ["ps", "-o", "comm=", "-o", "args=", "-p", str(os.getpid())]
print(subprocess.run(shown, capture_output=True, text=True, check=True).stdout)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux") or shutil.which("ps") is None, reason="needs ps")
def test_the_list_of_processes_shows_the_name_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SHOW, "--vault", "/home/me/blackmail.safehold"],
        cwd=project_root(),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == [NAME, NAME]


@pytest.mark.skipif(sys.platform.startswith("linux"), reason="elsewhere it is the name of the file")
def test_elsewhere_it_is_left_to_the_package() -> None:
    assert not show_only_name()
