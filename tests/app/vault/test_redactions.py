# SPDX-License-Identifier: MIT
"""Copies that wait, and the one transaction in which they come to count; what they are made of: test_work."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput, DiskFull, HashMismatch
from app.model import Derivative, Rect
from app.redaction import cover
from app.search.values import ReadText
from app.vault import redactions
from tests.fakes.covered import finished, kept_picture, kept_run
from tests.fakes.pages import pages
from tests.fakes.scrolls import frame, page, window

if TYPE_CHECKING:
    from app.model import Exhibit
    from app.vault import Vault

BOX = Rect(10, 100, 60, 14)
SAID = "planted-\U00010330-elm-road"


def copy_of(vault: Vault, one: Exhibit) -> Derivative:
    """Return a copy that was made before and is kept no more."""
    made = cover(vault, one.id, {one.id: [BOX]}).exhibit.derivatives[-1]
    data = b"".join(vault.derivative_parts(made.derivative_id))
    return Derivative(replace(made, derivative_id="another", seq=None, salt="", exhibit_ref=None), data)


def test_what_waits_is_nowhere_to_be_seen_and_counts_with_the_others(vault: Vault) -> None:
    one = kept_picture(vault)
    made = copy_of(vault, one)
    begun = vault.begin_cover(one.id)
    size = vault.record_count
    vault.stage(begun, made, b"smaller")
    assert (vault.exhibit(one.id), vault.record_count) == (begun.exhibit, size)
    assert b"".join(vault.staged_parts("another")) == made.data
    assert vault.cover(begun) == 0
    assert vault.exhibit(one.id).derivatives[-1].derivative_id == "another"
    assert vault.thumbnail(one.id) == b"smaller"
    with pytest.raises(BadInput):
        vault.staged_parts("another")


def test_what_is_not_what_was_made_does_not_wait(vault: Vault) -> None:
    one = kept_picture(vault)
    made = copy_of(vault, one)
    begun = vault.begin_cover(one.id)
    with pytest.raises(HashMismatch):
        vault.stage(begun, replace(made, data=made.data + b"x"))
    with pytest.raises(BadInput):
        vault.stage(begun, replace(made, record=vault.exhibit(one.id).derivatives[-1]))


def test_an_exhibit_that_is_another_by_now_is_not_covered(vault: Vault) -> None:
    run = kept_run(vault, [frame(window(page(900), 0))])
    begun = vault.begin_cover(run.id)
    kept_run(vault, [frame(window(page(900), 150))], first=2)
    size = vault.record_count
    assert vault.cover(begun) is None
    assert vault.record_count == size


def test_a_disk_that_is_full_at_the_end_leaves_all_as_it_was(vault: Vault, monkeypatch) -> None:
    run = finished(vault, kept_run(vault, [frame(window(page(900), top)) for top in (0, 150)]))
    vault.keep_texts(run.id, [ReadText(Rect(16, 300, 99, 12), SAID, 990)], "a reader")
    size, calls = vault.record_count, []
    small = redactions._show_small

    def full(*given: object) -> None:
        calls.append(given)
        if len(calls) == 2:
            raise DiskFull("no room")
        small(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(redactions, "_show_small", full)
    with pytest.raises(DiskFull):
        cover(vault, run.id, {run.id: [Rect(16, 296, 200, 20)]})
    assert (vault.exhibit(run.id), vault.record_count) == (run, size)
    assert vault.search("elm")
    assert [vault.thumbnail(one.id) for one in run.originals] == [b"small", b"small"]


def test_words_beneath_are_in_no_page_of_the_file(vault: Vault) -> None:
    one = kept_picture(vault)
    vault.keep_texts(one.id, [ReadText(Rect(10, 100, 99, 12), SAID, 990)], "a reader")
    key = vault._keys.data_key
    assert any(SAID.encode() in each for each in pages(vault.folder / "vault.db", key))
    cover(vault, one.id, {one.id: [BOX]})
    assert not any(SAID.encode() in each for each in pages(vault.folder / "vault.db", key))


def test_a_purge_takes_what_waits_along(vault: Vault) -> None:
    one = kept_picture(vault)
    made = copy_of(vault, one)
    begun = vault.begin_cover(one.id)
    vault.stage(begun, made)
    vault.purge_exhibit(one.id, "asked for")
    for table in ("staged", "blob_part"):
        assert vault._database.value(f"SELECT count(*) FROM {table}") == 0  # noqa: S608 - names of ours
    with pytest.raises(BadInput):
        vault.stage(begun, made)


def test_withdrawn_it_keeps_its_copy_and_is_covered_no_more(vault: Vault) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [BOX]})
    gone = vault.withdraw_exhibit(one.id, "by mistake")
    assert gone.is_redacted
    assert vault.exhibit(one.id).is_redacted
    with pytest.raises(BadInput):
        vault.begin_cover(one.id)


def test_opened_again_and_checked_everything_is_there(vault: Vault, reopen) -> None:
    one = kept_picture(vault)
    now = cover(vault, one.id, {one.id: [BOX]}).exhibit
    vault.close()
    again = reopen()
    assert again.exhibits() == (now,)
    assert again.check_originals(lambda _share: None, threading.Event()) == ()
