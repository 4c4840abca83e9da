# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.model import EntryId, ExhibitId
from app.plain import from_plain, to_plain


def test_names_are_kept_as_text() -> None:
    assert to_plain(EntryId("a" * 32)) == "a" * 32
    assert from_plain(ExhibitId, "b" * 32) == "b" * 32
