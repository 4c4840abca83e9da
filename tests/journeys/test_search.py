# SPDX-License-Identifier: MIT
"""Two pictures of a chat are read by themselves; a word is found, outlined where it stands, and covered.

Where the word stands is told by the pixels alone: it is the last run of ink in its line.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from app.demo.cast import staged
from tests.journeys.test_first_capture_to_report import found_on_disk
from tests.robots.searching import EvidenceRobot, ExhibitRobot
from tests.robots.window import WindowRobot
from tests.ui.filling import ask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit, Rect
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
WORD = "MTCN"  # the last of its line in the chat: "send me the number MTCN"
GAP_PX = 5  # between two words of the chat; letters of one word are nearer
INK, NEAR_PX = 60, 12


def test_a_word_of_the_chat_is_found_outlined_and_gone_when_it_is_covered(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places
) -> None:
    started.read_pictures()
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)
    exhibits = [take_the_chat(robot, xserver) for _ in range(2)]

    evidence = go_to_evidence(robot)
    evidence.is_read()
    evidence.search(WORD[1:].lower(), finds=2)
    evidence.open_find(0)
    page = ExhibitRobot(qtbot, robot.page_is("ExhibitPage").root)
    place = page.outlined()
    check_the_place(place, exhibits[-1], started, qtbot)
    check_the_line(page, place, started)

    page.mark_body()
    page.back()
    evidence = EvidenceRobot(qtbot, robot.page_is("EvidencePage").root)
    evidence.search(WORD, finds=1)
    evidence.open_find(0)
    page = ExhibitRobot(qtbot, robot.page_is("ExhibitPage").root)
    page.outlined()
    page.mark_body()
    page.back()
    evidence = EvidenceRobot(qtbot, robot.page_is("EvidencePage").root)
    evidence.says_nothing_found()

    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")
    assert found_on_disk([places.home, places.tmp]) == []


def take_the_chat(robot: WindowRobot, xserver: XServer) -> Exhibit:
    """Take the window of the chat, keep it, and come back to the steps."""
    with staged("conversation") as stage:
        bar = robot.take_pictures(xserver)
        exhibit = bar.take_window_at(stage.area.x + 60, stage.area.y + 300)
    review = robot.review()
    review.uncover()
    for question in ("can_see_time", "can_see_name", "can_see_before"):
        review.answer(question, "yes")
    review.keep()
    return exhibit


def go_to_evidence(robot: WindowRobot) -> EvidenceRobot:
    robot.go_to("evidence")
    return EvidenceRobot(robot.qtbot, robot.page_is("EvidencePage").root)


def check_the_place(place: Rect, exhibit: Exhibit, started: Started, qtbot: QtBot) -> None:
    """The place holds the last letters of the line, all of them, and nothing of the word before."""
    data = ask(started.context, qtbot, lambda vault: vault.original(exhibit.id))
    grey = np.asarray(Image.open(io.BytesIO(data)).convert("L")).astype(int)
    rows = grey[place.y : place.y + place.height]
    ground = np.median(rows[:, place.x : place.x + place.width])
    inside = (np.abs(rows - ground) > INK).any(axis=0)
    runs = [run for run in words_of(inside) if run[0] < place.x + place.width]
    (before, last), right = runs[-2:], place.x + place.width
    assert last[0] > before[1] + GAP_PX
    assert before[1] <= place.x, "a part of the word before is outlined"
    assert last[0] - NEAR_PX <= place.x <= last[0] + (last[1] - last[0]) // 3
    assert last[1] - 2 <= right <= last[1] + NEAR_PX


def words_of(ink: np.ndarray) -> list[tuple[int, int]]:
    """Return where runs of ink begin and end; what is nearer than a space is one run."""
    columns = np.flatnonzero(ink)
    breaks = np.flatnonzero(np.diff(columns) > GAP_PX)
    starts = [columns[0], *columns[breaks + 1]]
    ends = [*columns[breaks], columns[-1]]
    return [(int(start), int(end)) for start, end in zip(starts, ends, strict=True)]


def check_the_line(page: ExhibitRobot, place: Rect, started: Started) -> None:
    """On the screen there is a line on each side of the place, and none inside it."""
    shown, at = page.shown(), page.place_of(place)
    strong = started.context.theme.colour("primary").rgb()
    middle_x, middle_y = round(at.center().x()), round(at.center().y())
    left = {shown.pixelColor(round(at.left()) - step, middle_y).rgb() for step in range(1, 8)}
    top = {shown.pixelColor(middle_x, round(at.top()) - step).rgb() for step in range(1, 8)}
    assert strong in left
    assert strong in top
    inside = (range(round(at.left()) + 1, round(at.right())), range(round(at.top()) + 1, round(at.bottom())))
    assert not any(shown.pixelColor(x, y).rgb() == strong for x in inside[0] for y in inside[1])
