# SPDX-License-Identifier: MIT
"""What those who threaten have in hand, as it is kept and printed; what was written otherwise stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

# What can be ticked, and how it is printed.
PHRASES = {
    "real": "a picture or video of the person",
    "call": "recording of a call",
    "sent": "pictures the person sent",
    "profile": "pictures from the person's profile",
    "ai": "a fake made with AI",
    "none": "nothing shown yet",
    "unknown": "not known",
    "shown": "it was shown to the person",
    "mail": "only an e-mail came",
}
_ALSO = {"recording of a video call": "call"}
_KEYS = {phrase: key for key, phrase in PHRASES.items()} | _ALSO


def ticked(held: tuple[str, ...]) -> frozenset[str]:
    """Return the keys of what is kept."""
    return frozenset(_KEYS[phrase] for phrase in held if phrase in _KEYS)


def held_with(held: tuple[str, ...], keys: Collection[str]) -> tuple[str, ...]:
    """Return what is kept once exactly these are ticked; what has no tick stays, and stays first."""
    kept = tuple(phrase for phrase in held if phrase not in _KEYS or _KEYS[phrase] in keys)
    there = ticked(kept)
    return (*kept, *(phrase for key, phrase in PHRASES.items() if key in keys and key not in there))
