# SPDX-License-Identifier: MIT
"""What the page of an exhibit tells beside the picture: its neighbours, who is in it, what happened to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.custody.history import history
from app.model import Account

if TYPE_CHECKING:
    from app.custody.history import Happened
    from app.model import Entry, Exhibit, ExhibitId
    from app.vault import Vault

    Story = tuple[tuple[ExhibitId, ...], "Entry[Account] | None", tuple[Happened, ...]]


def story_of(exhibit: Exhibit, vault: Vault) -> Story:
    """Return the ids of all exhibits by number, the account that is in this one, and what happened to it."""
    taken = {one.record.acquisition_id for one in exhibit.originals}
    ids = frozenset({exhibit.id, *taken, *(made.derivative_id for made in exhibit.derivatives)})
    accounts = [one for one in vault.entries(Account) if _is_in(one, exhibit)]
    return vault.exhibit_ids(), accounts[0] if accounts else None, history(vault.records(), ids, exhibit.seq)


def _is_in(account: Entry[Account], exhibit: Exhibit) -> bool:
    """Whether the person linked the account with this exhibit, from either side."""
    return account.id == exhibit.facts.account or exhibit.id in account.fact.exhibits
