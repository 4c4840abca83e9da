# SPDX-License-Identifier: MIT
"""The left side shows one platform at a time, only with what somebody confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.content import shown
from ui.widgets.figure import Figure
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
    rows = [row.words.words for row in guide.findChildren(NumberedRow)]
    assert rows[: len(shown(platform.steps))] == list(shown(platform.steps))
    hidden = {line.text for line in platform.steps if not line.verified}
    assert not hidden & set(rows)


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
