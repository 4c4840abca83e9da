# SPDX-License-Identifier: MIT
"""Which sighting is shown next: nothing twice, nothing that is kept, nothing that was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.errors import ReadingFailed
from app.identify.values import Reading
from app.model import Account, Rect, Strength
from tests.fakes.acquisitions import acquisition
from tests.fakes.reader import FakeReader, proposal
from tests.ui.pages.test_identify import ask, picture
from ui.finding import Finding

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.identify.platforms import Platform
    from app.model import Exhibit
    from ui.context import Context

CID, OTHER = "live:.cid.8f3a1b2c4d5e6f70", "live:other"
KEPT = Account("skype", CID, None, Strength.STRONG)


@pytest.fixture
def pictures(opened: Context, qtbot: QtBot) -> tuple[Exhibit, ...]:
    """Five pictures, the newest first."""
    made = [ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture()))) for _ in range(5)]
    return tuple(reversed(made))


@pytest.fixture
def skype(context: Context) -> Platform:
    return context.catalogue["skype"]


@pytest.fixture
def finding(opened: Context, pictures: tuple[Exhibit, ...]) -> Finding:
    finding = Finding(opened)
    finding.offer(pictures, ())
    return finding


def shown(finding: Finding) -> str | None:
    return finding.sighting.proposal.value if finding.sighting else None


def test_the_three_newest_are_looked_in_and_only_once(
    finding: Finding, reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(finding.ended) as heard:
        finding.look_at_new(skype)
    assert heard.args == ["none"]
    assert len(reader.asked) == 3
    finding.look_at_new(skype)
    assert not finding.is_on


def test_what_is_refused_gives_way_to_the_next_and_then_to_the_next_picture(
    finding: Finding, reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    reader.found = [(proposal(CID), proposal(OTHER)), (proposal(CID), proposal("live:third")), ()]
    with qtbot.waitSignal(finding.sighted):
        finding.look_at_new(skype)
    assert shown(finding) == CID
    finding.refuse()
    assert shown(finding) == OTHER
    with qtbot.waitSignal(finding.sighted):
        finding.refuse()
    assert shown(finding) == "live:third"
    with qtbot.waitSignal(finding.ended) as heard:
        finding.refuse()
    assert heard.args == ["none"]
    assert shown(finding) is None


def test_what_is_kept_is_not_offered_again_and_not_missed(
    finding: Finding, pictures: tuple[Exhibit, ...], reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    reader.found = [(proposal(CID),)]
    finding.offer(pictures, (KEPT,))
    with qtbot.waitSignal(finding.ended) as heard:
        finding.look_at_new(skype)
    assert heard.args == [""]
    assert len(reader.asked) == 3


def test_a_picture_that_is_asked_for_is_shown_whatever_is_known_of_it(
    finding: Finding, pictures: tuple[Exhibit, ...], reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    reader.found = [(proposal(CID),)]
    finding.offer(pictures, (KEPT,))
    for _ in range(2):
        with qtbot.waitSignal(finding.sighted):
            finding.look_in(pictures[4], skype)
        assert finding.sighting is not None
        assert finding.sighting.exhibit == pictures[4]
        with qtbot.waitSignal(finding.ended):
            finding.refuse()


def test_a_named_picture_comes_first(
    finding: Finding, pictures: tuple[Exhibit, ...], reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    reader.found = [(proposal(CID),)]
    with qtbot.waitSignal(finding.sighted):
        finding.look_at_new(skype, pictures[3].id)
    assert finding.sighting is not None
    assert finding.sighting.exhibit == pictures[3]


def test_a_failed_reading_can_be_tried_once_more(
    finding: Finding, reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    reader.fails = ReadingFailed("gone")
    with qtbot.waitSignal(finding.ended) as heard:
        finding.look_at_new(skype)
    assert heard.args == ["failed"]
    reader.fails, reader.found = None, [(proposal(CID),)]
    with qtbot.waitSignal(finding.sighted):
        finding.look_once_more()


def test_what_is_cancelled_does_not_begin_by_itself(
    finding: Finding, reader: FakeReader, skype: Platform
) -> None:
    finding.look_at_new(skype)
    finding.cancel()
    finding.look_at_new(skype)
    assert not finding.is_on


def test_a_platform_without_a_page_is_not_looked_for(finding: Finding, reader: FakeReader) -> None:
    finding.look_at_new(None)
    assert not finding.is_on
    assert reader.asked == []


def test_a_box_is_read(
    finding: Finding, pictures: tuple[Exhibit, ...], reader: FakeReader, skype: Platform, qtbot: QtBot
) -> None:
    reader.in_box = Reading(CID, 0.9)
    with qtbot.waitSignal(finding.sighted):
        finding.look_in_box(pictures[0], Rect(1, 2, 30, 40), skype)
    assert shown(finding) == CID
