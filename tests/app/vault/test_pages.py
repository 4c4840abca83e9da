# SPDX-License-Identifier: MIT
from __future__ import annotations

import secrets
import threading
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import Cancelled
from app.vault.connection import PAGE_BYTES, Database
from app.vault.pages import damaged_pages

if TYPE_CHECKING:
    from pathlib import Path

KEY = bytes(range(32))
PAGES = 70


def damaged(path: Path, key: bytes = KEY) -> tuple[int, ...]:
    return damaged_pages(path, key, lambda _done: None, threading.Event())


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database of many pages."""
    path = tmp_path_factory.mktemp("pages") / "vault.db"
    made = Database(path, KEY)
    made.run("CREATE TABLE t (data BLOB)")
    made.run("INSERT INTO t VALUES (?)", (secrets.token_bytes(PAGES * PAGE_BYTES),))
    made.truncate_wal()
    made.close()
    return path.read_bytes()


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("checked") / "vault.db"


def test_a_file_as_it_was_written_has_none(whole: bytes, path: Path) -> None:
    path.write_bytes(whole)
    assert damaged(path) == ()


@settings(max_examples=25, deadline=None)
@given(at=st.data())
def test_every_flipped_bit_names_its_page(whole: bytes, path: Path, at: st.DataObject) -> None:
    place = at.draw(st.integers(16, len(whole) - 1))
    changed = bytearray(whole)
    changed[place] ^= 1 << at.draw(st.integers(0, 7))
    path.write_bytes(changed)
    assert damaged(path) == (place // PAGE_BYTES + 1,)


def test_the_answer_is_that_of_sqlcipher(whole: bytes, path: Path) -> None:
    changed = bytearray(whole)
    for page in (3, 40, 65):
        changed[page * PAGE_BYTES - 100] ^= 1
    path.write_bytes(changed)
    still = Database(path, KEY, is_still=True)
    told = still.rows("PRAGMA cipher_integrity_check")
    still.close()
    assert [text for (text,) in told] == [f"HMAC verification failed for page {n}" for n in (3, 40, 65)]
    assert damaged(path) == (3, 40, 65)


def test_with_another_key_or_salt_every_page_is_damaged(whole: bytes, path: Path) -> None:
    path.write_bytes(whole)
    assert len(damaged(path, bytes(32))) == len(whole) // PAGE_BYTES
    path.write_bytes(bytes(16) + whole[16:])
    assert len(damaged(path)) == len(whole) // PAGE_BYTES


def test_pages_that_changed_places_and_half_a_page_are_seen(whole: bytes, path: Path) -> None:
    second, third = whole[PAGE_BYTES : 2 * PAGE_BYTES], whole[2 * PAGE_BYTES : 3 * PAGE_BYTES]
    path.write_bytes(whole[:PAGE_BYTES] + third + second + whole[3 * PAGE_BYTES :])
    assert damaged(path) == (2, 3)
    path.write_bytes(whole[:-1])
    assert damaged(path) == (len(whole) // PAGE_BYTES,)


def test_it_tells_how_far_it_is_and_can_be_stopped(whole: bytes, path: Path) -> None:
    path.write_bytes(whole)
    seen: list[float] = []
    stop = threading.Event()
    damaged_pages(path, KEY, seen.append, stop)
    assert (len(seen), seen, seen[-1]) == (2, sorted(seen), 1.0)
    with pytest.raises(Cancelled):
        damaged_pages(path, KEY, lambda _done: stop.set(), stop)
