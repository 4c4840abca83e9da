# SPDX-License-Identifier: MIT
"""Whether a pasted web address looks unusual. It is kept as pasted all the same, and never opened."""

from __future__ import annotations

import unicodedata
from enum import StrEnum

LONGEST = 2_000  # what browsers commonly take
SHOWN = 90
_WEB = ("https://", "http://")
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


class Oddity(StrEnum):
    """What is unusual about an address."""

    SCHEME = "scheme"
    SPACE = "space"
    UNSEEN = "unseen"
    LONG = "long"


def oddity(address: str) -> Oddity | None:
    """Return what is unusual about it, the most telling first; ``None`` for a usual one, or for nothing."""
    text = address.strip()
    if not text:
        return None
    if any(unicodedata.category(letter) in _UNSEEN for letter in text):
        return Oddity.UNSEEN
    if len(text) > LONGEST:
        return Oddity.LONG
    if " " in text or "\u00a0" in text:
        return Oddity.SPACE
    return None if _is_web(text) else Oddity.SCHEME


def shown_address(address: str) -> str:
    """Return it as it can stand in a line: unseen signs as boxes, the middle of a long one cut."""
    text = "".join("\u25a1" if unicodedata.category(letter) in _UNSEEN else letter for letter in address)
    if len(text) <= SHOWN:
        return text
    return f"{text[: SHOWN * 2 // 3]}\u2026{text[-SHOWN // 3 :]}"


def _is_web(text: str) -> bool:
    """Whether it is a web address, with or without its beginning."""
    plain = text.casefold()
    rest = next((plain[len(start) :] for start in _WEB if plain.startswith(start)), plain)
    host = rest.partition("/")[0].partition("?")[0].partition("#")[0]
    name, _, port = host.rpartition("@")[2].partition(":")
    return "." in name.strip(".") and (not port or port.isdecimal())
