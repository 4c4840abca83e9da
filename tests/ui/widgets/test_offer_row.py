# SPDX-License-Identifier: MIT
"""A row shows what stands in the picture, marks what to look at, and does nothing until it is pressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, QPointF
from PySide6.QtGui import QEnterEvent, QImage

from app.identify.values import Doubt
from app.model import Entry, EntryId, ExhibitId, Payment
from app.search.becoming import Where
from app.search.keeping import Kept, OfferState
from app.search.offer import Becomes
from tests.app.search.pages import offered
from tests.ui.filling import picture
from ui.widgets.offer_row import OfferRow

HERE = Where(ExhibitId("e1"), ExhibitId("e1"))
NOW = datetime(2026, 11, 24, tzinfo=UTC)
PAYMENT = Entry(EntryId("p"), Payment("western_union", 25000, "GBP", None), NOW, NOW, 1)


def state(text: str, **known: object) -> OfferState:
    offer = offered(text)[0]
    return replace(OfferState(offer, (), offer.may_become, ()), **known)


@pytest.fixture
def make(context, shown):
    def made(known: OfferState, where: Where = HERE, **more: object) -> OfferRow:
        row = OfferRow(context, known, where, **more)
        row.resize(300, 400)
        return shown(row)

    return made


def test_it_shows_what_it_is_and_what_a_press_makes_of_it(make, qtbot) -> None:
    row = make(state("Send £200 with Western Union"))
    assert row.what.words == "A sum of money"
    assert list(row.buttons) == ["demand", "payment"]
    with qtbot.waitSignal(row.keep_wanted) as pressed:
        row.buttons["demand"].click()
    assert pressed.args == [Becomes.DEMAND]


def test_the_crop_is_of_the_picture_and_not_of_a_code_that_can_be_spent(make) -> None:
    row = make(state("MTCN 583-204-9176"))
    assert not row.crop.isVisible()
    row.show_picture(picture())
    assert row.crop.isVisible()
    row.show_picture(QImage())
    assert not row.crop.isVisible()
    card = make(state("Steam gift card code AB12C-D34EF-5GH67"))
    card.show_picture(picture())
    assert not card.crop.isVisible()
    assert "AB12C" not in card.value.accessibleName()


def test_doubtful_signs_are_marked(make) -> None:
    known = state("MTCN 583-204-9176")
    doubtful = replace(known, offer=replace(known.offer, doubts=(Doubt(3, ("2", "7")),)))
    assert make(doubtful).value.marked == (4,)  # behind the dash


def test_an_address_is_looked_at_closely_where_a_sign_is_in_doubt(make, qtbot) -> None:
    row = make(state("instagram.com/al0ve_x"))
    with qtbot.waitSignal(row.closer_wanted):
        row.buttons["closer"].click()
    assert "closer" not in make(state("t.me/ameye_x9")).buttons


def test_a_name_of_no_app_leads_to_the_page_that_finds_it(make, qtbot) -> None:
    row = make(state("follow @amelie.l"))
    assert list(row.buttons) == ["app"]
    with qtbot.waitSignal(row.closer_wanted):
        row.buttons["app"].click()
    assert "account" in make(state("follow @amelie.l"), replace(HERE, platform="instagram")).buttons


def test_a_payment_that_lacks_the_number_comes_first(make, qtbot) -> None:
    row = make(state("MTCN 583-204-9176", payments=(PAYMENT,)))
    assert set(row.buttons) == {"add_0", "payment"}
    with qtbot.waitSignal(row.add_wanted) as pressed:
        row.buttons["add_0"].click()
    assert pressed.args == [PAYMENT]


def test_what_is_kept_may_be_changed_and_taken_back(make, qtbot, words) -> None:
    kept = Kept(Becomes.PAYMENT, PAYMENT, is_from_here=True)
    row = make(state("MTCN 583-204-9176", kept=(kept,), open=()))
    assert list(row.buttons) == ["change_payment", "back_payment"]
    with qtbot.waitSignal(row.change_wanted) as change:
        row.buttons["change_payment"].click()
    with qtbot.waitSignal(row.back_wanted) as back:
        row.buttons["back_payment"].click()
    assert change.args == back.args == [kept]


def test_what_was_kept_elsewhere_is_not_taken_back_here(make) -> None:
    kept = Kept(Becomes.PAYMENT, PAYMENT, is_from_here=False)
    assert list(make(state("MTCN 583-204-9176", kept=(kept,), open=())).buttons) == ["change_payment"]


def test_that_it_was_taken_back_is_said_until_it_is_kept_again(make) -> None:
    assert make(state("MTCN 583-204-9176"), is_back=True).back.isVisible()
    kept = (Kept(Becomes.PAYMENT, PAYMENT, is_from_here=True),)
    assert not make(state("MTCN 583-204-9176", kept=kept, open=()), is_back=True).back.isVisible()


def test_it_tells_once_when_mouse_or_keyboard_comes_and_when_both_are_gone(make) -> None:
    row = make(state("MTCN 583-204-9176"))
    row.eventFilter(row.buttons["payment"], QEvent(QEvent.Type.FocusOut))  # wherever both are at the start
    row.leaveEvent(QEvent(QEvent.Type.Leave))
    told: list[bool] = []
    row.pointed.connect(told.append)
    row.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    row.eventFilter(row.buttons["payment"], QEvent(QEvent.Type.FocusIn))
    row.leaveEvent(QEvent(QEvent.Type.Leave))
    assert told == [True]
    row.eventFilter(row.buttons["payment"], QEvent(QEvent.Type.FocusOut))
    assert told == [True, False]


def test_each_button_says_what_it_is_of(make) -> None:
    row = make(state("Send £200"))
    for button in row.buttons.values():
        assert button.text() in button.accessibleName()
        assert "£200" in button.accessibleName()


def test_a_number_that_its_sum_contradicts_says_look_again(make, words) -> None:
    row = make(state("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5"))
    assert row.look.isVisible()
    assert row.look.words.startswith("Look again.")
    assert not make(state("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")).look.isVisible()
