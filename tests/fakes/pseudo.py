# SPDX-License-Identifier: MIT
"""A language that nobody speaks: every sentence accented, two fifths longer, its ends marked.

A text without accents on the screen came past the catalogue; a text without its end is clipped.
"""

from __future__ import annotations

import re

LANGUAGE = "en-x-pseudo"
LONGER = 1.4
ACCENTED = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
# A field with its own words, the marks of bold and of what is left out, the ends of lines.
KEPT = re.compile(r"(\{[^{}|]*\}|\{[^{}|]*\||\}|\*\*|\[|\]|\n)")
EDGES = re.compile(r"^(\s*(?:\*\*)?)(.*?)((?:\*\*)?\s*)$", re.DOTALL)
PLAIN = re.compile(r"[A-Za-z]*[aeiouAEIOU][A-Za-z]*")


class Pseudo:
    """A translator into it."""

    def __init__(self, marks: tuple[str, str] = ("⟦", "⟧"), longer: float = LONGER) -> None:
        """Mark the ends of sentences with these; they may be empty."""
        self._marks = marks
        self._longer = longer

    def gettext(self, message: str, /) -> str:
        """Return the sentence; fields, bold parts and ends of lines stand where they stood."""
        if not re.search(r"[A-Za-z]", KEPT.sub("", message)):
            return message
        start, middle, end = EDGES.match(message).groups()
        said = "".join(
            part if KEPT.fullmatch(part) else accented(part, self._longer) for part in KEPT.split(middle)
        )
        first, last = self._marks
        return f"{start}{first}{said}{last}{end}"

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Return one of two forms."""
        return self.gettext(singular if n == 1 else plural)


def accented(text: str, longer: float = LONGER) -> str:
    """Return a text so much longer, each vowel accented and as many of them as that takes twice."""
    letters, more = [], 0.0
    for sign in text:
        letters.append(sign.translate(ACCENTED))
        more += (longer - 1) * (not sign.isspace())
        if more >= 1 and sign.lower() in "aeiou":
            letters += sign.lower().translate(ACCENTED) * int(more)
            more -= int(more)
    return "".join(letters)


def english_in(text: str) -> list[str]:
    """Return the words of three letters and more that have a vowel without its accent."""
    return [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 2 and PLAIN.fullmatch(word)]
