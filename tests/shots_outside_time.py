# SPDX-License-Identifier: MIT
"""Pictures of a time from outside."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.errors import AnchorUnreachable
from tests.fakes.time_answers import answers
from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from ui.widgets.page import Page


def _answered(page: Page) -> None:
    _ask(page, answers(3_200))
    settle(lambda: page.verdict.kind == "good")


def _failed(page: Page) -> None:
    def fail(*_: object) -> object:
        raise AnchorUnreachable("no_answer")

    _ask(page, fail)
    settle(lambda: not page.failure.isHidden())


def _ask(page: Page, authority: object) -> None:
    page.anchoring._context = replace(page.context, ask_authority=authority)
    page.ask.click()


OUTSIDE_TIME: dict[str, Shot] = {
    "outside-time": Shot("outside_time"),
    "outside-time-good": Shot("outside_time", act=_answered),
    "outside-time-failed": Shot("outside_time", act=_failed),
}
