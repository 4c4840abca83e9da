# SPDX-License-Identifier: MIT
"""A run in a real vault: whatever of it can be seen, small or large, shows nothing of what was covered."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest

from app.capture.thumbnails import thumbnail
from app.conversation.files import decode
from app.errors import Cancelled
from app.model import DerivativeKind, Rect
from app.redaction import cover, drawn, go_on, is_due
from app.search.values import ReadText
from tests.fakes.covered import finished, kept_run, part, pixels, shown
from tests.fakes.scrolls import frame, page, window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from app.model import Exhibit
    from app.vault import Vault

PAGE = page(3000)
BOX = Rect(16, 212, 300, 16)  # one line of text in the second frame, rows 364 to 376 of the page
SECRET = PAGE[364:376, 16:170] & 0xFFFFFF


def frames(*offsets: int) -> list:
    return [frame(window(PAGE, offset)) for offset in offsets]


def shows(picture: NDArray[np.uint32]) -> bool:
    """Whether a whole line of the letters beneath the box stands anywhere in a picture."""
    line = SECRET[6]
    left = range(16, 17)
    return any((picture[:, x : x + len(line)] == line).all(axis=1).any() for x in left)


def seen(vault: Vault, exhibit: Exhibit) -> Iterator[NDArray[np.uint32]]:
    """Yield every picture of an exhibit that may be shown."""
    for original in exhibit.originals:
        yield pixels(shown(vault, original))
    for made in exhibit.derivatives:
        if made.kind is not DerivativeKind.RUN_RECORD and exhibit.may_be_shown(made):
            yield pixels(b"".join(vault.derivative_parts(made.derivative_id)))


def covered_run(vault: Vault, *offsets: int) -> Exhibit:
    run = finished(vault, kept_run(vault, frames(*offsets)))
    return cover(vault, run.id, {run.originals[1].id: [BOX]}).exhibit


def test_no_frame_and_no_joined_picture_shows_it(vault: Vault) -> None:
    run = finished(vault, kept_run(vault, frames(0, 150, 300, 450)))
    assert any(map(shows, seen(vault, run)))
    done = cover(vault, run.id, {run.originals[1].id: [BOX]})
    assert (done.travelled, done.beyond, done.waiting) == (2, (), ())
    assert [bool(one.redacted) for one in done.exhibit.originals] == [True, True, True, False]
    assert not any(map(shows, seen(vault, done.exhibit)))
    assert drawn(done.exhibit) == {run.originals[1].id: (BOX,)}
    joined = [one for one in done.exhibit.derivatives if one.kind is DerivativeKind.JOINED_PICTURE]
    assert [done.exhibit.may_be_shown(one) for one in joined] == [False, True]
    assert set(joined[-1].parents) <= {one.shown_sha256 for one in done.exhibit.originals}
    for before, now in zip(run.originals, done.exhibit.originals, strict=True):
        assert vault.original(before.id) == vault.original(now.id)
    with vault.reader() as reader:
        assert reader.exhibit(run.id) == done.exhibit


def test_small_pictures_are_those_of_the_copies(vault: Vault) -> None:
    run = covered_run(vault, 0, 150, 300, 450)
    for one in run.originals[:3]:
        assert vault.thumbnail(one.id) == thumbnail(decode(shown(vault, one)))
    assert vault.thumbnail(run.originals[3].id) == b"small"


def test_text_is_forgotten_in_every_frame_and_nowhere_else(vault: Vault) -> None:
    run = finished(vault, kept_run(vault, frames(0, 150, 300, 450)))
    for one, top in zip(run.originals, (364, 214, 64, 300), strict=True):
        lines = [
            ReadText(Rect(16, top, 200, 14), "meet at Elm Road", 980),
            ReadText(Rect(16, 4, 90, 12), "Sam", 980),
        ]
        vault.keep_texts(one.id, lines, "a reader")
    done = cover(vault, run.id, {run.originals[1].id: [BOX]})
    assert done.words == 3
    said = [[line.text for line in vault.texts(one.id) or ()] for one in done.exhibit.originals]
    assert said == [["Sam"], ["Sam"], ["Sam"], ["Sam", "meet at Elm Road"]]


def test_uncovered_everything_is_as_before(vault: Vault) -> None:
    run = covered_run(vault, 0, 150, 300, 450)
    now = cover(vault, run.id, {}).exhibit
    assert not now.is_redacted
    joined = [one for one in now.derivatives if one.kind is DerivativeKind.JOINED_PICTURE]
    assert [now.may_be_shown(one) for one in joined] == [True, False, True]
    assert joined[0].sha256 == joined[2].sha256
    assert any(map(shows, seen(vault, now)))


def test_a_frame_that_is_added_later_shows_nothing_until_it_was_compared(vault: Vault) -> None:
    run = covered_run(vault, 0, 150, 300)
    grown = kept_run(vault, frames(225), first=4)
    new = grown.originals[3]
    assert not is_due(grown)
    assert len(np.unique(pixels(shown(vault, new)))) == 1
    assert vault.thumbnail(new.id) is None
    vault.keep_texts(new.id, [ReadText(Rect(16, 139, 200, 14), "meet at Elm Road", 980)], "a reader")
    assert vault.texts(new.id) == ()
    ended = finished(vault, grown)
    assert is_due(ended)
    assert vault.to_cover_anew() == (run.id,)
    assert not any(map(shows, seen(vault, ended)))
    done = go_on(vault, run.id)
    assert done is not None
    assert not any(map(shows, seen(vault, done.exhibit)))
    assert len(np.unique(pixels(shown(vault, done.exhibit.originals[3])))) > 1
    assert drawn(done.exhibit) == {run.originals[1].id: (BOX,)}
    assert go_on(vault, run.id) is None
    assert vault.to_cover_anew() == ()


def test_while_it_is_covered_nothing_goes_on(vault: Vault) -> None:
    run = covered_run(vault, 0, 150, 300)
    finished(vault, kept_run(vault, frames(225), first=4))
    begun = vault.begin_cover(run.id)
    assert go_on(vault, run.id) is None
    vault.end_cover(begun)
    assert go_on(vault, run.id) is not None


def test_a_run_that_was_never_compared_is_covered_whole_but_where_it_was_drawn(vault: Vault) -> None:
    run = kept_run(vault, frames(0, 150, 300))
    done = cover(vault, run.id, {run.originals[1].id: [BOX]})
    assert done.waiting == (run.originals[0].id, run.originals[2].id)
    assert not any(map(shows, seen(vault, done.exhibit)))


def test_the_same_file_twice_has_one_copy_with_the_boxes_of_both(vault: Vault) -> None:
    run = finished(vault, kept_run(vault, frames(0, 150, 0)))
    other = Rect(16, 64, 120, 16)
    now = cover(vault, run.id, {run.originals[0].id: [other], run.originals[1].id: [BOX]}).exhibit
    assert now.originals[0].redacted == now.originals[2].redacted is not None
    assert (part(pixels(shown(vault, now.originals[2])), other) == 0x262626).all()
    assert not any(map(shows, seen(vault, now)))


@pytest.mark.parametrize("at", [0.05, 0.5, 0.92])
def test_stopped_anywhere_nothing_has_changed(vault: Vault, at: float) -> None:
    run = finished(vault, kept_run(vault, frames(0, 150, 300)))
    size, stop = vault.record_count, threading.Event()
    with pytest.raises(Cancelled):
        cover(
            vault,
            run.id,
            {run.originals[1].id: [BOX]},
            moved=lambda share: stop.set() if share > at else None,
            cancelled=stop,
        )
    assert (vault.exhibit(run.id), vault.record_count) == (run, size)
    assert vault._database.value("SELECT count(*) FROM staged") == 0
    assert vault.thumbnail(run.id) == b"small"


def test_what_becomes_another_meanwhile_is_covered_as_it_then_is(vault: Vault) -> None:
    run = finished(vault, kept_run(vault, frames(0, 150, 300)))
    added: list[Exhibit] = []

    def moved(share: float) -> None:
        if share > 0.5 and not added:
            added.append(kept_run(vault, frames(225), first=4))

    done = cover(vault, run.id, {run.originals[1].id: [BOX]}, moved=moved)
    assert done.waiting == (added[0].originals[3].id,)
    assert not any(map(shows, seen(vault, done.exhibit)))


def test_progress_goes_up_to_all_of_it(vault: Vault) -> None:
    run = finished(vault, kept_run(vault, frames(0, 150, 300)))
    shares: list[float] = []
    cover(vault, run.id, {run.originals[1].id: [BOX]}, moved=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
