# SPDX-License-Identifier: MIT
"""Who was told, which account asked, which picture shows it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.model import Account, DisplayName, Entry, EntryId, ExhibitFacts, Payment, Sensitivity, Strength
from tests.ui.filling import add_exhibit
from ui.widgets.payment_more import Offers, PaymentMore

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 20, tzinfo=UTC)
PAID = Payment("western_union", 1, "GBP", NOW)


def account(number: str, *, is_own: bool = False) -> Entry[Account]:
    fact = Account("skype", None, None, Strength.WEAK, (DisplayName("Amy", NOW),), is_own=is_own)
    return Entry(EntryId(number), fact, NOW, NOW, 1)


def more_of(context: Context, qtbot: QtBot, offers: Offers | None = None) -> PaymentMore:
    more = PaymentMore(context, offers or Offers())
    qtbot.addWidget(more)
    more.show_way(context.ways_to_pay["western_union"])
    return more


def test_who_was_told_is_kept_with_reference_and_time(context: Context, qtbot: QtBot) -> None:
    more = more_of(context, qtbot)
    assert more.provider.reference.isHidden()
    more.provider.answer.chips["yes"].click()
    assert not more.provider.reference.isHidden()
    more.provider.reference.set_text("WU-1")
    more.bank.answer.chips["no"].click()
    fact = more.taken_into(PAID, NOW)
    assert (fact.provider_told, fact.provider_told_at, fact.provider_reference) == (True, NOW, "WU-1")
    assert (fact.bank_told, fact.bank_told_at) == (False, None)
    assert "Western Union" in more.provider.label.words


def test_a_bank_is_not_asked_after_twice(context: Context, qtbot: QtBot) -> None:
    more = more_of(context, qtbot)
    more.show_way(context.ways_to_pay["bank_transfer"])
    assert more.provider.isHidden()
    assert not more.bank.isHidden()


def test_it_is_tied_to_an_account_of_theirs_and_to_pictures(opened: Context, qtbot: QtBot) -> None:
    shown = add_exhibit(opened, qtbot)
    covered = add_exhibit(opened, qtbot, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    more = more_of(opened, qtbot, Offers((account("a"), account("b", is_own=True)), (shown, covered)))
    assert set(more.account.chips) == {"a", "none"}
    assert set(more.pictures.chips) == {shown.id}
    more.account.chips["a"].click()
    more.pictures.chips[shown.id].click()
    fact = more.taken_into(replace(PAID, exhibits=(covered.id,)), NOW)
    assert (fact.account, fact.exhibits) == ("a", (covered.id, shown.id))
    more.account.chips["none"].click()
    assert more.taken_into(fact, NOW).account is None


def test_with_nothing_to_tie_it_to_nothing_is_asked_and_nothing_changes(
    context: Context, qtbot: QtBot
) -> None:
    more = more_of(context, qtbot)
    for part in (more.account, more.account_label, more.pictures, more.picture_label):
        assert part.isHidden()
    kept = replace(PAID, account=EntryId("x"), note="a")
    more.load(kept)
    assert more.taken_into(kept, NOW) == kept
    assert more.is_used_by(kept)
    assert not more.is_used_by(PAID)
