# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.model import DerivativeRecord, Exhibit, Listed, Original, Rect
from app.search.values import Hit, ReadText
from app.vault.found import MOST_HITS
from tests.fakes.sample_run import add_run
from tests.ui.filling import ask, picture
from tests.ui.models.test_exhibits import exhibit
from ui.models.finds import Find
from ui.widgets.covered_picture import CoveredPicture
from ui.widgets.exhibit_run import ExhibitRun
from ui.widgets.found_places import FoundPlaces

ONE = exhibit(1)


@pytest.fixture
def places(opened, shown) -> FoundPlaces:
    page = QWidget()
    page.resize(900, 600)
    shown(page)
    view = CoveredPicture(opened, page)
    view.resize(600, 400)
    made = FoundPlaces(opened, view, ExhibitRun(opened, page), page)
    made.page = page  # whoever holds the part holds the page
    return made


def hit(original: str, x: int, y: int) -> Hit:
    return Hit(original, ReadText(Rect(x, y, 100, 20), "pay now", 990), ((0, 3),), is_exact=True)


def opened_with(places: FoundPlaces, one: Exhibit, *hits: Hit) -> None:
    places.open_with(Find(Listed.of(one), "pay", hits))
    places.show_exhibit(one, was_shown=False)


def shows(places: FoundPlaces, one: Exhibit) -> None:
    """Show a picture, as the page does once it was read."""
    places._picture.show_picture(picture())
    places.picture_shown(places._run.part)


def test_each_place_has_a_line_and_the_best_is_chosen(places: FoundPlaces, words) -> None:
    low, high = hit(ONE.id, 40, 120), hit(ONE.id, 20, 30)
    opened_with(places, ONE, low, high)
    shows(places, ONE)
    view = places._picture.view
    assert view.outlines == (high.line.rect, low.line.rect)
    assert view._chosen == 1
    assert places.where.words == words("search.place.of", what="pay", n=2, all=2)
    assert places.before.isEnabled()
    assert not places.after.isEnabled()


def test_the_next_is_chosen_on_the_same_picture(places: FoundPlaces) -> None:
    opened_with(places, ONE, hit(ONE.id, 20, 30), hit(ONE.id, 40, 120))
    shows(places, ONE)
    QTest.mouseClick(places.after, Qt.MouseButton.LeftButton)
    assert places._picture.view._chosen == 1
    QTest.mouseClick(places.before, Qt.MouseButton.LeftButton)
    assert places._picture.view._chosen == 0


def test_one_place_needs_no_way_to_the_next(places: FoundPlaces, words) -> None:
    opened_with(places, ONE, hit(ONE.id, 20, 30))
    assert places.where.words == words("search.place.only", what="pay")
    assert not places.after.isVisible()


def test_of_a_conversation_the_picture_with_the_place_is_chosen(places: FoundPlaces, opened, qtbot) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 4))
    places._run.show_exhibit(kept)
    third, fourth = kept.frames[2].id, kept.frames[3].id
    opened_with(places, kept, hit(third, 20, 30), hit(fourth, 20, 60))
    assert isinstance(places._run.part, Original)
    assert places._run.part.id == third
    shows(places, kept)
    assert places._picture.view.outlines == (Rect(20, 30, 100, 20),)
    QTest.mouseClick(places.after, Qt.MouseButton.LeftButton)
    assert places._run.part.id == fourth
    shows(places, kept)
    assert places._picture.view.outlines == (Rect(20, 60, 100, 20),)


def test_the_long_picture_of_a_conversation_has_no_lines(places: FoundPlaces, opened, qtbot) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 4))
    places._run.show_exhibit(kept)
    opened_with(places, kept, hit(kept.frames[0].id, 20, 30))
    places._run.frames.choose(places._run.model.index(0))
    assert isinstance(places._run.part, DerivativeRecord)
    shows(places, kept)
    assert places._picture.view.outlines == ()


def test_a_choice_of_the_person_stays_when_the_exhibit_is_revised(places: FoundPlaces, opened, qtbot) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 4))
    places._run.show_exhibit(kept)
    opened_with(places, kept, hit(kept.frames[2].id, 20, 30))
    places._run.choose(kept.frames[0].id)
    places.show_exhibit(replace(kept), was_shown=True)
    assert places._run.part.id == kept.frames[0].id


def test_another_exhibit_has_none_of_the_places(places: FoundPlaces) -> None:
    opened_with(places, ONE, hit(ONE.id, 20, 30))
    shows(places, ONE)
    places.show_exhibit(exhibit(2), was_shown=False)
    assert places.hit is None
    assert not places.isVisible()
    assert places._picture.view.outlines == ()


def test_a_covered_picture_stays_covered(places: FoundPlaces) -> None:
    places._picture.cover_up("covered", "show")
    opened_with(places, ONE, hit(ONE.id, 20, 30), hit(ONE.id, 20, 60))
    places._step(1)
    assert places._picture.is_covered


def test_what_the_person_said_is_nowhere_in_the_picture(places: FoundPlaces) -> None:
    opened_with(places, ONE)
    assert not places.isVisible()


def test_done_looking_takes_the_lines_away(places: FoundPlaces) -> None:
    opened_with(places, ONE, hit(ONE.id, 20, 30))
    shows(places, ONE)
    QTest.mouseClick(places.end, Qt.MouseButton.LeftButton)
    assert places._picture.view.outlines == ()
    assert not places.isVisible()


def test_the_line_goes_round_all_of_the_word_and_not_beyond_the_line_of_text(places: FoundPlaces) -> None:
    edges = (0, 150, 300, 450, 500, 650, 800)
    text = ReadText(Rect(20, 30, 100, 20), "pay now", 990, edges)
    for marks, place in (
        (((0, 3),), Rect(20, 30, 45, 20)),
        (((4, 7),), Rect(64, 30, 56, 20)),
        (((5, 6),), Rect(79, 30, 21, 20)),
    ):
        opened_with(places, ONE, Hit(ONE.id, text, marks, is_exact=True))
        shows(places, ONE)
        assert places._picture.view.outlines == (place,)


def test_a_search_that_stopped_counting_says_so(places: FoundPlaces, words) -> None:
    opened_with(places, ONE, *(hit(ONE.id, 20, 30 * n) for n in range(1, MOST_HITS + 1)))
    assert places.where.words == words("search.place.of.more", what="pay", n=1, all=MOST_HITS)
