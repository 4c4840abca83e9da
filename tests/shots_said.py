# SPDX-License-Identifier: MIT
"""Pictures of what belongs to said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect
from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _cut(page: Page) -> None:
    """Choose the newest picture that is not covered, and draw a box round its words."""
    settle(lambda: page.is_ready)
    page.add.click()
    page.form.kind.chips["money"].click()
    settle(lambda: bool(page.form.cut.strip.buttons))
    page.form.cut.strip.buttons[-2].click()
    settle(lambda: not page.form.cut.picker.isHidden())
    page.form.cut.picker.set_region(Rect(60, 534, 360, 56))
    page.form.cut.said.say("good", page.context.words("said.form.read.done"))
    page.form.words.set_text("send 500 more or i post it. you have until 6pm tomorrow")
    page.scroll_area.ensureWidgetVisible(page.form.words, 0, 40)


def _type(page: Page) -> None:
    settle(lambda: page.is_ready)
    page.add.click()
    page.form.kind.chips["money"].click()
    page.form.foreign.setChecked(True)
    page.form.words.set_text("envoie 500 ou je publie tout")
    page.form.means.set_text("Send 500 or I post everything")
    page.scroll_area.ensureWidgetVisible(page.form.means, 0, 0)


def _call(page: Page) -> None:
    settle(lambda: page.is_ready)
    page.add_call.click()
    page.scroll_area.ensureWidgetVisible(page.call_form.keep, 0, 100)


def _end(page: Page) -> None:
    settle(lambda: page.is_ready)
    settle(limit_ms=300)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())


SAID: dict[str, Shot] = {
    "21-said": Shot("said", settle_ms=800),
    "21b-said-cut": Shot("said", act=_cut, settle_ms=800),
    "21c-said-typed": Shot("said", act=_type, settle_ms=600),
    "21e-said-end": Shot("said", act=_end, settle_ms=600),
    "21d-said-call": Shot("said", act=_call, settle_ms=600),
}
