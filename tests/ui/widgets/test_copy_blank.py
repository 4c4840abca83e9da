# SPDX-License-Identifier: MIT
"""One field of a form to copy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.report.wording.filled import FilledBlank
from ui.widgets.copy_blank import CopyBlank, WholeText


def test_a_press_copies_the_text_as_it_is_and_says_so(context, shown, qtbot, words):
    row = shown(CopyBlank(context, FilledBlank("Name", "a\u202eb", 3)))
    with qtbot.waitSignal(row.copy_wanted) as wanted:
        QTest.mouseClick(row.copy, Qt.MouseButton.LeftButton)
    assert wanted.args == ["a\u202eb"]
    assert row.copy.text() == words("wording.copied")
    row.rest()
    assert row.copy.text() == words("wording.copy")
    assert row.copy.accessibleName() == words("wording.copy.name", what="Name")


def test_what_is_not_known_cannot_be_copied(context, shown):
    row = shown(CopyBlank(context, FilledBlank("Name", "not known", 9, is_known=False)))
    assert not row.copy.isVisible()


def test_a_limit_is_said_with_how_much_is_used(context, shown):
    row = shown(CopyBlank(context, FilledBlank("Story", "x" * 1200, 1200, 3500)))
    assert row.count.words == "1,200 of 3,500 characters"


def test_nobody_is_told_the_length_of_a_name(context, shown):
    assert not shown(CopyBlank(context, FilledBlank("Name", "Tom", 3))).count.isVisible()


def test_what_did_not_fit_is_shown(context, shown):
    row = shown(CopyBlank(context, FilledBlank("Story", "One.", 4, 5, ("Two.", "Three."))))
    assert row.left.isVisible()
    assert row.not_in.words == "Two.\nThree."


def test_all_of_a_long_text_is_shown_and_its_empty_lines(context, shown):
    text = shown(WholeText(context, "a" * 2000 + "\n\nb", lines=True))
    assert text.shown.count("a") == 2000
    assert "\u00a0" in text.text()
