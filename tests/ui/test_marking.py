# SPDX-License-Identifier: MIT
"""A step is marked by whoever is at the keyboard."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import StepState
from tests.ui.pages.test_identify import ask
from ui.marking import mark

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from app.vault import Vault
    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 11, tzinfo=UTC)


@pytest.mark.parametrize(("helper", "by"), [(None, "victim"), ("Ana", "Ana")])
def test_the_record_says_who_marked_it_and_with_what(
    opened: Context, facts: CaseFacts, qtbot: QtBot, helper: str | None, by: str
) -> None:
    def job(vault: Vault) -> list[StepState]:
        vault.revise_case(replace(facts, helper=helper))
        mark(vault, "police", "done", NOW, "NYP-26112400042")
        return [entry.fact for entry in vault.entries(StepState)]

    assert ask(opened, qtbot, job) == [StepState("police", "done", NOW, by, "NYP-26112400042")]


def test_what_a_step_says_of_the_case_comes_and_goes_with_its_mark(opened: Context, qtbot: QtBot) -> None:
    def job(vault: Vault) -> list[datetime | None]:
        told = []
        for state in ("done", "open"):
            mark(vault, "stop", state, NOW)
            told.append(vault.case().fact.replies_stopped_at)
        return told

    assert ask(opened, qtbot, job) == [NOW, None]
