# SPDX-License-Identifier: MIT
"""Pictures of what belongs to remove."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.model import Contact, CopyKind
from app.vault.copies import NewCopy
from tests.shot import Shot
from tests.shots_settling import settle
from ui.removing import Fact

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault import Vault
    from ui.application import Started
    from ui.widgets.page import Page

COPIES = (
    (CopyKind.PACKAGE, "/media/tom/STICK/documents.zip"),
    (CopyKind.BACKUP, "/media/tom/STICK/holiday.safehold-backup"),
)


def _asked(started: Started, job: Callable[[Vault], object]) -> object:
    found: list[object] = []
    started.context.session.run(job, owner=started.window, then=found.append)
    settle(lambda: bool(found))
    return found[0]


def _exhibit(place: int, started: Started) -> object:
    """Return the id of an exhibit that is in two copies, of which the window is told once."""

    def job(vault: Vault) -> str:
        if not vault.copies():
            for kind, where in COPIES:
                vault.note_copy(NewCopy(kind, where), {}, size=vault.record_count)
        return vault.exhibits()[place].id

    return _asked(started, job)


def _fact(started: Started) -> object:
    def job(vault: Vault) -> Fact:
        entry = vault.add(Contact("Ellie, my sister"))
        vault.withdraw(entry.id)
        return Fact(entry.id, "Ellie, my sister", "people")

    return _asked(started, job)


def _ready(page: Page) -> None:
    settle(page.subject.isVisible)
    settle(limit_ms=400)


def _bottom(page: Page) -> None:
    _ready(page)
    page.sure.why.set_text("It shows my sister")
    page.sure.tick.setChecked(True)
    settle(limit_ms=400)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _need(page: Page) -> None:
    _ready(page)
    page.sure.go_button.click()
    settle(limit_ms=200)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(bar.maximum())


def _done(page: Page) -> None:
    _bottom(page)
    page.sure.go_button.click()
    settle(page.done.isVisible)
    settle(limit_ms=400)


REMOVE: dict[str, Shot] = {
    "remove-1-ask": Shot("remove", partial(_exhibit, 0), act=_ready),
    "remove-2-sure": Shot("remove", partial(_exhibit, 0), act=_bottom),
    "remove-3-need": Shot("remove", partial(_exhibit, 1), act=_need),
    "remove-4-covered": Shot("remove", partial(_exhibit, 5), act=_ready),
    "remove-5-fact": Shot("remove", _fact, act=_ready),
    "remove-6-run": Shot("remove", partial(_exhibit, -1), act=_ready),
    "remove-7-done": Shot("remove", partial(_exhibit, -2), act=_done),
}
