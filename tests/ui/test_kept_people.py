# SPDX-License-Identifier: MIT
"""Accounts are joined and split by the person alone, as revisions, and nobody is left of nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.model import Account, CaseFacts, Contact, Offender, Strength, Under18
from app.vault import KdfParameters, Vault
from tests.fakes.clock import FakeClock
from ui.kept_people import join, read_people, split, store_contact

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.model import Entry


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    opened = Vault.create(
        tmp_path / "case.safehold",
        "violet kettle march otter",
        clock=FakeClock(),
        facts=CaseFacts(Under18.NO, "England"),
        tool="test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
    )
    yield opened
    opened.close()


@pytest.fixture
def three(vault: Vault) -> tuple[Entry[Account], ...]:
    return tuple(
        vault.add(Account(platform, "a", None, Strength.STRONG))
        for platform in ("skype", "instagram", "whatsapp")
    )


def behind(vault: Vault) -> list[str | None]:
    """Whom the person says is behind each account."""
    known = {entry.id: entry.fact.label for entry in vault.entries(Offender)}
    return [known.get(entry.fact.offender or "") for entry in vault.entries(Account)]


def test_two_accounts_are_joined_and_the_third_is_left_alone(
    vault: Vault, three: tuple[Entry[Account], ...]
) -> None:
    join(vault, "Kevin", (three[0].id, three[2].id), None)
    assert behind(vault) == ["Kevin", None, "Kevin"]
    assert [len(vault.history(entry.id)) for entry in three] == [2, 1, 2]


def test_a_group_takes_another_name_and_other_accounts(
    vault: Vault, three: tuple[Entry[Account], ...]
) -> None:
    join(vault, "Kevin", (three[0].id, three[1].id), None)
    [group] = read_people(vault).groups[:1]
    join(vault, "Mr Kevin", (three[1].id, three[2].id), group.offender)
    assert behind(vault) == [None, "Mr Kevin", "Mr Kevin"]
    assert len(vault.entries(Offender)) == 1


def test_an_account_that_moves_to_another_leaves_nobody_behind(
    vault: Vault, three: tuple[Entry[Account], ...]
) -> None:
    join(vault, "Kevin", (three[0].id, three[1].id), None)
    join(vault, "Amy", [entry.id for entry in three], None)
    assert behind(vault) == ["Amy"] * 3
    assert [entry.fact.label for entry in vault.withdrawn(Offender)] == ["Kevin"]


def test_split_accounts_stand_alone_and_what_was_said_before_stays(
    vault: Vault, three: tuple[Entry[Account], ...]
) -> None:
    join(vault, "Kevin", [entry.id for entry in three], None)
    split(vault, [three[0].id])
    assert behind(vault) == [None, "Kevin", "Kevin"]
    split(vault, [entry.id for entry in three])
    assert behind(vault) == [None] * 3
    assert vault.history(three[0].id)[1].offender is not None
    split(vault, [entry.id for entry in three])
    assert len(vault.history(three[0].id)) == 3


def test_somebody_the_person_knows_is_kept_and_revised(vault: Vault) -> None:
    entry = store_contact(vault, Contact("Ellie"), None)
    store_contact(vault, Contact("Ellie Hale"), entry)
    held = read_people(vault)
    assert [each.fact.name for each in held.contacts] == ["Ellie Hale"]
    assert held.country == "England"
    vault.withdraw(entry.id)
    assert [each.id for each in read_people(vault).taken_back] == [entry.id]
    assert read_people(vault).contacts == ()
