# SPDX-License-Identifier: MIT
"""How an identifier came to be known, in words for the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Provenance

if TYPE_CHECKING:
    from app.identify.platforms import Catalogue
    from app.model import Account
    from app.words import Words


def name_of(catalogue: Catalogue, account: Account) -> str:
    """Return such as ``Amélie Laurent, Skype``: the name shown last, or the identifier, and where."""
    platform = catalogue[account.platform].name if account.platform in catalogue else account.platform
    shown = account.display_names[-1].name if account.display_names else account.stable_id
    return ", ".join(part for part in (shown, platform) if part)


def known_by(words: Words, account: Account, ref: str | None) -> str:
    """Return the sentence, with how sure the reading was; empty if nobody knows.

    Args:
        words: the sentences.
        account: with its provenance.
        ref: of the exhibit in which it stands, if that is known.
    """
    if account.stable_id is None or account.provenance is None:
        return ""
    key = account.provenance.value
    if account.provenance is Provenance.READ_AND_PASTED:
        key = "agree" if account.has_agreed else "differ"
    said = words(f"id.known.{key}", ref=ref or words("id.known.picture"))
    if account.read_permille is None:
        return said
    return f"{said} {words('id.known.sure', n=account.read_permille // 10)}"
