# SPDX-License-Identifier: MIT
"""What the case knows that a picture was read to show: a time of day, and a name or ID of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Account
from app.search.glance import name_in, time_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.vault import Vault


def read_at_a_glance(vault: Vault, exhibit_id: str) -> tuple[str, str]:
    """Return the time and the name that were read; empty where none was, or nothing was read yet."""
    texts = vault.texts(exhibit_id) or ()
    return time_in(texts), name_in(texts, _names(vault))


def _names(vault: Vault) -> Iterator[str]:
    for entry in vault.entries(Account):
        if not entry.fact.is_own:
            yield from filter(None, (entry.fact.stable_id, *(name.name for name in entry.fact.display_names)))
