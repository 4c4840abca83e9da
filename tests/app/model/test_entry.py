# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import get_args

from app.model import Fact
from app.vault.entries import KINDS


def test_every_fact_has_its_place_in_the_vault() -> None:
    assert set(get_args(Fact)) == set(KINDS)
