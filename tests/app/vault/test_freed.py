# SPDX-License-Identifier: MIT
"""What SQLite has freed is written over; tests/faults/test_leaks.py looks for a seed after a lock."""

from __future__ import annotations

import subprocess
import sys

import pytest

# in a process of its own: here the heap has gaps of every size from other tests
LOOK = """
import ctypes
from app.vault.freed import overwrite_freed
libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
libc.free.argtypes = [ctypes.c_void_p]
planted = b"a page that nobody should find " * 8
page, before, after = (libc.malloc(16_484) for _ in range(3))
ctypes.memmove(page + 4_000, planted, len(planted))
libc.free(page)
if OVERWRITES:
    overwrite_freed(16_384)
print(ctypes.string_at(page + 4_000, len(planted)) == planted)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks into the heap of glibc")
@pytest.mark.parametrize("overwrites", [True, False])
def test_a_freed_page_is_written_over(overwrites):
    code = LOOK.replace("OVERWRITES", str(overwrites))
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert said.stdout.strip() == str(not overwrites)
