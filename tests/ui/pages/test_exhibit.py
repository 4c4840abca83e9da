# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.model import (
    Account,
    DisplayName,
    ExhibitFacts,
    Listed,
    Payment,
    Rect,
    Sensitivity,
    Strength,
    Under18,
)
from app.search.values import Hit, ReadText
from tests.app.search.pages import messages
from tests.fakes.sample_run import add_run
from tests.ui.filling import add_exhibit, ask
from ui.models.finds import Find
from ui.pages.exhibit import ExhibitPage


@pytest.fixture
def page(opened, shown) -> ExhibitPage:
    made = ExhibitPage(opened)
    made.resize(1060, 900)
    return shown(made)


@pytest.fixture
def three(opened, qtbot):
    return [add_exhibit(opened, qtbot, title=f"Window {n}") for n in range(1, 4)]


def open_one(page: ExhibitPage, exhibit, qtbot) -> None:
    page.open_with(exhibit)
    qtbot.waitUntil(lambda: page.facts_card.history_rows.count() > 0 and page.title.words == exhibit.ref)


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_picture_is_shown_with_its_facts(page: ExhibitPage, three, qtbot, words) -> None:
    open_one(page, three[1], qtbot)
    qtbot.waitUntil(lambda: not page.picture.is_covered)
    assert page.facts_card.values["window"].words == "Window 2"
    assert page.facts_card.history_rows.itemAtPosition(0, 1).widget().words == words(
        "exhibit.happened.taken", n=1
    )


def test_it_opens_by_id_too(page: ExhibitPage, three, qtbot) -> None:
    page.open_with(three[0].id)
    qtbot.waitUntil(lambda: page.title.words == three[0].ref)


def test_older_and_newer_go_by_number(page: ExhibitPage, three, qtbot) -> None:
    open_one(page, three[1], qtbot)
    qtbot.waitUntil(lambda: page.older.isEnabled() and page.newer.isEnabled())
    press(page.older)
    qtbot.waitUntil(lambda: page.title.words == three[0].ref)
    qtbot.waitUntil(lambda: not page.older.isEnabled())
    press(page.newer)
    qtbot.waitUntil(lambda: page.title.words == three[1].ref)


def test_what_is_written_is_kept(page: ExhibitPage, three, opened, qtbot, words) -> None:
    open_one(page, three[0], qtbot)
    page.words_card.field.set_text("They ask for money")
    with qtbot.waitSignal(page.exhibit_revised, timeout=5_000):
        press(page.words_card.save_button)
    assert ask(opened, qtbot, lambda vault: vault.exhibit(three[0].id)).facts.shows == "They ask for money"
    assert page.words_card.hint.words == words("exhibit.page.saved")
    qtbot.waitUntil(lambda: page.facts_card.history_rows.count() == 4)


def test_covering_and_uncovering(page: ExhibitPage, three, opened, qtbot) -> None:
    open_one(page, three[0], qtbot)
    qtbot.waitUntil(lambda: not page.picture.is_covered)
    with qtbot.waitSignal(page.exhibit_revised, timeout=5_000) as revised:
        press(page.cover_button)
    assert revised.args[0].facts.sensitivity is Sensitivity.INTIMATE
    assert page.picture.is_covered
    assert not page.picture.view.has_picture
    with qtbot.waitSignal(page.exhibit_revised, timeout=5_000):
        press(page.cover_button)
    qtbot.waitUntil(lambda: not page.picture.is_covered)


def test_a_covered_one_is_shown_only_when_asked_for(page: ExhibitPage, opened, qtbot) -> None:
    intimate = add_exhibit(opened, qtbot, facts=ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    open_one(page, intimate, qtbot)
    assert page.picture.is_covered
    press(page.picture.show_button)
    qtbot.waitUntil(lambda: not page.picture.is_covered)


def test_leaving_it_out_keeps_number_and_reason(page: ExhibitPage, three, opened, qtbot) -> None:
    open_one(page, three[0], qtbot)
    press(page.withdraw_card.open_button)
    page.withdraw_card.field.set_text("Taken twice.")
    with qtbot.waitSignal(page.exhibit_revised, timeout=5_000):
        press(page.withdraw_card.go_button)
    kept = ask(opened, qtbot, lambda vault: vault.exhibits())
    assert [one.ref for one in kept] == [one.ref for one in three]
    assert kept[0].withdrawn_why == "Taken twice."
    assert "Taken twice." in page.withdraw_card.done.words


def test_who_is_in_it_comes_from_the_account(page: ExhibitPage, three, opened, qtbot) -> None:
    at = datetime(2026, 11, 24, tzinfo=UTC)
    account = Account(
        "skype", "live:.cid.8f3a", "skype_id", Strength.STRONG,
        display_names=(DisplayName("Amelie", at),), exhibits=(three[0].id,),
    )  # fmt: skip
    ask(opened, qtbot, lambda vault: vault.add(account))
    open_one(page, three[0], qtbot)
    assert page.facts_card.values["account"].words == "Amelie, Skype"


def test_back_to_all_evidence(page: ExhibitPage, three, qtbot) -> None:
    open_one(page, three[0], qtbot)
    with qtbot.waitSignal(page.went_back):
        press(page.back)


def test_in_a_narrow_window_the_steps_stand_below(page: ExhibitPage, three, qtbot) -> None:
    open_one(page, three[0], qtbot)
    page.set_narrow(True)
    assert page.steps_narrow.indexOf(page.older) == 0
    page.set_narrow(False)
    assert page.steps.indexOf(page.older) == 0


def test_a_locked_case_leaves_nothing(page: ExhibitPage, three, opened, qtbot) -> None:
    open_one(page, three[0], qtbot)
    qtbot.waitUntil(lambda: not page.picture.is_covered)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    assert not page.picture.view.has_picture
    assert page.title.words == ""


def test_a_picture_that_is_set_apart_is_said_to_be_and_cannot_be_asked_for(
    page: ExhibitPage, three, opened, qtbot, words
) -> None:
    facts = ask(opened, qtbot, lambda vault: vault.case().fact)
    ask(opened, qtbot, lambda vault: vault.revise_case(replace(facts, under_18=Under18.NOT_SURE)))
    with qtbot.assertNotEmitted(opened.background.failed):
        open_one(page, three[0], qtbot)
        qtbot.waitUntil(lambda: page.picture.line.words == words("path.under18.apart"))
    assert page.picture.is_covered
    assert not page.picture.show_button.isVisible()


def test_a_conversation_shows_each_of_its_pictures(page: ExhibitPage, opened, qtbot, words) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 8, gap_after=2))
    open_one(page, kept, qtbot)
    qtbot.waitUntil(lambda: page.picture.view.has_picture)
    assert page.run.frames.isVisible()
    third = kept.frames[2]
    page.run.frames.choose(page.run.model.index(3))
    assert page.facts_card._sha256 == third.record.content.sha256
    page.run.frames.choose(page.run.model.index(0))
    qtbot.waitUntil(lambda: page.picture.view.is_long)
    assert page.facts_card.values["size"].words == words(
        "exhibit.page.size.value", width=760, height=kept.derivatives[-1].height_px
    )


def test_of_a_conversation_it_is_told_how_many_pictures_were_taken_and_what_was_made(
    page: ExhibitPage, opened, qtbot, words
) -> None:
    open_one(page, ask(opened, qtbot, lambda vault: add_run(vault, 8)), qtbot)
    rows = page.facts_card.history_rows
    told = [rows.itemAtPosition(row, 1).widget().words for row in range(rows.rowCount())]
    assert told == [
        words("exhibit.happened.taken", n=8),
        words("exhibit.happened.ordered"),
        words("exhibit.happened.joined"),
    ]


def test_a_single_picture_after_a_conversation_has_no_row(page: ExhibitPage, three, opened, qtbot) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 2))
    open_one(page, kept, qtbot)
    open_one(page, three[0], qtbot)
    assert not page.run.frames.isVisible()
    assert page.facts_card._sha256 == three[0].sha256


def found_in(exhibit, original: str, *places: Rect) -> Find:
    lines = [ReadText(place, "pay now", 990) for place in places]
    return Find(
        Listed.of(exhibit), "pay", tuple(Hit(original, line, ((0, 3),), is_exact=True) for line in lines)
    )


def test_opened_from_a_search_the_found_words_have_a_line_round_them(
    page: ExhibitPage, three, opened, qtbot
) -> None:
    place = Rect(20, 30, 100, 20)
    page.open_with(found_in(three[0], three[0].id, place))
    qtbot.waitUntil(lambda: page.picture.view.outlines == (place,))
    page.open_with(found_in(three[0], three[0].id, Rect(9, 9, 30, 12)))
    qtbot.waitUntil(lambda: page.picture.view.outlines == (Rect(9, 9, 30, 12),))
    qtbot.waitUntil(page.newer.isEnabled)
    press(page.newer)
    qtbot.waitUntil(lambda: page.title.words == three[1].ref and page.picture.view.outlines == ())
    assert not page.places.isVisible()


def test_opened_in_any_other_way_nothing_is_outlined(page: ExhibitPage, three, qtbot) -> None:
    page.open_with(found_in(three[0], three[0].id, Rect(20, 30, 100, 20)))
    qtbot.waitUntil(lambda: page.picture.view.outlines != ())
    page.open_with(three[0])
    assert page.picture.view.outlines == ()


def test_of_a_conversation_the_picture_that_holds_it_is_shown(page: ExhibitPage, opened, qtbot) -> None:
    kept = ask(opened, qtbot, lambda vault: add_run(vault, 6))
    fourth, place = kept.frames[3], Rect(20, 30, 100, 20)
    page.open_with(found_in(kept, fourth.id, place))
    qtbot.waitUntil(lambda: page.run.part == fourth)
    qtbot.waitUntil(lambda: page.picture.view.outlines == (place,))
    assert page.facts_card._sha256 == fourth.record.content.sha256


def test_a_covered_picture_opened_from_a_search_stays_covered_until_asked_for(
    page: ExhibitPage, opened, qtbot
) -> None:
    other = add_exhibit(opened, qtbot, facts=ExhibitFacts(sensitivity=Sensitivity.THIRD_PARTY))
    place = Rect(20, 30, 100, 20)
    page.open_with(found_in(other, other.id, place))
    qtbot.waitUntil(lambda: page.title.words == other.ref and page.places.isVisible())
    assert page.picture.is_covered
    assert not page.picture.view.has_picture
    press(page.picture.show_button)
    qtbot.waitUntil(lambda: page.picture.view.outlines == (place,))


def test_what_stands_in_the_picture_is_offered_outlined_and_kept_only_when_pressed(
    page: ExhibitPage, three, opened, qtbot
) -> None:
    lines = messages("MTCN 583-204-9176")
    ask(opened, qtbot, lambda vault: vault.keep_texts(three[0].id, lines, reader="rapidocr"))
    open_one(page, three[0], qtbot)
    qtbot.waitUntil(lambda: bool(page.offers_card.rows) and page.offers_card.rows[0].crop.isVisible())
    (row,) = page.offers_card.rows
    row.pointed.emit(True)
    assert page.picture.view.outlines == (row.state.offer.rect,)
    row.pointed.emit(False)
    assert page.picture.view.outlines == ()
    assert ask(opened, qtbot, lambda vault: vault.entries(Payment)) == ()
    press(row.buttons["payment"])
    qtbot.waitUntil(lambda: "change_payment" in page.offers_card.rows[0].buttons)
    with qtbot.waitSignal(page.moved_on) as moved:
        press(page.offers_card.rows[0].buttons["change_payment"])
    assert moved.args[0] == "payments"


def test_of_another_or_a_covered_picture_nothing_of_this_one_is_offered(
    page: ExhibitPage, three, opened, qtbot
) -> None:
    lines = messages("MTCN 583-204-9176")
    ask(opened, qtbot, lambda vault: vault.keep_texts(three[0].id, lines, reader="rapidocr"))
    open_one(page, three[0], qtbot)
    qtbot.waitUntil(lambda: bool(page.offers_card.rows))
    press(page.cover_button)
    qtbot.waitUntil(lambda: page.offers_card.rows == [] and not page.offers_card.isVisible())
    open_one(page, three[1], qtbot)
    assert page.offers_card.rows == []


def test_the_way_to_remove_it_for_good_leads_to_its_page(page: ExhibitPage, three, qtbot) -> None:
    open_one(page, three[1], qtbot)
    with qtbot.waitSignal(page.moved_on) as moved:
        page.withdraw_card.removal_wanted.emit()
    assert moved.args == ["remove", three[1].id]
