# SPDX-License-Identifier: MIT
"""The window in one look, and the way through its pages, for whoever draws or checks them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.settings import Settings
from tests.shots_found import finds_the_sample
from tests.shots_settling import settle
from ui.application import Started, make_context

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from tests.shot import Look, Shot


@contextmanager
def window_in(app: QApplication, vault: Path, look: Look) -> Iterator[Started]:
    """Yield the window on a case in one look; it is locked and gone afterwards."""
    way = Qt.LayoutDirection
    app.setLayoutDirection(way.RightToLeft if look.is_rtl else way.LeftToRight)
    chosen = Settings(look.scheme, text_percent=look.text_percent, idle_minutes=600, machine_alias="heron-41")
    started = Started(app, make_context(app, vault, chosen, finds_the_sample))
    for act in (started.watch, started.collect_garbage):  # or a worker takes a widget down now and then
        started.window.painted.connect(act)
    started.window.resize(*look.size)
    started.window.show()
    yield started
    session = started.context.session
    session.lock("looked at")
    settle(lambda: not session.is_busy, 2_000)
    started.context.background.close()
    started.window.deleteLater()


def visited(started: Started, passphrase: str, wanted: Mapping[str, Shot]) -> Iterator[str]:
    """Go to each page, those of a locked case first; yield its name while it stands there."""
    session = started.context.session
    for name, shot in sorted(wanted.items(), key=lambda pair: (pair[1].is_open, pair[0])):
        if shot.is_open and not session.is_open:
            session.open(started.context.folder, passphrase)
            settle(lambda: session.is_open)
            settle(limit_ms=300)
        started.window.go(shot.page, shot.detail(started))
        settle(limit_ms=100)
        shot.act(started.window.page)
        settle(limit_ms=shot.settle_ms)
        yield name
