# SPDX-License-Identifier: MIT
"""They begin on Instagram and move to WhatsApp: both accounts, who joined them, and one's own, on paper.

From the first start to the saved report, in the real window. The program joins nothing: the person ticks the
two accounts, and the report says that it was they.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app.clock import SystemClock
from app.model import Account, Offender, Provenance
from app.vault import Vault
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.people import PeopleRobot
from tests.robots.window import WindowRobot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
INSTAGRAM, WHATSAPP = "amelie.laurent_91", "+447911123456"
OWN_INSTAGRAM, OWN_WHATSAPP = "tomhale04", "+447700900456"
KEVIN = "The one who calls himself Kevin"


def test_two_accounts_are_joined_by_the_person_and_both_stand_on_paper(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    say_the_name(robot)
    find_both(robot)

    robot.go_to("people")
    people = PeopleRobot(qtbot, robot.page_is("PeoplePage").root)
    assert people.next_thing() == "Add your own account"
    assert people.shown() == [f"@{INSTAGRAM}", WHATSAPP]
    people.say_what_is_known(WHATSAPP, moved="Instagram", first="23 Nov 2025 23:30")
    people.say_another_name(WHATSAPP, "~Mr Kevin", "24 Nov 2025 2:43")
    people.join((INSTAGRAM, WHATSAPP), KEVIN)
    people.add_own("instagram", OWN_INSTAGRAM)
    people.add_own("whatsapp", "07700 900456")
    assert people.next_thing() == "Who do they say they will tell?"

    robot.go_to("report")
    report = robot.report()
    report.is_made()
    pdf = places.stick / "report.pdf"
    report.hand_over("save", pdf)
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")

    check_the_vault(started.context.folder)
    check_the_paper(pdf)
    assert found_on_disk([places.home, places.tmp]) == []


def say_the_name(robot: WindowRobot) -> None:
    """Say how officers should call them."""
    robot.steps().open_step("facts")
    page = robot.page_is("FactsPage")
    page.until(lambda: bool(page.root.is_ready))
    page.write("call_me", "Tom")
    with page.qtbot.waitSignal(robot.context.session.case_changed):
        page.press("keep")
    robot.go_to("steps")


def find_both(robot: WindowRobot) -> None:
    """The first is pasted as an address, the second typed; a number without its country is caught kindly."""
    robot.steps().open_step("identify")
    page = robot.identify()
    page.press("instagram", under="platforms")
    page.paste_identifier(f"https://www.instagram.com/{INSTAGRAM}/?hl=en")
    page.write_name("Amelie L.")
    kept = page.keep().fact
    assert (kept.platform, kept.stable_id, kept.provenance) == ("instagram", INSTAGRAM, Provenance.PASTED)
    page.press("whatsapp", under="platforms")
    assert "country" in page.type_identifier("07911 123456")
    page.type_identifier("+44 7911 123456")
    page.write_name("Amelie")
    kept = page.keep().fact
    assert (kept.platform, kept.stable_id, kept.provenance) == ("whatsapp", WHATSAPP, Provenance.TYPED)


def check_the_vault(folder: Path) -> None:
    """Nothing was overwritten: each change is a revision, and both accounts have one somebody behind them."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        entries = vault.entries(Account)
        [offender] = vault.entries(Offender)
        histories = [vault.history(entry.id) for entry in entries]
    finally:
        vault.close("quit")
    first, second, *own = (entry.fact for entry in entries)
    assert offender.fact.label == KEVIN
    assert first.offender == second.offender == offender.id
    assert second.moved_from == "instagram"
    assert sorted(name.name for name in second.display_names) == ["Amelie", "~Mr Kevin"]
    assert [(account.stable_id, account.is_own) for account in own] == [
        (OWN_INSTAGRAM, True),
        (OWN_WHATSAPP, True),
    ]
    assert [len(history) for history in histories] == [2, 4, 1, 1]
    assert histories[0][0].offender is None


def check_the_paper(pdf: Path) -> None:
    """Page 1 has both accounts, whence they moved and who joined them; page 2 one's own; then all in full."""
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(pdf).pages]
    for told in (INSTAGRAM, WHATSAPP, "moved from Instagram"):
        assert bare(told) in bare(pages[0]), told
    assert "Joined by Tom: accounts 1 and 2." in pages[0]
    for own in (OWN_INSTAGRAM, OWN_WHATSAPP):
        assert bare(own) in bare(pages[0] + pages[1]), own
    [accounts] = [page for page in pages if "Joined by Tom, not by the program" in page]
    assert KEVIN in accounts
    for name in ("Amelie L.", "~Mr Kevin"):
        assert name in accounts


def bare(text: str) -> str:
    """Return a text without its spaces: long numbers are printed in groups."""
    return "".join(text.split())
