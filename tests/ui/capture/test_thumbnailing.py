# SPDX-License-Identifier: MIT
from __future__ import annotations

from PySide6.QtGui import QImage

from tests.fakes.backend import drawn
from tests.ui.filling import add_exhibit, ask
from ui.capture.thumbnailing import make_thumbnail


def test_the_small_picture_reaches_the_vault(opened, qtbot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    before = ask(opened, qtbot, lambda vault: vault.thumbnail(exhibit.id))
    make_thumbnail(opened, opened.session, exhibit, drawn(1280, 720))
    qtbot.waitUntil(lambda: ask(opened, qtbot, lambda vault: vault.thumbnail(exhibit.id)) != before)
    after = ask(opened, qtbot, lambda vault: vault.thumbnail(exhibit.id))
    image = QImage.fromData(after)
    assert (image.width(), image.height()) == (320, 180)


def test_a_case_that_was_locked_meanwhile_is_no_failure(opened, qtbot) -> None:
    exhibit = add_exhibit(opened, qtbot)
    failures: list[object] = []
    opened.background.failed.connect(failures.append)
    with qtbot.waitSignal(opened.session.locked, timeout=10_000):
        opened.session.lock("test")
    make_thumbnail(opened, opened.session, exhibit, drawn(64, 64))
    opened.background.close()
    assert failures == []
