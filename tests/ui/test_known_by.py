# SPDX-License-Identifier: MIT
"""How an identifier is known is said in words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.identify.platforms import Catalogue
from app.model import Account, DisplayName, Provenance, Strength
from app.paths import resources
from tests.fakes.clock import START
from ui.known_by import known_by, name_of

if TYPE_CHECKING:
    from app.words import Words

ACCOUNT = Account("skype", "live:a", None, Strength.STRONG)


@pytest.mark.parametrize(
    ("provenance", "pasted", "wanted"),
    [
        (Provenance.TYPED, None, "You typed it."),
        (Provenance.PASTED, "live:a", "You pasted it."),
        (Provenance.READ, None, "We read it in TJH/1."),
        (Provenance.READ_AND_PASTED, "live:a", "We read it in TJH/1, and you pasted it. Both agree."),
        (Provenance.READ_AND_PASTED, "live:b", "We read it in TJH/1, and you pasted it. The two differ."),
    ],
)
def test_each_way(words: Words, provenance: Provenance, pasted: str | None, wanted: str) -> None:
    assert known_by(words, replace(ACCOUNT, provenance=provenance, pasted=pasted), "TJH/1") == wanted


def test_how_sure_the_reading_was(words: Words) -> None:
    read = replace(ACCOUNT, provenance=Provenance.READ, read_as="live:a", read_permille=968)
    assert known_by(words, read, None) == "We read it in your picture. Least sure character: 96 %."


def test_a_name_alone_and_an_unknown_way_say_nothing(words: Words) -> None:
    assert known_by(words, ACCOUNT, None) == ""
    assert known_by(words, replace(ACCOUNT, stable_id=None, provenance=Provenance.TYPED), None) == ""


def test_an_account_is_named_by_what_is_shown_last_and_its_platform() -> None:
    catalogue = Catalogue.load(resources() / "platforms")
    assert name_of(catalogue, ACCOUNT) == "live:a, Skype"
    named = replace(ACCOUNT, display_names=(DisplayName("Old", START), DisplayName("Amelie", START)))
    assert name_of(catalogue, named) == "Amelie, Skype"
    assert name_of(catalogue, replace(ACCOUNT, platform="Elsewhere")) == "live:a, Elsewhere"
