# SPDX-License-Identifier: MIT
"""The files of forms and letters: which fields, in which order, of how many characters, in which sentences.

A new form, country or letter is a new file and no code. Whoever receives it reads English, so its sentences
are English in every language of the window; what only the person reads is in theirs: what it is called, what
it does, what to know before. In a sentence ``{name}`` is filled in and
``{name|words}`` says the words where it is not known; what stands in square brackets goes with what it lacks,
and so does a sentence that cannot do without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - field types are looked up when files are read
from enum import StrEnum
from typing import TYPE_CHECKING

from app.content import Text, load
from app.errors import GuideInvalid
from app.guide.sentences import fields_of
from app.i18n import AS_IT_IS
from app.model import Under18

if TYPE_CHECKING:
    from pathlib import Path

    from app.i18n import Translator

ANYWHERE = "any"  # folder of the forms that belong to no country


class Each(StrEnum):
    """What a group of sentences, or of fields, comes once for."""

    CASE = "case"
    ACCOUNT = "account"
    PAYMENT = "payment"
    THREAT = "threat"
    DEMAND = "demand"


class Audience(StrEnum):
    """For whom a form is."""

    ALL = "all"
    ADULT = "adult"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Say:
    """Sentences of a text, once or for each of what there is."""

    lines: tuple[str, ...]
    each: Each = Each.CASE


@dataclass(frozen=True, slots=True)
class Blank:
    """One field of a form: a text of many sentences, or one sentence.

    Attributes:
        most: how many characters it takes; None where there is no known limit.
        is_story: it tells what happened; left out where someone is or may be under 18.
    """

    label: str
    say: tuple[Say, ...] = ()
    line: str = ""
    most: int | None = None
    is_story: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that come together: once, or for each account or payment, at most so many times."""

    title: str
    blanks: tuple[Blank, ...]
    each: Each = Each.CASE
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One place to report to.

    Attributes:
        parts: the parts of the country it serves; empty means all.
        reach: the web address without ``https://``; empty where it differs.
        contact: id of the contact in ``resources/contacts`` that it belongs to, if it is one.
        notes: what to know before one fills it in.
    """

    id: str
    name: Text
    order: int
    does: Text
    group: tuple[Group, ...]
    source: str
    verified_on: date
    audience: Audience = Audience.ALL
    parts: tuple[str, ...] = ()
    reach: str = ""
    contact: str = ""
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One fact of a letter: what it is called, and the sentence that holds it."""

    label: str
    line: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about one payment.

    Attributes:
        methods: the ways to pay it is for.
        to: whom it is addressed to.
        rows: the payment, fact by fact; what is not known is left out.
        asks: what is asked for, one line each.
    """

    id: str
    name: Text
    order: int
    methods: tuple[str, ...]
    to: str
    subject: str
    opening: tuple[str, ...]
    rows: tuple[Row, ...]
    asking: str
    asks: tuple[str, ...]
    closing: tuple[str, ...]


def forms_for(
    folder: Path, country: str, place: str, under_18: Under18, translator: Translator = AS_IT_IS
) -> tuple[Form, ...]:
    """Return the forms for a person there: of the country, then of none, then of others.

    Under 18, and where that is not sure, none that is for adults only.

    Raises:
        GuideInvalid: a file is not as it should be.
    """
    wanted = {Audience.ALL, Audience.ADULT if under_18 is Under18.NO else Audience.CHILD}
    found: list[Form] = []
    for name in (country, ANYWHERE, *sorted(one.name for one in folder.iterdir() if one.is_dir())):
        paths = sorted((folder / name).glob("*.toml"))
        forms = [_checked(load(Form, path, translator), path) for path in paths]
        fitting = (form for form in sorted(forms, key=lambda form: form.order) if form.audience in wanted)
        found += [
            form for form in fitting if form not in found and _serves(form, place, at_home=name == country)
        ]
    return tuple(found)


def letters_for(folder: Path, method: str, translator: Translator = AS_IT_IS) -> tuple[Letter, ...]:
    """Return the letters for a way to pay, in order.

    Raises:
        GuideInvalid: a file is not as it should be.
    """
    letters = (load(Letter, path, translator) for path in folder.glob("*.toml"))
    fitting = (letter for letter in letters if method in letter.methods)
    return tuple(sorted(fitting, key=lambda letter: letter.order))


def _serves(form: Form, place: str, *, at_home: bool) -> bool:
    """Whether a form of a country serves this part of it; a place we do not know gets all."""
    return not (at_home and form.parts) or place in form.parts


def _checked(form: Form, path: Path) -> Form:
    """Return the form if each of its fields says something in one way."""
    for group in form.group:
        for blank in group.blanks:
            if bool(blank.say) is bool(blank.line):
                raise GuideInvalid(f"{path.name}: {blank.label}: wants say or line")
            if blank.line and not fields_of(blank.line):
                raise GuideInvalid(f"{path.name}: {blank.label}: has no field")
    return form
