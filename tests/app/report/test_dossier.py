# SPDX-License-Identifier: MIT
"""A dossier knows whether it has anything to tell."""

from dataclasses import replace

from app.model import CaseFacts, Under18
from app.timeline import Timeline
from tests.app.report.dossiers import sample_dossier

DOSSIER, _ = sample_dossier()
NOTHING = dict.fromkeys(
    ("accounts", "exhibits", "left_out", "withdrawn", "payments", "demands", "calls", "contacts", "places"),
    (),
) | {"timeline": Timeline(())}


def test_a_case_with_only_answers_is_empty():
    assert replace(DOSSIER, case=CaseFacts(Under18.NO, "England"), **NOTHING).is_empty


def test_one_fact_is_enough():
    for name in NOTHING:
        kept = {key: nothing for key, nothing in NOTHING.items() if key != name}
        assert not replace(DOSSIER, case=CaseFacts(Under18.NO, "England"), **kept).is_empty


def test_every_number_stands_once_and_in_order():
    assert [exhibit.number for exhibit in DOSSIER.all_exhibits] == [1, 2, 3, 4, 5, 6, 7]
    assert DOSSIER.checkpoint.root.startswith(DOSSIER.short_fingerprint)


def test_an_account_is_found_by_its_id_and_the_persons_own_is_not():
    assert DOSSIER.number_of(DOSSIER.accounts[2].id) == 3
    assert DOSSIER.number_of(DOSSIER.own_accounts[0].id) is None
    assert DOSSIER.number_of(None) is None
