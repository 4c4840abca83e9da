# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.model import ExhibitFacts, Sensitivity
from tests.ui.models.test_exhibits import exhibit
from ui.models.exhibits import is_covered
from ui.removing import Subject
from ui.widgets.removal_subject import RemovalSubject


@pytest.fixture
def card(opened, shown) -> RemovalSubject:
    return shown(RemovalSubject(opened))


def subject(one) -> Subject:
    return Subject(one.id, one.ref, one, (), is_for_police=False)


def test_an_exhibit_is_shown_small_and_is_no_button(card: RemovalSubject) -> None:
    one = replace(exhibit(3), facts=ExhibitFacts(title="Profile"))
    card.show_subject(subject(one))
    assert (card.what.words, card.called.words) == (one.ref, "Profile")
    (button,) = card.picture.buttons
    assert button.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert card.picture.isVisible()


def test_a_marked_one_is_covered(card: RemovalSubject) -> None:
    one = replace(exhibit(3), facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    card.show_subject(subject(one))
    assert is_covered(card.picture.buttons[0].exhibit)
    assert card.picture.buttons[0].pixmap is None


def test_a_fact_has_its_words_alone(card: RemovalSubject, words) -> None:
    card.show_subject(subject(exhibit(3)))
    card.show_subject(Subject("n1", "Ellie, my sister", None, (), is_for_police=False))
    assert card.what.words == "Ellie, my sister"
    assert not card.picture.isVisible()
    assert not card.taken.isVisible()
    assert card.matter.words == words("remove.page.matter.fact")


def test_of_a_locked_case_nothing_stays(card: RemovalSubject) -> None:
    card.show_subject(subject(exhibit(3)))
    card.forget()
    assert (card.what.words, card.called.words, card.taken.words) == ("", "", "")
    assert card.picture.buttons == []
