# SPDX-License-Identifier: MIT
"""What is kept says how it came to be known, and nothing more than that."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from app.model import Account, DisplayName, ExhibitId, Provenance, Rect, SeenIn, Strength
from tests.fakes.reader import proposal
from ui.account_making import Proof, proven, seen_at, typed_over

if TYPE_CHECKING:
    from app.identify.platforms import Platform
    from ui.context import Context

NOW = datetime(2026, 11, 24, 2, 31, tzinfo=UTC)
CID = "live:.cid.8f3a1b2c4d5e6f70"
SLIP = "Iive:.cid.8f3a1b2c4d5e6f70"
EXHIBIT = ExhibitId("picture")


@pytest.fixture
def skype(context: Context) -> Platform:
    return context.catalogue["skype"]


def test_what_is_read_is_kept_with_place_and_certainty(skype: Platform) -> None:
    account = proven(Proof(EXHIBIT, proposal(CID), CID), skype, NOW)
    assert (account.stable_id, account.provenance, account.pasted) == (CID, Provenance.READ, None)
    assert (account.read_as, account.read_settled, account.read_permille) == (CID, None, 970)
    assert account.seen_in == SeenIn(EXHIBIT, Rect(300, 120, 220, 24))
    assert (account.strength, account.id_kind) == (Strength.STRONG, "Skype Name")
    assert account.display_names == ()


def test_what_the_person_settled_stands_beside_what_was_read(skype: Platform) -> None:
    account = proven(Proof(EXHIBIT, proposal(SLIP), CID, CID, has_pasted=True, name="Amélie"), skype, NOW)
    assert (account.read_as, account.read_settled, account.stable_id) == (SLIP, CID, CID)
    assert account.provenance is Provenance.READ_AND_PASTED
    assert account.has_agreed
    assert account.display_names == (DisplayName("Amélie", NOW),)


@pytest.mark.parametrize(
    ("compared", "has_pasted", "keeps_compared", "wanted"),
    [
        ("", False, False, (CID, Provenance.READ, None)),
        (CID, False, False, (CID, Provenance.READ, None)),  # typed after the picture, it proves nothing
        (SLIP, True, False, (CID, Provenance.READ_AND_PASTED, SLIP)),
        (SLIP, True, True, (SLIP, Provenance.READ_AND_PASTED, SLIP)),
        (SLIP, False, True, (SLIP, Provenance.TYPED, None)),
    ],
)
def test_how_it_came_to_be_known(
    skype: Platform,
    compared: str,
    has_pasted: bool,
    keeps_compared: bool,
    wanted: tuple[str, Provenance, str | None],
) -> None:
    proof = Proof(EXHIBIT, proposal(CID), CID, compared, has_pasted=has_pasted, keeps_compared=keeps_compared)
    account = proven(proof, skype, NOW)
    assert (account.stable_id, account.provenance, account.pasted) == wanted
    assert account.has_agreed is False


def test_a_new_reading_keeps_what_was_known_before(skype: Platform) -> None:
    earlier = DisplayName("Amélie", NOW)
    before = Account("skype", "live:old", None, Strength.WEAK, display_names=(earlier,), moved_from="tinder")
    account = proven(Proof(EXHIBIT, proposal(CID), CID, name="Amélie"), skype, NOW, before=before)
    assert (account.moved_from, account.display_names) == ("tinder", (earlier,))


def test_another_identifier_was_not_read(skype: Platform) -> None:
    read = proven(Proof(EXHIBIT, proposal(CID), CID), skype, NOW)
    assert typed_over(read, CID) == read
    assert typed_over(read, "live:other").read_as is None
    assert typed_over(read, "live:other").read_permille is None


def test_a_place_is_named_once() -> None:
    account = Account("skype", CID, None, Strength.STRONG, exhibits=(EXHIBIT,))
    place = SeenIn(EXHIBIT, Rect(1, 2, 3, 4))
    assert seen_at(account, place).exhibits == (EXHIBIT,)
    assert seen_at(account, place).seen_in == place
    assert seen_at(account, None).exhibits == (EXHIBIT,)
