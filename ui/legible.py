# SPDX-License-Identifier: MIT
"""Text that somebody else wrote, so that nothing in it is hidden and nothing turns the line round."""

from __future__ import annotations

import unicodedata

# Characters that cannot be seen, as the report writes them out too. Source: Unicode General_Category.
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
JOINERS = frozenset({"\u200c", "\u200d"})  # hold letters of some scripts, and parts of an emoji, together
LONGEST = 600  # characters shown of one name; all of it is kept
BRIEF = 80  # characters of it inside a sentence of ours
RUN = 32  # after so many characters without a space a line may break; no identifier of one person is longer


def legible(text: str, *, lines: bool = False) -> str:
    """Return the text with what cannot be seen written out, such as ``[U+202E]``.

    Args:
        text: of anybody.
        lines: its line ends stay.
    """
    if text.isascii() and text.isprintable():  # as nearly all are
        return text
    return "".join(
        sign if _is_seen(sign, text, at, lines=lines) else _point(sign) for at, sign in enumerate(text)
    )


def clipped(text: str) -> tuple[str, int]:
    """Return as much of a text as is shown, and how many characters of it are not."""
    left = len(text) - LONGEST
    return (text, 0) if left <= 0 else (text[:LONGEST], left)


def breakable(text: str) -> str:
    """Return the text with places to break lines in its long runs without a space; they cannot be seen."""
    return text if len(text) <= RUN else " ".join(_broken(word) for word in text.split(" "))


def brief(text: str) -> str:
    """Return a text as it can stand in a sentence of ours; where it stands by itself all of it is shown."""
    part = text if len(text) <= BRIEF else f"{text[:BRIEF]}…"
    return breakable(legible(part))


def _broken(word: str) -> str:
    if len(word) <= RUN:
        return word
    return "\u200b".join(word[at : at + RUN] for at in range(0, len(word), RUN))


def _is_seen(sign: str, text: str, at: int, *, lines: bool) -> bool:
    if sign in JOINERS:
        return at > 0 and not text[at - 1].isascii()
    return (lines and sign == "\n") or unicodedata.category(sign) not in UNSEEN


def _point(sign: str) -> str:
    return f"[U+{ord(sign):04X}]"
