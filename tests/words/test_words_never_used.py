# SPDX-License-Identifier: MIT
"""Words that blame, shame, frighten, promise too much or talk like a machine stand nowhere in the product."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest

from tests.words.texts import Text, for_officers, for_the_person


class Never(NamedTuple):
    """Words that are not used, what is said instead, and names in which they may stand.

    Attributes:
        words: as an expression, for whole words, in any case.
        instead: what is said; empty where nothing is.
        names: names of others, cut out before looking.
        where: beginnings of keys under which they may stand all the same.
    """

    words: str
    instead: str
    names: str = ""
    where: tuple[str, ...] = ()


# Source: words.md, section 10; look.md, section 3. What depends on the sentence around it is not here: "lost"
# of money, "X sent" of a name that is shown, "complete" alone.
IN_THE_WINDOW = (
    Never("victims?|sufferers?", "you, the person", names="Victim Support"),
    Never("users?", "you, the person", names="User ID"),
    Never("scammers?|predators?|abusers?|girlfriends?", "they, the account, the person who threatens you"),
    Never(
        r"compromis\w+|nudes?|dirty|revenge porn|porn\w*|explicit",
        "private picture, intimate picture",
        names=r"Revenge Porn Helpline|revengepornhelpline\S*",
    ),
    Never(r"snap (?:it|this|them)|capture events?|items?", "picture of the screen, exhibit"),
    Never(r"forensic\w*|court-ready|certifi\w+|authentic\w*|genuine\w*|proof for court", "record, report"),
    Never("submitted|processed|uploaded|wiped", "saved, kept, covered, set apart"),
    Never("cashed out", "collected, not collected yet"),
    Never("errors?|failed|failures?|incomplete", "a gap, a piece is missing"),
    Never(r"invalid|illegal (?:format|input|character)s?|wrong (?:input|format)", "it looks like ..."),
    # Each app means something else by it: only beside the name of the app.
    Never(r"deactivat\w+", "pause", where=("platforms.", "guides.pause.")),
    Never(
        "you should have|why did you|next time,|be more careful|your (?:own )?fault",
        "what helped others",
        names="not your fault",
    ),
    Never("not in trouble|nothing wrong in law", "free legal advice first"),
    Never("N/A|null|none given|n/k", "not known"),
    Never(
        "countdowns?|count down|hurry|last chance",
        "date and time, as they said it",
        names="In a hurry,|They want you to hurry",
    ),
    Never(r"panic button|quick exit|(?:de|en)crypt\w*|vaults?", "Hide, Lock, Open"),
    Never("please wait", "what is being done, with a figure"),
)  # fmt: skip
# Paper speaks to an officer of what the person holds. It claims nothing that a court would decide.
ON_PAPER = (
    Never(r"victims?|sufferers?", "the person, the witness", names="(?i:Victim evidence record)"),
    Never(
        r"forensic\w*|court-ready|certified|authentic\w*|genuine\w*|proof for court|guarante\w+|tamper\w*",
        "record, report",
        names="Safehold has certified nothing",
    ),
    Never("irrefutable|undeniable|beyond doubt|admissible|unforgeable|conclusive", "what was done"),
    Never("scammers?|predators?|abusers?|girlfriends?|criminals?|blackmailers?|offenders?", "the account"),
    Never(r"compromis\w+|nudes?|dirty|revenge porn|porn\w*|explicit", "intimate picture"),
    Never("N/A|null|none given", "not known"),
    Never("not in trouble|nothing wrong in law", ""),
)  # fmt: skip
# A sign that shouts, blames or leaves one waiting, and the one text that may have it.
SIGNS = re.compile(r"!|\.\.\.|\u2026|\u2014")
ASKS_ON = {"look.ask", "people.page.more"}  # the question goes on below it; the text goes on behind it


def found_in(texts: list[Text], never: Never) -> set[str]:
    """What is said all the same, and where."""
    cut = re.compile(never.names or r"(?!)")
    sought = re.compile(rf"(?<![\w-])(?:{never.words})(?![\w-])", re.IGNORECASE)
    return {
        f"{one.where}: {one.text}"
        for one in texts
        if not (never.where and one.where.startswith(never.where)) and sought.search(cut.sub("", one.text))
    }


@pytest.mark.parametrize("never", IN_THE_WINDOW, ids=lambda never: never.words[:24])
def test_the_window_never_says(never: Never) -> None:
    assert found_in(for_the_person(), never) == set(), f"say: {never.instead}"


@pytest.mark.parametrize("never", ON_PAPER, ids=lambda never: never.words[:24])
def test_paper_never_says(never: Never) -> None:
    assert found_in(for_officers(), never) == set(), f"say: {never.instead}"


def test_nothing_shouts_or_trails_off() -> None:
    texts = [one for one in (*for_the_person(), *for_officers()) if one.where not in ASKS_ON]
    assert {f"{one.where}: {one.text}" for one in texts if SIGNS.search(one.text)} == set()


def test_the_window_prints_its_apostrophes_and_quotes() -> None:
    """But for what is copied into the form of a police page, which may take plain signs only."""
    typed = {
        f"{one.where}: {one.text}"
        for one in for_the_person()
        if re.search("['\"]", one.text) and not one.where.startswith("help.form.")
    }
    assert typed == set()


# --- the search finds what it is for ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You are a VICTIM.", "victims?"),
        ("Victim Support helps. The victim can call.", "victims?"),
        ("The user has to log in.", "users?"),
        ("That is invalid input.", "invalid"),
        ("Deactivate the account.", "deactivat"),
        ("Please wait", "please wait"),
        ("This is forensic proof.", "forensic"),
        ("Your vault is open.", "panic button"),
    ],
)
def test_such_a_text_is_found(text: str, words: str) -> None:
    (never,) = (one for one in IN_THE_WINDOW if one.words.startswith(words))
    assert found_in([Text("a.key", "a", text)], never)


@pytest.mark.parametrize(
    "text",
    [
        "Victim Support can help.",
        "Choose Copy User ID. The username is below it.",
        "The Revenge Porn Helpline can ask for you. See revengepornhelpline.org.uk",
        "Don\u2019t panic. Nothing is lost.",
        "In a hurry, call the police.",
    ],
)
def test_the_names_of_others_may_be_said(text: str) -> None:
    assert [never for never in IN_THE_WINDOW if found_in([Text("a.key", "a", text)], never)] == []


def test_an_app_may_call_its_own_button_as_it_does() -> None:
    (never,) = (one for one in IN_THE_WINDOW if one.words.startswith("deactivat"))
    assert found_in([Text("platforms.tiktok.pause", "tiktok", "Choose **Deactivate**.")], never) == set()
