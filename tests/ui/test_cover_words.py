# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Sensitivity
from ui.cover_words import COVERS

if TYPE_CHECKING:
    from app.words import Words


def test_every_mark_has_its_words(words: Words) -> None:
    assert set(COVERS) == set(Sensitivity)
    keys = {key for cover in COVERS.values() for key in (cover.said, cover.button) if key}
    assert all(map(words.has, keys))


def test_what_is_set_apart_has_no_way_out() -> None:
    apart = COVERS[Sensitivity.MAY_SHOW_UNDER_18]
    assert (apart.button, apart.may_go) == ("", False)


def test_words_that_hold_more_are_set_apart() -> None:
    assert COVERS[Sensitivity.WORDS_ONLY].mark is Sensitivity.MAY_SHOW_UNDER_18
