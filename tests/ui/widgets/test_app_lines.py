# SPDX-License-Identifier: MIT
"""Names of apps with their sentences; hidden while there is nothing to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.widgets.app_lines import AppLines

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def test_it_shows_what_it_is_told_and_nothing_of_before(
    context: Context, shown: Callable[[QWidget], QWidget]
) -> None:
    lines = AppLines(context, "Know this first")
    shown(lines)
    assert lines.texts == ()
    lines.show_lines([("Snapchat", ("It tells them.", "It goes.")), ("Kik", ("Save it first.",))])
    assert lines.texts == ("Snapchat", "It tells them.", "It goes.", "Kik", "Save it first.")
    assert not lines.isHidden()
    lines.show_lines([("X", ("Sign out.",))])
    assert lines.texts == ("X", "Sign out.")
    lines.show_lines(())
    assert lines.texts == ()
    assert lines.isHidden()


def test_a_name_that_was_typed_is_no_markup(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    lines = AppLines(context, "")
    shown(lines)
    lines.show_lines([("<b>new</b>", ("Look.",))])
    assert "&lt;b&gt;" in lines.findChildren(type(lines.title))[1].text()
