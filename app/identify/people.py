# SPDX-License-Identifier: MIT
"""Accounts side by side: by who the person says is behind them, under which names, and what is missing yet.

Nothing here joins two accounts: only the person does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from app.identify.lookalikes import is_alike_to_the_eye
from app.model import Account, DisplayName

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.model import Contact, Entry, EntryId, Offender


class Gap(StrEnum):
    """What an officer asks for and is not there yet, the most useful first."""

    ACCOUNT = "account"
    IDENTIFIER = "identifier"
    OWN = "own"
    CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts the person says are one somebody's; ``offender`` is ``None`` for those nobody joined."""

    offender: Entry[Offender] | None
    accounts: tuple[Entry[Account], ...]


def theirs(accounts: Sequence[Entry[Account]]) -> tuple[Entry[Account], ...]:
    """Return the accounts used against the person."""
    return tuple(entry for entry in accounts if not entry.fact.is_own)


def own(accounts: Sequence[Entry[Account]]) -> tuple[Entry[Account], ...]:
    """Return the person's own accounts."""
    return tuple(entry for entry in accounts if entry.fact.is_own)


def grouped(accounts: Sequence[Entry[Account]], offenders: Sequence[Entry[Offender]]) -> tuple[Group, ...]:
    """Return their accounts by who is behind them: joined ones first, then those nobody joined.

    An account whose somebody was taken back counts as joined by nobody; one somebody without accounts is
    not told of.
    """
    known = {entry.id: entry for entry in offenders}
    of: dict[EntryId | None, list[Entry[Account]]] = {entry.id: [] for entry in offenders}
    of[None] = []
    for entry in theirs(accounts):
        behind = entry.fact.offender if entry.fact.offender in known else None
        of[behind].append(entry)
    return tuple(
        Group(known.get(behind) if behind else None, tuple(each)) for behind, each in of.items() if each
    )


def seen_under(account: Account, name: str, at: datetime) -> Account:
    """Return the account with one more sighting of a display name, in order of time; none before is lost."""
    seen = DisplayName(name, at)
    if seen in account.display_names:
        return account
    names = sorted((*account.display_names, seen), key=lambda each: each.seen_at)
    return replace(account, display_names=tuple(names))


def easily_mistaken(account: Account, others: Sequence[Account]) -> Account | None:
    """Return the first other account whose identifier or name is another one that looks the same."""
    return next((other for other in others if other != account and _is_alike(account, other)), None)


def _is_alike(account: Account, other: Account) -> bool:
    if account.stable_id and other.stable_id:
        return account.platform == other.platform and is_alike_to_the_eye(account.stable_id, other.stable_id)
    names = (each.name for each in account.display_names)
    known = [each.name for each in other.display_names]
    return any(is_alike_to_the_eye(name, one) for name in names for one in known)


def first_gap(
    accounts: Sequence[Entry[Account]], contacts: Sequence[Entry[Contact]], can_find: Callable[[str], bool]
) -> tuple[Gap | None, Entry[Account] | None]:
    """Return what is missing first, and the account it is missing of; ``None`` if all of it is there.

    Args:
        accounts: theirs and the person's own.
        contacts: people the person knows.
        can_find: whether accounts of a platform have an identifier that people can find.
    """
    known = theirs(accounts)
    if not known:
        return Gap.ACCOUNT, None
    bare = next(
        (entry for entry in known if not entry.fact.stable_id and can_find(entry.fact.platform)), None
    )
    if bare is not None:
        return Gap.IDENTIFIER, bare
    if not own(accounts):
        return Gap.OWN, None
    return (None, None) if contacts else (Gap.CONTACT, None)


def missing_own(accounts: Sequence[Entry[Account]]) -> tuple[str, ...]:
    """Return the platforms on which they wrote, and the person's own account is not known yet."""
    have = {entry.fact.platform for entry in own(accounts)}
    return tuple(dict.fromkeys(e.fact.platform for e in theirs(accounts) if e.fact.platform not in have))
