# SPDX-License-Identifier: MIT
"""What to know of an app before the first picture in it: read once, and not asked again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.plan import is_words_only
from app.model import Account

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.vault import Vault
    from ui.capture.setting import Subject

KEY, READ = "traps.{platform}", "read"  # among the drafts: it is no fact of the case


@dataclass(frozen=True, slots=True)
class Before:
    """A picture that waits, and the platforms to read about first."""

    subject: Subject
    platforms: tuple[str, ...]


def unread(vault: Vault, subject: Subject, lines: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """Return the platforms whose traps were not read yet: that of the picture, or all that are known.

    On the path of words there are none, and a conversation that goes on was begun after reading.
    """
    facts = vault.case().fact
    if is_words_only(facts) or subject.resumes is not None:
        return ()
    known: Iterable[str] = (subject.platform,) if subject.platform else (*facts.platforms, *_theirs(vault))
    return tuple(
        each
        for each in dict.fromkeys(known)
        if lines(each) and vault.draft(KEY.format(platform=each)) != READ
    )


def note_read(vault: Vault, platforms: Iterable[str]) -> None:
    """These were read."""
    for each in platforms:
        vault.save_draft(KEY.format(platform=each), READ)


def _theirs(vault: Vault) -> list[str]:
    accounts = (entry.fact for entry in vault.entries(Account))
    return [account.platform for account in accounts if not account.is_own]
