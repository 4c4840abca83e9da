# SPDX-License-Identifier: MIT
"""What others wrote is shown as written: stars stay stars, marks of direction can be seen, long ones wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def test_nothing_in_it_is_markup(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    label = Verbatim(context, "**Kevin** <b>x</b> & y")
    shown(label)
    assert label.words == label.accessibleName() == "**Kevin** <b>x</b> & y"
    assert "<b>" not in label.text()
    assert "**Kevin** &lt;b&gt;x&lt;/b&gt; &amp; y" in label.text()


def test_marks_of_direction_can_be_seen_and_are_kept(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    label = Verbatim(context, "\u202eKevin\x00")
    shown(label)
    assert label.words == "\u202eKevin\x00"
    assert label.shown == label.accessibleName() == "[U+202E]Kevin[U+0000]"
    assert "\u202e" not in label.text()


def test_a_text_without_spaces_wraps(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    label = Verbatim(context, "W" * 500)
    label.setFixedWidth(300)
    shown(label)
    assert label.minimumSizeHint().width() < 600
    assert label.heightForWidth(300) > 10 * context.theme.role("body").line_px


def test_of_a_very_long_text_the_beginning_is_shown(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    label = Verbatim(context, "x" * 10_000)
    shown(label)
    assert label.shown.endswith("… 9400 more characters are kept.")
    assert len(label.words) == 10_000


def test_line_ends_stay_where_they_are_asked_for(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    label = Verbatim(context, "one\ntwo", lines=True)
    shown(label)
    assert label.text().count("<p") == 2
    assert Verbatim(context, "one\ntwo", parent=label).shown == "one[U+000A]two"
