# SPDX-License-Identifier: MIT
from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.filling import add_exhibit, ask
from ui.widgets.exhibit_proof import MOST_SHOWN, ExhibitProof
from ui.widgets.label import Label


@pytest.fixture
def exhibit(opened, qtbot):
    return add_exhibit(opened, qtbot)


@pytest.fixture
def proof(opened, shown, exhibit) -> ExhibitProof:
    made = shown(ExhibitProof(opened))
    made.show_exhibit(exhibit)
    return made


def unfold(proof, qtbot) -> None:
    proof.open.click()
    qtbot.waitUntil(lambda: proof._proved is not None)


def said(proof) -> str:
    return "\n".join(label.words for label in proof.card.findChildren(Label))


def test_it_is_folded_and_reads_nothing_until_asked(proof) -> None:
    assert proof.card.isHidden()
    assert proof._proved is None


def test_it_shows_number_leaf_and_proof_of_each_record(proof, qtbot, exhibit) -> None:
    unfold(proof, qtbot)
    records = proof._proved.records
    assert [one.type for one in records] == ["acquisition.create", "exhibit.allocate"]
    assert records[0].seq == exhibit.seq
    shown = said(proof).replace(" ", "")
    assert proof._proved.root in shown
    for one in records:
        assert f"Record{one.seq}" in shown
        assert all(value in shown for value in (one.leaf, *one.proof))


def test_all_of_it_can_be_copied(proof, qtbot) -> None:
    unfold(proof, qtbot)
    proof.copy.click()
    assert QGuiApplication.clipboard().text() == proof._proved.text
    assert proof.copy_note.isVisible()
    proof.forget()
    assert not QGuiApplication.clipboard().text()


def test_it_folds_again(proof, qtbot, words) -> None:
    unfold(proof, qtbot)
    assert proof.open.text() == words("happened.expert.close")
    proof.open.click()
    assert proof.card.isHidden()
    assert proof.open.text() == words("happened.expert.open")


def test_another_exhibit_is_folded_and_the_same_is_read_anew(proof, qtbot, opened, exhibit) -> None:
    unfold(proof, qtbot)
    before = proof._proved
    revised = ask(opened, qtbot, lambda vault: vault.withdraw_exhibit(exhibit.id, "not theirs"))
    proof.show_exhibit(revised)
    qtbot.waitUntil(lambda: proof._proved is not before)
    assert proof._proved.records[-1].type == "exhibit.withdraw"
    proof.show_exhibit(add_exhibit(opened, qtbot))
    assert proof.card.isHidden()


def test_of_many_records_the_first_are_shown_and_the_rest_counted(
    proof, qtbot, opened, exhibit, words
) -> None:
    def job(vault):
        for n in range(MOST_SHOWN):
            vault.note("exhibit.revise", exhibit.id, {"n": n + 1})

    ask(opened, qtbot, lambda vault: job(vault) or True)
    unfold(proof, qtbot)
    assert len(proof._proved.records) == MOST_SHOWN + 2
    assert words("happened.expert.more", n=2) in said(proof)


def test_the_whole_list_can_be_asked_for(proof, qtbot) -> None:
    with qtbot.waitSignal(proof.all_asked):
        proof.all.click()
