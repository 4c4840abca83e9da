# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import fields

import pytest

from app.errors import BadInput
from app.model import CaseFacts
from app.report.scope import PERSON, Scope, check_chosen, narrowed
from tests.app.report.dossiers import sample_dossier

ONE = Scope(frozenset({"TJH/4"}))


@pytest.fixture
def whole():
    return sample_dossier()[0]


def refs_of(whole) -> list[str]:
    return [entry.exhibit.ref for entry in whole.exhibits]


def test_a_frame_is_of_its_run_and_no_ref_of_another_exhibit() -> None:
    assert ONE.has("TJH/4")
    assert ONE.has("TJH/4.2")
    assert not ONE.has("TJH/40")
    assert not ONE.has(None)
    assert Scope(frozenset({"T.J/4"})).has("T.J/4.2")
    assert ONE.only(["TJH/1", "TJH/4.1", "TJH/4"]) == ("TJH/4.1", "TJH/4")


def test_only_the_chosen_exhibit_is_told_of(whole) -> None:
    ref = refs_of(whole)[0]
    part = narrowed(whole, Scope(frozenset({ref})))
    assert refs_of(part) == [ref]
    assert part.scope.of == len(whole.all_exhibits)
    assert (part.left_out, part.withdrawn, part.reports_made) == ((), (), ())
    for entry in (*part.accounts, *part.own_accounts, *part.payments, *part.contacts, *part.places):
        assert set(entry.exhibit_refs) <= {ref}
    assert all(line.refs and set(line.refs) <= {ref} for line in part.timeline.lines)


def test_numbers_stay_what_they_are_in_the_whole(whole) -> None:
    shown = {entry.id: entry.number for entry in whole.accounts}
    for ref in refs_of(whole):
        part = narrowed(whole, Scope(frozenset({ref})))
        assert all(shown[entry.id] == entry.number for entry in part.accounts)


def test_of_the_person_only_who_it_is_goes_along(whole) -> None:
    part = narrowed(whole, Scope(frozenset(refs_of(whole)[:1])))
    empty = CaseFacts(whole.case.under_18, whole.case.country)
    for field in fields(CaseFacts):
        wanted = whole.case if field.name in PERSON else empty
        assert getattr(part.case, field.name) == getattr(wanted, field.name), field.name


def test_with_the_facts_all_is_told_but_no_other_exhibit_named(whole) -> None:
    ref = refs_of(whole)[0]
    part = narrowed(whole, Scope(frozenset({ref}), with_facts=True))
    assert part.case == whole.case
    assert len(part.accounts) == len(whole.accounts)
    assert len(part.demands) == len(whole.demands)
    assert {entry.exhibit_ref for entry in part.demands} <= {ref, None}
    assert all(set(line.refs) <= {ref} for line in part.timeline.lines)


def test_what_was_chosen_must_be_there(whole) -> None:
    shown = [entry.exhibit for entry in whole.exhibits]
    check_chosen(Scope(frozenset(refs_of(whole))), shown)
    for refs in (frozenset(), frozenset({"TJH/999"})):
        with pytest.raises(BadInput):
            check_chosen(Scope(refs), shown)
