# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault import Vault


def test_kept_replaced_and_cleared_without_a_record(vault: Vault) -> None:
    before = vault.record_count
    assert vault.draft("own_words") == ""
    vault.save_draft("own_words", "He said")
    vault.save_draft("own_words", "He said he would \u2026")
    vault.save_draft("other", "x")
    assert vault.draft("own_words") == "He said he would \u2026"
    vault.clear_draft("own_words")
    vault.clear_draft("own_words")
    assert (vault.draft("own_words"), vault.draft("other"), vault.record_count) == ("", "x", before)


def test_still_there_after_locking(vault: Vault, reopen: Callable[..., Vault]) -> None:
    vault.save_draft("own_words", "half a sen")
    vault.close()
    assert reopen().draft("own_words") == "half a sen"
