# SPDX-License-Identifier: MIT
"""What happened to this evidence: every act in plain words, and where each leads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.custody.acts import Group
from app.model import Payment
from tests.ui.filling import add_exhibit, ask
from ui.pages.evidence import EvidencePage
from ui.pages.exhibit import ExhibitPage
from ui.pages.happened import HappenedPage


@pytest.fixture
def exhibit(opened, qtbot):
    return add_exhibit(opened, qtbot)


@pytest.fixture
def page(opened, shown, qtbot, exhibit) -> HappenedPage:
    ask(opened, qtbot, lambda vault: vault.add(Payment("western_union", 100, "GBP", None)))
    made = shown(HappenedPage(opened))
    qtbot.waitUntil(lambda: made.is_ready)
    return made


def told(page) -> list[str]:
    return [page.said.what(row) for row in page.model.rows if hasattr(row, "what")]


def click(widget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_every_act_is_told_the_newest_first(page, exhibit) -> None:
    assert told(page)[:2] == ["You noted a payment.", f"You took a picture: {exhibit.ref}."]
    assert told(page)[-1] == "You began this case."
    assert not page.reading.isVisible()


def test_the_head_counts_acts_and_records(page, opened, qtbot) -> None:
    records = ask(opened, qtbot, lambda vault: vault.record_count)
    assert page.head.follows.title.words == f"{len(told(page))} acts, in {records} records"


def test_a_switch_shows_one_kind_and_all_shows_all_again(page) -> None:
    everything = told(page)
    click(page.filters.chips["facts"])
    assert "You noted a payment." in told(page)
    assert all(row.group is Group.FACTS for row in page.model.rows if hasattr(row, "what"))
    click(page.filters.chips["copies"])
    assert told(page) == []
    assert page.nothing.isVisible()
    assert not page.list.isVisible()
    click(page.filters.chips["all"])
    assert told(page) == everything


def test_an_act_leads_to_its_picture_and_one_of_none_leads_nowhere(page, qtbot, exhibit) -> None:
    rows = [row for row in page.model.rows if hasattr(row, "what")]
    with qtbot.waitSignal(page.moved_on) as moved:
        page.list.act_chosen.emit(rows[1])
    assert moved.args == ["exhibit", exhibit.id]
    with qtbot.assertNotEmitted(page.moved_on):
        page.list.act_chosen.emit(next(row for row in rows if row.what.startswith("key.create")))


def test_back_and_the_check_lead_on(page, qtbot) -> None:
    for button, name in ((page.back, "evidence"), (page.head.check, "safe")):
        with qtbot.waitSignal(page.moved_on) as moved:
            click(button)
        assert moved.args == [name, None]


def test_what_is_written_meanwhile_is_shown(page, opened, qtbot) -> None:
    before = len(told(page))
    add_exhibit(opened, qtbot)
    opened.session.case_changed.emit()
    qtbot.waitUntil(lambda: len(told(page)) == before + 1)


def test_an_older_answer_does_not_replace_a_newer_one(page) -> None:
    shown = page._read
    page._on_read(type(shown)(type(shown.acts)((), 1, "ab" * 32), {}))
    assert page._read is shown


def test_a_locked_case_leaves_nothing(page, opened, qtbot) -> None:
    with qtbot.waitSignal(opened.session.locked):
        opened.session.lock("test")
    qtbot.waitUntil(lambda: not page.is_ready)
    assert told(page) == []
    assert page.head.isHidden()


def test_the_keyboard_goes_through_the_list(page, qtbot, exhibit) -> None:
    page.list.setFocus()
    page.list.setCurrentIndex(page.model.index(1))
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.moved_on) as moved:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert moved.args == ["exhibit", exhibit.id]


def test_back_has_a_row_of_its_own_in_a_narrow_window(page) -> None:
    page.set_narrow(True)
    assert page.content.indexOf(page.back) == 0
    page.set_narrow(False)
    assert page.content.indexOf(page.back) == -1


@pytest.mark.parametrize("kind", [EvidencePage, ExhibitPage])
def test_a_quiet_link_leads_here_from_all_evidence_and_from_one_exhibit(opened, shown, qtbot, kind) -> None:
    page = shown(kind(opened))
    link = page.happened if kind is EvidencePage else page.proof.all
    with qtbot.waitSignal(page.moved_on) as moved:
        link.click()
    assert moved.args == ["happened", None]
