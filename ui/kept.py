# SPDX-License-Identifier: MIT
"""What the page that finds the ID reads from the vault, and what it writes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.guide.plan import is_words_only
from app.model import Account

if TYPE_CHECKING:
    from app.model import Entry, Exhibit
    from app.vault import Vault

    Kept = tuple[tuple[Entry[Account], ...], tuple[Exhibit, ...]]


def read_kept(vault: Vault) -> Kept:
    """Return accounts and pictures; pictures from before an answer was changed stay set apart."""
    exhibits = () if is_words_only(vault.case().fact) else vault.exhibits()
    return vault.entries(Account), exhibits


def store(vault: Vault, account: Account, entry: Entry[Account] | None) -> Entry[Account]:
    """Return the account as it is kept now: a new one, or the newest revision of an entry."""
    return vault.revise(entry.id, account) if entry else vault.add(account)
