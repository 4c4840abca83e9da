# SPDX-License-Identifier: MIT
"""Every offer has plain words: what it is, what to look at, what a press does, where it stands then."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from app.identify.references import forms
from app.identify.values import Doubt
from app.model import Entry, EntryId, ExhibitId, Payment
from app.search.becoming import Where
from app.search.keeping import Kept
from app.search.offer import Becomes, OfferKind
from tests.app.search.pages import offered
from tests.app.search.test_offer import offer
from ui.offer_words import adding_to, button_of, is_of_no_app, kept_in, kind_of, notes_of, signs_of

HERE = Where(ExhibitId("e1"), ExhibitId("e1"))
NOW = datetime(2026, 11, 24, tzinfo=UTC)


def text_of(one) -> str:
    return "".join(sign for sign, _ in signs_of(one))


@pytest.mark.parametrize("kind", [*sorted({form.kind for form in forms()}), *OfferKind])
def test_every_kind_has_a_name_and_every_button_a_verb(context, kind: str) -> None:
    assert kind_of(context, offer(kind))
    for becomes in offer(kind).may_become:
        assert button_of(context, offer(kind), becomes)


@pytest.mark.parametrize("becomes", list(Becomes))
@pytest.mark.parametrize("is_from_here", [True, False])
def test_what_is_kept_says_where_it_stands(context, becomes: Becomes, is_from_here: bool) -> None:
    entry = Entry(EntryId("p"), Payment("other", None, None, None), NOW, NOW, 1)
    assert kept_in(context, Kept(becomes, entry, is_from_here))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("live:.cid.8f3a1b2c4d5e6f70", "Skype ID"),
        ("write amy.laurent@example.com", "E-mail address"),
        ("MTCN 583-204-9176", "Western Union number (MTCN)"),
    ],
)
def test_it_is_called_what_a_person_calls_it(context, text: str, kind: str) -> None:
    assert kind_of(context, offered(text)[0]) == kind


def test_what_proves_itself_and_what_does_not_is_said(context, words) -> None:
    right = offered("GB29 NWBK 6016 1331 9268 19")[0]
    assert notes_of(context, right) == (words("offer.say.proven"),)
    wrong = offered("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5")[0]
    assert words("offer.say.proven") not in notes_of(context, wrong)
    assert notes_of(context, offered("instagram.com/al0ve")[0]) == (words("offer.say.marked"),)


def test_money_stands_in_its_words(context) -> None:
    note = notes_of(context, offered("Send £200 with Western Union and I delete\nall")[0])[0]
    assert note == "“Send £200 with Western Union and I delete all”"


def test_a_time_is_shown_before_anything_is_pressed(context) -> None:
    notes = notes_of(context, offered("pay by 25 November 2026 18:00")[0])
    assert "We read it as Wednesday 25 November 2026, 18:00." in notes
    assert "We read it as Saturday 21 November 2026." in notes_of(context, offered("Sent on 21 Nov 2026")[0])


def test_a_number_is_shown_in_groups_and_its_marks_stay_with_their_signs(context) -> None:
    mtcn = replace(offered("MTCN 583-204-9176")[0], doubts=(Doubt(3, ("2", "7")),))
    assert text_of(mtcn) == "583-204-9176"
    assert [sign for sign, is_marked in signs_of(mtcn) if is_marked] == ["2"]
    assert text_of(offered("GB29NWBK60161331926819")[0]) == "GB29 NWBK 6016 1331 9268 19"
    assert text_of(offered("sort code 60-16-13 account number 31926819")[0]) == "60-16-13 31926819"


def test_a_code_that_can_be_spent_is_shown_by_its_end(context, words) -> None:
    card = offered("Steam gift card code AB12C-D34EF-5GH67")[0]
    assert text_of(card).endswith("GH67")
    assert "AB12C" not in text_of(card)
    assert notes_of(context, card) == (words("offer.say.secret"),)


def test_a_link_is_never_opened(context, words) -> None:
    assert words("offer.say.open") in notes_of(context, offered("on bit.ly/3xYzQw")[0])


def test_the_buttons_of_money_of_places_and_of_receipts_differ(context, words) -> None:
    money, place, receipt = (
        button_of(context, offered(text)[0], Becomes.PAYMENT)
        for text in ("£200", "GB29NWBK60161331926819", "MTCN 583-204-9176")
    )
    assert len({money, place, receipt}) == 3
    assert button_of(context, offered("24 hours.")[0], Becomes.DEMAND) == words("offer.do.deadline")


def test_a_payment_that_lacks_the_number_is_named(context) -> None:
    some = Payment("western_union", 25000, "GBP", None)
    assert adding_to(context, some) == "Add to the payment of £250 by Western Union"
    assert adding_to(context, replace(some, amount_minor=None)) == "Add to the payment by Western Union"


def test_a_handle_of_which_nobody_knows_the_app_is_known_as_that() -> None:
    handle = offered("follow @amelie.l")[0]
    assert is_of_no_app(handle, HERE)
    assert not is_of_no_app(handle, replace(HERE, platform="instagram"))
    assert not is_of_no_app(offered("MTCN 583-204-9176")[0], HERE)
