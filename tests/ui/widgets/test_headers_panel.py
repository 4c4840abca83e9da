# SPDX-License-Identifier: MIT
"""What headers say is told line by line; every doubt has its words; hostile ones are shown safely."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.identify.mail_headers import MailDoubt
from tests.app.identify.test_mail_headers import MAIL
from ui.widgets.fact_row import FactRow
from ui.widgets.headers_panel import HeadersPanel
from ui.widgets.label import Label
from ui.widgets.verbatim import Verbatim
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


@pytest.fixture
def panel(context: Context, qtbot: QtBot) -> HeadersPanel:
    panel = HeadersPanel(context)
    qtbot.addWidget(panel)
    return panel


def told(panel: HeadersPanel) -> dict[str, list[str]]:
    """What is shown in each row that is there now."""
    return {
        row.objectName(): [label.shown for label in row.findChildren(Verbatim)]
        for row in panel.findChildren(FactRow)
        if row in panel._made
    }


def hints(panel: HeadersPanel) -> list[str]:
    return [verdict.objectName() for verdict in panel.findChildren(Verdict) if verdict in panel._made]


def test_every_line_is_told_with_what_it_means(panel: HeadersPanel) -> None:
    assert panel.show_text(MAIL)
    assert told(panel) == {
        "mail_from": ["Amélie Laurent", "amelie.laurent91@example.com"],
        "mail_reply": ["jp.mbala@example.net"],
        "mail_return": ["bounce@mailer.example.net"],
        "mail_sent": ["24 Nov 2026, 10:31 UTC"],
        "mail_id": ["<abc123@example.com>"],
        "mail_written": ["203.0.113.77"],
        "mail_first": ["203.0.113.77"],
        "mail_way": [
            "mail.example.net, 24 Nov 2026, 10:31 UTC",
            "mx.example.org, 24 Nov 2026, 10:31 UTC",
            "2002:a05:6f02:c10a:b0:9f, 24 Nov 2026, 10:31 UTC",
        ],
        "mail_checks": ["SPF did not pass: softfail", "DKIM passed", "DMARC did not pass: fail"],
    }
    for row in panel.findChildren(FactRow):
        assert any(type(label) is Label and label is not row.name for label in row.findChildren(Label))
    assert hints(panel) == ["mail_reply_elsewhere"]


def test_other_headers_take_the_place_of_those_before(panel: HeadersPanel) -> None:
    panel.show_text(MAIL)
    panel.show_text("From: a@example.com")
    assert told(panel) == {"mail_from": ["a@example.com"]}
    assert not panel.show_text("hello")
    assert panel.isHidden()


def test_another_address_than_the_kept_one_is_told_of(panel: HeadersPanel) -> None:
    panel.show_text("From: a@example.com", "b@example.com")
    assert hints(panel) == ["mail_other"]
    panel.show_text("From: a@example.com", "A@example.com")
    assert hints(panel) == []


@pytest.mark.parametrize("doubt", list(MailDoubt))
def test_every_doubt_has_its_words(context: Context, doubt: MailDoubt) -> None:
    assert context.words.has(f"people.mail.{doubt}")
    assert context.words.has(f"people.mail.{doubt}.note")


def test_hostile_headers_are_shown_safely(panel: HeadersPanel) -> None:
    panel.show_text("From: \u202e**x** <b> <a\u2066@example.com>\nReply-To: {0}@example.com\n")
    assert told(panel)["mail_from"] == ["[U+202E]**x** <b>", "a[U+2066]@example.com"]
    shown = "".join(label.text() for label in panel.findChildren(Label))
    assert "\u202e" not in shown
    assert "\u2066" not in shown
