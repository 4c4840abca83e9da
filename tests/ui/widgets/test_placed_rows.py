# SPDX-License-Identifier: MIT
"""Rows hold the numbers of the place, at once when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ui.widgets.placed_rows import PlacedRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.context import Context


def said(rows: PlacedRows) -> str:
    return " ".join(row.words.words for row in rows.rows)


def test_the_rows_of_the_uk(context: Context, qtbot: QtBot) -> None:
    rows = PlacedRows(context, "path.under18")
    qtbot.addWidget(rows)
    for number in ("0808 800 5000", "ceop.police.uk/safety-centre", "999", "childline.org.uk/remove"):
        assert number in said(rows)


@pytest.mark.parametrize("place", ["United States", "Another EU country", "Another country", "Australia"])
def test_elsewhere_none_of_them(context: Context, qtbot: QtBot, place: str) -> None:
    rows = PlacedRows(context, "path.under18")
    qtbot.addWidget(rows)
    context.here.set_place(place)
    for number in ("NSPCC", "CEOP", "999", "101", "Childline", "{", "[", "None"):
        assert number not in said(rows)
    assert "takeitdown.ncmec.org" in said(rows)
    assert len(rows.rows) == 5


def test_where_there_is_no_line_its_row_is_left_out(context: Context, qtbot: QtBot) -> None:
    rows = PlacedRows(context, "path.shared")
    qtbot.addWidget(rows)
    assert "0808 2000 247" in said(rows)
    context.here.set_place("Scotland")
    assert "partner" not in said(rows)
