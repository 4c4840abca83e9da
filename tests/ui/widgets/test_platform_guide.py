# SPDX-License-Identifier: MIT
"""The left side shows one platform at a time, only with what somebody confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.content import shown
from ui.widgets.figure import Figure
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.platform_guide import PlatformGuide

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def guide(context: Context, qtbot: QtBot) -> PlatformGuide:
    guide = PlatformGuide(context)
    qtbot.addWidget(guide)
    return guide


@pytest.mark.parametrize("platform_id", ["skype", "instagram"])
def test_it_shows_figure_and_confirmed_steps(
    guide: PlatformGuide, context: Context, platform_id: str
) -> None:
    platform = context.catalogue[platform_id]
    guide.show_platform(platform)
    assert guide.title.words == platform.where_title
    assert guide.findChild(Figure) is not None
    for device, way in platform.ways:
        rows = [row.words.words for row in guide.ways[device].findChildren(NumberedRow)]
        assert rows == list(shown(way.steps))
        assert len(guide.ways[device].findChildren(Figure)) == 1


def test_one_device_is_shown_at_a_time(guide: PlatformGuide, context: Context) -> None:
    guide.show_platform(context.catalogue["skype"])
    assert guide.devices is not None
    assert guide.devices.on == ("computer",)
    assert not guide.ways["computer"].isHidden()
    assert guide.ways["phone"].isHidden()
    guide.devices.chips["phone"].click()
    assert guide.devices.on == ("phone",)
    assert guide.ways["computer"].isHidden()
    assert not guide.ways["phone"].isHidden()


def test_the_device_stays_when_the_platform_changes(guide: PlatformGuide, context: Context) -> None:
    guide.show_platform(context.catalogue["skype"])
    assert guide.devices is not None
    guide.devices.chips["phone"].click()
    guide.show_platform(context.catalogue["instagram"])
    assert not guide.ways["phone"].isHidden()
    assert guide.ways["computer"].isHidden()


def test_a_better_one_is_told_of(guide: PlatformGuide, context: Context) -> None:
    guide.show_platform(context.catalogue["instagram"])
    said = [label.words for label in guide.findChildren(Label)]
    assert context.words("id.page.better") in said
    assert shown(context.catalogue["instagram"].better)[0] in said


def test_each_way_that_is_left_has_its_figure_and_is_shown_alone(
    guide: PlatformGuide, context: Context
) -> None:
    platform = context.catalogue["skype"]
    guide.show_platform(platform)
    assert guide.routes is not None
    assert guide.route_names is not None
    assert platform.closed is not None
    assert len(guide.routes.findChildren(Figure)) == len(platform.closed.routes)
    for route in platform.closed.routes:
        guide.route_names.chips[route.key].click()
        rows = [row for row in guide.routes.findChildren(NumberedRow) if row.isVisibleTo(guide.routes)]
        assert [row.words.words for row in rows] == list(shown(route.steps))


def test_another_platform_takes_the_place_of_the_first(guide: PlatformGuide, context: Context) -> None:
    guide.show_platform(context.catalogue["skype"])
    assert guide.routes is not None
    guide.show_platform(context.catalogue["instagram"])
    assert guide.routes is None
    assert guide.body.count() == 2


def test_the_ways_that_are_left_open_and_close(guide: PlatformGuide, context: Context) -> None:
    guide.show_platform(context.catalogue["skype"])
    button, routes = guide.show_routes, guide.routes
    assert button is not None
    assert routes is not None
    button.click()
    assert not routes.isHidden()
    assert button.text() == context.words("id.closed.hide")
    button.click()
    assert routes.isHidden()
