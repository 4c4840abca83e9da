# SPDX-License-Identifier: MIT
from __future__ import annotations

from datetime import time

from app.model import CaseFacts, SafeContact, Under18
from app.plain import from_plain, to_plain


def test_answers_of_the_person_survive_being_kept() -> None:
    facts = CaseFacts(Under18.NO, "England", contact=SafeContact("text", "07700 900456", time(17)))
    assert from_plain(CaseFacts, to_plain(facts)) == facts
