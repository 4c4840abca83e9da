# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest

from app.model import Copy, CopyKind, CopyState
from app.package.removing import Removal
from tests.fakes.clock import START
from ui.widgets.copy_row import CopyRow

COPY = Copy("ab" * 16, CopyKind.PACKAGE, 9, 8, START, "/media/stick/documents.zip", None, CopyState.HERE)


@pytest.fixture
def row(context, shown) -> CopyRow:
    return shown(CopyRow(context, COPY))


def test_one_question_takes_the_place_of_the_buttons_and_of_the_other(row: CopyRow) -> None:
    row.hand_button.click()
    assert (row.hand_card.isVisible(), row.buttons.isVisible()) == (True, False)
    row.hand_back.click()
    row.remove_button.click()
    assert (row.hand_card.isVisible(), row.remove_card.isVisible()) == (False, True)
    row.remove_back.click()
    assert row.buttons.isVisible()


def test_a_locked_backup_is_not_handed_to_an_officer(context, shown) -> None:
    made = shown(CopyRow(context, replace(COPY, kind=CopyKind.BACKUP)))
    assert not made.hand_button.isVisible()
    assert made.remove_button.isVisible()


@pytest.mark.parametrize("found", list(Removal))
def test_every_end_of_a_removal_has_words(row: CopyRow, found: Removal) -> None:
    row.say(found)
    assert row.found.title.words
    assert row.gone_button.isVisible() == (found not in {Removal.REMOVED, Removal.REFUSED})


def test_a_name_that_would_turn_the_line_is_written_out(context, shown) -> None:
    made = shown(CopyRow(context, replace(COPY, handed_to="DC \u202eletaP")))
    assert "\u202e" not in made.when.words
