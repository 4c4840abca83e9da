# SPDX-License-Identifier: MIT
"""Failures in words: three parts for each, and nothing of the person in what is copied or logged."""

from __future__ import annotations

import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import Cancelled, CaptureDenied, CodeMistyped, DiskFull, HashMismatch, VaultBusy
from ui.messages import MessageCard, MessageDialog, Messages, explain, report_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.words import Words
    from ui.context import Context

SECRET = "Tom Hale live:.cid.8f3a1b2c4d5e6f70 violet kettle"  # noqa: S105 - what must not be told


def failure() -> ValueError:
    try:
        raise ValueError(SECRET)  # noqa: TRY301 - it needs a traceback of its own
    except ValueError as error:
        return error


def test_a_leaf_has_its_own_words(words: Words) -> None:
    said = explain(words, DiskFull())
    assert said.is_known
    assert "disk is full" in said.what
    assert said.safe.startswith("Yes")


def test_the_words_name_the_group_and_the_file(words: Words) -> None:
    assert "Group 4" in explain(words, CodeMistyped(4)).what
    assert "TJH/3" in explain(words, HashMismatch("TJH/3")).safe
    assert explain(words, CaptureDenied("no")).is_known


def test_the_unexpected_has_words_too_and_tells_nothing(words: Words) -> None:
    said = explain(words, failure())
    assert not said.is_known
    assert not any(part in f"{said.what}{said.safe}{said.do}" for part in SECRET.split())


def test_the_report_says_where_and_never_what() -> None:
    report = report_of(failure())
    assert "ValueError" in report
    assert "tests/ui/test_messages.py" in report
    assert not any(part in report for part in SECRET.split())


def test_the_card_shows_three_parts(context: Context, qtbot: QtBot) -> None:
    card = MessageCard(context)
    qtbot.addWidget(card)
    assert card.isHidden()
    card.show_error(DiskFull())
    assert not card.isHidden()
    assert "disk is full" in card.what.words
    assert context.words("message.safe") in card.safe.words
    assert card.do.words


def test_details_can_be_copied_only_where_nobody_expected_it(context: Context, qtbot: QtBot) -> None:
    known, unknown = MessageDialog(context, DiskFull()), MessageDialog(context, failure())
    qtbot.addWidget(known)
    qtbot.addWidget(unknown)
    assert not hasattr(known, "copy")
    unknown.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "ValueError" in copied
    assert not any(part in copied for part in SECRET.split())


def test_a_busy_vault_can_be_gone_to(context: Context, qtbot: QtBot) -> None:
    dialog = MessageDialog(context, VaultBusy())
    qtbot.addWidget(dialog)
    assert (dialog.go_to.role, dialog.go_on.role) == ("primary", "secondary")  # what the words ask for
    assert dialog.go_to.isDefault()
    with qtbot.waitSignal(dialog.went_to):
        dialog.go_to.click()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_one_at_a_time_and_none_for_what_was_stopped(context: Context, window: QWidget) -> None:
    messages = Messages(context, window)
    messages.show_error(Cancelled())
    assert messages.dialog is None
    messages.show_error(DiskFull())
    first = messages.dialog
    messages.show_error(failure())
    assert messages.dialog is first
    assert first is not None
    first.accept()
    assert messages.dialog is None


def test_every_thread_s_exceptions_come_to_the_dialog(
    context: Context,
    window: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    messages = Messages(context, window)
    messages.catch_everything()

    def fails() -> None:
        raise ValueError(SECRET)

    with caplog.at_level(logging.ERROR, "safehold"):
        thread = threading.Thread(target=fails)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: messages.dialog is not None)
    assert "ValueError" in caplog.text
    assert not any(part in caplog.text for part in SECRET.split())
