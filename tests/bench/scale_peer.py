# SPDX-License-Identifier: MIT
"""``python -m tests.bench.scale_peer VAULT``: does what a person does with a case, and says what it cost.

Prints one JSON object: CPU in ms, frames of scrolling in ms, memory in kB.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import psutil
from PySide6.QtWidgets import QApplication

from app.settings import Settings
from app.vault.reading import Reading
from tests.bench.large import SECRET, own_word
from ui.application import Started, make_context

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT_S = 60
SCREENS = 200  # to scroll through, from the newest to the oldest
Said = dict[str, float]


class Person:
    """Sits before one window and does one thing after another."""

    def __init__(self, vault: Path) -> None:
        """Open the window; the case is still locked."""
        self.app = QApplication([])
        self.app.setQuitOnLastWindowClosed(False)
        context = make_context(self.app, vault, Settings("light", idle_minutes=600, machine_alias="bench-1"))
        self.started = Started(self.app, context)
        self.started.window.resize(1280, 800)
        self.started.window.show()
        self.said: Said = {}

    def does(self, what: str, act: Callable[[], object], is_done: Callable[[], bool]) -> None:
        """Do it and wait until it is done; what the process used for it is written down."""
        before, end = time.process_time(), time.monotonic() + LIMIT_S
        act()
        while not is_done():
            self.app.processEvents()
            time.sleep(0.001)
            if time.monotonic() > end:
                raise TimeoutError(what)
        self.said[what] = (time.process_time() - before) * 1000

    def rests(self, seconds: float = 0.4) -> None:
        """Let everything come to rest."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.002)

    @property
    def page(self) -> object:
        """What is shown."""
        return self.started.window.page


def thumbnails_stand(page: object) -> bool:
    """Whether every card of the first screen has its small picture."""
    model, grid = page.model, page.grid
    shown = [row for row in range(min(model.rowCount(), 30)) if model.exhibit_at(model.index(row))]
    seen = [row for row in shown if grid.visualRect(model.index(row)).top() < grid.viewport().height()]
    return bool(seen) and all(model._pixmaps.get(model.exhibit_at(model.index(row)).id) for row in seen)


def scroll(person: Person) -> None:
    """Go from the newest to the oldest; note the frames."""
    bar, frames = person.page.grid.verticalScrollBar(), []
    for step in range(SCREENS):
        before = time.process_time()
        bar.setValue(bar.maximum() * step // SCREENS)
        person.app.processEvents()
        frames.append((time.process_time() - before) * 1000)
    frames.sort()
    person.said |= {"frame p50": frames[len(frames) // 2], "frame p99": frames[len(frames) * 99 // 100]}


def main(vault: Path) -> None:
    """Do what a person does with a case, and print what it cost."""
    opened: list[str] = []
    whole = Reading.original
    Reading.original = lambda self, one: (opened.append(one), whole(self, one))[1]
    person, session = Person(vault), None
    session, window = person.started.context.session, person.started.window
    person.does("unlock", lambda: session.open(vault, SECRET), lambda: session.is_open)
    person.does("steps", lambda: None, lambda: getattr(person.page, "plan", None) is not None)
    person.rests()
    person.does("first thumbnails", lambda: window.go("evidence"), lambda: thumbnails_stand(person.page))
    person.does("all listed", lambda: None, lambda: person.page._are_all)
    person.rests()
    scroll(person)
    person.rests()
    found: list[object] = []
    person.page.searching.found.connect(found.append)
    person.does("search", lambda: person.page.search_field.set_text(own_word(42)), lambda: bool(found))
    person.said |= {"originals": len(opened), "rss kB": psutil.Process().memory_info().rss / 1024}
    person.does("timeline", lambda: window.go("timeline"), lambda: getattr(person.page, "is_ready", False))
    session.lock("bench")
    person.rests()
    person.started.context.background.close()
    print(json.dumps(person.said))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
