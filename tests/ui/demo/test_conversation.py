# SPDX-License-Identifier: MIT
from __future__ import annotations

import itertools

import pytest

from app import paths
from ui.demo.conversation import ConversationView, rows_of
from ui.demo.paint import load_fonts
from ui.demo.script import load


@pytest.fixture
def script():
    return load(paths.resources() / "sample" / "case.toml")


def test_every_message_has_a_row_under_its_date_and_none_covers_another(qapp, script) -> None:
    rows = rows_of(script.lines, load_fonts())
    assert [row.line for row in rows if row.line] == list(script.lines)
    assert [row.day.day for row in rows if row.day] == [19, 22, 23]
    assert all(a.top + a.height <= b.top for a, b in itertools.pairwise(rows))


def test_it_opens_at_the_newest_message_and_scrolls_back(qtbot, script) -> None:
    view = ConversationView(script, load_fonts())
    qtbot.addWidget(view)
    view.resize(860, 700)
    view.show()
    bar = view.messages.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert script.lines[0].at < view.shown_from() < script.lines[-1].at
    newest = view.messages.viewport().grab().toImage()
    bar.setValue(0)
    assert view.shown_from() == script.lines[0].at
    assert view.messages.viewport().grab().toImage() != newest
    assert view.id_area() is None
