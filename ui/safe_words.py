# SPDX-License-Identifier: MIT
"""How safe the case is, as the page says it: asked of the vault in one job, and told in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.model import CopyKind, CopyState
from ui.moments import hour, short_day

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Copy
    from app.vault import Vault
    from app.vault.checking import CheckResult, LastCheck
    from ui.context import Context

NAMED = 12


@dataclass(frozen=True, slots=True)
class Standing:
    """How safe the case is.

    Attributes:
        backup: the newest copy that is not removed.
        has_more: whether something was kept since that copy.
        check: the last check of everything.
    """

    backup: Copy | None
    has_more: bool
    check: LastCheck | None
    has_code: bool
    is_tried: bool


def standing_of(vault: Vault) -> Standing:
    """Return how safe the case is; in the vault's thread."""
    from app.vault.checking import last_check  # noqa: PLC0415 - with the vault, after the first paint

    backups = [
        one for one in vault.copies() if one.kind is CopyKind.BACKUP and one.state is not CopyState.REMOVED
    ]
    newest = backups[-1] if backups else None
    return Standing(
        backup=newest,
        has_more=newest is not None and vault.has_kept_since(newest.size),
        check=last_check(vault.records()),
        has_code=vault.has_recovery_code(),
        is_tried=vault.recovery_code_tried(),
    )


def copy_note(context: Context, standing: Standing) -> str:
    """Return how the copies stand."""
    if standing.backup is None:
        return context.words("safe.copy.none")
    key = "safe.copy.since" if standing.has_more else "safe.copy.last"
    return context.words(key, **moment_words(context, standing.backup.made_at))


def check_note(context: Context, standing: Standing) -> str:
    """Return when everything was last checked, and how it was."""
    if standing.check is None:
        return context.words("safe.check.none")
    key = "safe.check.fine" if standing.check.is_fine else "safe.check.differs"
    return context.words(key, **moment_words(context, standing.check.at))


def code_note(context: Context, standing: Standing) -> str:
    """Return how the recovery code stands."""
    if not standing.has_code:
        return context.words("safe.code.none")
    return context.words("safe.code.tried" if standing.is_tried else "safe.code.untried")


def found_words(context: Context, found: CheckResult) -> str:
    """Return everything that a check found, a line each, and what to do."""
    words = context.words
    told = (
        (found.differing, words("safe.check.files", list=", ".join(found.differing[:NAMED]))),
        (found.damaged_pages, words("safe.check.pages", n=found.damaged_pages)),
        (found.damaged_keys, words("safe.check.keys")),
        (found.broken_at, words("safe.check.log", n=found.broken_at)),
        (found.heads, words("safe.check.heads", n=found.heads)),
    )
    return "\n".join([*(line for is_so, line in told if is_so), words("safe.check.do")])


def moment_words(context: Context, at: datetime) -> dict[str, str]:
    """Return day and time as fields of a sentence."""
    local, language = at.astimezone(), context.settings.language
    return {"day": short_day(local.date(), language), "time": hour(local, language)}
