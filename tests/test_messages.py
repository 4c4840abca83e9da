# SPDX-License-Identifier: MIT
"""The template has what the program says; a catalogue has all of it, with the same fields and bold parts."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from app.i18n import ENGLISH, forms_of
from app.languages import languages
from tests import messages

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

FIELD = re.compile(r"\{(\w+)[^{}]*\}")
MARKS = ("**", "[", "]", "\n")
OTHERS = [one.id for one in languages(messages.LOCALE) if one.id != ENGLISH]


@pytest.fixture(scope="module")
def template() -> Catalog:
    return messages.template()


@pytest.fixture(scope="module", params=OTHERS)
def catalogue(request: pytest.FixtureRequest, template: Catalog) -> Catalog:
    return messages.renewed(request.param, template)


def english_of(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def pairs(catalogue: Catalog) -> list[tuple[str, str]]:
    """Every English sentence with its translation; every form of one that counts with the form for many."""
    found = []
    for message in catalogue:
        said = message.string
        if message.id and said:
            forms = [said] if isinstance(said, str) else list(said)
            found += [(english_of(message)[-1], form) for form in forms]
    return found


def test_the_template_is_up_to_date(template: Catalog) -> None:
    assert messages.TEMPLATE.read_bytes() == messages.written(template), "run: make messages"


def test_a_catalogue_is_up_to_date(catalogue: Catalog) -> None:
    file = messages.path_of(str(catalogue.locale))
    assert file.read_bytes() == messages.written(catalogue), "run: make messages"


def test_every_sentence_is_translated(catalogue: Catalog) -> None:
    lacking = [f"{one.auto_comments[0]}: {one.id}" for one in messages.missing(catalogue)]
    assert lacking == [], "run: make messages, then translate what --missing prints"


def test_a_sentence_has_as_many_forms_as_its_language(catalogue: Catalog) -> None:
    counted = {len(one.string) for one in catalogue if isinstance(one.id, tuple | list)}
    assert counted == {catalogue.num_plurals}
    form_of = forms_of(str(catalogue.locale))
    assert {form_of(n) for n in range(200)} == set(range(catalogue.num_plurals))


def test_fields_are_those_of_the_english_sentence(catalogue: Catalog) -> None:
    wrong = []
    for message in catalogue:
        if message.id and isinstance(message.id, str):
            if Counter(FIELD.findall(message.id)) != Counter(FIELD.findall(message.string)):
                wrong.append((message.id, message.string))
        elif message.id:
            one, many = ({*FIELD.findall(form)} for form in english_of(message))
            forms = [{*FIELD.findall(form)} for form in message.string]
            wrong += [
                (message.id, form)
                for form in forms
                if not one - {"n"} <= form | {"number"} or form - one - many
            ]
            wrong += [(message.id, forms[-1])] if forms[-1] != many else []
    assert wrong == []


def test_bold_parts_brackets_lines_and_spaces_are_those_of_the_english_sentence(catalogue: Catalog) -> None:
    def shape(text: str) -> tuple[object, ...]:
        return (*map(text.count, MARKS), text[:1].isspace(), text[-1:].isspace())

    assert [pair for pair in pairs(catalogue) if shape(pair[0]) != shape(pair[1])] == []


def test_signs_are_those_of_print(catalogue: Catalog) -> None:
    straight = [said for english, said in pairs(catalogue) if {"'", '"'} & {*said} - {*english}]
    assert straight == []


def test_no_two_sentences_share_the_form_for_one() -> None:
    """A catalogue files a sentence that counts under its form for one."""
    counted = Counter(one[0] for one in messages.collected() if isinstance(one, tuple))
    assert [one for one, times in counted.items() if times > 1] == []


def test_what_is_missing_is_printed_and_answers_are_taken(
    template: Catalog, capsys: pytest.CaptureFixture[str]
) -> None:
    new = messages.Catalog(locale="cy")
    new.add("Evidence", "")
    new.add(("1 picture", "{n} pictures"), ("",) * 6)
    assert [one.id for one in messages.missing(new)] == ["Evidence", ("1 picture", "{n} pictures")]
    six = ["dim llun", "1 llun", "2 lun", "3 llun", "6 llun", "{n} llun"]
    assert messages.merge(new, {"Evidence": "Tystiolaeth", "1 picture": six, "Other": "Arall"}) == 2
    assert list(messages.missing(new)) == []
    assert messages.main(["--missing", OTHERS[0]]) in {0, 1}
    assert isinstance(json.loads(capsys.readouterr().out), list)
