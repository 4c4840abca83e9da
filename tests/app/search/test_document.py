# SPDX-License-Identifier: MIT
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.model import Rect
from app.search.document import END, document
from app.search.folding import fold
from app.search.values import ReadText

HIGH = 20


def line(text: str, x: int, y: int, width: int = 200, height: int = HIGH) -> ReadText:
    return ReadText(Rect(x, y, width, height), text, 900)


LINES = st.lists(
    st.builds(
        line,
        st.text(alphabet="ab £\u00e9", max_size=6),
        st.integers(0, 900),
        st.integers(0, 900),
        st.integers(5, 400),
        st.integers(6, 60),
    ),
    max_size=12,
)


def test_the_lines_of_a_paragraph_follow_one_another() -> None:
    made = document([line("third", 0, 60), line("first", 0, 0), line("second", 4, 30)])
    assert made.signs == fold("firstsecondthird") + END


def test_a_column_beside_it_is_no_part_of_a_paragraph() -> None:
    made = document([line("chat", 600, 0), line("list", 0, 2), line("more", 600, 30), line("name", 0, 32)])
    assert {fold("chatmore"), fold("listname")} == set(made.signs.split(END)) - {""}


def test_pieces_of_one_row_follow_one_another_before_the_next_row() -> None:
    made = document([line("204", 60, 1, 40), line("583", 0, 0, 40), line("9176", 0, 30, 60)])
    assert made.signs == "5832049176" + END


def test_what_is_far_below_or_of_another_size_begins_anew() -> None:
    made = document([line("one", 0, 0), line("far", 0, 100), line("large", 0, 130, height=50)])
    assert made.signs.count(END) == 3


def test_of_no_lines_nothing_is_searched() -> None:
    made = document([])
    assert (made.texts, made.signs, made.starts) == ((), "", ())


@given(LINES)
def test_every_line_is_there_once_where_it_begins(texts: list[ReadText]) -> None:
    made = document(texts)
    assert sorted(map(id, made.texts)) == sorted(map(id, texts))
    assert len(made.starts) == len(texts)
    for text, start in zip(made.texts, made.starts, strict=True):
        assert made.signs.startswith(fold(text.text), start)
    assert len(made.signs) == sum(len(fold(text.text)) for text in texts) + made.signs.count(END)
