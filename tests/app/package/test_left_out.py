# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.model import DerivativeKind
from app.package.left_out import (
    Declared,
    NotIncluded,
    NotIncludedMade,
    Why,
    not_included,
    read_not_included,
)
from tests.fakes.clock import START

ENTRY = NotIncluded("TJH/3", "a-3", START, 12, "ab" * 32, "cd" * 32, Why.INTIMATE, "a picture of me")

MADE = NotIncludedMade("d-1", "TJH/3", DerivativeKind.RUN_RECORD, 1, 12, "ab" * 32, "cd" * 32)


def test_a_declaration_comes_back() -> None:
    other = replace(ENTRY, ref="TJH/4", why=Why.WITHDRAWN, withdrawn_at=START, withdrawn_why="mistake")
    assert read_not_included(not_included([ENTRY, other])) == Declared({"TJH/3": ENTRY, "TJH/4": other})
    assert read_not_included(not_included([])) == Declared()
    assert read_not_included(not_included([ENTRY], [MADE])) == Declared({"TJH/3": ENTRY}, {"d-1": MADE})
    assert b"derivatives" not in not_included([ENTRY])


def test_words_typed_with_loose_accents_are_composed() -> None:
    found = read_not_included(not_included([replace(ENTRY, described="cafe\u0301")]))
    assert found is not None
    assert found.originals["TJH/3"].described == "caf\u00e9"


@pytest.mark.parametrize(
    "change", [{"why": "because"}, {"size_bytes": "12"}, {"acquired_at": "soon"}, {"name": "x"}]
)
def test_an_entry_of_another_form_is_none(change: dict[str, object]) -> None:

    plain = json.loads(not_included([ENTRY]))
    plain["not_included"][0] |= change
    data = json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()
    assert read_not_included(data) is None


def test_one_exhibit_is_declared_once() -> None:
    assert read_not_included(not_included([ENTRY, ENTRY])) is None
    assert read_not_included(not_included([ENTRY], [MADE, MADE])) is None
