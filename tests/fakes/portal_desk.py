# SPDX-License-Identifier: MIT
"""The portal of tests/fakes/portal.py itself: a program of its own, on dbus-fast.

What it is to do stands in a file that it reads at each question; what it was asked and told, it writes down.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dbus_fast import Message, MessageType, Variant
from dbus_fast.aio import MessageBus

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE = "org.freedesktop.portal.Desktop"
DESKTOP = "/org/freedesktop/portal/desktop"
VERSION = 4
LATE_S, SOON_S = 1.0, 0.02


class Desk:
    """Answers the calls of one bus."""

    def __init__(self, folder: Path, bus: MessageBus) -> None:
        self._folder = folder
        self._pictures = folder / "Pictures"
        self._drawn = folder / "drawn.png"
        self._bus = bus
        self._count = 0

    def on_message(self, message: Message) -> Message | bool | None:
        """Answer a call; dbus-fast sends what is returned, and takes True for handled."""
        if message.message_type is not MessageType.METHOD_CALL:
            return None
        calls: dict[str, Callable[[Message, str], Message | bool]] = {
            "Get": self._on_get,
            "Close": self._on_close,
            "Screenshot": self._on_screenshot,
        }
        answer = (self._folder / "answer").read_text()
        return calls[message.member](message, answer) if message.member in calls else None

    def _on_get(self, message: Message, answer: str) -> Message:
        if answer == "no-interface":
            return Message.new_error(message, "org.freedesktop.DBus.Error.InvalidArgs", "no such interface")
        return Message.new_method_return(message, "v", [Variant("u", VERSION)])

    def _on_close(self, message: Message, answer: str) -> Message | bool:
        self._note("closed")
        return True if answer.startswith("deaf") else Message.new_method_return(message)

    def _on_screenshot(self, message: Message, answer: str) -> Message:
        options = message.body[1]
        self._note("asked-interactive" if options["interactive"].value else "asked")
        if answer == "not-allowed":
            return Message.new_error(message, "org.freedesktop.portal.Error.NotAllowed", "no")
        sender = message.sender.removeprefix(":").replace(".", "_")
        token = "old" if answer == "old-name" else options["handle_token"].value
        handle = f"{DESKTOP}/request/{sender}/{token}"
        if answer == "early":  # before the call itself is answered
            self._respond(handle, 0, self._draw())
        else:
            wait = LATE_S if answer.startswith("late") else SOON_S
            asyncio.get_running_loop().call_later(wait, self._answer, handle, answer)
        return Message.new_method_return(message, "o", [handle])

    def _answer(self, handle: str, answer: str) -> None:
        """Answer as it was told, or never."""
        if answer in {"silent", "deaf"}:
            return
        codes = {"cancel": 1, "late-no": 1, "fail": 2, "fail-with-picture": 2, "refuse-with-nothing": 0}
        if answer in codes:
            uri = self._draw() if answer == "fail-with-picture" else None
            self._respond(handle, codes[answer], uri)
        else:
            self._respond(handle, 0, self._place(answer))

    def _place(self, answer: str) -> str:
        """Return the place that is named, with something there or not."""
        made = {
            "wrong-file": self._write_letter,
            "truncated": self._write_half,
            "empty": self._write_nothing,
            "link": self._link,
            "linked-twice": self._link_twice,
        }
        named = {
            "folder": self._pictures.as_uri(),
            "absent": (self._pictures / "absent.png").as_uri(),
            "remote": "file://server/share/picture.png",
            "web": "https://example.org/picture.png",
            "relative": "file:picture.png",
            "nothing": "",
        }
        return named[answer] if answer in named else made.get(answer, self._draw)()

    def _draw(self) -> str:
        """Write the picture as the portals do, in clear."""
        self._count += 1
        return self._written(f"Screenshot {self._count}.png", self._drawn.read_bytes())

    def _write_letter(self) -> str:
        return self._written("letter.txt", b"not a picture")

    def _write_half(self) -> str:
        return self._written("half.png", self._drawn.read_bytes()[:-200])

    def _write_nothing(self) -> str:
        return self._written("empty.png", b"")

    def _link(self) -> str:
        link = self._pictures / "link.png"
        link.symlink_to(self._drawn)
        return link.as_uri()

    def _link_twice(self) -> str:
        first = self._written("first.png", self._drawn.read_bytes())
        (self._pictures / "second.png").hardlink_to(self._pictures / "first.png")
        return first

    def _written(self, name: str, data: bytes) -> str:
        (self._pictures / name).write_bytes(data)
        return (self._pictures / name).as_uri()

    def _respond(self, handle: str, code: int, uri: str | None) -> None:
        """Send the signal, the same way as every portal does."""
        results: dict[str, Any] = {} if uri is None else {"uri": Variant("s", uri)}
        message = Message.new_signal(
            handle, "org.freedesktop.portal.Request", "Response", "ua{sv}", [code, results]
        )
        self._note(f"answered-{code}")  # first: whoever hears the answer may read the log at once
        self._bus.send(message)

    def _note(self, word: str) -> None:
        with (self._folder / "log").open("a") as log:
            log.write(f"{word}\n")


async def serve(folder: Path) -> None:
    """Own the name and answer until killed."""
    bus = await MessageBus(os.environ["DBUS_SESSION_BUS_ADDRESS"]).connect()
    bus.add_message_handler(Desk(folder, bus).on_message)
    await bus.request_name(SERVICE)
    print("ready", flush=True)
    await bus.wait_for_disconnect()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
