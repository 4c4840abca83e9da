# SPDX-License-Identifier: MIT
"""The form of a text decides whether it is proposed, and changes no letter of it."""

from __future__ import annotations

import pytest

from app import paths
from app.identify.labels import Found
from app.identify.platforms import Catalogue
from app.identify.proposing import LEAST, confidence, is_refused, of_value
from app.identify.sheet import Entry
from app.identify.spaces import Gap
from app.identify.values import Box, Doubt, Reading, TextLine

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
SKYPE = CATALOGUE["skype"]
LABEL = Found("Skype:", ("skype",), None, is_marked=True)


def entry(text: str, sure: float = 0.95, gaps: tuple[tuple[int, Gap], ...] = ()) -> Entry:
    line = TextLine(Box(100, 40, 100 + 8 * len(text), 54), is_blue=True)
    edges = tuple(at / len(text) for at in range(len(text)))
    doubts = tuple(Doubt(at, (sign, "I")) for at, sign in enumerate(text) if sign == "l")
    return Entry(line, Reading(text, sure, doubts, edges=edges), gaps, 98, 8 * len(text) + 4)


def test_every_look_alike_of_the_value_is_in_doubt() -> None:
    proposal = of_value(entry("8:live:al0"), SKYPE, LABEL)
    assert proposal
    assert proposal.value == "live:al0"
    assert [doubt.index for doubt in proposal.doubts] == [0, 6, 7]
    assert proposal.doubts[0].options[:2] == ("l", "I")
    assert proposal.label == "Skype"


def test_a_slip_is_proposed_as_it_stands_and_less_surely() -> None:
    right, slip = of_value(entry("live:amelie"), SKYPE, LABEL), of_value(entry("Iive:amelie"), SKYPE, LABEL)
    assert right
    assert slip
    assert slip.value == "Iive:amelie"
    assert LEAST <= slip.confidence < right.confidence


def test_a_true_space_makes_it_a_name_and_a_read_one_does_not() -> None:
    assert of_value(entry("JohnSmith", gaps=((4, Gap(32, 38)),)), SKYPE, LABEL) is None
    proposal = of_value(entry("live: amelie"), SKYPE, LABEL)
    assert proposal
    assert proposal.value == "live:amelie"


def test_what_stands_before_the_value_is_left_out() -> None:
    proposal = of_value(entry("Skype: gen.beringer", gaps=((7, Gap(54, 60)),)), SKYPE, LABEL, 7)
    assert proposal
    assert proposal.value == "gen.beringer"
    assert proposal.box.left == 98 + 60


@pytest.mark.parametrize(
    "text", ["www.example.com", "a@b.example", "example.com", "download", "live:abc...", "live:ab\u2026"]
)
def test_addresses_words_and_what_is_cut_off_are_refused(text: str) -> None:
    assert is_refused(text, SKYPE)
    assert of_value(entry(text), SKYPE, LABEL) is None


def test_a_weak_reading_makes_it_less_sure() -> None:
    assert confidence(entry("abc", 0.99), 0.9) > confidence(entry("abc", 0.3), 0.9) > 0.5


def test_a_capital_i_stays_as_it_was_read_and_is_in_doubt() -> None:
    proposal = of_value(entry("Izwxuq.abc"), SKYPE, LABEL)
    assert proposal
    assert proposal.value == "Izwxuq.abc"
    assert "l" in next(doubt.options for doubt in proposal.doubts if doubt.index == 0)
