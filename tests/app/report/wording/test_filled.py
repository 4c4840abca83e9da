# SPDX-License-Identifier: MIT
"""Forms and letters hold what is stored and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.content import load
from app.errors import FactInvented
from app.model import Under18
from app.paths import resources
from app.report.wording import filled as filling
from app.report.wording.files import Form, forms_for, letters_for
from app.report.wording.filled import filled_form, filled_letter, only_about
from app.report.writer import Writer
from tests.app.report.dossiers import changed
from tests.app.report.random_dossiers import ANY, PLAIN, dossiers

FORMS, LETTERS = resources() / "forms", resources() / "letters" / "en"
IC3 = load(Form, FORMS / "us" / "ic3.toml")
POLICE = load(Form, FORMS / "uk" / "police.toml")
COMPANY = load(Form, FORMS / "any" / "company.toml")


def blanks(form, label):
    return [blank for group in form.groups for blank in group.blanks if blank.label == label]


def test_the_story_holds_the_facts(sample, writer):
    text = blanks(filled_form(POLICE, sample[0], writer), "What happened")[0].text
    for fact in (
        "live:.cid.8f3a1b2c4d5e6f70", "@amelie.laurent_91", "+447700900123", "MTCN 5832049176", "£250.00",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "Paid in all: £400.00. Payments: 2.", "RF26-118842",
        sample[0].checkpoint.root, "“i sent one to your sister. now you believe”", "She wrote to me",
    ):  # fmt: skip
        assert fact in text


def test_what_is_not_known_says_so_and_is_not_offered_to_copy(sample, writer):
    form = filled_form(COMPANY, sample[0], writer)
    urls = blanks(form, "Web address")
    assert [(blank.text, blank.is_known) for blank in urls] == [
        ("not known", False),
        ("https://www.instagram.com/amelie.laurent_91/", True),
        ("not known", False),
    ]


def test_a_story_that_is_too_long_ends_with_a_whole_sentence_and_says_what_is_left(sample, writer):
    own = " ".join(f"This is sentence number {n} of what happened to me." for n in range(90))
    story = filled_form(IC3, changed(sample[0], own_words=own), writer).groups[0].blanks[0]
    assert story.length <= 3500
    assert story.text.endswith("happened to me.")
    assert story.left[-1] == "This is sentence number 89 of what happened to me."
    last = story.text.rpartition("number ")[2].split()[0]
    assert story.left[0].startswith(f"This is sentence number {int(last) + 1}")


def test_ten_payments_are_fields_and_the_rest_is_said(sample, writer):
    entry = sample[0].payments[1]
    many = tuple(replace(entry, number=n) for n in range(1, 14))
    form = filled_form(IC3, replace(sample[0], payments=many), writer)
    titles = [group.title for group in form.groups]
    assert "Transaction 10" in titles
    assert "Transaction 11" not in titles
    assert form.beyond == (("Transaction", 3),)


@pytest.mark.parametrize("under_18", [Under18.YES, Under18.NOT_SURE])
def test_under_18_there_are_facts_and_no_story(sample, writer, under_18):
    dossier = changed(sample[0], under_18=under_18)
    for form in forms_for(FORMS, "uk", "England", under_18):
        filled = filled_form(form, dossier, writer)
        assert "She wrote to me" not in filled.text
        assert "I am being blackmailed" not in filled.text
        assert "live:.cid.8f3a1b2c4d5e6f70" in filled.text


def test_all_of_a_form_is_its_fields_below_their_titles(sample, writer):
    text = filled_form(COMPANY, sample[0], writer).text
    assert text.startswith(
        "Account 1, Skype\nUsername or ID: live:.cid.8f3a1b2c4d5e6f70\nWeb address: not known"
    )
    assert "\n\nAccount 2, Instagram\n" in text


def test_a_letter_is_of_one_payment_and_knows_no_other(sample, writer):
    dossier, entry = sample[0], sample[0].payments[1]
    texts = [
        filled_letter(letter, entry, dossier, writer).text for letter in letters_for(LETTERS, "western_union")
    ]
    assert len(texts) == 2
    for text in texts:
        assert "MTCN: 5832049176" in text
        assert "Jean-Marc Kouadio, Abidjan" in text
        assert "£150.00" not in text
        assert "£400.00" not in text
        assert "live:.cid" not in text
        assert text.endswith("Tom Hale")


def test_a_letter_with_a_fact_of_another_payment_is_stopped(sample, writer, monkeypatch):
    first, second = sample[0].payments
    letter = letters_for(LETTERS, "western_union")[0]
    other = filling.payment_facts(writer, first)
    monkeypatch.setattr(filling, "payment_facts", lambda *_: other)
    with pytest.raises(FactInvented):
        filled_letter(letter, second, sample[0], writer)


def test_a_form_with_a_changed_identifier_is_stopped(sample, writer, monkeypatch):
    facts = filling.facts_of(writer, sample[0], COMPANY.group[0].each)
    facts[0] |= {"identifier": "live:.cid.8f3alb2c4d5e6f70"}
    monkeypatch.setattr(filling, "facts_of", lambda *_: facts)
    with pytest.raises(FactInvented):
        filled_form(COMPANY, sample[0], writer)


def test_only_one_payment_is_left_of_a_dossier(sample):
    about = only_about(sample[0].payments[0], sample[0])
    assert about.payments == sample[0].payments[:1]
    assert (about.accounts, about.demands, about.exhibits, about.case.own_words) == ((), (), (), None)


@settings(phases=[Phase.generate], max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_true_form_or_letter_is_stopped(words, faces, data):
    dossier = data.draw(dossiers(data.draw(st.sampled_from((PLAIN, ANY)))))
    writer = Writer(words, faces, dossier.prepared)
    for form in forms_for(FORMS, "uk", dossier.case.country, dossier.case.under_18):
        filled_form(form, dossier, writer)
    for entry in dossier.payments:
        for letter in letters_for(LETTERS, entry.payment.method):
            filled_letter(letter, entry, dossier, writer)
