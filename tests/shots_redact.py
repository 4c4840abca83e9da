# SPDX-License-Identifier: MIT
"""Pictures of what belongs to redact."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.model import Rect
from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from app.model import Exhibit
    from ui.application import Started
    from ui.widgets.page import Page

NAME, FACE = Rect(640, 262, 190, 34), Rect(150, 190, 220, 64)


def _of(started: Started, *, is_run: bool) -> Exhibit:
    found: list[Exhibit] = []
    started.context.session.run(lambda vault: vault.exhibits(), owner=started.window, then=found.extend)
    settle(lambda: bool(found))
    if not is_run:
        return found[0]
    return next(one for one in found if one.run is not None and one.run.open_gaps)


def _single(started: Started) -> object:
    return _of(started, is_run=False).id


def _frame(place: int, started: Started) -> object:
    return _of(started, is_run=True).originals[place].id


def _ready(page: Page) -> None:
    settle(lambda: page.canvas.has_picture)
    settle(limit_ms=300)


def _draw(page: Page, *rects: Rect) -> None:
    _ready(page)
    page._on_drawn_by_hand(rects, "")
    page.canvas.choose(len(rects) - 1)
    settle(limit_ms=300)


def _none(page: Page) -> None:
    _draw(page)


def _two(page: Page) -> None:
    _draw(page, FACE, NAME)


def _beneath(page: Page) -> None:
    _two(page)
    page.tools.beneath.click()


def _one_in_run(page: Page) -> None:
    _draw(page, Rect(20, 330, 420, 60))


def _covered(page: Page) -> None:
    page.card.go.click()
    settle(lambda: not page.covering.is_on, 20_000)
    settle(lambda: page.canvas.has_picture)
    settle(limit_ms=400)


def _two_covered(page: Page) -> None:
    _two(page)
    _covered(page)


def _run_covered(page: Page) -> None:
    _draw(page, Rect(20, 330, 420, 60))
    page.tools.beneath.setChecked(False)
    _covered(page)


def _run_elsewhere(page: Page) -> None:
    _run_covered(page)
    page.frames.choose(page.model.index(1))
    _ready(page)


def _card(page: Page) -> None:
    _run_covered(page)
    page.scroll_area.ensureWidgetVisible(page.card)
    settle(limit_ms=200)


def _working(page: Page) -> None:
    _two(page)
    page.card.set_busy(is_busy=True)
    page.card.progress.moved.emit(0.4)
    page.scroll_area.ensureWidgetVisible(page.card)
    settle(limit_ms=200)


def _ended(page: Page) -> None:
    page.card.set_busy(is_busy=False)


def _uncovered(page: Page) -> None:
    _ready(page)
    page.card.uncover.click()
    settle(lambda: not page.covering.is_on, 20_000)
    settle(limit_ms=400)


def _original(page: Page) -> None:
    settle(lambda: page.picture.view.has_picture)
    page.covered_line.original_button.click()
    settle(limit_ms=400)


REDACT: dict[str, Shot] = {
    "redact-01-empty": Shot("redact", _single, act=_none),
    "redact-02-drawn": Shot("redact", _single, act=_two),
    "redact-03-beneath": Shot("redact", _single, act=_beneath),
    "redact-03b-working": Shot("redact", _single, act=_working),
    "redact-03c-ended": Shot("redact", _single, act=_ended),
    "redact-04-run": Shot("redact", partial(_frame, 2), act=_one_in_run),
    "redact-05-covered": Shot("redact", _single, act=_two_covered),
    "redact-06-run-covered": Shot("redact", partial(_frame, 2), act=_run_covered),
    "redact-06b-card": Shot("redact", partial(_frame, 2), act=_card),
    "redact-07-run-elsewhere": Shot("redact", partial(_frame, 2), act=_run_elsewhere),
    "redact-08-exhibit": Shot("exhibit", _single, settle_ms=800),
    "redact-09-exhibit-original": Shot("exhibit", _single, act=_original),
    "redact-10-exhibit-run": Shot("exhibit", partial(_frame, 0), settle_ms=800),
    "redact-11-evidence": Shot("evidence", settle_ms=800),
    "redact-12-gone": Shot("redact", _single, act=_uncovered),
    "redact-13-run-gone": Shot("redact", partial(_frame, 2), act=_uncovered),
}
