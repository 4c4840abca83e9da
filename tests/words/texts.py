# SPDX-License-Identifier: MIT
"""Every text of the product, walked by the loaders the program uses: a new file is covered by being there."""

from __future__ import annotations

import dataclasses
import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from app import paths
from app.content import load
from app.guide.contacts import Contact, Contacts
from app.guide.expected import Expected
from app.guide.guides import Guides
from app.guide.promises import Promises
from app.guide.sentences import fields_of, placed
from app.guide.ways_to_pay import WaysToPay
from app.i18n import translator
from app.identify.platform_file import Others, Shared
from app.identify.platforms import OTHERS, SHARED, Catalogue
from app.report.annexes import Annexes
from app.report.wording.files import Form, Letter
from app.words import FIRST_WORD, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

RESOURCES = paths.resources()
WORDS = Words.load(RESOURCES / "words" / "en", translator(RESOURCES / "locale", "en"))
KEYS = WORDS.keys()
CONTACTS = Contacts.load(RESOURCES / "contacts")
# Files of sentences that an officer reads on paper or in the package. Everything else speaks to the person.
FOR_OFFICERS = frozenset({"report-pages", "read-me", "tables"})
FOR_DEVELOPERS = frozenset({"gallery"})  # the names of parts and states, beside samples from the other files
# Fields of content files that hold no sentence of ours: names of services and of things in the program,
# expressions, what others print, where it was read. A field that does not stand here is read by a person.
NO_SENTENCE = frozenset(
    {"id", "icon", "figure", "key", "field", "check", "source", "name", "provider", "for_whom", "audience"}
    | {"zone", "parts", "countries", "calls", "days", "opens", "closes", "contact", "methods", "unverified"}
    | {"labels", "seen_as", "strip", "rules", "rules_of", "shown_as", "address", "platform_lines", "part_of"}
    | {"country", "language", "value"}
)
# What is written for whoever gets the paper: the fields of a form, what a company is asked to keep.
PAPER = frozenset({"group", "preservation"})
CHECK_PAGE = RESOURCES / "verifier"


class Text(NamedTuple):
    """One text, where it stands, and its section: what is read together with it."""

    where: str
    section: str
    text: str
    is_for_officers: bool = False


@cache
def all_texts() -> tuple[Text, ...]:
    """Every text, each of its forms once."""
    found = (*_sentences(), *_content())
    return tuple({(one.where, one.text): one for one in found if one.text}.values())


def for_the_person() -> list[Text]:
    """What the window says, and what the person is told about papers before they leave."""
    return [one for one in all_texts() if not one.is_for_officers]


def for_officers() -> list[Text]:
    """What the report, the package and the letters say."""
    return [one for one in all_texts() if one.is_for_officers]


def files_of_words() -> dict[str, str]:
    """The file, without its ending, in which the keys of each first word stand."""
    return {
        first.decode(): path.stem
        for path in (RESOURCES / "words" / "en").glob("*.toml")
        for first in FIRST_WORD.findall(path.read_bytes())
    }


def _sentences() -> Iterator[Text]:
    """Every sentence under a key, both where it counts, as it is said in each place."""
    files = files_of_words()
    for key in sorted(KEYS):
        section, file = key.rpartition(".")[0], files[key.partition(".")[0]]
        if file in FOR_DEVELOPERS or not WORDS.has(key):
            continue
        for form in dict.fromkeys(WORDS.template(key, n) for n in (1, 2)):
            for text in everywhere(form):
                yield Text(key, section, text, file in FOR_OFFICERS)


def everywhere(sentence: str) -> list[str]:
    """A sentence as it is said in each place, each of its forms once."""
    known = [CONTACTS.fields(place) for place in CONTACTS.places()]
    if not fields_of(sentence) & set(known[0]):
        return [sentence]
    return [said for said in dict.fromkeys(placed(sentence, one) for one in known) if said]


def _content() -> Iterator[Text]:
    """Every text of the files of content."""
    for folder in sorted((RESOURCES / "guides").iterdir()):
        guides = Guides.load(folder, CONTACTS.fields)
        for place in CONTACTS.places():
            for guide in guides.at(place):
                yield from _walked(guide, f"guides.{guide.id}")
    for country in CONTACTS:
        for contact in country.contacts:
            yield from _walked(contact, f"contacts.{country.id}.{contact.id}")
    for way in WaysToPay.load(RESOURCES / "payments"):
        yield from _walked(way, f"payments.{way.id}")
    yield from _platforms()
    yield from _figures()
    yield from _walked(Expected.load(RESOURCES / "expected.toml"), "expected")
    for sign in Promises.load(RESOURCES / "promises.toml").signs:
        yield from _walked(sign.says, f"promises.{sign.id}")
    yield from _papers()


def _platforms() -> Iterator[Text]:
    """What is said of each platform, of those without a page, and of all."""
    for platform in Catalogue.load(RESOURCES / "platforms"):
        yield from _walked(platform, f"platforms.{platform.id}")
    yield from _walked(load(Others, RESOURCES / "platforms" / OTHERS), "platforms.others")
    yield from _walked(load(Shared, RESOURCES / "platforms" / SHARED), "platforms.shared")


def _figures() -> Iterator[Text]:
    """What is read aloud in place of a drawing."""
    for path in sorted((RESOURCES / "figures").glob("*.svg")):
        title = re.search("<title>(.*?)</title>", path.read_text(encoding="utf-8"))
        yield Text(f"figures.{path.stem}", "figures", title[1] if title else "")


def _papers() -> Iterator[Text]:
    """Forms, letters, the pages a law asks for, and the page that checks a package."""
    for path in sorted((RESOURCES / "forms").rglob("*.toml")):
        yield from _walked(load(Form, path), f"forms.{path.parent.name}.{path.stem}")
    for kind, folder in ((Letter, "letters"), (Annexes, "annexes")):
        for path in sorted((RESOURCES / folder).rglob("*.toml")):
            for one in _walked(load(kind, path), f"{folder}.{path.stem}"):
                yield one._replace(is_for_officers=True)
    said = re.findall(r'"(\w[^"]* [^"]*)"', (CHECK_PAGE / "75_words.js").read_text("utf-8"))
    page = re.sub(r"(?s)<(style|script|pre)>.*?</\1>", "", (CHECK_PAGE / "page.html").read_text("utf-8"))
    said += [" ".join(one.split()) for one in re.findall(r">([^<>]+)<", page)]
    for text in said:
        yield Text("check page", "check page", text.replace("\\u2019", "\u2019"), is_for_officers=True)


def _walked(value: object, where: str, section: str = "") -> Iterator[Text]:
    """Every text in a frozen value that somebody can come to see."""
    section = section or where
    if isinstance(value, str) and not isinstance(value, Enum):
        for text in everywhere(value):
            yield Text(where, section, text)
    elif isinstance(value, tuple):
        for row, each in enumerate(value, start=1):
            yield from _walked(each, f"{where}.{row}", section)
    elif dataclasses.is_dataclass(value):
        for name in _read_fields(value):
            for one in _walked(getattr(value, name), f"{where}.{name}", section):
                yield one._replace(is_for_officers=name in PAPER or one.is_for_officers)


def _read_fields(value: object) -> list[str]:
    """The fields that hold something to read: an address is no sentence, a phrase is one."""
    names = {field.name for field in dataclasses.fields(value)} - NO_SENTENCE  # type: ignore[arg-type]
    if isinstance(value, Form) or (isinstance(value, Contact) and not value.is_phrase):
        names -= {"reach"}
    return sorted(names)
