# SPDX-License-Identifier: MIT
"""The page that finds the ID, with something in the pictures: shown, proved, kept by the person alone."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from app.errors import ReadingFailed
from app.identify.values import Reading
from app.model import (
    Account,
    CaseFacts,
    Entry,
    EntryId,
    Provenance,
    Rect,
    SeenIn,
    Sensitivity,
    Strength,
    Under18,
)
from tests.fakes.acquisitions import acquisition
from tests.fakes.reader import FakeReader, proposal
from tests.ui.pages.test_identify import CID, ask, keep, kept, picture
from ui.pages.identify import IdentifyPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from ui.context import Context

SLIP = CID.replace("a1b", "alb")


@pytest.fixture
def exhibit(opened: Context, qtbot: QtBot) -> Exhibit:
    return ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture())))


@pytest.fixture
def page(opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot) -> IdentifyPage:
    """The page, once it shows what was found."""
    reader.found = [(proposal(CID, name="Amélie Laurent"), proposal("live:second"))]
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_found_shown)
    return page


def buttons(page: IdentifyPage) -> list[str]:
    every = (page.main, page.other, page.third)
    return [button.text() for button in every if not button.isHidden()]


def paste(page: IdentifyPage, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    page.found.paste()


def test_what_was_found_is_shown_and_nothing_is_kept_by_itself(
    page: IdentifyPage, opened: Context, exhibit: Exhibit, qtbot: QtBot
) -> None:
    assert page.found.ref.words == f"**{exhibit.ref}**"
    assert page.form.is_empty
    assert page.card.isHidden()
    assert buttons(page) == ["Keep this ID", "This is not it", "Type it, or choose another app"]
    assert kept(opened, qtbot) == ()


def test_keeping_stores_how_sure_it_was_and_where_it_stands(
    page: IdentifyPage, exhibit: Exhibit, qtbot: QtBot
) -> None:
    account = keep(page, qtbot).fact
    assert (account.stable_id, account.provenance, account.read_permille) == (CID, Provenance.READ, 970)
    assert account.seen_in == SeenIn(exhibit.id, Rect(300, 120, 220, 24))
    assert account.exhibits == (exhibit.id,)
    assert account.display_names == ()
    assert page.stored.kind == "good"
    qtbot.waitUntil(lambda: page.main.text() == "Go on")
    assert not page.is_found_shown


def test_both_agree_is_kept_as_read_and_pasted_with_the_name_taken_up(
    page: IdentifyPage, qtbot: QtBot
) -> None:
    paste(page, CID)
    page.found.use_name.click()
    account = keep(page, qtbot).fact
    assert (account.provenance, account.pasted) == (Provenance.READ_AND_PASTED, CID)
    assert account.has_agreed
    assert [name.name for name in account.display_names] == ["Amélie Laurent"]


@pytest.mark.parametrize(("button", "stable_id"), [("other", CID), ("third", SLIP)])
def test_where_they_differ_the_person_chooses(
    page: IdentifyPage, qtbot: QtBot, button: str, stable_id: str
) -> None:
    paste(page, SLIP)
    assert buttons(page) == ["Paste again", "Keep the one in the picture", "Keep what I pasted"]
    account = keep(page, qtbot, button).fact
    assert (account.stable_id, account.read_as, account.pasted) == (stable_id, CID, SLIP)
    assert not account.has_agreed


def test_paste_again_compares_once_more(page: IdentifyPage, qtbot: QtBot) -> None:
    paste(page, "Amélie Laurent")
    assert buttons(page)[:2] == ["Paste again", "Keep what we read"]
    QGuiApplication.clipboard().setText(CID)
    qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert page.main.text() == "Keep this ID"


def test_this_is_not_it_shows_the_next_and_then_says_that_there_is_none(
    page: IdentifyPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.found.strip.text == "live:second"
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert not page.is_found_shown
    assert not page.card.isHidden()
    assert page.row.looked.title.words == "We found no ID in this picture"


def test_it_can_be_typed_all_the_same(page: IdentifyPage, qtbot: QtBot) -> None:
    page.show()
    qtbot.mouseClick(page.third, Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.form.identifier.edit
    page.form.identifier.set_text("live:typed")
    account = keep(page, qtbot).fact
    assert (account.stable_id, account.provenance, account.read_as) == (
        "live:typed",
        Provenance.TYPED,
        None,
    )


def test_another_platform_is_looked_for_again(page: IdentifyPage, reader: FakeReader, qtbot: QtBot) -> None:
    page.third.click()
    reader.found = [(proposal("amelie_91", platform="instagram"),)]
    page.form.platforms.chips["instagram"].click()
    qtbot.waitUntil(lambda: page.is_found_shown)
    assert reader.asked == ["skype", "instagram"]
    assert keep(page, qtbot).fact.platform == "instagram"


def test_a_kept_one_is_not_found_again(
    page: IdentifyPage, opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot
) -> None:
    reader.found = [(proposal(CID),)]
    keep(page, qtbot)
    again = IdentifyPage(opened)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: len(reader.asked) == 2 and not again.finding.is_on)
    assert not again.is_found_shown
    assert again.row.isHidden()


def test_what_is_typed_is_not_hidden_by_what_is_found(
    opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot
) -> None:
    reader.found, reader.gate = [(proposal(CID),)], threading.Event()
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(reader.asked))
    assert not page.wait.isHidden()
    assert page.card.isHidden()
    page.form.identifier.set_text(SLIP)
    assert not page.card.isHidden()
    reader.gate.set()
    qtbot.waitUntil(lambda: page.row.about == "ready")
    assert not page.is_found_shown
    qtbot.mouseClick(page.row.about_looking, Qt.MouseButton.LeftButton)
    assert page.is_found_shown
    assert (page.found.compare.text, page.main.text()) == (SLIP, "Paste again")


def test_cancel_lets_it_be_typed_at_once(
    opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot
) -> None:
    reader.gate = threading.Event()
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: bool(reader.asked))
    assert page.progress.words.words.startswith("Looking for the ID in your picture")
    qtbot.mouseClick(page.progress.cancel, Qt.MouseButton.LeftButton)
    assert not page.card.isHidden()
    assert page.wait.isHidden()
    qtbot.waitUntil(lambda: reader.stops > 0)


def test_a_failure_falls_back_to_typing_with_one_kind_sentence(
    opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot
) -> None:
    reader.fails = ReadingFailed("gone")
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(opened.background.failed):
        qtbot.waitUntil(lambda: page.row.about == "failed")
    assert not page.card.isHidden()
    reader.fails, reader.found = None, [(proposal(CID),)]
    qtbot.mouseClick(page.row.about_looking, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_found_shown)


def test_a_box_drawn_by_hand_is_read_and_proved_the_same_way(
    opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot
) -> None:
    reader.in_box = Reading(CID, 0.88)
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.row.about == "none")
    page.form.identifier.set_text(SLIP)
    page.form.name.set_text("Amélie")
    page.link.choose(str(exhibit.id))
    qtbot.waitUntil(lambda: page.link.picker.heightForWidth(400) > 0)
    assert page.link.read_box.isHidden()
    page.link.picker.set_region(Rect(20, 30, 200, 24))
    qtbot.mouseClick(page.link.read_box, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.is_found_shown)
    assert page.main.text() == "Paste again"
    account = keep(page, qtbot, "other").fact
    assert (account.stable_id, account.provenance, account.read_permille) == (CID, Provenance.READ, 880)
    assert account.seen_in == SeenIn(exhibit.id, Rect(20, 30, 200, 24))
    assert [name.name for name in account.display_names] == ["Amélie"]


@pytest.mark.parametrize("sensitivity", [Sensitivity.INTIMATE, Sensitivity.MAY_SHOW_UNDER_18])
def test_what_is_covered_is_not_looked_at(
    opened: Context, reader: FakeReader, qtbot: QtBot, sensitivity: Sensitivity
) -> None:
    covered = acquisition(picture(), sensitivity=sensitivity)
    ask(opened, qtbot, lambda vault: vault.add_exhibit(covered))
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert not page.finding.is_on
    assert reader.asked == []


def test_where_only_words_are_kept_no_picture_is_looked_at(
    opened: Context, reader: FakeReader, exhibit: Exhibit, qtbot: QtBot
) -> None:
    ask(opened, qtbot, lambda vault: vault.revise_case(CaseFacts(Under18.NOT_SURE, "England")))
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert not page.finding.is_on
    assert reader.asked == []


def test_the_keyboard_goes_from_doubts_over_the_field_to_the_buttons(
    page: IdentifyPage, qtbot: QtBot
) -> None:
    page.found.alternatives.next.click()
    page.resize(1060, 900)
    with qtbot.waitExposed(page):
        page.show()
    first = page.found.alternatives.buttons["1"]
    first.setFocus()
    order = [page.focusWidget()]
    for _ in range(9):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        order.append(page.focusWidget())
    wanted = [
        *page.found.alternatives.buttons.values(), page.found.alternatives.next, page.found.compare.edit,
        page.found.paste_found, page.found.use_name, page.main, page.other, page.third,
    ]  # fmt: skip
    assert order == wanted
    for widget in wanted:
        assert widget.accessibleName()
        assert widget.height() >= 40 or widget is page.found.compare.edit


def test_what_cannot_be_kept_can_be_tried_again(page: IdentifyPage, opened: Context, qtbot: QtBot) -> None:
    now = opened.clock.now().utc
    page._entry = Entry(EntryId("gone"), Account("skype", None, None, Strength.WEAK), now, now, 1)
    with qtbot.waitSignal(opened.background.failed):
        qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert page.main.isEnabled()
    page._entry = None
    assert keep(page, qtbot).fact.stable_id == CID
