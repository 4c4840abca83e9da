# SPDX-License-Identifier: MIT
"""What the acts do is tested where they are done; here, that each is durable and sealed when it returns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.errors import BadInput
from app.model import ExhibitFacts, Note, Role
from tests.fakes.acquisitions import ADULT, acquisition
from tests.fakes.runs import finished_run, frame, joined, kept_run, pair, record_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.vault import Vault


def test_what_was_written_is_there_after_the_program_died(vault: Vault) -> None:
    """A second connection sees only what was committed; the first is not closed."""
    run = kept_run(vault, 3)
    vault.keep_judged(run.id, pair(1, 2))
    with vault.reader() as reader:
        assert (reader.exhibits(), reader.judged(run.id)) == ((run,), (pair(1, 2),))
    done = vault.finish_run(run.id, record_of(run), (joined(run),))
    single = vault.add_exhibit(acquisition(), thumbnail=b"jpeg")
    with vault.reader() as reader:
        assert reader.exhibits() == (done, single)
        assert (reader.thumbnail(single.id), reader.judged(run.id)) == (b"jpeg", ())


def test_pictures_and_finished_runs_are_sealed(vault: Vault) -> None:
    before = len(vault.checkpoints())
    run = finished_run(vault, 3)
    vault.add_exhibit(acquisition())
    assert len(vault.checkpoints()) == before + 3 + 1 + 1
    vault.revise_exhibit(run.id, ExhibitFacts(title="the whole chat"))
    vault.revise_case(replace(ADULT, name="T"))
    assert len(vault.checkpoints()) == before + 5


def test_a_frame_taken_by_a_helper_says_so(vault: Vault) -> None:
    first = frame(1)
    people = replace(first.record.people, role=Role.HELPER)
    vault.add_frame(replace(first, record=replace(first.record, people=people)))
    assert b'"actor":"helper"' in list(vault.records())[-1]
    vault.add(Note("topic", "words"))
    assert b'"actor":"witness"' in list(vault.records())[-1]


def test_after_closing_nothing_is_written(vault: Vault, reopen: Callable[..., Vault]) -> None:
    run = kept_run(vault, 2)
    vault.close()
    again = reopen()
    assert again.exhibits() == (run,)
    with pytest.raises(BadInput):
        again.finish_run("none", record_of(run))
