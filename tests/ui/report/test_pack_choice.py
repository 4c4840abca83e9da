# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from app.report.scope import Scope
from tests.ui.filling import add_exhibit
from tests.ui.report.test_making import make
from ui.report.making import ReportMaking
from ui.report.pack_choice import FORMS, SOME, UPLOAD, WHOLE, PackChoice, Wanted, unused


@pytest.fixture
def dossier(opened, qtbot):
    for _ in range(3):
        add_exhibit(opened, qtbot)
    return make(ReportMaking(opened, opened.session), qtbot).dossier


@pytest.fixture
def choice(opened, shown, dossier) -> PackChoice:
    made = shown(PackChoice(opened))
    made.offer(dossier)
    return made


def test_everything_is_chosen_until_something_else_is(choice: PackChoice) -> None:
    assert choice.form == WHOLE
    assert choice.wanted() == Wanted()
    assert not choice.picks.isVisible()


@pytest.mark.parametrize("form", FORMS)
def test_each_form_says_what_it_is(choice: PackChoice, words, form: str) -> None:
    choice.forms.chips[form].click()
    assert choice.hint.words == words(f"package.form.{form}.hint")


def test_for_upload_no_picture_needs_to_be_picked(choice: PackChoice) -> None:
    choice.forms.chips[UPLOAD].click()
    assert choice.wanted() == Wanted(is_upload=True)


def test_only_ticked_pictures_are_wanted(choice: PackChoice) -> None:
    choice.forms.chips[SOME].click()
    refs = list(choice.rows)
    assert len(refs) == 3
    choice.rows[refs[1]].click()
    assert choice.wanted() == Wanted(scope=Scope(frozenset({refs[1]})))
    choice.facts.click()
    assert choice.wanted() == Wanted(scope=Scope(frozenset({refs[1]}), with_facts=True))


def test_with_nothing_ticked_it_asks_for_one(choice: PackChoice, words) -> None:
    choice.forms.chips[SOME].click()
    assert choice.wanted() is None
    assert choice.need.title.words == words("package.form.need")
    next(iter(choice.rows.values())).click()
    assert choice.need.kind == ""


def test_what_is_ticked_stays_so_in_a_new_report(choice: PackChoice, dossier) -> None:
    choice.forms.chips[SOME].click()
    ref = next(iter(choice.rows))
    choice.rows[ref].click()
    choice.offer(dossier)
    assert choice.rows[ref].isChecked()


def test_without_pictures_there_is_nothing_to_pick(choice: PackChoice) -> None:
    choice.forms.chips[SOME].click()
    choice.offer(None)
    assert choice.rows == {}
    assert not choice.forms.chips[SOME].isVisible()
    assert choice.form == WHOLE


def test_a_name_that_is_taken_gets_a_number(tmp_path) -> None:
    place = tmp_path / "documents"
    assert unused(place) == place
    place.mkdir()
    assert unused(place).name == "documents 2"
    (tmp_path / "documents 2").mkdir()
    assert unused(place).name == "documents 3"
