# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Certainty, Event
from app.package.again import prepare_as
from app.package.build import finish, seal
from app.package.order import prepare
from app.package.verify import verify
from tests.fakes.packages import write_small_report

if TYPE_CHECKING:
    from pathlib import Path

    from app.identify.platforms import Catalogue
    from app.vault import Vault
    from tests.fakes.clock import FakeClock


def test_a_case_that_says_the_same_is_packed_under_the_root_of_the_paper(
    vault: Vault, tmp_path: Path, catalogue: Catalogue, clock: FakeClock
) -> None:
    first = prepare(vault, catalogue=catalogue, clock=clock)
    first.close()
    vault.note("print.create", None, {"report_sha256": "ab" * 32})
    again = prepare_as(vault, first.dossier, first.note, catalogue=catalogue, clock=clock)
    assert (again.dossier, again.note) == (first.dossier, first.note)
    built = finish(vault, again, seal(again, tmp_path / "p.zip", write_report=write_small_report))
    again.close()
    assert built.root == first.dossier.checkpoint.root
    assert verify(built.path, root=built.root).findings == ()


def test_a_case_that_says_more_is_packed_as_it_is_now(
    vault: Vault, catalogue: Catalogue, clock: FakeClock
) -> None:
    first = prepare(vault, catalogue=catalogue, clock=clock)
    first.close()
    vault.add(Event(clock.now().utc, "Another call", Certainty.SEEN))
    again = prepare_as(vault, first.dossier, first.note, catalogue=catalogue, clock=clock)
    again.close()
    assert again.dossier.checkpoint.size > first.dossier.checkpoint.size
    assert len(again.dossier.events) == len(first.dossier.events) + 1
