# SPDX-License-Identifier: MIT
"""A button says what happens when it is pressed: it begins with a verb, or gives an answer."""

from __future__ import annotations

import re

import pytest

from tests.words.buttons import buttons
from tests.words.reading import words_in
from tests.words.texts import KEYS, WORDS

# The buttons a page is about. Quiet ones, and those of sidebar and bar, may be named after where they lead.
VERBS_ONLY = {"primary", "secondary", "big", "big_secondary", "danger"}
VERBS = {
    "Add", "Answer", "Ask", "Cancel", "Check", "Choose", "Continue", "Copy", "Cover", "Delete", "Draw",
    "Find", "Get", "Go", "Join", "Keep", "Leave", "Lock", "Look", "Make", "Note", "Open", "Print",
    "Put", "Read", "Remove", "Save", "See", "Set", "Show", "Start", "Take", "Turn", "Undo", "Write",
}  # fmt: skip
# What a person says of themselves or of what they know, in answer to what the page asks.
ANSWER = re.compile(r"I |I\u2019m |Yes\b|No\b|Not |They |It was |A body is in it")
# Where to, in a row of pictures or places; what is taken or made, where the verb is the same for all.
WITHOUT_A_VERB = {
    "Back", "Older", "Newer", "Next place", "Earlier place", "Done", "Menu", "New box",
    "Package for the officer",
    "Picture of the profile", "Picture of the threat", "Picture of the demand",
    "Picture of the first message", "Picture of the last messages",
}  # fmt: skip
MOST_WORDS = 8
SAID = sorted(buttons())


def begins_as_it_should(text: str) -> bool:
    return text in WITHOUT_A_VERB or text.split(maxsplit=1)[0] in VERBS or ANSWER.match(text) is not None


def test_the_buttons_of_a_page_say_what_they_do() -> None:
    silent = {
        f"{one.key}: {one.text}"
        for one in SAID
        if one.role in VERBS_ONLY and not begins_as_it_should(one.text)
    }
    assert silent == set()


def test_each_exception_is_on_a_button() -> None:
    assert WITHOUT_A_VERB - {one.text for one in SAID} == set()


@pytest.mark.parametrize("text", ["OK", "Submit", "Confirmation", "Evidence", "The next step"])
def test_what_is_no_verb_is_found(text: str) -> None:
    assert not begins_as_it_should(text)


def test_buttons_are_short_and_end_in_no_stop() -> None:
    """But for a button of two sentences, which ends as they do."""
    filled = {one for one in SAID if one.role in VERBS_ONLY}
    assert {one.text for one in filled if len(words_in(one.text)) > MOST_WORDS} == set()
    assert {one.text for one in filled if one.text.endswith(".") and one.text.count(".") == 1} == set()


# What a sentence of ours may tell a person to press elsewhere: on the computer, in a mail program.
OF_OTHERS = {
    "Allow", "Share", "System Settings", "Privacy & Security", "Screen & System Audio Recording",
    "Show original", "Copy to clipboard",
}  # fmt: skip
PRESSED = re.compile(r"\b(?:[Pp]ress|[Cc]hoose|[Cc]lick|[Uu]se|[Tt]ry|then|or|and) \*\*([^*]+)\*\*")


def test_every_button_that_a_sentence_names_is_there() -> None:
    """A frightened person looks for it; the files of platforms name what is in other programs."""
    sentences = {key: WORDS.template(key, 2) for key in KEYS if WORDS.has(key)}
    there = {*sentences.values(), *OF_OTHERS}
    assert PRESSED.findall(sentences["settings.hide.note"]) == ["Hide"]
    missing = {
        f"{key}: {name}"
        for key, text in sentences.items()
        for name in PRESSED.findall(text)
        if name not in there and not name.startswith("{")
    }
    assert missing == set()


def test_the_search_sees_what_the_window_has() -> None:
    keys = {one.key for one in SAID}
    assert {"welcome.start", "lock.open", "exhibit.withdraw.go", "guides.stop.button"} <= keys
    assert {one.role for one in SAID if one.key == "welcome.start"} == {"big"}
    assert len(keys) > 150
