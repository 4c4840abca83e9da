# SPDX-License-Identifier: MIT
from __future__ import annotations

import json
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from app.capture.solid import INK
from app.custody.log import read_record
from app.errors import BadInput, Cancelled, PicturesNotAllowed
from app.hashing import sha256_of
from app.model import (
    Derivative,
    DerivativeRecord,
    ExhibitFacts,
    ExhibitId,
    Rect,
    RedactedBox,
    Sensitivity,
    Under18,
)
from app.plain import from_plain
from app.redaction import cover, drawn
from app.search.values import ReadText
from tests.fakes.acquisitions import ADULT
from tests.fakes.covered import kept_picture, part, pixels, shown

if TYPE_CHECKING:
    from app.vault import Vault

BOX = Rect(10, 100, 60, 14)
BENEATH = ReadText(Rect(0, 98, 200, 20), "meet at 14 Elm Road", 980)
BESIDE = ReadText(Rect(0, 20, 200, 20), "pay 500 by Friday", 980)


def test_the_copy_is_solid_there_and_the_original_as_it_was(vault: Vault) -> None:
    one = kept_picture(vault)
    before = vault.original(one.id)
    now = cover(vault, one.id, {one.id: [BOX]}).exhibit
    made = now.originals[0].redacted
    assert made is not None
    assert made.boxes == (RedactedBox(BOX, one.sha256),)
    assert made.parents == (one.sha256,)
    data = shown(vault, now.originals[0])
    assert (sha256_of(data), len(data)) == (made.sha256, made.size_bytes)
    after, was = pixels(data), pixels(before).copy()
    assert (part(after, BOX) == INK & 0xFFFFFF).all()
    part(was, BOX)[:] = INK & 0xFFFFFF
    assert (after == was).all()
    assert vault.original(one.id) == before
    assert drawn(now) == {one.id: (BOX,)}
    assert vault.exhibit(one.id) == now


def test_one_record_a_copy_and_a_checkpoint_after_it(vault: Vault) -> None:
    one = kept_picture(vault)
    size = vault.record_count
    made = cover(vault, one.id, {one.id: [BOX]}).exhibit.derivatives[-1]
    new = [read_record(line) for line in vault.records()][size:]
    assert [record.type for record in new] == ["derivative.create", "checkpoint"]
    line = vault.derivative_line(made.derivative_id)
    assert from_plain(DerivativeRecord, json.loads(line)) == made
    assert new[0].data["record_sha256"] == sha256_of(line)
    assert (new[0].data["kind"], made.seq) == ("redacted", new[0].seq)


def test_the_text_beneath_is_forgotten_and_reading_again_does_not_bring_it_back(vault: Vault) -> None:
    one = kept_picture(vault)
    vault.keep_texts(one.id, [BESIDE, BENEATH], "a reader")
    assert vault.search("elm road")
    assert cover(vault, one.id, {one.id: [BOX]}).words == 1
    assert vault.texts(one.id) == (BESIDE,)
    assert not vault.search("elm road")
    vault.read_again(one.id)
    vault.keep_texts(one.id, [BESIDE, BENEATH], "a reader")
    assert vault.texts(one.id) == (BESIDE,)
    assert not vault.search("elm road")


def test_where_a_box_is_gone_the_picture_is_read_anew(vault: Vault) -> None:
    one = kept_picture(vault)
    vault.keep_texts(one.id, [BESIDE, BENEATH], "a reader")
    cover(vault, one.id, {one.id: [BOX]})
    now = cover(vault, one.id, {}).exhibit
    assert (now.is_redacted, drawn(now)) == (False, {})
    assert vault.unread() == (one.id,)
    vault.keep_texts(one.id, [BESIDE, BENEATH], "a reader")
    assert vault.texts(one.id) == (BESIDE, BENEATH)


def test_the_small_picture_is_of_the_copy_and_a_late_one_of_the_original_is_not_kept(vault: Vault) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [Rect(0, 0, 320, 300)]})
    small = vault.thumbnail(one.id)
    assert small is not None
    assert pixels(small).max() < 0x303030
    vault.put_thumbnail(one.id, b"late")
    assert vault.thumbnail(one.id) == small
    cover(vault, one.id, {})
    assert pixels(vault.thumbnail(one.id) or b"").max() > 0xF00000


def test_the_same_again_writes_nothing(vault: Vault) -> None:
    one = kept_picture(vault)
    first = cover(vault, one.id, {one.id: [BOX]}).exhibit
    assert cover(vault, one.id, {one.id: [BOX]}).exhibit == first


@pytest.mark.parametrize(
    "asked",
    [{"none": [BOX]}, {"": [Rect(0, 0, 2, 2)]}, {"": [Rect(900, 0, 20, 20)]}],
    ids=["of another", "too small", "outside"],
)
def test_what_cannot_be_covered_is_refused_and_nothing_has_changed(vault: Vault, asked: dict) -> None:
    one = kept_picture(vault)
    size = vault.record_count
    with pytest.raises(BadInput):
        cover(vault, one.id, {ExhibitId(key or one.id): boxes for key, boxes in asked.items()})
    assert vault.record_count == size
    assert vault._database.value("SELECT count(*) FROM staged") == 0


def test_nothing_is_covered_of_what_was_withdrawn_or_is_set_apart(vault: Vault) -> None:
    one, other = kept_picture(vault), kept_picture(vault, seed=2)
    vault.withdraw_exhibit(one.id, "by mistake")
    with pytest.raises(BadInput):
        cover(vault, one.id, {one.id: [BOX]})
    vault.revise_exhibit(other.id, ExhibitFacts(sensitivity=Sensitivity.MAY_SHOW_UNDER_18))
    with pytest.raises(PicturesNotAllowed):
        cover(vault, other.id, {other.id: [BOX]})
    vault.revise_exhibit(other.id, ExhibitFacts())
    vault.revise_case(replace(ADULT, under_18=Under18.NOT_SURE))
    with pytest.raises(PicturesNotAllowed):
        cover(vault, other.id, {other.id: [BOX]})


def test_a_picture_that_is_marked_has_a_copy_but_no_small_picture(vault: Vault) -> None:
    one = kept_picture(vault)
    vault.revise_exhibit(one.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    assert cover(vault, one.id, {one.id: [BOX]}).exhibit.is_redacted
    assert vault.thumbnail(one.id) is None


def test_stopped_it_has_changed_nothing(vault: Vault) -> None:
    one = kept_picture(vault)
    before, size, stop = vault.exhibit(one.id), vault.record_count, threading.Event()
    with pytest.raises(Cancelled):
        cover(vault, one.id, {one.id: [BOX]}, moved=lambda _share: stop.set(), cancelled=stop)
    assert (vault.exhibit(one.id), vault.record_count) == (before, size)
    assert vault.thumbnail(one.id) == b"small"
    assert vault._database.value("SELECT count(*) FROM blob") == 1


def test_what_waited_when_the_program_was_killed_is_gone_with_the_next(vault: Vault) -> None:
    one = kept_picture(vault)
    made = cover(vault, one.id, {one.id: [BOX]}).exhibit.derivatives[-1]
    data = b"".join(vault.derivative_parts(made.derivative_id))
    vault.stage(vault.begin_cover(one.id), Derivative(replace(made, derivative_id="waits"), data))
    assert vault.exhibit(one.id).derivatives == (made,)
    cover(vault, one.id, {})
    assert [each.boxes for each in vault.exhibit(one.id).derivatives] == [made.boxes, ()]


def test_a_purge_takes_the_copies_along(vault: Vault) -> None:
    one = kept_picture(vault)
    cover(vault, one.id, {one.id: [BOX]})
    gone = vault.purge_exhibit(one.id, "asked for")
    assert [each.kind.value for each in gone.made] == ["redacted"]
    assert vault._database.value("SELECT count(*) FROM blob_part") == 0
    with pytest.raises(BadInput):
        cover(vault, one.id, {})
