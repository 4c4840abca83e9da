# SPDX-License-Identifier: MIT
"""Whatever goes wrong is told in three parts: what happened, is my evidence safe, what can I do."""

from __future__ import annotations

import re

import pytest

from app import errors
from tests.words.buttons import texts_of_buttons
from tests.words.reading import sentences, words_in
from tests.words.texts import KEYS, WORDS

PARTS = ("what", "safe", "do")
# How long each may be: a dialog is read by someone who has just had a fright.
MOST_SENTENCES = {"what": 2, "safe": 2, "do": 3}
MOST_WORDS = {"what": 20, "safe": 16, "do": 45}
# Told without an exception: what nobody expected, and a clock that was moved.
WITHOUT_A_LEAF = {"Unknown", "ClockJump"}
# Where the answer is not a plain yes, it begins with what is safe, or with what is known of it.
NOT_PLAINLY_YES = {
    "VaultDamaged": "Most of it may be.",
    "VaultMissing": "We don\u2019t know.",
    "HashMismatch": "The others are.",
    "ChainBroken": "Your pictures are still here.",
    "Unknown": "What was saved is safe.",
}
NOTHING_TO_DO = {"SettingsInvalid", "ClockJump"}
VERBS = {
    "Ask", "Bring", "Check", "Choose", "Close", "Copy", "Delete", "Do", "Free", "Go", "Keep", "Look", "Make",
    "Open", "Plug", "Press", "Start", "Take", "Try", "Type", "Write",
}  # fmt: skip
# What the person has on their own screen, under that name, and we have not.
OF_THE_SYSTEM = {
    "Allow", "Share", "System Settings", "Privacy & Security", "Screen & System Audio Recording",
}  # fmt: skip
BLAME = re.compile(
    r"\b(?:you (?:should|must|forgot|failed|entered|did|didn\u2019t|have not|haven\u2019t|need to)"
    r"|your (?:mistake|error)|mistake|wrong (?!that)|not allowed to (?!write in that folder))\b",
    re.IGNORECASE,
)


def leaves(kind: type[errors.EvidenceError] = errors.EvidenceError) -> set[str]:
    below = [one for one in kind.__subclasses__() if one.__module__ == errors.__name__]
    return set().union(*map(leaves, below)) if below else {kind.__name__}


NAMES = sorted({key.split(".")[1] for key in KEYS if key.startswith("errors.")})
TOLD = [(name, part) for name in NAMES for part in PARTS]


def said(name: str, part: str) -> str:
    return WORDS.template(f"errors.{name}.{part}")


def test_every_leaf_is_told_in_three_parts_and_nothing_else_is() -> None:
    assert set(NAMES) == leaves() | WITHOUT_A_LEAF
    assert {key for key in KEYS if key.startswith("errors.")} == {
        f"errors.{name}.{part}" for name, part in TOLD
    }
    assert [f"{name}.{part}" for name, part in TOLD if not said(name, part)] == []


@pytest.mark.parametrize("part", PARTS)
def test_each_part_is_short(part: str) -> None:
    long = {
        f"{name}: {text}"
        for name in NAMES
        for text in [said(name, part).removeprefix("Yes. ")]
        if len(sentences(text)) > MOST_SENTENCES[part] or len(words_in(text)) > MOST_WORDS[part]
    }
    assert long == set()


def test_each_part_is_made_of_whole_sentences() -> None:
    """But for the path of a file, which must stand there as it is."""
    texts = {f"{name}.{part}": said(name, part) for name, part in TOLD}
    assert {where: text for where, text in texts.items() if not re.search(r"[.?]$|: {name}$", text)} == {}
    assert {where: text for where, text in texts.items() if not text[0].isupper() and text[0] != "*"} == {}


def test_what_happened_is_told_and_not_asked() -> None:
    assert [said(name, "what") for name in NAMES if "?" in said(name, "what")] == []


def test_whether_the_evidence_is_safe_is_answered_at_once() -> None:
    answers = {name: said(name, "safe") for name in NAMES}
    plain = {name for name, text in answers.items() if re.match(r"Yes\.( |$)", text)}
    assert set(NAMES) - plain == set(NOT_PLAINLY_YES)
    assert {name: text for name, text in NOT_PLAINLY_YES.items() if not answers[name].startswith(text)} == {}


def test_what_to_do_begins_with_a_verb() -> None:
    first = {name: words_in(said(name, "do"))[0] for name in NAMES}
    nothing = {name for name, word in first.items() if word == "Nothing"}
    assert nothing == NOTHING_TO_DO
    assert {name: word for name, word in first.items() if word not in VERBS} == dict.fromkeys(
        nothing, "Nothing"
    )


def test_every_button_that_an_error_names_is_there() -> None:
    named = {bold for name, part in TOLD for bold in re.findall(r"\*\*(.+?)\*\*", said(name, part))}
    assert {"Go on", "Open a backup", "Go to it"} <= named
    assert named - OF_THE_SYSTEM - texts_of_buttons() == set()


def test_no_error_blames() -> None:
    assert {
        f"{name}.{part}: {said(name, part)}" for name, part in TOLD if BLAME.search(said(name, part))
    } == set()
    assert BLAME.search("You entered a wrong passphrase.")
    assert BLAME.search("You should save more often.")
