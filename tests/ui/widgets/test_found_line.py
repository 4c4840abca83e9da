# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from app.model import Account, Rect, Strength
from app.search.own_words import OwnWords, Where
from app.search.values import Hit, ReadText
from tests.ui.models.test_exhibits import listed
from ui.models.finds import Find
from ui.widgets.found_line import FoundLine, foot_of, shown_line

LINE = ReadText(Rect(10, 20, 200, 24), "Send 200 now", 980)
READ = Find(listed(1), "200", (Hit(listed(1).id, LINE, ((5, 8),), is_exact=True),))


def painted(line: FoundLine, theme, width: int = 400) -> QImage:
    canvas = QImage(width, line.height, QImage.Format.Format_RGB32)
    canvas.fill(theme.colour("surface"))
    painter = QPainter(canvas)
    line.draw(painter, QPointF(0, 0))
    painter.end()
    return canvas


def marked(canvas: QImage, theme) -> list[int]:
    """Return in which columns the ground of a found word is."""
    colour = theme.colour("mark")
    points = ((x, y) for x in range(canvas.width()) for y in range(canvas.height()))
    return sorted({x for x, y in points if canvas.pixelColor(x, y) == colour})


def test_only_what_was_found_has_a_ground_of_its_own(theme) -> None:
    text = "Send 200 now"
    whole = painted(FoundLine(theme, text, ((5, 8),), 400, is_rtl=False), theme)
    columns = marked(whole, theme)
    assert columns
    assert columns[0] > 30
    assert columns[-1] - columns[0] < 60
    assert marked(painted(FoundLine(theme, text, (), 400, is_rtl=False), theme), theme) == []


def test_signs_outside_the_first_plane_do_not_move_the_mark(theme) -> None:
    plain = marked(painted(FoundLine(theme, "aa pay", ((3, 6),), 400, is_rtl=False), theme), theme)
    signs = "\U0001d552\U0001d552 pay"
    beyond = marked(painted(FoundLine(theme, signs, ((3, 6),), 400, is_rtl=False), theme), theme)
    assert len(beyond) == len(plain)


def test_a_long_line_goes_on_in_the_next(theme) -> None:
    one = FoundLine(theme, "pay", (), 400, is_rtl=False).height
    assert FoundLine(theme, "pay " * 60, (), 400, is_rtl=False).height > 3 * one
    assert FoundLine(theme, "x" * 300, (), 100, is_rtl=False).height > 3 * one


def test_in_a_window_that_runs_right_to_left_it_stands_at_the_right(theme) -> None:
    columns = marked(painted(FoundLine(theme, "pay", ((0, 3),), 400, is_rtl=True), theme), theme)
    assert columns[0] > 300


def test_what_was_read_is_quoted_and_the_mark_moves_along(context) -> None:
    text, marks = shown_line(context, READ)
    assert text == "“Send 200 now”"
    assert [text[start:end] for start, end in marks] == ["200"]


def test_what_the_person_said_is_not_quoted_and_says_whose_words_it_is(context, words) -> None:
    own = replace(READ, own=OwnWords(Where.NOTE, "ring Mum", ((5, 8),)))
    assert shown_line(context, own) == ("ring Mum", ((5, 8),))
    assert foot_of(context, own) == words("search.hits.own.note")


def test_the_foot_says_who_is_in_it_how_often_and_what_is_unsure(context, words) -> None:
    assert foot_of(context, READ) == "Window 1"
    alike = replace(READ.hits[0], is_exact=False)
    account = Account("skype", "live:a", None, Strength.STRONG)
    foot = foot_of(context, replace(READ, hits=(alike, alike), account=account))
    assert foot == " · ".join(("live:a, Skype", words("search.hits.more"), words("search.hits.alike")))


def test_every_place_a_word_can_stand_has_its_words(words) -> None:
    assert all(words.has(f"search.hits.own.{where}") for where in Where)
