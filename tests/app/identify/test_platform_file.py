# SPDX-License-Identifier: MIT
"""What a file says can be asked for by key and by device."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app import paths
from app.errors import GuideInvalid
from app.identify.platforms import Catalogue

SKYPE = Catalogue.load(paths.resources() / "platforms")["skype"]


def test_the_computer_comes_before_the_phone() -> None:
    assert [device for device, _ in SKYPE.ways] == ["computer", "phone"]
    assert [device for device, _ in replace(SKYPE, computer=None).ways] == ["phone"]


def test_words_are_found_by_their_key() -> None:
    assert SKYPE.catch("group").title == "This is the ID of a chat"
    with pytest.raises(GuideInvalid, match=r"^skype\.toml: catches: crowd is missing"):
        SKYPE.catch("crowd")
