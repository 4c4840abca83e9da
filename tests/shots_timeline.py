# SPDX-License-Identifier: MIT
"""Pictures of what belongs to timeline."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.widgets.page import Page

CALL_DAY = datetime(2026, 11, 22, 12, tzinfo=UTC)


def _whole(page: Page) -> None:
    settle(lambda: page.is_ready)
    page.form.clear()
    page.form.hide()
    page.scales.set_on(("all",))
    page.filters.set_on(())
    page._show()
    page.scroll_area.verticalScrollBar().setValue(0)
    settle(limit_ms=200)


def _day(page: Page) -> None:
    _whole(page)
    page.scales.set_on(("day",))
    page._around = CALL_DAY
    page._show()
    page.list.choose(page._shown[2])
    page.list.setFocus()
    settle(limit_ms=200)
    page.scroll_area.verticalScrollBar().setValue(0)


def _list(page: Page) -> None:
    _whole(page)
    page.scroll_area.verticalScrollBar().setValue(page.list.y() - 12)
    settle(limit_ms=200)


def _remember(page: Page) -> None:
    _whole(page)
    page.add.click()
    page.form.what.set_text("I phoned my sister and told her everything")
    page.form.at.set_text("23 Nov 23:15")
    page.form.sure.set_on(("about",))
    page.form._say_when()
    settle(limit_ms=300)
    page.scroll_area.verticalScrollBar().setValue(0)


def _print(page: Page) -> None:
    _whole(page)
    page.printing.print_button.click()
    settle(limit_ms=200)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())


TIMELINE: dict[str, Shot] = {
    "timeline": Shot("timeline", act=_whole),
    "timeline-list": Shot("timeline", act=_list),
    "timeline-day": Shot("timeline", act=_day),
    "timeline-remember": Shot("timeline", act=_remember),
    "timeline-print": Shot("timeline", act=_print),
}
