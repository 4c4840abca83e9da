# SPDX-License-Identifier: MIT
"""A frightened person of eleven can read all of it: no text is above grade 6, no sentence above 20 words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

import pytest
import textstat

from tests.words.reading import grade, plain, sentences, syllables, words_in
from tests.words.texts import FOR_DEVELOPERS, RESOURCES, all_texts, for_officers, for_the_person

if TYPE_CHECKING:
    from pathlib import Path

HIGHEST_GRADE, MOST_WORDS = 6, 20
# On paper an officer or a firm reads, at work and with the file before them: plain English, not a child's.
# Source: gov.uk, content design, writing for GOV.UK: sentences of 25 words at the most.
OFFICERS_GRADE, OFFICERS_WORDS = 10, 25
ON_ITS_OWN = 8  # words; a shorter text is measured together with those of its section
A_SECTION = 30  # words; a smaller one is measured together with the other small ones
A_SENTENCE = 4  # words; a shorter text is a label
LONG = 4  # syllables
# Sentences agreed for every word of theirs, which no shorter one says. Source: words.md.
AGREED = {
    "Scroll pictures of undressed people out of view.",
    "Choose the reason about threats or private pictures.",
    "Locked because nobody was here.",
    "Open the profile, and copy the address at the top.",
    "If you may hurt yourself, or someone may hurt you, call the emergency number now.",
    "Sites that take part can block your picture without seeing it.",
    "Choose the reason about private pictures.",
    plain("**Write down** names, IDs, web addresses, times, and what they want."),
    "Say: “I am being blackmailed online.",
}
# The only words of four syllables and more that the window says, and why; names of services need none.
LONG_WORDS = {
    "anybody", "somebody", "everything",  # known to everyone
    "conversation", "recovery", "original", "confidential",  # what the thing is called
    "emergency",  # the number is called so
    "pixel-exact",  # beside a picture of what it means
    "machine-made",  # of a translation that nobody has read
    "samaritans", "security", "cybertipline", "developer",  # names
}  # fmt: skip
# A law, or what a company is asked to keep for the police: their words, not ours.
WORDS_OF_OTHERS = ("annexes.", "paper.accounts.default", "paper.accounts.headers_preserve")


def own_words(text: str) -> str:
    """A text without the sentences that were agreed for every word."""
    return " ".join(one for one in sentences(text) if one not in AGREED)


def is_of_others(where: str) -> bool:
    return where.startswith(WORDS_OF_OTHERS) or where.endswith(".preservation")


def test_no_text_of_the_window_is_hard() -> None:
    said = [(one.where, own_words(one.text)) for one in for_the_person()]
    hard = {
        f"{grade(text):.1f} {where}: {text}"
        for where, text in said
        if len(words_in(text)) >= ON_ITS_OWN and grade(text) > HIGHEST_GRADE
    }
    assert hard == set()


def short_texts() -> dict[str, str]:
    """What is too short to be measured alone, joined by sections of some size."""
    short: dict[str, list[str]] = defaultdict(list)
    for one in for_the_person():
        if A_SENTENCE <= len(words_in(one.text)) < ON_ITS_OWN:
            short[one.section.partition(".")[0]].append(one.text.rstrip(".?:") + ".")
    joined: dict[str, str] = defaultdict(str)
    for section, texts in short.items():
        whole = " ".join(texts)
        joined[section if len(words_in(whole)) >= A_SECTION else "small sections"] += f" {whole}"
    return joined


def test_no_section_is_hard_where_its_texts_are_short() -> None:
    hard = {f"{grade(text):.1f} {section}: {text}" for section, text in short_texts().items()}
    assert {one for one in hard if float(one.split()[0]) > HIGHEST_GRADE} == set()


def test_no_sentence_of_the_window_is_long() -> None:
    long = {
        f"{len(words_in(one))} {text.where}: {one}"
        for text in for_the_person()
        for one in sentences(text.text)
        if len(words_in(one)) > MOST_WORDS
    }
    assert long == set()


def test_every_long_word_of_the_window_is_one_we_chose() -> None:
    said = {
        word.lower() for one in for_the_person() for word in words_in(one.text) if syllables(word) >= LONG
    }
    assert said - LONG_WORDS == set()
    assert LONG_WORDS - said == set(), "nobody says these any more: take them off the list"


def test_every_agreed_sentence_is_said() -> None:
    said = {sentence for one in for_the_person() for sentence in sentences(one.text)}
    assert AGREED - said == set()


def test_paper_is_plain() -> None:
    hard = {
        f"{grade(one.text):.1f} {one.where}: {one.text}"
        for one in for_officers()
        if len(words_in(one.text)) >= ON_ITS_OWN
        and grade(one.text) > OFFICERS_GRADE
        and not is_of_others(one.where)
    }
    assert hard == set()


def test_no_sentence_on_paper_is_long() -> None:
    long = {
        f"{len(words_in(one))} {text.where}: {one}"
        for text in for_officers()
        for one in sentences(text.text)
        if len(words_in(one)) > OFFICERS_WORDS and not is_of_others(text.where)
    }
    assert long == set()


# --- the measure, and what it is held to -------------------------------------------------------------


def test_a_hard_text_has_a_high_grade() -> None:
    hard = "Notwithstanding aforementioned considerations, preservation of information is imperative."
    assert grade(hard) > 12
    assert grade("Do not pay. Tell the police. They can help you.") < 3


@pytest.mark.parametrize(
    "text",
    [
        "Write down the reference number they give you. Ask when they will call again.",
        "The company can shut the account down after you have told them about it.",
    ],
)
def test_it_is_what_textstat_says(text: str) -> None:
    assert grade(text) >= textstat.automated_readability_index(text) - 0.1


def test_what_is_on_a_screen_or_filled_in_counts_as_one_short_word() -> None:
    assert plain("Choose **Account ownership and control**, then {name|them}.") == "Choose this, then them."
    assert plain("Go to takeitdown.ncmec.org. Call 0808 800 5000.") == "Go to this. Call this."
    assert plain("**Scroll pictures out of view.** 18 or over.") == "Scroll pictures out of view. 18 or over."


def test_sentences_end_at_full_stops_in_quotes_too() -> None:
    assert len(sentences("Say: “I am here. Please come.” Then wait. Is it safe?")) == 4


# What nobody reads: expressions and lists for the program, colours, the invented case, names of languages.
UNREAD = {
    "authorities", "locale", "lookalikes.toml", "offers.toml", "pressed.toml", "references.toml", "sample",
    "territories.toml", "theme",
}  # fmt: skip


def content_files() -> list[Path]:
    """Every file of content that somebody may come to read."""
    files = sorted(RESOURCES.rglob("*.toml"))
    read = [path for path in files if path.relative_to(RESOURCES).parts[0] not in UNREAD]
    return [path for path in read if path.stem not in FOR_DEVELOPERS]


@cache
def all_plain() -> set[str]:
    return {plain(one.text) for one in all_texts()}


@pytest.mark.parametrize("path", content_files(), ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_file_is_walked(path: Path) -> None:
    """By what stands in it: one of its texts at least is among those that are measured."""
    said = re.split(r'"""\n?|"', path.read_text(encoding="utf-8"))
    assert any(len(text) > A_SENTENCE and plain(text) in all_plain() for text in said)
