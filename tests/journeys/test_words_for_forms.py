# SPDX-License-Identifier: MIT
"""Somebody who paid writes to the bank and fills in a form: every word of it is what was kept before."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app.clock import SystemClock
from app.vault import Vault
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.journeys.test_western_union import MTCN, PASSPHRASE, begin_with_the_payment
from tests.robots.window import WindowRobot
from tests.robots.wording import WordingRobot

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from ui.application import Started

pytestmark = pytest.mark.journey


def test_a_letter_and_a_form_say_what_was_kept(started: Started, qtbot: QtBot, places: Places) -> None:
    robot = WindowRobot(qtbot, started)
    begin_with_the_payment(robot).press("letters")

    wording = WordingRobot(qtbot, robot.page_is("WordingPage").root)
    wording.choose("letter.money_service.1")
    assert f"MTCN: {MTCN}" in wording.letter()
    assert "£2,000.00" in wording.letter()
    pdf = places.stick / "letter.pdf"
    wording.save_letter(pdf)
    wording.choose("form.ic3")
    assert wording.copy("Reference or number") == MTCN
    assert wording.copy("Who it went to") == "Jean-Marc Kouadio"

    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")
    [page] = PdfReader(pdf).pages
    assert MTCN in page.extract_text()
    vault = Vault.open(started.context.folder, PASSPHRASE, clock=SystemClock(), tool="test")
    [made] = [one["data"] for one in map(json.loads, vault.records()) if one["type"] == "export.create"]
    vault.close("quit")
    assert (made["form"], made["letter"], made["payment"]) == ("letter", "money_service", 1)
    assert found_on_disk([places.home, places.tmp]) == []
