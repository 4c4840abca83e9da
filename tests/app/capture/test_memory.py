# SPDX-License-Identifier: MIT
"""The pages of one frame are used again for the next."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

from app.capture.memory import keep_freed_memory

COUNT_FAULTS = """
import resource, sys
from app.capture.memory import keep_freed_memory
if sys.argv[1] == "kept":
    assert keep_freed_memory()
def faults(): return resource.getrusage(resource.RUSAGE_SELF).ru_minflt
frames = [bytearray(8_294_400) for _ in range(3)]
del frames
before = faults()
frames = [bytearray(8_294_400) for _ in range(3)]
print(faults() - before)
"""
PAGES = 3 * 8_294_400 // 4096


def faults(how: str) -> int:
    done = subprocess.run(
        [sys.executable, "-c", COUNT_FAULTS, how], check=True, capture_output=True, text=True
    )
    return int(done.stdout)


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="another C library")
def test_memory_given_back_is_used_again() -> None:
    assert faults("as it is") > PAGES // 2
    assert faults("kept") < PAGES // 10


def test_another_system_is_left_alone() -> None:
    assert keep_freed_memory("darwin") is False
