# SPDX-License-Identifier: MIT
"""Stops, dashes and underscores are found in the picture, and one that a reading lacks is put in doubt."""

from __future__ import annotations

import pytest

from app.identify.crops import crop
from app.identify.lines import find_lines
from app.identify.signs import count_in, lacks, signs_in, with_missing
from app.identify.values import Reading
from tests.fakes.written import BLACK, BLUE, LIGHT_BLUE, NIGHT, WHITE, Page


@pytest.mark.parametrize(
    "text", ["gen.beringer", "live:amelie_1", "live:.cid.8f3a1b2c", "a.b.c.d_ij-x", "Amelie-t"]
)
@pytest.mark.parametrize("size_px", [14, 18, 28])
@pytest.mark.parametrize(("ground", "ink"), [(WHITE, BLACK), (WHITE, BLUE), (NIGHT, LIGHT_BLUE)])
def test_signs_are_counted(text: str, size_px: int, ground: str, ink: str) -> None:
    page = Page(ground=ground)
    page.write(30, 30, text, ink, size_px)
    found = signs_in(crop(page.pixels, find_lines(page.pixels)[0]))
    assert [sign for _, sign in found] == [sign for sign in text if sign in ".-_"]
    assert not lacks(text, found)


@pytest.mark.parametrize("sign", ["-", "."])
def test_a_sign_that_was_not_read_is_in_doubt_where_it_stands(sign: str) -> None:
    page = Page()
    page.write(30, 30, f"gen{sign}beringer", BLACK, 20)
    signs = signs_in(crop(page.pixels, find_lines(page.pixels)[0]))
    edges = tuple((at + (at > 2)) / 12 for at in range(11))
    assert lacks("genberinger", signs)
    (doubt,) = with_missing(Reading("genberinger", 0.9, edges=edges), signs).doubts
    assert doubt.index in {3, 4}
    assert doubt.options == (doubt.options[0], f"{sign}{doubt.options[0]}")
    whole = Reading(f"gen{sign}beringer", 0.9, edges=tuple(at / 12 for at in range(12)))
    assert with_missing(whole, signs) == whole


def test_what_stands_for_a_sign_counts_as_it() -> None:
    assert count_in("a,b\u2026", ".") == 2
    assert count_in("a\u2013b", "-") == 1


def test_a_line_of_which_nothing_was_read_has_no_doubts() -> None:
    assert with_missing(Reading("", 0.0), [(0.5, ".")]) == Reading("", 0.0)
