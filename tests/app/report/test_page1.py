# SPDX-License-Identifier: MIT
"""Page 1 says what the sample expects, and is one page whatever the case holds."""

from dataclasses import replace

import pytest

from app.guide.answered import UNNAMED
from app.model import Answer, CaseFacts, Under18
from app.report.page1 import MAX_WORDS, fitting_limits
from app.report.page1_limits import LEVELS
from app.sample import Sample
from tests.app.report.conftest import flat
from tests.app.report.dossiers import STORY, changed


@pytest.fixture
def page1(build):
    def text_of(dossier, originals=None):
        return flat(build(dossier, originals).pages[0].extract_text())

    return text_of


def test_it_says_what_the_sample_expects(sample, page1):
    dossier, originals = sample
    text = page1(dossier, originals)
    expected = Sample.load(STORY).expected["page1"]
    for key in (
        "title",
        "person",
        "prepared",
        "they_want_from",
        "they_threaten_from",
        "paid",
        "safe_contact",
    ):
        assert expected[key] in text, key
    for key in (
        "identifiers",
        "first_seen",
        "last_seen",
        "account_exhibits",
        "done_so_far",
        "asked_of_police",
    ):
        for words in expected[key]:
            assert words in text, words
    assert f"Under 18 involved: {expected['under_18']}" in text
    assert f"Risk to life now: {expected['risk_to_life']}" in text
    assert f"“{expected['they_want']}”" in text
    assert f"“{expected['they_threaten']}”" in text
    assert f"shown as “{expected['shown_as'][0]}”" in text
    assert "shown as “Amelie L. \U0001f48b”" in text
    assert expected["deadline"] in text
    assert f"{expected['sent_to']['who']} {expected['sent_to']['detail']}" in text
    for row in expected["paid_rows"]:
        amount = " (page 5) £" if "Bitcoin" in row[1] else " £"
        assert " ".join(row).replace(" £", amount) in text


def test_the_money_row_has_every_word_it_needs(sample, page1):
    text = page1(*sample)
    for words in (
        "MTCN 583 204 9176 £250.00 not collected 24 Nov 02:50",
        "sender Thomas J Hale, payee Jean-Marc Kouadio, Abidjan",
        "Card issuer not told yet.",
        "Western Union not told.",
    ):
        assert words in text


def test_act_now_rows_stand_in_their_order(sample, page1):
    text = page1(*sample)
    places = [text.index(label) for label in ("ACT NOW", "Stop this money", "Deadline", "Already sent to")]
    assert places == sorted(places)


def test_the_first_level_holds_the_sample_within_its_words(sample, writer, page1):
    dossier, originals = sample
    assert fitting_limits(writer, dossier, {}) is LEVELS[0]
    assert len(page1(dossier, originals).split()) <= MAX_WORDS


def test_act_now_is_left_out_when_nothing_is_pressing(sample, page1):
    dossier = replace(changed(sample[0], sent_to=None), payments=(), demands=(), exhibits=(), contacts=())
    text = page1(dossier)
    assert "ACT NOW" not in text
    assert "Paid: nothing recorded" in text


def test_what_is_not_known_is_said_to_be(sample, page1):
    bare = CaseFacts(under_18=Under18.NO, country="England", own_words="It began on Thursday.")
    dossier = replace(
        sample[0], case=bare, accounts=(), payments=(), demands=(), exhibits=(), reports_made=(), left_out=()
    )
    text = page1(dossier)
    for words in (
        "Name not known, age not known",
        "Risk to life now: NOT KNOWN",
        "None recorded yet.",
        "They want not known They threaten not known",
        "Replies stopped: not known.",
        "Record this report and give a reference",
    ):
        assert words in text


def test_under_18_and_risk_come_first_and_no_picture_is_promised(sample, page1):
    dossier = replace(
        changed(sample[0], under_18=Under18.YES, risk_to_life=Answer.YES, pronoun="her"),
        exhibits=(),
        left_out=(),
        payments=(),
    )
    text = page1(dossier)
    places = [
        text.index(w) for w in ("Her safety", "Someone under 18 is involved", "Deadline", "Already sent")
    ]
    assert places == sorted(places)
    assert "No picture is in this record. Do not ask for copies." in text
    assert "Check that Tom is safe now" in text
    assert "Accounts used against her" in text


def test_more_accounts_and_payments_are_counted(sample, page1):
    dossier, _ = sample
    many = tuple(replace(dossier.accounts[n % 3], number=n + 1) for n in range(6))
    paid = tuple(replace(dossier.payments[n % 2], number=n + 1) for n in range(5))
    text = page1(replace(dossier, accounts=many, payments=paid, exhibits=()))
    assert "Accounts used against him 3 more on page 3." in text
    assert "in five payments 3 more on page 6." in text
    assert "Preserve accounts 1 to 6" in text


def test_a_long_quote_is_cut_and_names_its_exhibit(sample, page1):
    dossier, _ = sample
    long = replace(dossier.demands[-1], demand=replace(dossier.demands[-1].demand, words="pay " * 200))
    text = page1(replace(dossier, demands=(*dossier.demands[:-1], long), exhibits=()))
    assert "…” TJH/2, 23 Nov 23:51" in text


@pytest.mark.parametrize("number", ["07700 900456", None])
def test_that_they_may_be_near_stands_with_the_way_of_contact(sample, page1, number):
    dossier, originals = sample
    contact = replace(dossier.case.contact, how=None, number=number, voicemail_ok=None)
    told = "They may be near, or use this computer."
    for answer in Answer:
        text = page1(changed(dossier, contact=contact, could_use_this_computer=answer), originals)
        assert (told in text) == (answer is Answer.YES)
        assert text.index("Safe contact") < text.find(told) or answer is not Answer.YES


@pytest.mark.parametrize(
    ("reported_by", "helper", "said"),
    [
        (None, "Tom Reed", "Reported by Tom Reed."),
        ("her mother", "Tom Reed", "Reported by her mother."),
        (None, UNNAMED, ""),
        (None, None, ""),
    ],
)
def test_a_helper_who_gave_a_name_reported_it(sample, page1, reported_by, helper, said):
    dossier, originals = sample
    text = page1(changed(dossier, reported_by=reported_by, helper=helper), originals)
    assert said in text
    assert ("Reported by" in text) == bool(said)
