# SPDX-License-Identifier: MIT
"""Every step has what the page shows, in words that an eleven-year-old can read and nobody is hurt by."""

from __future__ import annotations

import re
import shutil
import tomllib
from itertools import chain
from typing import TYPE_CHECKING

import pytest
import textstat

from app import paths
from app.errors import GuideInvalid
from app.guide.contacts import Contacts
from app.guide.guides import Guide, Guides, Page, Path18

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RESOURCES = paths.resources()
FOLDER = RESOURCES / "guides" / "en"
GUIDES = Guides.load(FOLDER)
CONTACTS = Contacts.load(RESOURCES / "contacts")
HIGHEST_GRADE = 6
# Services that have such a word in their own name may be called by it, and so may a button.
OWN_NAMES = re.compile(r"Revenge Porn Helpline|revengepornhelpline\S*|Victim Support|User ID")
# Source: words.md, section 10, and look.md, section 3.
NEVER = re.compile(
    r"\b(?:victims?|sufferers?|users?|scammers?|predators?|abusers?|girlfriend|compromising|nudes?|dirty|"
    r"revenge porn|explicit|snap (?:it|this)|forensic|court-ready|certified|authentic|genuine|submitted|"
    r"wiped|cashed out|invalid|illegal format|you should have|why did you|"
    r"next time,|be more careful|not in trouble|"
    r"nothing wrong in law|N/A|null|countdown|hurry up|last chance|panic button|quick exit|decrypt|vault)\b",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)+(?:/\S*)?|\+?\d[\d ]{2,}")


def plain(text: str) -> str:
    """The text as it is read: without marks for bold, with addresses and numbers as one short word."""
    return ADDRESS.sub("this", text.replace("**", ""))


def syllables(word: str) -> int:
    """English syllables by groups of vowels, without silent endings; errs on the high side."""
    word = word.lower()
    silent = re.search(r"[^aeiouyl]e$|[^aeiouydt]ed$|[^aeiouysxzcgh]es$", word) is not None
    return max(1, len(re.findall("[aeiouy]+", word)) - silent)


def grade(text: str) -> float:
    """The higher of two grades, so that neither long words nor long sentences get by.

    Flesch-Kincaid with syllables counted here: textstat would fetch a dictionary from the network.
    Source: Kincaid et al. 1975; automated readability index by textstat.
    """
    text = plain(text)
    words = re.findall(r"[A-Za-z']+", text)
    sentences = max(1, textstat.sentence_count(text))
    kincaid = 0.39 * len(words) / sentences + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    return max(kincaid, textstat.automated_readability_index(text))


def strings(value: object, skip: frozenset[str]) -> Iterator[str]:
    """Every text in a file that a person can come to see."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from chain.from_iterable(strings(each, skip) for key, each in value.items() if key not in skip)
    elif isinstance(value, list):
        yield from chain.from_iterable(strings(each, skip) for each in value)


NOT_READ = frozenset(
    {"source", "strip", "rules", "labels", "seen_as", "preservation", "id", "icon", "figure", "key", "reach"}
    | {"name"}
)
FOR_OFFICERS = {"report-pages", "read-me"}  # what the paper and the package say to an officer
FILES = sorted(
    [
        *FOLDER.glob("*.toml"),
        *(RESOURCES / "platforms").glob("*.toml"),
        *(RESOURCES / "contacts").glob("*.toml"),
        *(path for path in (RESOURCES / "words" / "en").glob("*.toml") if path.stem not in FOR_OFFICERS),
    ]
)


def test_a_hard_text_has_a_high_grade() -> None:
    hard = "Notwithstanding aforementioned considerations, preservation of information is imperative."
    assert grade(hard) > 12
    assert grade("Do not pay. Tell the police. They can help you.") < 3


@pytest.mark.parametrize("guide", list(GUIDES), ids=lambda guide: guide.id)
class TestEveryStep:
    def test_reads_at_eleven(self, guide) -> None:
        rows = [guide.title + ".", guide.purpose, *guide.rows, guide.reason, guide.milestone or ""]
        assert grade(" ".join(rows)) <= HIGHEST_GRADE

    def test_has_its_figure(self, guide) -> None:
        assert (RESOURCES / "figures" / f"{guide.figure}.svg").is_file()

    def test_is_short(self, guide) -> None:
        assert 3 <= len(guide.rows) <= 5
        assert 1 <= guide.minutes <= 15
        assert len(guide.purpose) <= 90
        assert len(guide.button) <= 30

    def test_says_what_was_done(self, guide) -> None:
        assert set(re.findall(r"{(\w+)}", guide.done)) <= {"time", "date", "ref", "id"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
class TestEveryFileOfSentences:
    def test_uses_no_word_that_hurts(self, path: Path) -> None:
        texts = strings(tomllib.loads(path.read_text(encoding="utf-8")), NOT_READ)
        found = [text for text in texts if NEVER.search(OWN_NAMES.sub("", text))]
        assert found == []

    def test_does_not_shout(self, path: Path) -> None:
        texts = strings(tomllib.loads(path.read_text(encoding="utf-8")), NOT_READ)
        assert [text for text in texts if "!" in text or "\u2014" in text] == []

    def test_reads_at_eleven(self, path: Path) -> None:
        texts = list(strings(tomllib.loads(path.read_text(encoding="utf-8")), NOT_READ))
        sentences = [text for text in texts if len(text.split()) >= 6]
        assert grade(" ".join(sentences)) <= HIGHEST_GRADE


@pytest.mark.parametrize("place", CONTACTS.places())
@pytest.mark.parametrize("guide", list(GUIDES), ids=lambda guide: guide.id)
def test_a_step_names_nobody_of_another_country(guide: Guide, place: str) -> None:
    """An American is never told to call 999, and no field is left open."""
    said = Guides((guide,), CONTACTS.fields).at(place)
    text = " ".join(" ".join((one.title, one.purpose, *one.rows, one.reason)) for one in said)
    assert not re.search(r"[{}\[\]]|None", text)
    if CONTACTS.country_of(place).id != "uk":
        assert not re.search(r"\b(?:999|101|159|116 123|CEOP|Childline|Samaritans)\b", text) or (
            place == "Ireland" and "116 123" in text
        )
    for one in said:
        assert len(one.rows) >= 2


def test_every_country_has_every_step_but_the_one_that_names_a_service_it_has_not() -> None:
    for place in CONTACTS.places():
        gone = {guide.id for guide in GUIDES} - {
            one.id for one in Guides(tuple(GUIDES), CONTACTS.fields).at(place)
        }
        assert gone == (set() if CONTACTS.fields(place)["child_report"] else {"ceop"})
    assert GUIDES.at("Canada") is GUIDES


def test_the_order_is_the_agreed_one() -> None:
    """Source: look.md, section 2, step 2."""
    order = [guide.id for guide in GUIDES]
    wanted = [
        "safe",
        "stop",
        "money",
        "profile",
        "latest",
        "police",
        "conversation",
        "hash",
        "report",
        "block",
        "pause",
    ]
    wanted += ["passwords", "friends", "watch"]
    assert [each for each in order if each in wanted] == wanted


def test_the_five_minutes_have_five_parts_and_a_place_to_stop() -> None:
    parts = [guide for guide in GUIDES if guide.part_of == "five"]
    assert [guide.id for guide in parts] == ["profile", "threat", "demand", "first", "latest"]
    assert sum(guide.minutes for guide in parts) == 5
    assert parts[-1].milestone is not None
    assert parts[-1].milestone.startswith("This is already useful.")


def test_no_picture_is_asked_for_on_the_path_of_words() -> None:
    assert {guide.path for guide in GUIDES if guide.page is Page.CAPTURE} == {Path18.PICTURES}


def test_what_nobody_confirmed_is_not_shown() -> None:
    hidden = [line.text for line in GUIDES["hash"].steps if not line.verified]
    assert hidden
    assert not set(hidden) & set(GUIDES["hash"].rows)
    assert "move on" not in GUIDES["block"].reason


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("minutes = 1", "minutes = 'one'", "safe.toml: minutes should be int"),
        ('id = "safe"', 'id = "save"', "safe.toml: id should be safe"),
        ("order = 10\n", "order = 20\n", "stop.toml: order: safe has it already"),
        ('second_page = "help"\n', "", "safe.toml: second and second_page go together"),
        ('second_page = "help"', 'second_page = "moon"', "safe.toml: second_page should be one of"),
        ("purpose = ", "porpoise = ", "safe.toml: porpoise is not known"),
    ],
)
def test_a_mistake_is_named_by_file_and_key(tmp_path: Path, old: str, new: str, said: str) -> None:
    folder = shutil.copytree(FOLDER, tmp_path / "en")
    text = (folder / "safe.toml").read_text(encoding="utf-8")
    assert old in text
    (folder / "safe.toml").write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(GuideInvalid) as caught:
        Guides.load(folder)
    assert re.sub(r":\d+:", ":", str(caught.value), count=1).startswith(said)


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuideInvalid, match="no steps"):
        Guides.load(tmp_path)
