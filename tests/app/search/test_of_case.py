# SPDX-License-Identifier: MIT
"""The numbers of a case that are kept nowhere: each once, none of a picture that is covered or left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.model import Payment, Sensitivity
from app.search.of_case import offers_of_case
from tests.app.search.pages import CATALOGUE, messages
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from app.vault import Vault

MTCN = "MTCN 583-204-9176"


def add(vault: Vault, number: int, *texts: str):
    exhibit = vault.add_exhibit(acquisition(f"picture {number}".encode()))
    vault.keep_texts(exhibit.id, messages(*texts), reader="rapidocr")
    return exhibit


def values(vault: Vault) -> list[str]:
    with vault.reader() as snapshot:
        return [one.state.offer.value for one in offers_of_case(snapshot, CATALOGUE)]


def test_each_number_is_told_once_and_the_newest_picture_first(vault: Vault) -> None:
    add(vault, 1, MTCN)
    newest = add(vault, 2, "MoneyGram reference number 12345678", MTCN)
    assert sorted(values(vault)) == ["12345678", "5832049176"]
    assert {one.exhibit.id for one in offers_of_case(vault, CATALOGUE)} == {newest.id}


def test_what_is_no_number_of_a_payment_is_left_to_the_picture(vault: Vault) -> None:
    add(vault, 1, "Send £200 by 6pm tomorrow", "instagram.com/amelie.l")
    assert values(vault) == []


def test_what_is_kept_is_not_told_again(vault: Vault) -> None:
    add(vault, 1, MTCN)
    vault.add(Payment("western_union", None, None, None, reference="583 204 9176"))
    assert values(vault) == []


def test_nothing_is_told_of_a_picture_that_is_covered_or_left_out(vault: Vault) -> None:
    covered, gone = add(vault, 1, MTCN), add(vault, 2, MTCN)
    vault.revise_exhibit(covered.id, replace(covered.facts, sensitivity=Sensitivity.INTIMATE))
    vault.withdraw_exhibit(gone.id, "twice")
    assert values(vault) == []
