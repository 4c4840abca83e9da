# SPDX-License-Identifier: MIT
"""What SQLite has freed is written over; tests/faults/test_leaks.py looks for a seed after a lock."""

from __future__ import annotations

import ctypes
import sys

import pytest

from app.vault.freed import overwrite_freed

PAGE = 16_384
PLANTED = b"a page that nobody should find " * 8


@pytest.mark.skipif(sys.platform != "linux", reason="looks into the heap of glibc")
def test_a_freed_page_is_written_over():
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.malloc.argtypes = [ctypes.c_size_t]
    libc.free.argtypes = [ctypes.c_void_p]
    between = [libc.malloc(PAGE + 100) for _ in range(3)]  # so that it does not melt into the top of the heap
    ctypes.memmove(between[1] + 4_000, PLANTED, len(PLANTED))
    libc.free(between[1])
    overwrite_freed(PAGE)
    assert ctypes.string_at(between[1] + 4_000, len(PLANTED)) != PLANTED
    libc.free(between[0])
    libc.free(between[2])
