# SPDX-License-Identifier: MIT
from __future__ import annotations

from functools import partial

import numpy as np
from PySide6.QtCore import QObject

from app.model import Rect
from app.redaction import cover
from tests.fakes.covered import finished, kept_run, pixels, shown
from tests.fakes.scrolls import frame, page, window
from tests.ui.filling import ask
from ui.capture.joining import Joining, real_join
from ui.covering_anew import cover_anew

PAGE = page(2000)
BOX = Rect(16, 212, 300, 16)


def frames(*tops: int) -> list:
    return [frame(window(PAGE, top)) for top in tops]


def covered_and_gone_on(vault):
    """A run of which a line is covered, with one frame more, not finished."""
    run = finished(vault, kept_run(vault, frames(0, 150)))
    cover(vault, run.id, {run.originals[1].id: [BOX]})
    return kept_run(vault, frames(225), first=3)


def is_whole(vault, exhibit) -> bool:
    return len(np.unique(pixels(shown(vault, exhibit.originals[2])))) == 1


def test_a_new_frame_is_covered_whole_and_then_only_where_the_box_reaches(opened, qtbot) -> None:
    run = ask(opened, qtbot, covered_and_gone_on)
    assert ask(opened, qtbot, partial(is_whole, exhibit=run))
    owner = QObject()
    ask(opened, qtbot, lambda vault: finished(vault, run))
    with qtbot.waitSignal(opened.session.case_changed, timeout=10_000):
        cover_anew(opened, owner)
    now = ask(opened, qtbot, lambda vault: vault.exhibit(run.id))
    assert not ask(opened, qtbot, partial(is_whole, exhibit=now))
    assert [box.rect.y for box in now.originals[2].boxes] == [135]


def test_the_long_picture_of_a_run_that_went_on_is_made_from_the_copies(opened, qtbot) -> None:
    run = ask(opened, qtbot, covered_and_gone_on)
    record = ask(opened, qtbot, lambda vault: finished(vault, run)).run
    owner = QObject()
    joining = Joining(opened, owner, real_join(opened))
    with (
        qtbot.waitSignal(opened.session.case_changed, timeout=20_000),
        qtbot.waitSignal(joining.done, timeout=20_000) as done,
    ):
        joining.start(ask(opened, qtbot, lambda vault: vault.exhibit(run.id)), record)
    assert done.args[0].may_be_shown(done.args[0].derivatives[-1])
    now = ask(opened, qtbot, lambda vault: vault.exhibit(run.id))
    assert now.may_be_shown(now.derivatives[-1])
    assert not ask(opened, qtbot, partial(is_whole, exhibit=now))


def test_of_what_is_not_covered_nothing_is_begun(opened, qtbot) -> None:
    run = ask(opened, qtbot, lambda vault: finished(vault, kept_run(vault, frames(0, 150))))
    with qtbot.assertNotEmitted(opened.session.case_changed, wait=100):
        cover_anew(opened, opened.session)
    assert ask(opened, qtbot, lambda vault: vault.exhibit(run.id)) == run
