# SPDX-License-Identifier: MIT
"""Pictures are read one after the other, beside the window; what goes wrong with one is no end."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from app.errors import ImportRefused, ReadingFailed
from app.identify.values import Box, Doubt, Kind, Reading
from app.model import Rect
from tests.fakes.acquisitions import acquisition
from tests.fakes.reader import FakeReader, proposal
from tests.ui.pages.test_identify import ask, picture
from ui.looking import Looking, Sighting

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from ui.context import Context

CID = "live:.cid.8f3a1b2c4d5e6f70"


@pytest.fixture
def pictures(opened: Context, qtbot: QtBot) -> list[Exhibit]:
    return [ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture()))) for _ in range(3)]


def found(looking: Looking, context: Context, pictures: list[Exhibit], qtbot: QtBot) -> tuple[Sighting, ...]:
    with qtbot.waitSignal(looking.found) as heard:
        looking.look(pictures, context.catalogue["skype"])
    sightings: tuple[Sighting, ...] = heard.args[0]
    return sightings


def why(looking: Looking, context: Context, pictures: list[Exhibit], qtbot: QtBot) -> str:
    with qtbot.waitSignal(looking.ended) as heard:
        looking.look(pictures, context.catalogue["skype"])
    return str(heard.args[0])


def test_it_goes_on_until_a_picture_holds_one(
    opened: Context, reader: FakeReader, pictures: list[Exhibit], qtbot: QtBot
) -> None:
    reader.found = [(), (proposal(CID), proposal("live:second"))]
    looking, shares = Looking(opened), []
    looking.moved.connect(shares.append)
    first, second = found(looking, opened, pictures, qtbot)
    assert (first.exhibit, first.proposal.value) == (pictures[1], CID)
    assert (second.exhibit, second.proposal.value) == (pictures[1], "live:second")
    assert (first.picture.width(), first.is_of_box) == (640, False)
    assert reader.asked == ["skype", "skype"]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert not looking.is_on


def test_names_and_other_platforms_are_no_identifier_of_this_one(
    opened: Context, reader: FakeReader, pictures: list[Exhibit], qtbot: QtBot
) -> None:
    reader.found = [(proposal("Amélie", kind=Kind.DISPLAY_NAME), proposal("amelie", platform="instagram"))]
    assert why(Looking(opened), opened, pictures[:1], qtbot) == "none"


@pytest.mark.parametrize("error", [ReadingFailed("gone"), ImportRefused("no picture")])
def test_a_picture_that_cannot_be_read_is_no_end(
    opened: Context, reader: FakeReader, pictures: list[Exhibit], qtbot: QtBot, error: Exception
) -> None:
    reader.fails = error  # type: ignore[assignment]
    looking = Looking(opened)
    assert why(looking, opened, pictures, qtbot) == "failed"
    assert len(reader.asked) == 3
    reader.fails, reader.found = None, [(proposal(CID),)]
    assert found(looking, opened, pictures, qtbot)[0].proposal.value == CID


def test_what_is_cancelled_is_not_heard_of_again(
    opened: Context, reader: FakeReader, pictures: list[Exhibit], qtbot: QtBot
) -> None:
    reader.gate, reader.found = threading.Event(), [(proposal(CID),)]
    looking = Looking(opened)
    with qtbot.assertNotEmitted(looking.found), qtbot.assertNotEmitted(looking.ended):
        looking.look(pictures, opened.catalogue["skype"])
        qtbot.waitUntil(lambda: bool(reader.asked))
        looking.cancel()
        assert not looking.is_on
        qtbot.waitUntil(lambda: reader.stops > 0)
        ask(opened, qtbot, lambda vault: vault.record_count)


def test_the_lock_ends_it_in_silence(
    opened: Context, reader: FakeReader, pictures: list[Exhibit], qtbot: QtBot
) -> None:
    reader.gate, reader.found = threading.Event(), [(proposal(CID),)]
    looking = Looking(opened)
    with qtbot.assertNotEmitted(looking.found), qtbot.assertNotEmitted(opened.background.failed):
        looking.look(pictures, opened.catalogue["skype"])
        qtbot.waitUntil(lambda: bool(reader.asked))
        with qtbot.waitSignal(opened.session.locked):
            opened.session.lock("lock")


@pytest.mark.parametrize(
    ("text", "value", "index"),
    [(CID, CID, 0), (f"Skype  {CID}", CID, 0), ("live:.cid.8f3a1b2c4d5e6f7", "live:.cid.8f3a1b2c4d5e6f7", 0)],
)
def test_a_box_is_read_as_what_the_person_says_it_is(
    opened: Context,
    reader: FakeReader,
    pictures: list[Exhibit],
    qtbot: QtBot,
    text: str,
    value: str,
    index: int,
) -> None:
    at = text.index(value)
    reader.in_box = Reading(text, 0.9, (Doubt(at, ("l", "I")),))
    looking = Looking(opened)
    with qtbot.waitSignal(looking.found) as heard:
        looking.look_in_box(pictures[0], Rect(10, 20, 200, 30), opened.catalogue["skype"])
    (sighting,) = heard.args[0]
    assert reader.asked == [Box(10, 20, 210, 50)]
    assert (sighting.proposal.value, sighting.proposal.box) == (value, Box(10, 20, 210, 50))
    assert sighting.proposal.doubts == (Doubt(index, ("l", "I")),)
    assert sighting.is_of_box


def test_a_box_without_text_is_said_to_be_unread(
    opened: Context, pictures: list[Exhibit], qtbot: QtBot
) -> None:
    looking = Looking(opened)
    with qtbot.waitSignal(looking.ended) as heard:
        looking.look_in_box(pictures[0], Rect(0, 0, 9, 9), opened.catalogue["skype"])
    assert heard.args == ["unread"]
