# SPDX-License-Identifier: MIT
"""Titles are headings, rows that can be pressed are buttons, answers are a group; nothing is read twice."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.spoken_roles import speak_as, speak_roles
from ui.widgets.chip import Chips
from ui.widgets.choice import Choice
from ui.widgets.combo import Combo
from ui.widgets.figure import Figure
from ui.widgets.focus_order import order_reading
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.page import Page
from ui.widgets.sidebar import Sidebar
from ui.widgets.status_row import StatusRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from ui.context import Context

Role = QAccessible.Role


@pytest.fixture(autouse=True)
def _spoken(qapp: object) -> Iterator[None]:
    """A screen reader is there."""
    speak_roles()
    was_active = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(was_active)


def read(widget: QWidget) -> tuple[Role, str]:
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.role(), seen.text(QAccessible.Text.Name)


def read_below(widget: QWidget) -> list[str]:
    seen = QAccessible.queryAccessibleInterface(widget)
    return [seen.child(place).text(QAccessible.Text.Name) for place in range(seen.childCount())]


def test_titles_are_headings_and_other_words_are_not(context: Context, qtbot: QtBot) -> None:
    title, words = Label("Find **their** ID", "title"), Label("Four words", "body")
    for label in (title, words):
        qtbot.addWidget(label)
    assert read(title) == (Role.Heading, "Find their ID")
    assert read(words) == (Role.StaticText, "Four words")


def test_a_row_is_a_button_that_is_pressed_by_ear(context: Context, qtbot: QtBot) -> None:
    row = StatusRow(context, "Stop replying", note="1 min")
    qtbot.addWidget(row)
    assert read(row) == (Role.Button, "Stop replying")
    assert read_below(row) == []  # its words would be read twice
    acts = QAccessible.queryAccessibleInterface(row).actionInterface()
    with qtbot.waitSignal(row.chosen):
        acts.doAction(acts.actionNames()[0])


def test_answers_are_a_group_named_by_their_question(context: Context, qtbot: QtBot) -> None:
    choice = Choice(context, [("yes", "Yes"), ("no", "No")], name="Is it safe?")
    qtbot.addWidget(choice)
    assert read(choice) == (Role.Grouping, "Is it safe?")
    assert read_below(choice) == ["Yes", "No"]


def test_one_chip_of_several_is_a_radio_button_and_says_that_it_is_on(context: Context, qtbot: QtBot) -> None:
    chips = Chips(context, [("skype", "Skype"), ("other", "Other")], is_exclusive=True)
    qtbot.addWidget(chips)
    chips.set_on(("skype",))
    assert read(chips.chips["skype"]) == (Role.RadioButton, "Skype")
    states = {key: QAccessible.queryAccessibleInterface(chip).state() for key, chip in chips.chips.items()}
    assert (states["skype"].checked, states["other"].checked) == (1, 0)
    assert states["other"].checkable
    acts = QAccessible.queryAccessibleInterface(chips.chips["other"]).actionInterface()
    with qtbot.waitSignal(chips.changed):
        acts.doAction(acts.actionNames()[0])
    assert chips.on == ("other",)


def test_the_page_that_is_shown_is_the_chosen_tab(context: Context, qtbot: QtBot) -> None:
    sidebar = Sidebar(context)
    qtbot.addWidget(sidebar)
    sidebar.set_current("report")
    shown = {name: QAccessible.queryAccessibleInterface(row) for name, row in sidebar.pages.items()}
    assert {one.role() for one in shown.values()} == {Role.PageTab}
    assert [name for name, one in shown.items() if one.state().selected] == ["report"]
    assert read(sidebar.lock)[0] is Role.Button


def test_a_numbered_row_is_read_whole_with_its_number(context: Context, qtbot: QtBot) -> None:
    row = NumberedRow(context, 2, "Say these words to **your bank**", number_to_call="159")
    qtbot.addWidget(row)
    assert read(row) == (Role.ListItem, "2. Say these words to your bank 159")
    assert read_below(row) == []


def test_a_figure_is_a_picture(context: Context, qtbot: QtBot) -> None:
    figure = Figure(context, "skype-computer")
    qtbot.addWidget(figure)
    role, name = read(figure)
    assert role is Role.Graphic
    assert name.startswith("A Skype profile")


def test_a_list_belongs_to_the_label_that_asks(context: Context, shown: Callable[[QWidget], QWidget]) -> None:
    holder = QWidget()
    column = QVBoxLayout(holder)
    asks, other = Label("Which country?", parent=holder), Label("Something else", parent=holder)
    listed = Combo(context, name="Which country?", parent=holder)
    for widget in (other, asks, listed):
        column.addWidget(widget)
    shown(holder)
    assert asks.buddy() is listed
    assert other.buddy() is None


def test_a_role_given_late_counts_too(qtbot: QtBot) -> None:
    late = QWidget()
    qtbot.addWidget(late)
    assert read(late)[0] is not Role.Grouping
    speak_as(late, "group")
    assert read(late)[0] is Role.Grouping


def test_what_is_read_stands_in_the_order_of_the_layout(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    made = [QLabel(text, holder) for text in ("third", "first", "second")]
    column = QVBoxLayout(holder)
    for place in (1, 2, 0):
        column.addWidget(made[place])
    assert read_below(holder) == ["third", "first", "second"]
    order_reading(holder)
    assert read_below(holder) == ["first", "second", "third"]


def test_a_page_without_a_title_is_called_by_its_headline(context: Context, shown) -> None:
    class Bare(Page):
        def _lay_out(self) -> None:
            self.content.addWidget(Label("Three questions", "display", parent=self))

    page = shown(Bare(context))
    page.take_focus()
    assert read(page) == (Role.Pane, "Three questions")
    assert page.hasFocus()


def test_widgets_come_and_go_while_they_are_listened_to(context: Context, qtbot: QtBot) -> None:
    for _ in range(50):
        holder = QWidget()
        row, title = (
            StatusRow(context, "Stop replying", parent=holder),
            Label("Steps", "title", parent=holder),
        )
        assert (read(row)[0], read(title)[0]) == (Role.Button, Role.Heading)
        holder.deleteLater()
        del holder, row, title
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
