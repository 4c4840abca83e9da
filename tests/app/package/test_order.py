# SPDX-License-Identifier: MIT
from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.custody.checkpoint import read_checkpoint
from app.custody.log import check_chain
from app.errors import ExportFailed, NothingToReport
from app.model import ExhibitFacts, Rect, Sensitivity, Under18
from app.package.order import prepare, refuse
from app.redaction import cover
from app.report.dossier import ReportExhibit
from tests.fakes.covered import kept_picture

if TYPE_CHECKING:
    from app.identify.platforms import Catalogue
    from app.vault import Vault
    from tests.fakes.clock import FakeClock


def test_the_checkpoint_comes_first_and_everything_else_is_of_its_moment(
    vault: Vault, catalogue: Catalogue, clock: FakeClock
) -> None:
    count = vault.record_count
    order = prepare(vault, catalogue=catalogue, clock=clock)
    checkpoint = read_checkpoint(order.note, vault.public_key)
    assert checkpoint == order.dossier.checkpoint
    assert checkpoint.size == count
    assert vault.record_count == count + 1
    vault.withdraw_exhibit(order.dossier.exhibits[0].exhibit.id, "changed my mind")
    assert b"".join(order.originals.parts(order.dossier.exhibits[0].exhibit.id)) == b"\x89PNG profile"
    assert check_chain(order.reader.records()).size == count + 1
    order.close()


def test_an_empty_case_is_refused(new_vault, catalogue: Catalogue, clock: FakeClock) -> None:
    with pytest.raises(NothingToReport):
        prepare(new_vault(own_words=None), catalogue=catalogue, clock=clock)


def test_pictures_that_never_leave_are_refused_whoever_chose_them(
    vault: Vault, catalogue: Catalogue, clock: FakeClock
) -> None:
    order = prepare(vault, catalogue=catalogue, clock=clock)
    order.close()
    dossier = order.dossier
    refuse(dossier)
    shown = dossier.exhibits[0].exhibit
    for sensitivity in (Sensitivity.INTIMATE, Sensitivity.MAY_SHOW_UNDER_18):
        marked = ReportExhibit(replace(shown, facts=ExhibitFacts(sensitivity=sensitivity)))
        with pytest.raises(ExportFailed):
            refuse(replace(dossier, exhibits=(marked,)))
    for answer in (Under18.YES, Under18.NOT_SURE):
        with pytest.raises(ExportFailed):
            refuse(replace(dossier, case=replace(dossier.case, under_18=answer)))
        refuse(replace(dossier, case=replace(dossier.case, under_18=answer), exhibits=()))
    withdrawn = ReportExhibit(dossier.withdrawn[0])
    with pytest.raises(ExportFailed):
        refuse(replace(dossier, exhibits=(withdrawn,)))


def test_what_was_captured_again_since_it_was_covered_is_covered_in_what_leaves(
    vault: Vault, catalogue: Catalogue, clock: FakeClock
) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [Rect(10, 100, 60, 14)]})
    late = kept_picture(vault)
    order = prepare(vault, catalogue=catalogue, clock=clock)
    order.close()
    assert vault.exhibit(late.id).is_redacted
    shown = {entry.exhibit.id: entry.exhibit for entry in order.dossier.exhibits}
    assert shown[late.id].is_redacted
