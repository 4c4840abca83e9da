# SPDX-License-Identifier: MIT
"""The words that were cut out are shown from the picture itself, unless it is covered or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.capture.png import encode
from app.model import Demand, ExhibitFacts, Rect, Sensitivity, Under18
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.ui.pages.test_identify import ask
from ui.said_read import MARGIN_PX, Known, read_said

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts, Entry, Exhibit
    from app.vault import Vault
    from ui.context import Context

BOX = Rect(100, 60, 80, 30)


@pytest.fixture
def cut(opened: Context, qtbot: QtBot) -> tuple[Exhibit, Entry[Demand]]:
    def put(vault: Vault) -> tuple[Exhibit, Entry[Demand]]:
        exhibit = vault.add_exhibit(acquisition(encode(drawn(320, 200))))
        return exhibit, vault.add(Demand("threat", "i post it", None, exhibit=exhibit.id, rect=BOX))

    return ask(opened, qtbot, put)


def known(context: Context, qtbot: QtBot) -> Known:
    return ask(context, qtbot, read_said)


def test_the_part_is_the_box_with_a_little_round_it(
    opened: Context, qtbot: QtBot, cut: tuple[Exhibit, Entry[Demand]]
) -> None:
    exhibit, entry = cut
    found = known(opened, qtbot)
    part = found.parts[entry.id]
    assert (part.width(), part.height()) == (80 + 2 * MARGIN_PX, 30 + 2 * MARGIN_PX)
    assert found.refs[exhibit.id] == exhibit.ref


def test_a_covered_picture_gives_no_part(
    opened: Context, qtbot: QtBot, cut: tuple[Exhibit, Entry[Demand]]
) -> None:
    facts = ExhibitFacts(sensitivity=Sensitivity.INTIMATE)
    ask(opened, qtbot, lambda vault: vault.revise_exhibit(cut[0].id, facts))
    assert known(opened, qtbot).parts == {}


def test_a_withdrawn_picture_gives_no_part(
    opened: Context, qtbot: QtBot, cut: tuple[Exhibit, Entry[Demand]]
) -> None:
    ask(opened, qtbot, lambda vault: vault.withdraw_exhibit(cut[0].id, "a slip"))
    assert known(opened, qtbot).parts == {}


def test_the_path_of_words_shows_no_picture_and_keeps_the_words(
    opened: Context, qtbot: QtBot, facts: CaseFacts, cut: tuple[Exhibit, Entry[Demand]]
) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.NOT_SURE)))
    found = known(opened, qtbot)
    assert (found.parts, found.exhibits) == ({}, ())
    assert [each.id for each in found.demands] == [cut[1].id]


def test_the_newest_words_come_first(opened: Context, qtbot: QtBot) -> None:
    def put(vault: Vault) -> None:
        for hour in (3, 9, 6):
            vault.add(Demand("threat", str(hour), datetime(2026, 11, 23, hour, tzinfo=UTC)))
        vault.add(Demand("threat", "noted now", None))

    ask(opened, qtbot, put)
    assert [each.fact.words for each in known(opened, qtbot).demands] == ["noted now", "9", "6", "3"]
