# SPDX-License-Identifier: MIT
"""Labels are told even when a letter is misread, and other words are not taken for them."""

from __future__ import annotations

import pytest

from app import paths
from app.identify.labels import COLONS, Labels, plain
from app.identify.platforms import Catalogue

CATALOGUE = Catalogue.load(paths.resources() / "platforms")
SKYPE = Labels({"skype": CATALOGUE["skype"].labels})


@pytest.mark.parametrize(
    "text",
    [
        "Skype",
        "Skype:",
        "SKYPE NAME",
        "Skype Narne",
        "Skype lD",
        "5kype",
        "Skype Name \uff1a",
        "Nom Skype",
        "Имя в Skype",
    ],
)
def test_a_label_is_told(text: str) -> None:
    found = SKYPE.whole(text)
    assert found
    assert found.platforms == ("skype",)
    assert found.is_marked == (text[-1] in COLONS)


@pytest.mark.parametrize(
    "text", ["", "Skype credit", "Call me on Skype", "Email", "Skip", "S", "live:.cid.8f3a1b2c4d5e6f70"]
)
def test_another_text_is_no_label(text: str) -> None:
    assert SKYPE.whole(text) is None


@pytest.mark.parametrize(
    ("text", "rest", "is_marked"),
    [
        ("Skype: live:amelie_1", "live:amelie_1", True),
        ("Skype Name: gen.beringer", "gen.beringer", True),
        ("Skype live:amelie_1", "live:amelie_1", False),
        ("Skype:gen.beringer", "gen.beringer", True),
    ],
)
def test_a_line_may_go_on_after_its_label(text: str, rest: str, is_marked: bool) -> None:
    found = SKYPE.beginning(text)
    assert found
    assert (text[found.start :], found.is_marked) == (rest, is_marked)


def test_a_line_that_only_holds_a_label_does_not_begin_with_one() -> None:
    assert SKYPE.beginning("Skype:") is None
    assert SKYPE.beginning("My Skype: live:amelie_1") is None


def test_a_word_of_several_platforms_is_of_all_of_them() -> None:
    labels = Labels({"discord": ("Username",), "kik": ("Username", "Kik")})
    found = labels.whole("Usernane")
    assert found
    assert found.platforms == ("discord", "kik")


def test_what_looks_alike_is_one() -> None:
    assert plain("Skype lD:") == plain("SKYPE ID")
    assert plain("Jméno") == "jmeno"
