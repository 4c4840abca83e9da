# SPDX-License-Identifier: MIT
"""The states of the page that finds the ID, for ``tests.shots``: what is found in the sample's picture."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.identify.values import Box
from app.model import Rect
from tests.fakes.reader import FakeReader, proposal
from tests.shots_settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages.identify import IdentifyPage

CID = "live:.cid.8f3a1b2c4d5e6f70"
NAME = "Amélie Laurent"
PLACE = Box(334, 373, 540, 391)  # where the demo's stage draws it
SLOW_MS = 400
READER = FakeReader([(proposal(CID, box=PLACE, name=NAME),)])


def finds_the_sample(is_quiet: bool) -> FakeReader:
    """Return a reader that finds the sample's ID and name in every picture."""
    del is_quiet
    return READER


def _look(page: IdentifyPage) -> None:
    """Begin anew in the picture of the profile."""
    settle(lambda: bool(page.link.exhibits))
    settle(lambda: not page.finding.is_on)
    page.form.clear()
    page.finding.forget()
    page._show_form()
    page.form.platforms.set_on(("skype",))
    page.form._on_platform()
    page.guide.show_platform(page.context.catalogue["skype"])
    page.link.chips.chips[page.link.exhibits[-1]].click()


def _found(pasted: str) -> Callable[[IdentifyPage], object]:
    """Return what looks in the picture, and pastes this beside what it finds."""

    def act(page: IdentifyPage) -> None:
        _look(page)
        settle(lambda: page.is_found_shown)
        page.found.compare_with(pasted, has_pasted=True)

    return act


def _looking(page: IdentifyPage) -> None:
    """Show that a picture is being read, for as long as nobody stops it."""
    READER.gate = threading.Event()
    _look(page)
    settle(lambda: page.progress.bar.share > 0)
    settle(limit_ms=SLOW_MS)


def _none(page: IdentifyPage) -> None:
    """Say of all that was found that this is not it."""
    page.finding.cancel()
    READER.gate = None
    _found("")(page)
    page.other.click()
    settle(lambda: not page.is_found_shown)


def type_and_draw(page: IdentifyPage) -> None:
    """Type the sample's ID and draw a box round it in its picture."""
    _found("")(page)
    page.third.click()
    page.form.identifier.set_text(CID)
    settle(limit_ms=500)
    page.link.picker.set_region(Rect(326, 352, 220, 42))


FOUND: dict[str, Callable[[IdentifyPage], object]] = {
    "07p-found": _found(""),
    "07q-found-agrees": _found(CID),
    "07r-found-name": _found(NAME),
    "07s-found-differs": _found(CID.replace("a1b", "alb")),
    "07t-found-missing": _found(CID[:-1]),
    "07u-found-looking": _looking,
    "07v-found-none": _none,
}
