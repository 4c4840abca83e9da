# SPDX-License-Identifier: MIT
"""One question to the desktop portal: may we have a picture of the screen?

Source: XDG Desktop Portal, org.freedesktop.portal.Screenshot and org.freedesktop.portal.Request. The answer
is a signal of an object whose name follows from ours and a token, so it is listened for before the question
is asked. Whatever is answered, and whenever, no picture stays on the disk.
"""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.capture import portal_late
from app.capture.portal_bus import Bus, Place
from app.capture.portal_picture import take_away, throw_away
from app.errors import Cancelled, CaptureDenied, CaptureUnsupported

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Mapping

SERVICE = "org.freedesktop.portal.Desktop"
DESKTOP = "/org/freedesktop/portal/desktop"
SCREENSHOT = Place(SERVICE, DESKTOP, "org.freedesktop.portal.Screenshot")
REQUEST = "org.freedesktop.portal.Request"
GIVEN, CANCELLED = 0, 1  # Source: Request.Response; 2 is "ended in some other way"
ANSWER_S = 60.0  # a person may have to read a question first
LOOK_EVERY_S = 0.1
CLOSE_S = 2.0


def picture_of_desktop(
    environ: Mapping[str, str], stopped: threading.Event, within_s: float = ANSWER_S
) -> bytes:
    """Return the bytes of a picture of the whole desktop, which is off the disk.

    Raises:
        CaptureUnsupported: no session bus, or no such portal.
        CaptureDenied: refused, cancelled, or no answer in time.
        PictureLeft: the picture could not be deleted.
        Cancelled: stopped meanwhile.
    """
    portal_late.sweep()
    bus = Bus(environ)
    is_over = True
    try:
        request = Request(bus, version(bus)[0])
        try:
            return request.picture(stopped, within_s)
        except BaseException:
            is_over = request.withdraw()
            raise
        finally:
            if not is_over:
                portal_late.keep(request)
            else:
                request.leave()
    finally:
        if is_over:
            bus.close()


def version(bus: Bus) -> tuple[str, int]:
    """Return what the bus calls the portal, and which version of the screenshot portal it has.

    Raises:
        CaptureUnsupported: there is none.
        CaptureDenied: it does not say.
    """
    sender, number = bus.get(SCREENSHOT, "version")
    return sender, int(number)


class Request:
    """Asks once, and deletes whatever comes too late."""

    def __init__(self, bus: Bus, portal: str) -> None:
        """Listen for the answer of the portal.

        Raises:
            CaptureDenied: the bus does not let us.
        """
        self._bus = bus
        self._portal = portal
        self._token = "t" + secrets.token_hex(8)
        sender = bus.own_name.removeprefix(":").replace(".", "_")
        self._place = Place(SERVICE, f"{DESKTOP}/request/{sender}/{self._token}", REQUEST)
        self._answers = [bus.signals(portal, self._place, "Response")]

    def picture(
        self,
        stopped: threading.Event,
        within_s: float = ANSWER_S,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> bytes:
        """Return the bytes of the picture, which is off the disk.

        Raises:
            CaptureDenied: refused, cancelled, or no answer in time.
            CaptureUnsupported: there is no such portal here.
            PictureLeft: the picture could not be deleted.
            Cancelled: stopped meanwhile.
        """
        until = monotonic() + within_s
        self._ask()
        while (answer := self._next(LOOK_EVERY_S)) is None:
            if stopped.is_set():
                raise Cancelled("stopped before the picture was taken")
            if monotonic() > until:
                raise CaptureDenied(
                    "no answer from the desktop portal: it may have refused without saying so"
                )
        return take_away(_uri_of(answer))

    def withdraw(self) -> bool:
        """Take the question back; return whether it is certain that no answer comes any more.

        Raises:
            PictureLeft: a picture came all the same and could not be deleted.
        """
        is_over = True
        try:
            self._bus.call(self._place, "Close", "", (), CLOSE_S)
        except CaptureUnsupported:  # the request is over already
            pass
        except CaptureDenied:
            is_over = False
        self.sweep()
        return is_over

    def sweep(self) -> None:
        """Delete every picture that was given meanwhile.

        Raises:
            PictureLeft: one could not be deleted.
        """
        with suppress(CaptureDenied):  # the bus went away, and the portal with it
            while (answer := self._next(0)) is not None:
                if uri := _uri_in(answer):
                    throw_away(uri)

    def leave(self) -> None:
        """Listen no more."""
        for answers in self._answers:
            answers.leave()

    def _ask(self) -> None:
        """Put the question."""
        options = {"handle_token": ("s", self._token), "interactive": ("b", False)}
        _, (handle,) = self._bus.call(SCREENSHOT, "Screenshot", "sa{sv}", ("", options))
        if handle != self._place.path:  # portals before version 0.9 chose the name themselves
            self._place = replace(self._place, path=handle)
            self._answers.append(self._bus.signals(self._portal, self._place, "Response"))

    def _next(self, within_s: float) -> tuple[Any, ...] | None:
        """Return an answer, or ``None`` if none came in time; the name the portal chose is waited for."""
        *others, last = self._answers
        found = [last.next(within_s), *(answers.next(0) for answers in others)]
        return next((answer for answer in found if answer is not None), None)


def _uri_in(answer: tuple[Any, ...]) -> str:
    """Return where an answer says that a picture is, or nothing."""
    return str(answer[1].get("uri", ("s", ""))[1])


def _uri_of(answer: tuple[Any, ...]) -> str:
    """Return where the picture is.

    Raises:
        CaptureDenied: none was given.
    """
    code, uri = answer[0], _uri_in(answer)
    if code == GIVEN and uri:
        return uri
    if uri:
        throw_away(uri)
    if code == CANCELLED:
        raise CaptureDenied("cancelled: the question of the desktop was answered with no")
    raise CaptureDenied("refused: the desktop portal gave no picture")
