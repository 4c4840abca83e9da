# SPDX-License-Identifier: MIT
"""What is to be removed, and the removal."""

from __future__ import annotations

import pytest

from app.errors import BadInput
from app.model import CaseFacts, CopyKind, ExhibitFacts, Note, Sensitivity, Under18
from app.vault.copies import NewCopy
from tests.ui.filling import add_exhibit, ask
from ui.removing import Fact, Subject, remove, subject_of


def subject(opened, qtbot, wanted) -> Subject:
    return ask(opened, qtbot, lambda vault: subject_of(wanted, vault))


def test_an_exhibit_is_known_by_its_ref_with_the_copies_that_may_hold_it(opened, qtbot) -> None:
    one = add_exhibit(opened, qtbot)
    new = NewCopy(CopyKind.BACKUP, "/stick/case")
    copy = ask(opened, qtbot, lambda vault: vault.note_copy(new, {}, size=vault.record_count))
    found = subject(opened, qtbot, one.id)
    assert (found.what, found.exhibit, found.holders, found.is_for_police) == (
        one.ref,
        one,
        (copy.id,),
        False,
    )


def test_a_fact_is_called_as_its_list_calls_it(opened, qtbot) -> None:
    note = ask(opened, qtbot, lambda vault: vault.add(Note("case", "words")))
    found = subject(opened, qtbot, Fact(note.id, "a note", "people"))
    assert (found.what, found.exhibit) == ("a note", None)
    gone = ask(opened, qtbot, lambda vault: remove(found, "a reason", vault))
    assert (gone.kind, gone.why) == ("note", "a reason")


def test_the_police_come_first_where_somebody_may_be_under_18(opened, qtbot) -> None:
    one, other = (add_exhibit(opened, qtbot) for _ in range(2))
    marked = ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18)
    ask(opened, qtbot, lambda vault: vault.revise_exhibit(one.id, marked))
    assert subject(opened, qtbot, one.id).is_for_police
    assert not subject(opened, qtbot, other.id).is_for_police
    ask(opened, qtbot, lambda vault: vault.revise_case(CaseFacts(Under18.YES, "England")))
    assert subject(opened, qtbot, other.id).is_for_police


def test_an_exhibit_that_is_removed_is_not_known_any_more(opened, qtbot) -> None:
    one = add_exhibit(opened, qtbot)
    found = subject(opened, qtbot, one.id)

    def again(vault: object) -> str:
        remove(found, "a reason", vault)
        with pytest.raises(BadInput):
            subject_of(one.id, vault)
        return "gone"

    assert ask(opened, qtbot, again) == "gone"
