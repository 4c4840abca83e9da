# SPDX-License-Identifier: MIT
"""How hard a text is to read, sentence by sentence and word by word."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"\b[\w-]+(?:[./][\w-]+)+(?:/\S*)?|\+?\d[\d ]+\d\b")
# Bold with a capital, or a word or two in quotes, names something on the screen: it is found there, not read.
ON_SCREEN = re.compile(r"\*\*[A-Z@][^*.]*\*\*|“[A-Z][\w ]{0,20}”")
# A field is read as what fills it: one short word, as a rule a number, a name or a time.
FIELD = re.compile(r"{\w+(?:\|([^{}|]*))?}")
SENTENCE_END = re.compile(r"(?<=[.?])[”\"\u2019)]*\s+|\n+")


def plain(text: str) -> str:
    """The text as it is read: addresses, numbers and names on the screen are one short word each."""
    filled = FIELD.sub(lambda field: field[1] or "this", ON_SCREEN.sub("this", text))
    return ADDRESS.sub("this", re.sub(r"\*\*|[\[\]]", "", filled))


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return [one for one in SENTENCE_END.split(plain(text).strip()) if one]


def words_in(text: str) -> list[str]:
    """The words of a text as they are read; a number is one."""
    return re.findall(r"[^\W_]+(?:[\u2019'.-][^\W_]+)*", plain(text))


def syllables(word: str) -> int:
    """English syllables by groups of vowels, without silent endings; errs on the high side."""
    word = word.lower()
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouysxzcgh]es$", word) is not None
    return max(1, len(re.findall("[aeiouy]+", word)) - silent)


def grade(text: str) -> float:
    """The higher of two school grades, so that neither long words nor long sentences get by.

    Computed here: textstat would fetch a dictionary of syllables, and takes "Yes." for no sentence.
    Source: Kincaid et al. 1975, Derivation of new readability formulas; Senter and Smith 1967, Automated
    readability index, with points and quotes counted as letters, as textstat does.
    """
    words, ends = words_in(text), len(sentences(text))
    letters = len("".join(plain(text).split()))
    kincaid = 0.39 * len(words) / ends + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(kincaid, 4.71 * letters / len(words) + 0.5 * len(words) / ends - 21.43)
