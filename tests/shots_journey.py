# SPDX-License-Identifier: MIT
"""Pictures of the answers and of the steps that follow from them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.guide.plan import DONE, plan
from app.model import StepState
from tests.shot import Shot
from tests.shots_settling import settle
from ui.capture.setting import Subject
from ui.traps import Before

if TYPE_CHECKING:
    from ui.application import Started
    from ui.widgets.page import Page

FIVE = ("profile", "threat", "demand", "first", "latest")


def _answer(page: Page) -> None:
    """Answer as somebody on Snapchat whom a friend helps."""
    settle(lambda: page.is_ready)
    settle(limit_ms=300)
    page.form.platforms.set_on(("snapchat", "instagram"))
    page.form.paid.set_on(("no",))
    page.form.held.set_on(("real",))
    page.form.law.set_on(("yes",))
    page.form.friend.chips["helping"].click()
    page.form.name.set_text("Ana")


def _with_states(page: Page, *steps: str, **changed: object) -> None:
    """Show the home as if these steps were done, and this held."""
    settle(lambda: page.known is not None)
    settle(limit_ms=300)
    known = page.known
    at = page.context.clock.now().utc
    states = [StepState(step, DONE, at, "Ana", f"TJH/{n}") for n, step in enumerate(steps, start=1)]
    made = plan(page.context.guides, known.facts, states=states)
    page.show_known(replace(known, plan=made, **changed))


def _only_mail(page: Page) -> None:
    page.go.click()
    settle(limit_ms=300)


def first_exhibit(started: Started) -> object:
    """Return the first exhibit of the case."""
    found: list[object] = []
    started.context.session.run(lambda vault: vault.exhibits(), owner=started.window, then=found.extend)
    settle(lambda: bool(found))
    return found[0]


def _before(_started: Started) -> object:
    return Before(Subject(), ("snapchat", "telegram"))


JOURNEY: dict[str, Shot] = {
    "02d-questions-again": Shot("questions", settle_ms=500),
    "02e-more": Shot("more", act=_answer, settle_ms=500),
    "02f-law": Shot("law"),
    "02g-mail": Shot("mail"),
    "02h-fake": Shot("fake"),
    "04f-steps-short": Shot("steps", act=lambda page: _with_states(page, *FIVE[:2], is_short=True)),
    "04g-steps-short-end": Shot("steps", act=lambda page: _with_states(page, *FIVE, is_short=True)),
    "04h-steps-milestone": Shot(
        "steps", act=lambda page: _with_states(page, "safe", "stop", "identify", *FIVE, is_to_ask=True)
    ),
    "04i-steps-traps": Shot(
        "steps",
        lambda _: "threat",
        act=lambda page: _with_states(page, "safe", "stop", platforms=("snapchat", "whatsapp")),
    ),
    "04j-steps-pause": Shot("steps", lambda _: "pause"),
    "04k-steps-done": Shot("steps", lambda _: "profile", act=lambda page: _with_states(page, *FIVE[:1])),
    "04l-steps-app": Shot("steps", lambda _: "report", act=lambda page: _with_states(page, platforms=())),
    "05-before": Shot("before", _before, settle_ms=900),
}


def _read(page: Page) -> None:
    """Show what was read of the picture below the questions."""
    for field, text in (("can_see_time", "02:16"), ("can_see_name", "Amélie Laurent")):
        page.rows[field].show_read(page.context.words("look.read", text=text))


JOURNEY["06c-review-read"] = Shot("review", first_exhibit, act=_read)
