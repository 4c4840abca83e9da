# SPDX-License-Identifier: MIT
"""Nothing of the area is stored before a yes, and nothing of it is left after anything else."""

from __future__ import annotations

import gc
import weakref
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from app.capture.png import encode
from app.model import Acquisition, CaseFacts, Sensitivity, Under18
from tests.fakes.acquisitions import acquisition
from tests.fakes.backend import drawn
from tests.fakes.words_area import drawn_area
from tests.ui.pages.test_identify import ask
from ui.capture.setting import Subject
from ui.pages.words_area import WordsAreaPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.words import Words
    from ui.context import Context

PICTURE = encode(drawn(600, 300))


@pytest.fixture
def facts() -> CaseFacts:
    return CaseFacts(Under18.YES, "England", initials="TJH")


@pytest.fixture
def page(opened: Context, shown) -> WordsAreaPage:
    return shown(WordsAreaPage(opened))


class Seen(Acquisition):
    """An acquisition of which it can be known when it is gone."""

    __slots__ = ("__weakref__",)


def taken(opened: Context) -> Acquisition:
    """Return an area that was drawn just now."""
    drawn_now, at = drawn_area(PICTURE), opened.clock.now().utc
    time = replace(drawn_now.record.time, started_at=at, ended_at=at)
    return replace(drawn_now, record=replace(drawn_now.record, time=time))


@pytest.fixture
def asking(page: WordsAreaPage, opened: Context) -> WordsAreaPage:
    page.open_with(taken(opened))
    return page


def press(qtbot: QtBot, button: object) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def stored(opened: Context, qtbot: QtBot) -> tuple[int, list[Sensitivity]]:
    marks = lambda vault: [one.facts.sensitivity for one in vault.exhibits()]  # noqa: E731
    return ask(opened, qtbot, lambda vault: (vault.record_count, marks(vault)))


def test_it_is_covered_until_asked(asking: WordsAreaPage, qtbot: QtBot, words: Words) -> None:
    assert asking.ask.isVisible()
    assert asking.picture.is_covered
    assert asking.picture.line.words == words("path.under18.area.covered")
    press(qtbot, asking.picture.show_button)
    assert not asking.picture.is_covered
    assert asking.picture.view.has_picture


def test_nothing_is_stored_before_an_answer(asking: WordsAreaPage, opened: Context, qtbot: QtBot) -> None:
    before = stored(opened, qtbot)
    press(qtbot, asking.picture.show_button)
    assert stored(opened, qtbot) == before


def test_yes_keeps_it_as_words_with_the_time(
    asking: WordsAreaPage, opened: Context, qtbot: QtBot, words: Words
) -> None:
    with qtbot.waitSignal(opened.session.exhibit_added, timeout=10_000) as added:
        press(qtbot, asking.yes)
    (exhibit,) = added.args
    assert exhibit.record.method.words_only_at > exhibit.record.time.ended_at
    assert exhibit.facts.sensitivity is Sensitivity.WORDS_ONLY
    assert asking.said.title.words == words("path.under18.area.kept", ref="TJH/1")
    assert not asking.is_asking
    assert ask(opened, qtbot, lambda vault: vault.original(exhibit.id)) == PICTURE
    assert ask(opened, qtbot, lambda vault: vault.thumbnail(exhibit.id)) is None


def test_no_drops_it(asking: WordsAreaPage, opened: Context, qtbot: QtBot, words: Words) -> None:
    before = stored(opened, qtbot)
    press(qtbot, asking.picture.show_button)
    press(qtbot, asking.no)
    assert asking.said.title.words == words("path.under18.area.dropped")
    assert not asking.is_asking
    assert asking.picture.is_covered
    assert stored(opened, qtbot) == before
    assert asking.draw.isVisible()


def test_another_page_drops_it(asking: WordsAreaPage, opened: Context, qtbot: QtBot) -> None:
    before = stored(opened, qtbot)
    press(qtbot, asking.picture.show_button)
    asking.hide()
    asking.show()
    assert not asking.is_asking
    assert asking.picture.is_covered
    press(qtbot, asking.yes)
    assert stored(opened, qtbot) == before


def test_a_lock_drops_it(asking: WordsAreaPage, opened: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("hide")
    assert not asking.is_asking


@pytest.mark.parametrize("button", ["yes", "no"])
def test_nothing_refers_to_it_afterwards(
    page: WordsAreaPage, opened: Context, qtbot: QtBot, button: str
) -> None:
    page.open_with(Seen(**{one.name: getattr(taken(opened), one.name) for one in fields(Acquisition)}))
    gone = weakref.ref(page._held)
    press(qtbot, page.picture.show_button)
    press(qtbot, getattr(page, button))
    stored(opened, qtbot)

    def is_gone() -> bool:
        gc.collect()
        return gone() is None

    qtbot.waitUntil(is_gone, timeout=5_000)


def test_no_yes_makes_words_of_a_whole_screen(page: WordsAreaPage, opened: Context, qtbot: QtBot) -> None:
    page.open_with(acquisition(PICTURE))
    press(qtbot, page.yes)
    assert not page.is_asking
    assert stored(opened, qtbot)[1] == []


def test_without_an_area_there_is_nothing_to_keep(page: WordsAreaPage, opened: Context, qtbot: QtBot) -> None:
    assert not page.ask.isVisible()
    page.open_with(None)
    assert page.how.isVisible()
    press(qtbot, page.yes)
    assert stored(opened, qtbot)[1] == []


def test_another_box_and_the_way_back(page: WordsAreaPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.moved_on) as moved:
        press(qtbot, page.draw)
    assert moved.args == ["capture", Subject(is_of_words=True)]
    with qtbot.waitSignal(page.moved_on) as moved:
        press(qtbot, page.back)
    assert moved.args == ["words_only", None]
