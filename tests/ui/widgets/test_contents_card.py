# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest

from ui.widgets.contents_card import ContentsCard


@pytest.mark.parametrize(("count", "key"), [(0, "exhibits.none"), (1, "exhibits"), (9, "exhibits")])
def test_it_says_how_many_exhibits_have_a_page(context, qtbot, words, count: int, key: str) -> None:
    card = ContentsCard(context)
    qtbot.addWidget(card)
    card.show_counts(count, 0)
    assert card._hints["report.page.ex"].words == words(f"report.page.{key}", n=count)


def test_it_says_what_is_left_out(context, qtbot, words) -> None:
    card = ContentsCard(context)
    qtbot.addWidget(card)
    card.show_counts(3, 2)
    assert card._hints["report.page.intimate"].words == words("package.left", n=2)
    card.show_counts(3, 0)
    assert card._hints["report.page.intimate"].words == words("report.page.intimate.hint")
    card.show_counts(3, 2, is_words_only=True)
    assert card._hints["report.page.intimate"].words == words("report.page.apart")
