# SPDX-License-Identifier: MIT
from __future__ import annotations

from app.model import ExhibitId, Purged, PurgedOriginal
from tests.fakes.clock import START

ORIGINAL = PurgedOriginal(ExhibitId("a1"), "TJH/4", "b2", START, 7, "ab" * 32, "cd" * 32)


def test_what_had_a_ref_was_an_exhibit() -> None:
    gone = Purged("a1", "exhibit", "TJH/4", 4, 20, START, "by mistake", originals=(ORIGINAL,))
    assert (gone.is_exhibit, gone.sha256s) == (True, ("ab" * 32,))
    assert not Purged("c3", "note", None, None, 21, START, "by mistake").is_exhibit
