# SPDX-License-Identifier: MIT
"""The files of forms and letters hold together, and a new one needs no code."""

from __future__ import annotations

import dataclasses

import pytest

from app.content import load
from app.errors import GuideInvalid
from app.guide.contacts import Contacts
from app.guide.sentences import fields_of
from app.guide.ways_to_pay import WaysToPay
from app.model import Under18
from app.paths import resources
from app.report.wording.facts import facts_of
from app.report.wording.files import Audience, Each, Form, Letter, forms_for, letters_for

FORMS, LETTERS = resources() / "forms", resources() / "letters"
ALL_FORMS = sorted(FORMS.glob("*/*.toml"))
ALL_LETTERS = sorted(LETTERS.glob("*/*.toml"))
PROMISES = ("will get", "guarantee", "we will", "you must")


def names(forms):
    return [form.id for form in forms]


@pytest.fixture
def known(writer, sample):
    """The names of facts by what they are of."""
    return {each: set().union(*facts_of(writer, sample[0], each)) for each in Each}


@pytest.mark.parametrize("path", ALL_FORMS, ids=lambda path: path.stem)
def test_every_field_of_a_form_is_a_fact_that_is_stored(path, known):
    form = load(Form, path)
    assert form.id == path.stem
    for group in form.group:
        assert fields_of(group.title) <= known[group.each]
        for blank in group.blanks:
            assert fields_of(blank.line) <= known[group.each]
            for part in blank.say:
                assert set().union(*map(fields_of, part.lines)) <= known[part.each]


@pytest.mark.parametrize("path", ALL_LETTERS, ids=lambda path: path.stem)
def test_every_field_of_a_letter_is_a_fact_of_its_payment(path, known):
    letter = load(Letter, path)
    assert letter.id == path.stem
    rows = [text for row in letter.rows for text in (row.label, row.line)]
    texts = [letter.to, letter.subject, *letter.opening, letter.asking, *letter.asks, *letter.closing, *rows]
    assert set().union(*map(fields_of, texts)) <= known[Each.PAYMENT]


@pytest.mark.parametrize("path", ALL_LETTERS, ids=lambda path: path.stem)
def test_a_letter_asks_for_the_four_things_and_promises_nothing(path):
    letter = load(Letter, path)
    asked = " ".join(letter.asks)
    for wanted in ("keep all records", "flag", "as far as your rules allow", "case number"):
        assert wanted in asked
    said = " ".join((*letter.opening, *letter.asks, *letter.closing)).lower()
    assert not any(promise in said for promise in PROMISES)


def test_every_way_to_pay_with_somebody_to_write_to_has_a_letter():
    without = [
        way.id for way in WaysToPay.load(resources() / "payments") if not letters_for(LETTERS / "en", way.id)
    ]
    assert without == ["cash"]


def test_forms_of_the_country_come_first_then_companies_then_other_countries():
    assert names(forms_for(FORMS, "uk", "England", Under18.NO)) == [
        "police",
        "report_fraud",
        "company",
        "ic3",
    ]
    assert names(forms_for(FORMS, "us", "Ohio", Under18.NO))[:2] == ["ic3", "company"]


def test_report_fraud_is_not_offered_where_it_does_not_serve():
    assert "report_fraud" not in names(forms_for(FORMS, "uk", "Scotland", Under18.NO))


@pytest.mark.parametrize("under_18", [Under18.YES, Under18.NOT_SURE])
def test_under_18_comes_a_form_for_children_first_and_none_for_adults_only(under_18):
    found = forms_for(FORMS, "uk", "England", under_18)
    assert names(found) == ["ceop", "police", "company", "ic3"]
    assert all(form.audience is not Audience.ADULT for form in found)
    assert any("Report Remove" in note for note in found[0].notes)


def test_what_a_form_says_of_its_service_agrees_with_the_contacts():
    contacts = {one.id: one for one in next(iter(Contacts.load(resources() / "contacts"))).contacts}
    for form in (load(Form, path) for path in ALL_FORMS):
        if form.contact:
            contact = contacts[form.contact]
            assert contact.verified
            assert contact.audience.value == form.audience.value
            assert form.parts == contact.countries
            assert form.reach in {"", contact.reach} or form.reach in contact.does


def test_a_new_country_needs_only_a_file(tmp_path):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "new.toml").write_text(
        'id = "new"\nname = "New"\norder = 1\ndoes = "It."\nsource = "x"\nverified_on = 2026-11-01\n'
        '[[group]]\ntitle = "All"\n[[group.blanks]]\nlabel = "Name"\nline = "{name}"\n'
    )
    assert names(forms_for(tmp_path, "xx", "Somewhere", Under18.NO)) == ["new"]


@pytest.mark.parametrize(
    "blank", ['line = "no field"', "", 'line = "{name}"\nsay = [{ lines = ["{name}"] }]']
)
def test_a_field_that_says_nothing_or_two_things_is_told(tmp_path, blank):
    (tmp_path / "xx").mkdir()
    (tmp_path / "xx" / "new.toml").write_text(
        'id = "new"\nname = "New"\norder = 1\ndoes = "It."\nsource = "x"\nverified_on = 2026-11-01\n'
        f'[[group]]\ntitle = "All"\n[[group.blanks]]\nlabel = "Name"\n{blank}\n'
    )
    with pytest.raises(GuideInvalid, match=r"new\.toml: Name"):
        forms_for(tmp_path, "xx", "Somewhere", Under18.NO)


def test_ic3_has_the_limits_that_are_known():
    form = load(Form, FORMS / "us" / "ic3.toml")
    story = form.group[0].blanks[0]
    assert (story.most, story.is_story) == (3500, True)
    assert [group.most for group in form.group if group.each is Each.PAYMENT] == [10]
    assert any("no files" in note for note in form.notes)
    assert dataclasses.is_dataclass(form)
