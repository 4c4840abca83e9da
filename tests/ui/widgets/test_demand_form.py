# SPDX-License-Identifier: MIT
"""Their words stay letter for letter; times are read back in full."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Demand, Entry, EntryId, ExhibitId
from ui.widgets.demand_form import DemandForm, MomentField, own_demands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context

NOW = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> DemandForm:
    form = DemandForm(context, drafts="test")
    qtbot.addWidget(form)
    return form


def test_nothing_typed_is_no_demand(form: DemandForm) -> None:
    assert form.demands({}) == ()


def test_words_stay_letter_for_letter(form: DemandForm) -> None:
    form.threat.set_text("i have all  your family\non facebook")
    (demand,) = form.demands({})
    assert demand == Demand("threat", "i have all  your family\non facebook", None)


def test_the_deadline_goes_with_the_money(form: DemandForm) -> None:
    form.threat.set_text("i will post it")
    form.money.set_text("send 500")
    form.said_at.set_text("23 Nov 2026 23:32")
    form.deadline.set_text("24 Nov 2026 6pm")
    threat, money = form.demands({})
    assert (threat.deadline_at, money.deadline_at) == (None, datetime(2026, 11, 24, 18, tzinfo=UTC))
    assert threat.at == money.at == datetime(2026, 11, 23, 23, 32, tzinfo=UTC)


def test_a_changed_demand_keeps_its_account(form: DemandForm) -> None:
    form.money.set_text("send 500")
    (demand,) = form.demands({"money": Demand("money", "send 50", NOW, account=EntryId("a"))})
    assert (demand.words, demand.account) == ("send 500", EntryId("a"))


def test_kept_words_come_back_with_their_times(form: DemandForm) -> None:
    kept = Entry(EntryId("d"), Demand("money", "send 500", NOW, deadline_at=NOW), NOW, NOW, 1)
    form.load({"money": kept})
    assert form.demands({}) == (kept.fact,)


def entry(demand: Demand, name: str = "d") -> Entry[Demand]:
    return Entry(EntryId(name), demand, NOW, NOW, 1)


def test_what_was_said_elsewhere_about_the_words_stays(form: DemandForm) -> None:
    """The page of their words asks for more than this form shows."""
    full = Demand(
        "money", "envoie 500", NOW, language="French", translation="send 500", amount_minor=50_000,
        currency="EUR", pay_by="Western Union", pay_to="J.-P.", whom="my sister", contacts=(EntryId("c"),),
    )  # fmt: skip
    form.load({"money": entry(full)})
    form.money.set_text("envoie 600")
    (demand,) = form.demands({"money": full})
    assert demand == replace(full, words="envoie 600")


def test_two_times_that_were_told_apart_stay_apart(form: DemandForm) -> None:
    early, late = NOW.replace(hour=1, second=7), NOW.replace(hour=2)
    kept = {
        "threat": Demand("threat", "i post it", early, deadline_at=early),
        "money": Demand("money", "send 500", late, deadline_at=late),
    }
    form.load({kind: entry(demand, kind) for kind, demand in kept.items()})
    assert form.demands(kept) == tuple(kept.values())


def test_another_time_replaces_the_one_before(form: DemandForm) -> None:
    kept = {"money": Demand("money", "send 500", NOW, deadline_at=NOW)}
    form.load({"money": entry(kept["money"])})
    form.said_at.set_text("23 Nov 2026 21:40")
    form.deadline.set_text("")
    (demand,) = form.demands(kept)
    assert (demand.at, demand.deadline_at) == (datetime(2026, 11, 23, 21, 40, tzinfo=UTC), None)


def test_only_typed_demands_are_revised() -> None:
    typed = Entry(EntryId("a"), Demand("threat", "x", None), NOW, NOW, 1)
    cut = Entry(EntryId("b"), Demand("threat", "y", None, exhibit=ExhibitId("e")), NOW, NOW, 1)
    assert own_demands((typed, cut)) == {"threat": typed}


def test_a_time_is_read_back_in_full(context: Context, qtbot: QtBot) -> None:
    field = MomentField(context, "When?")
    qtbot.addWidget(field)
    field.set_text("23/11/2026 21:40")
    assert field.verdict.kind == "good"
    assert field.verdict.title.words == "Monday 23 November 2026, 21:40"
    field.set_text("some time")
    assert field.verdict.kind == "hint"
    assert field.at is None
    field.set_text("")
    assert field.verdict.kind == ""


def test_a_time_kept_in_summer_is_shown_so_that_it_reads_back_as_the_same(
    opened: Context, qtbot: QtBot
) -> None:
    kept = datetime(2026, 7, 1, 20, 40, tzinfo=UTC)  # 21:40 in London, and it is winter now
    field = MomentField(opened, "When?")
    qtbot.addWidget(field)
    field.show_at(kept)
    assert field.text == "01/07/2026 21:40"
    assert field.at == kept
