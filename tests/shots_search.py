# SPDX-License-Identifier: MIT
"""Pictures of the search: what is found in the sample, nothing found, and while pictures are still read."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from app.identify.reading import Reader
from app.search.lines import texts_of
from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.search.values import ReadText
    from app.vault import Vault
    from ui.application import Started
    from ui.models.finds import Find
    from ui.pages.evidence import EvidencePage
    from ui.pages.exhibit import ExhibitPage

WORD, PART, NOWHERE, OFTEN = "MTCN", "post", "bitcoin", "send"


@lru_cache(maxsize=8)
def _read(picture: bytes) -> tuple[ReadText, ...]:
    """Return what really stands in a picture of the sample."""
    with Reader() as reader:
        return texts_of(reader.read_all(picture))


def _read_pictures(vault: Vault) -> None:
    """Everything is read that is no frame of a long conversation."""
    for exhibit in vault.exhibits():
        if not exhibit.is_run and exhibit.id in vault.unread(1_000):
            vault.keep_texts(exhibit.id, _read(vault.original(exhibit.id)), reader="shots")
    for original in vault.unread(1_000):
        vault.keep_texts(original, (), reader="shots")


def _read_some(vault: Vault) -> None:
    """Four pictures are still to be read."""
    _read_pictures(vault)
    frames = next(one for one in vault.exhibits() if one.is_run).frames
    for frame in frames[:4]:
        vault.read_again(frame.id)


def _searched(what: str, reads: Callable[[Vault], None] = _read_pictures) -> Callable[[EvidencePage], object]:
    """Return what types this once pictures are read."""

    def act(page: EvidencePage) -> None:
        page.search_field.set_text("")
        done: list[object] = []
        page.context.session.run(reads, owner=page, then=lambda _: done.append(1))
        settle(lambda: bool(done), 120_000)
        page.refresh()
        settle(lambda: bool(page._exhibits))
        page.search_field.take_focus()
        page.search_field.set_text(what)
        settle(lambda: not what or page.results.found is not None)

    return act


def _by_keyboard(page: EvidencePage) -> None:
    _searched(WORD)(page)
    page.search_field.left_down.emit()
    page.results.find_list.has_ring = True
    page.results.find_list.viewport().update()


def _off(page: EvidencePage) -> None:
    _searched("")(page)
    page.reading.switch.click()


def _find(started: Started) -> Find:
    """Return the best find of what stands in a picture more than once."""
    started.window.go("evidence")
    page = started.window.page
    _searched(OFTEN)(page)
    return page.results.found.finds[0]


def _second(page: ExhibitPage) -> None:
    settle(lambda: page.picture.view.has_picture)
    page.places.after.click()


SEARCH: dict[str, Shot] = {
    "08s-search": Shot("evidence", act=_searched(WORD), settle_ms=600),
    "08t-search-none": Shot("evidence", act=_searched(NOWHERE), settle_ms=400),
    "08u-search-reading": Shot("evidence", act=_searched(PART, _read_some), settle_ms=400),
    "08w-search-keyboard": Shot("evidence", act=_by_keyboard, settle_ms=400),
    "08v-search-off": Shot("evidence", act=_off, settle_ms=400),
    "09s-exhibit-found": Shot("exhibit", _find, settle_ms=900),
    "09t-exhibit-found-next": Shot("exhibit", _find, act=_second, settle_ms=900),
}
