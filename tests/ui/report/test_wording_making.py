# SPDX-License-Identifier: MIT
"""All forms and letters of a case as it stands, and one of them as a PDF."""

from __future__ import annotations

import pytest

from tests.ui.filling import ask
from tests.ui.pages.test_wording import COINS, PAID, THEIRS
from ui.report.wording_making import fill, freeze, make_letter


@pytest.fixture
def made(opened, qtbot):
    for fact in (PAID, COINS, THEIRS):
        ask(opened, qtbot, lambda vault, fact=fact: vault.add(fact))
    return fill(ask(opened, qtbot, lambda vault: freeze(vault, opened)), opened)


def test_every_form_and_every_letter_is_there(made):
    assert [one.form.id for one in made.forms] == ["police", "report_fraud", "company", "ic3"]
    assert [(one.letter.id, one.number) for one in made.letters] == [
        ("exchange", 1), ("bank", 2), ("money_service", 2),
    ]  # fmt: skip


def test_it_knows_what_the_papers_call_each_payment(made):
    assert sorted(made.numbers.values()) == [1, 2]
    assert made.payment(2).payment == PAID


def test_a_letter_is_recorded_as_one(made, opened):
    letter = make_letter(made, made.letters[1], opened)
    assert letter.report.data.startswith(b"%PDF")
    assert letter.record() == {
        "sha256": letter.report.sha256,
        "root": made.dossier.checkpoint.root,
        "size": made.dossier.checkpoint.size,
        "form": "letter",
        "letter": "bank",
        "payment": 2,
    }
