# SPDX-License-Identifier: MIT
"""Chromium with the chat in it, as a person would have it open; and a pipe to ask the page what is true.

The pipe is Chromium's own (``--remote-debugging-pipe``): no port, no network. Scrolling is done by a real
mouse and keyboard (``hand.py``); through the pipe the tests only read, and set up pictures to compare with.
"""

from __future__ import annotations

import json
import os
import select
import shutil
import signal
import subprocess
import time
from typing import TYPE_CHECKING, Any, Self

import numpy as np

from app.model import Rect
from tests.screen.program import colours
from tests.screen.scrolling.page import write_page
from tests.screen.scrolling.stages import State

if TYPE_CHECKING:
    from pathlib import Path

    from app.capture.models import Backend
    from tests.screen.scrolling.page import Chat

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--disable-lcd-text",
    "--no-default-browser-check",
    "--password-store=basic",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--disable-breakpad",
    "--disable-extensions",
    "--remote-debugging-pipe",
    "--test-type",
)
PROGRAMS = ("chromium", "google-chrome")
ANSWER_S = 30
COVER = (254, 0, 251)  # blue, green, red of a sheet that shows where the page is


def program() -> str:
    """Return the browser that is installed: Debian's, or what a GitHub machine has."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), None)
    assert found, "no Chromium is installed"
    return found


class Browser:
    """One window of Chromium, on the screen from enter to exit."""

    def __init__(
        self,
        folder: Path,
        chat: Chat,
        *,
        size: tuple[int, int] = (1000, 760),
        position: tuple[int, int] = (40, 30),
        scale: float = 1,
        is_smooth: bool = True,
    ) -> None:
        """Say what it is to show. ``size`` is of the window, in its own points; ``is_smooth``: it glides."""
        self._folder = folder
        self.chat = chat
        self._flags = (
            *FLAGS,
            *(() if is_smooth else ("--disable-smooth-scrolling",)),
            f"--user-data-dir={folder / 'profile'}",
            f"--force-device-scale-factor={scale}",
            f"--window-size={size[0]},{size[1]}",
            f"--window-position={position[0]},{position[1]}",
            f"--app=file://{write_page(folder, chat)}",
        )
        self._number = 0
        self._rest = b""
        self._session = ""

    def __enter__(self) -> Self:
        """Start it; done when the page has been laid out and painted."""
        theirs, self._to = os.pipe()
        self._from, answers = os.pipe()
        wired = f'exec "$@" 3<&{theirs} 4>&{answers}'
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(
            ("bash", "-c", wired, "browser", program(), *self._flags),
            stdin=quiet, stdout=quiet, stderr=quiet, pass_fds=(theirs, answers), start_new_session=True,
        )  # fmt: skip
        os.close(theirs)
        os.close(answers)
        self._attach()
        return self

    def __exit__(self, *_: object) -> None:
        """Close it, and wait until it is gone."""
        self._session = ""
        try:
            self.call("Browser.close")
            self._process.wait(ANSWER_S)
        except (OSError, AssertionError, subprocess.TimeoutExpired):
            os.killpg(self._process.pid, signal.SIGKILL)  # with all that it started
            self._process.wait()
        os.close(self._to)
        os.close(self._from)

    def show(self, chat: Chat) -> None:
        """Show another chat in the same window; done when it is laid out."""
        self.chat = chat
        self.call("Page.navigate", url=f"file://{write_page(self._folder, chat)}")
        self._wait_for_page()

    def look(self) -> dict[str, Any]:
        """Return where everything stands now, in pixels of the screen, from the corner of the page."""
        found: dict[str, Any] = self.ask("stage.look()")
        return found

    def trail(self) -> list[State]:
        """Return each state that was drawn, and since when."""
        return [State(*one) for one in self.ask("stage.trail")]

    def still_at(self, mark: float) -> dict[str, list[float]]:
        """Have the page stand where it stood, without bars, carets and dots; return where its texts stand."""
        self.ask(f"stage.bare(true), stage.place({mark})")
        self.painted()
        found: dict[str, list[float]] = self.ask("stage.texts()")
        return found

    def ask(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def painted(self) -> None:
        """Wait until what was last done to the page has been drawn, twice over."""
        twice = "requestAnimationFrame(() => requestAnimationFrame(done))"
        self.ask(f"new Promise(done => requestAnimationFrame(() => {twice}))")

    def client(self, backend: Backend) -> Rect:
        """Return where the page stands on the screen: found by covering it for a moment."""
        blue, green, red = COVER
        self.ask(f"stage.cover('rgb({red}, {green}, {blue})')")
        (screen, *_) = backend.screens()
        until = time.monotonic() + ANSWER_S
        is_page = np.zeros((1, 1), bool)
        while not is_page.any():
            assert time.monotonic() < until, "the page is not on the screen"
            self.painted()
            is_page = (colours(backend.grab(screen.rect)) == COVER).all(axis=2)
        self.ask("stage.uncover()")
        self.painted()
        rows, columns = is_page.any(axis=1).nonzero()[0], is_page.any(axis=0).nonzero()[0]
        width, height = int(columns[-1] - columns[0]) + 1, int(rows[-1] - rows[0]) + 1
        return Rect(screen.rect.x + int(columns[0]), screen.rect.y + int(rows[0]), width, height)

    def call(self, method: str, **params: object) -> dict[str, Any]:
        """Return what Chromium answers."""
        self._number += 1
        asked: dict[str, object] = {"id": self._number, "method": method, "params": params}
        if self._session:
            asked["sessionId"] = self._session
        os.write(self._to, json.dumps(asked).encode() + b"\0")
        while True:
            said = self._message()
            if said.get("id") == self._number:
                assert "error" not in said, said
                result: dict[str, Any] = said["result"]
                return result

    def _message(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._from], [], [], ANSWER_S)
            assert ready, "Chromium does not answer"
            more = os.read(self._from, 1 << 20)
            assert more, "Chromium is gone"
            self._rest += more
        one, _, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(one)
        return said

    def _attach(self) -> None:
        until = time.monotonic() + ANSWER_S
        pages: list[dict[str, Any]] = []
        while not pages:
            assert time.monotonic() < until, "no page came up"
            pages = [one for one in self.call("Target.getTargets")["targetInfos"] if one["type"] == "page"]
        attached = self.call("Target.attachToTarget", targetId=pages[0]["targetId"], flatten=True)
        self._session = attached["sessionId"]
        self._wait_for_page()

    def _wait_for_page(self) -> None:
        until = time.monotonic() + ANSWER_S
        ready = "document.readyState === 'complete' && typeof stage === 'object' && innerHeight > 100"
        while not self.ask(ready):
            assert time.monotonic() < until, "the page was not laid out"
        self.painted()
