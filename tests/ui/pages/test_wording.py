# SPDX-License-Identifier: MIT
"""Words to copy and letters to save, from a case as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app.model import Account, CopyKind, Payment, Strength, Under18
from tests.ui.filling import ask
from tests.ui.report.test_handing_over import copies_of, last_record
from ui.pages.payments import PaymentsPage
from ui.pages.report import ReportPage
from ui.pages.wording import CHANGES, WordingPage

AT = datetime(2026, 11, 23, 21, 40, tzinfo=UTC)
PAID = Payment("western_union", 25_000, "GBP", AT, reference="5832049176", payee="Jean-Marc Kouadio")
COINS = Payment("bitcoin", 15_000, "GBP", AT.replace(day=22))
THEIRS = Account("skype", "live:.cid.8f3a1b2c4d5e6f70", "Skype Name", Strength.STRONG)


@pytest.fixture
def page(opened, shown):
    made = shown(WordingPage(opened))
    made.resize(1000, 800)
    yield made
    opened.background.close()


@pytest.fixture
def filled(page, opened, qtbot):
    """The page over a case with an account and two payments, and the entries of these."""
    page.paid = [ask(opened, qtbot, lambda vault, fact=fact: vault.add(fact)) for fact in (PAID, COINS)]
    ask(opened, qtbot, lambda vault: vault.add(THEIRS))
    page.open_with(None)
    qtbot.waitUntil(lambda: page.is_ready, timeout=20_000)
    return page


def press(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def choose(page, key: str) -> None:
    press(page.where.chips[key])


def test_back_leads_where_one_came_from(page, qtbot):
    with qtbot.waitSignal(page.moved_on) as went:
        press(page.back)
    assert went.args[0] == "report"


def test_an_empty_case_is_no_failure(page, qtbot):
    page.open_with(None)
    qtbot.waitUntil(page.empty.isVisible, timeout=20_000)
    assert not page.failure.isVisible()
    assert not page.where.isVisible()


def test_forms_come_first_and_then_the_letters_of_each_payment(filled):
    assert list(filled.where.chips) == [
        "form.police", "form.report_fraud", "form.company", "form.ic3",
        "letter.exchange.1", "letter.bank.2", "letter.money_service.2",
    ]  # fmt: skip
    assert filled.where.on == ("form.police",)
    assert filled.form.isVisible()
    assert not filled.letter.isVisible()


def test_one_field_is_copied_for_a_short_time(filled):
    choose(filled, "form.company")
    row = filled.form.blanks[0]
    press(row.copy)
    assert QGuiApplication.clipboard().text() == "live:.cid.8f3a1b2c4d5e6f70"
    assert row.copy.text() == filled.context.words("wording.copied")
    filled.short.clear()
    assert QGuiApplication.clipboard().text() == ""


def test_all_of_it_is_copied_at_once(filled):
    choose(filled, "form.ic3")
    press(filled.form.copy_all)
    text = QGuiApplication.clipboard().text()
    assert "Transaction 2\nHow it was sent: Western Union" in text
    assert "Paid in all: £400.00." in text


def test_opened_for_a_payment_it_shows_its_letter(filled, qtbot):
    filled.open_with(filled.paid[1].id)
    qtbot.waitUntil(lambda: filled.where.on == ("letter.exchange.1",), timeout=20_000)
    assert filled.letter.isVisible()
    assert "Coins sent under threat: £150.00" in filled.letter.text.words


def test_a_fact_that_is_changed_is_changed_here_on_the_next_visit(filled, opened, qtbot):
    entry = filled.paid[0]
    other = replace(PAID, reference="1111111111")
    ask(opened, qtbot, lambda vault: vault.revise(entry.id, other))
    choose(filled, "letter.bank.2")
    filled.refresh()
    qtbot.waitUntil(lambda: "1111111111" in filled.letter.text.words, timeout=20_000)
    assert filled.where.on == ("letter.bank.2",)


def test_nothing_is_made_anew_while_nothing_happened(filled, opened, qtbot):
    before = ask(opened, qtbot, lambda vault: vault.record_count)
    made = filled._made
    filled.refresh()
    assert ask(opened, qtbot, lambda vault: vault.record_count) == before
    assert filled._made is made


@pytest.mark.parametrize("name", CHANGES)
def test_a_fact_is_changed_where_it_came_from(filled, qtbot, name):
    with qtbot.waitSignal(filled.moved_on) as went:
        press(filled.change_buttons[name])
    assert went.args[0] == name


def test_a_letter_is_saved_and_stands_in_the_log_and_on_the_list(filled, opened, qtbot, tmp_path):
    choose(filled, "letter.bank.2")
    press(filled.letter.save)
    qtbot.waitUntil(filled.to_file.before.isVisible, timeout=20_000)
    filled.to_file.before.went_on.emit()
    dialog = filled.to_file.findChild(QFileDialog)
    with qtbot.waitSignal(filled.to_file.saved, timeout=20_000):
        dialog.fileSelected.emit(str(tmp_path / "document.pdf"))
    assert (tmp_path / "document.pdf").read_bytes().startswith(b"%PDF")
    data = last_record(opened, qtbot, "export.create")
    assert (data["form"], data["letter"], data["payment"]) == ("letter", "bank", 2)
    [copy] = copies_of(opened, qtbot)
    assert copy.kind is CopyKind.LETTER
    assert filled.done.kind == "good"


def test_a_letter_is_printed_the_way_the_report_is(filled, qtbot):
    choose(filled, "letter.bank.2")
    press(filled.letter.print)
    qtbot.waitUntil(filled.to_paper.before.isVisible, timeout=20_000)
    assert filled.to_paper.made.payment == 2


def test_a_locked_case_leaves_nothing_on_the_page(filled, opened, qtbot):
    choose(filled, "letter.bank.2")
    with qtbot.waitSignal(opened.session.locked, timeout=20_000):
        opened.session.lock("test")
    assert not filled.is_ready
    assert filled.letter.text.words == ""
    assert filled.form.blanks == []


def test_under_18_there_are_facts_and_the_way_to_help(filled, opened, qtbot):
    case = ask(opened, qtbot, lambda vault: vault.case())
    ask(opened, qtbot, lambda vault: vault.revise(case.id, replace(case.fact, under_18=Under18.YES)))
    filled.refresh()
    qtbot.waitUntil(lambda: "form.ceop" in filled.where.chips, timeout=20_000)
    assert "form.report_fraud" not in filled.where.chips
    choose(filled, "form.ceop")
    assert "I am being blackmailed" not in filled.form._form.text
    with qtbot.waitSignal(filled.moved_on) as went:
        press(filled.help)
    assert went.args[0] == "help"


def test_a_letter_is_one_press_away_from_its_payment(opened, qtbot):
    page = PaymentsPage(opened)
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: page.is_ready)
    assert page.letters.isHidden()
    entry = ask(opened, qtbot, lambda vault: vault.add(PAID))
    page.open_with(entry.id)
    qtbot.waitUntil(lambda: page.editor.entry is not None)
    with qtbot.waitSignal(page.moved_on) as went:
        page.letters.click()
    assert went.args == ["wording", entry.id]


def test_the_report_leads_here(opened, qtbot):
    report = ReportPage(opened)
    qtbot.addWidget(report)
    with qtbot.waitSignal(report.moved_on) as went:
        report.words_link.click()
    assert went.args == ["wording", None]
    qtbot.waitUntil(lambda: not report.making.is_on, timeout=20_000)
    opened.background.close()


def test_what_stops_it_is_said(page, opened, qtbot, monkeypatch):
    ask(opened, qtbot, lambda vault: vault.add(THEIRS))
    monkeypatch.setattr("app.report.wording.facts.account_facts", lambda *_: {"identifier": "live:99x"})
    page.open_with(None)
    qtbot.waitUntil(page.failure.isVisible, timeout=20_000)
    assert not page.is_ready
