# SPDX-License-Identifier: MIT
"""The page that finds the ID: names are caught kindly, nothing is refused, what is kept can be changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage

from app.model import Account, CaseFacts, Entry, Provenance, Rect, Sensitivity, Strength, Under18
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import START
from ui.pages.identify import IdentifyPage
from ui.widgets.kept_account import KeptAccount

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit
    from app.vault import Vault
    from ui.context import Context

T = TypeVar("T")
CID = "live:.cid.8f3a1b2c4d5e6f70"


def ask(context: Context, qtbot: QtBot, job: Callable[[Vault], T]) -> T:
    """Return what a job on the vault gives."""
    found: list[T] = []
    context.session.run(job, owner=context.session, then=found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def picture() -> bytes:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


@pytest.fixture
def page(opened: Context, qtbot: QtBot) -> IdentifyPage:
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    return page


def kept(context: Context, qtbot: QtBot) -> tuple[Entry[Account], ...]:
    return ask(context, qtbot, lambda vault: vault.entries(Account))


def keep(page: IdentifyPage, qtbot: QtBot, button: str = "main") -> Entry[Account]:
    with qtbot.waitSignal(page.account_kept) as heard:
        qtbot.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)
    return heard.args[0]


def test_nothing_is_filled_in_and_nothing_can_be_kept_yet(page: IdentifyPage) -> None:
    assert page.form.identifier.text == ""
    assert not page.main.isEnabled()
    assert page.form.platform_id == "skype"
    assert page.guide.title.words == "Where it is on Skype"


def test_a_typed_id_is_kept_with_how_it_came(page: IdentifyPage, opened: Context, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.form.identifier.edit, CID)
    assert page.form.identifier.verdict.kind == "good"
    assert page.form.strip.text == CID
    page.form.name.set_text("Amélie Laurent")
    account = keep(page, qtbot).fact
    assert (account.platform, account.stable_id, account.id_kind) == ("skype", CID, "Skype Name")
    assert (account.strength, account.provenance) == (Strength.STRONG, Provenance.TYPED)
    assert [each.name for each in account.display_names] == ["Amélie Laurent"]
    assert account.recorded_at is not None
    assert START < account.recorded_at < opened.clock.now().utc
    assert account.pasted is None
    assert page.form.is_empty
    assert page.stored.kind == "good"


def test_a_pasted_id_is_kept_as_pasted_and_cleaned(page: IdentifyPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(f" 8:{CID} ")
    qtbot.mouseClick(page.form.paste_button, Qt.MouseButton.LeftButton)
    account = keep(page, qtbot).fact
    assert (account.stable_id, account.provenance) == (CID, Provenance.PASTED)
    assert account.pasted == f" 8:{CID} "


def test_a_paste_by_key_counts_as_pasted_until_it_is_changed(page: IdentifyPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(CID)
    page.form.identifier.setFocus()
    page.form.identifier.edit.paste()
    assert page.form.account(page.context.clock.now().utc).provenance is Provenance.PASTED
    qtbot.keyClick(page.form.identifier.edit, Qt.Key.Key_Backspace)
    assert page.form.account(page.context.clock.now().utc).provenance is Provenance.TYPED


def test_a_display_name_is_caught_kindly(page: IdentifyPage, qtbot: QtBot) -> None:
    page.form.identifier.set_text("Amélie Laurent")
    verdict = page.form.identifier.verdict
    assert verdict.kind == "hint"
    assert verdict.title.words == "That looks like the name anyone can change"
    assert page.form.strip.isHidden()
    assert (page.main.text(), page.other.text()) == ("Paste again", "Keep it as their name")
    account = keep(page, qtbot, "other").fact
    assert (account.stable_id, account.strength) == (None, Strength.WEAK)
    assert [each.name for each in account.display_names] == ["Amélie Laurent"]


@pytest.mark.parametrize(
    "typed", ["Iive:.cid.8f3a1b2c4d5e6f70", "19:abc@thread.skype", "live:.cid.8f3a", "28:bot"]
)
def test_unusual_is_never_refused(page: IdentifyPage, qtbot: QtBot, typed: str) -> None:
    page.form.identifier.set_text(typed)
    assert page.form.identifier.verdict.kind == "hint"
    assert keep(page, qtbot, "other").fact.stable_id == typed


def test_what_is_typed_survives_another_page(page: IdentifyPage, opened: Context, qtbot: QtBot) -> None:
    page.form.identifier.set_text("live:half")
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("identify.id")) == "live:half")
    again = IdentifyPage(opened)
    qtbot.addWidget(again)
    qtbot.waitUntil(lambda: again.form.identifier.text == "live:half")


def test_keeping_takes_the_draft_up(page: IdentifyPage, opened: Context, qtbot: QtBot) -> None:
    page.form.identifier.set_text(CID)
    keep(page, qtbot)
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.draft("identify.id")) == "")


def test_a_kept_id_can_be_changed_and_the_old_text_stays(
    page: IdentifyPage, opened: Context, qtbot: QtBot
) -> None:
    page.form.identifier.set_text("live:.cid.8f3alb2c4d5e6f70")
    keep(page, qtbot, "other")
    qtbot.waitUntil(lambda: bool(page.kept.findChildren(KeptAccount)))
    (row,) = page.kept.findChildren(KeptAccount)
    qtbot.mouseClick(row.change, Qt.MouseButton.LeftButton)
    assert page.form.identifier.text == "live:.cid.8f3alb2c4d5e6f70"
    assert page.main.text() == "Keep the change"
    page.form.identifier.set_text(CID)
    changed = keep(page, qtbot)
    assert changed.revision == 2
    history = ask(opened, qtbot, lambda vault: vault.history(changed.id))
    assert [fact.stable_id for fact in history] == ["live:.cid.8f3alb2c4d5e6f70", CID]
    assert len(kept(opened, qtbot)) == 1


def test_instagram_has_its_own_side_and_address(page: IdentifyPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.form.platforms.chips["instagram"], Qt.MouseButton.LeftButton)
    assert page.guide.title.words == "Where it is on Instagram"
    assert page.guide.routes is None
    page.form.identifier.set_text("https://www.instagram.com/Amelie.Laurent_91/?igsh=abc")
    account = keep(page, qtbot).fact
    assert (account.platform, account.stable_id) == ("instagram", "amelie.laurent_91")
    assert account.profile_url == "https://www.instagram.com/amelie.laurent_91/"
    assert account.strength is Strength.MEDIUM


def test_another_app_is_kept_by_its_name(page: IdentifyPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.form.platforms.chips["other"], Qt.MouseButton.LeftButton)
    page.form.other.set_text("some new app")
    page.form.identifier.set_text("amelie")
    assert page.guide.isHidden()
    account = keep(page, qtbot).fact
    assert (account.platform, account.stable_id) == ("some new app", "amelie")


def test_an_app_is_shown_once_its_name_is_typed(page: IdentifyPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.form.platforms.chips["other"], Qt.MouseButton.LeftButton)
    page.form.other.set_text("gmail")
    assert not page.guide.isHidden()
    assert page.guide.title.words == "Where it is in Gmail"
    page.form.identifier.set_text("Amelie <amelie@example.com>")
    account = keep(page, qtbot).fact
    assert (account.platform, account.stable_id) == ("gmail", "amelie@example.com")


def test_skype_is_closed_and_the_other_ways_are_shown_when_asked(page: IdentifyPage, qtbot: QtBot) -> None:
    assert page.guide.routes is not None
    assert page.guide.show_routes is not None
    assert page.guide.routes.isHidden()
    qtbot.mouseClick(page.guide.show_routes, Qt.MouseButton.LeftButton)
    assert not page.guide.routes.isHidden()


def test_an_id_is_linked_to_its_place_in_a_picture(opened: Context, qtbot: QtBot) -> None:
    exhibit: Exhibit = ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture())))
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    page.open_with(str(exhibit.id))
    qtbot.waitUntil(lambda: page.link.picker.heightForWidth(400) > 0)
    assert page.link.crop.isHidden()
    page.link.picker.set_region(Rect(20, 30, 200, 24))
    assert not page.link.crop.isHidden()
    page.form.identifier.set_text(CID)
    account = keep(page, qtbot).fact
    assert account.seen_in is not None
    assert (account.seen_in.exhibit, account.seen_in.rect) == (exhibit.id, Rect(20, 30, 200, 24))
    assert account.exhibits == (exhibit.id,)


def test_intimate_pictures_are_not_offered(opened: Context, qtbot: QtBot) -> None:
    intimate = acquisition(picture(), sensitivity=Sensitivity.INTIMATE)
    ask(opened, qtbot, lambda vault: vault.add_exhibit(intimate))
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert page.link.exhibits == ()


def test_pictures_set_apart_by_a_changed_answer_are_not_offered(opened: Context, qtbot: QtBot) -> None:
    ask(opened, qtbot, lambda vault: vault.add_exhibit(acquisition(picture())))
    changed = CaseFacts(Under18.NOT_SURE, "England")
    ask(opened, qtbot, lambda vault: vault.revise_case(changed))
    page = IdentifyPage(opened)
    qtbot.addWidget(page)
    ask(opened, qtbot, lambda vault: vault.record_count)
    assert page.link.exhibits == ()
    assert page.link.isHidden()


def test_only_a_name_is_a_start_too(page: IdentifyPage, qtbot: QtBot) -> None:
    page.form.name.set_text("Amélie")
    assert page.main.text() == "Keep the name"
    account = keep(page, qtbot).fact
    assert (account.stable_id, account.display_names[0].name) == (None, "Amélie")


def test_this_is_not_it_empties_the_field(page: IdentifyPage, qtbot: QtBot) -> None:
    page.form.identifier.set_text(CID)
    qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.form.is_empty


def test_it_goes_on_to_the_steps(page: IdentifyPage, qtbot: QtBot) -> None:
    page.form.identifier.set_text(CID)
    keep(page, qtbot)
    qtbot.waitUntil(lambda: page.main.text() == "Go on")
    with qtbot.waitSignal(page.moved_on) as heard:
        qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert heard.args == ["steps", None]
