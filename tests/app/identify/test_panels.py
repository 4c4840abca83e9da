# SPDX-License-Identifier: MIT
"""The whole way from pixels to a proposal, on panels drawn for it and on pages of a browser.

``python -m tests.fakes.panels`` looks at many more, and names each one that went wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.identify.finding import find
from app.identify.platforms import Catalogue
from app.identify.recogniser import Recogniser
from app.paths import resources
from tests.fakes.panels import nothing, panel
from tests.fakes.panels.judging import judged
from tests.fakes.panels.pages import photographed
from tests.fakes.panels.wallets import wallet

if TYPE_CHECKING:
    from pathlib import Path

    from app.identify.values import Proposal
    from tests.fakes.panels import Panel

SEEDS = range(700, 770)
SUMMED = {"segwit", "base58", "tron", "ethereum", "iban"}


@pytest.fixture(scope="module")
def look() -> object:
    recogniser, catalogue = Recogniser(), Catalogue.load(resources() / "platforms")

    def found(panel: Panel, wanted: str | None = "skype") -> tuple[Proposal, ...]:
        return find(np.asarray(panel.image), recogniser.read, catalogue, wanted)

    return found


def test_the_right_line_is_chosen_and_read_and_no_letter_is_wrong_unmarked(look: object) -> None:
    tally = judged((panel(seed) for seed in SEEDS), look)
    assert tally.unmarked == []
    assert tally.right_line >= 0.97, (tally.missed, tally.other_line)
    assert tally.read_exactly >= 0.97, tally.inexact


def test_where_there_is_nothing_nothing_is_proposed(look: object) -> None:
    tally = judged((nothing(seed) for seed in SEEDS[:16]), look)
    assert tally.invented == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_pages_of_a_browser_are_read_too(look: object, scale: float, tmp_path: Path) -> None:
    tally = judged(photographed(SEEDS[:24], scale, tmp_path), look)
    assert tally.unmarked == []
    assert tally.invented == []
    assert tally.right_line >= 0.97, (tally.missed, tally.other_line)
    assert tally.read_exactly >= 0.97, tally.inexact


def test_an_address_for_money_that_passes_its_sum_is_never_wrong(look: object) -> None:
    proven = 0
    for seed in range(40, 60):
        shown = wallet(seed)
        assert shown.layout in SUMMED
        passed = [each.value for each in look(shown, None) if each.has_checksum]
        assert passed in ([], [shown.value])
        proven += len(passed)
    assert proven >= 18
