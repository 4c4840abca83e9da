# SPDX-License-Identifier: MIT
"""The same picture under two numbers is covered under both: a still window can be captured twice."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.model import ExhibitFacts, Rect, Sensitivity
from app.redaction import cover, cover_twins, drawn
from tests.fakes.acquisitions import acquisition
from tests.fakes.covered import finished, kept_picture, kept_run, pictured
from tests.fakes.scrolls import frame, page, window

if TYPE_CHECKING:
    from app.vault import Vault

BOX = Rect(10, 100, 60, 14)
OWN = Rect(10, 40, 50, 20)


def rects(vault: Vault, exhibit_id: str) -> tuple[Rect, ...]:
    return tuple(box.rect for box in vault.exhibit(exhibit_id).originals[0].boxes)


def test_the_same_picture_is_covered_under_its_other_number(vault: Vault) -> None:
    one, twin, other = kept_picture(vault), kept_picture(vault), kept_picture(vault, seed=2)
    assert one.sha256 == twin.sha256 != other.sha256
    covered = cover(vault, one.id, {one.id: [BOX]})
    assert covered.also == (twin.ref,)
    assert rects(vault, twin.id) == (BOX,)
    assert rects(vault, other.id) == ()


def test_what_was_drawn_in_the_twin_stays(vault: Vault) -> None:
    one, twin = kept_picture(vault), kept_picture(vault)
    cover(vault, twin.id, {twin.id: [OWN]})
    assert rects(vault, one.id) == (OWN,)
    cover(vault, one.id, {one.id: [OWN, BOX]})
    assert set(rects(vault, twin.id)) == {OWN, BOX}


def test_boxes_that_are_taken_away_are_taken_away_from_both(vault: Vault) -> None:
    one, twin = kept_picture(vault), kept_picture(vault)
    cover(vault, one.id, {one.id: [BOX, OWN]})
    cover(vault, one.id, {one.id: [OWN]})
    assert rects(vault, one.id) == rects(vault, twin.id) == (OWN,)
    cover(vault, one.id, {})
    assert not vault.exhibit(twin.id).is_redacted


def test_withdrawn_ones_are_left_and_marked_ones_are_covered_too(vault: Vault) -> None:
    one, gone, marked = kept_picture(vault), kept_picture(vault), kept_picture(vault)
    vault.withdraw_exhibit(gone.id, "twice")
    vault.revise_exhibit(marked.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    cover(vault, one.id, {one.id: [BOX]})
    assert rects(vault, gone.id) == ()
    assert rects(vault, marked.id) == (BOX,)


def test_a_conversation_and_a_picture_of_one_of_its_frames(vault: Vault) -> None:
    whole = page(2000)
    frames = [frame(window(whole, top)) for top in (0, 150)]
    run = finished(vault, kept_run(vault, frames))
    single = vault.add_exhibit(pictured(acquisition(), frames[0]))
    assert single.sha256 == run.originals[0].record.content.sha256
    box = Rect(16, 212, 300, 16)
    covered = cover(vault, run.id, {run.originals[1].id: [box]})
    assert covered.also == (single.ref,)
    assert rects(vault, single.id) == rects(vault, run.id)
    assert cover_twins(vault) == []


def test_two_conversations_that_share_frames_come_to_rest(vault: Vault) -> None:
    whole = page(2000)
    frames = [frame(window(whole, top)) for top in (0, 150, 300)]
    one = finished(vault, kept_run(vault, frames[:2]))
    other = finished(vault, kept_run(vault, frames[1:], run_id="7a1b" * 8))
    assert one.originals[1].record.content.sha256 == other.originals[0].record.content.sha256
    covered = cover(vault, one.id, {one.originals[1].id: [Rect(16, 212, 300, 16)]})
    assert covered.also == (other.ref,)
    assert all(original.boxes for original in vault.exhibit(other.id).originals)  # it travelled on there
    for _ in range(2):
        assert cover_twins(vault) == []


def test_one_that_counts_stays_though_its_twin_was_stopped(vault: Vault) -> None:
    one, twin = kept_picture(vault), kept_picture(vault)
    stop = threading.Event()

    def moved(share: float) -> None:
        if share == 1:
            stop.set()

    covered = cover(vault, one.id, {one.id: [BOX]}, moved=moved, cancelled=stop)
    assert (covered.also, rects(vault, one.id), rects(vault, twin.id)) == ((), (BOX,), ())
    assert [each.exhibit.ref for each in cover_twins(vault)] == [twin.ref]


def test_one_that_is_captured_later_is_covered_when_it_is_looked_for(vault: Vault) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [BOX]})
    late = kept_picture(vault)
    assert rects(vault, late.id) == ()
    assert [each.exhibit.ref for each in cover_twins(vault)] == [late.ref]
    assert rects(vault, late.id) == (BOX,)
    assert drawn(vault.exhibit(late.id)) == {late.id: (BOX,)}
    assert cover_twins(vault) == []
