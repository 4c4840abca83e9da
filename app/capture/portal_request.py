# SPDX-License-Identifier: MIT
"""One question to the desktop portal: may we have a picture of the screen?

Source: XDG Desktop Portal, org.freedesktop.portal.Screenshot and org.freedesktop.portal.Request. The answer
is a signal of an object whose name follows from ours and a token, so it is listened for before the question
is asked. Whatever is answered, and whenever, no picture stays on the disk.

A question that nobody waits for any more is not taken back: xdg-desktop-portal 1.16 may go on with it, leave
the picture and tell no one. It is listened to instead (portal_late).
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
from app.errors import Cancelled, CaptureDenied, CaptureError

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
    request: Request | None = None
    try:
        request = Request(bus, version(bus)[0])
        return request.picture(stopped, within_s)
    finally:
        if request is not None and request.is_open:
            portal_late.keep(request)
        else:
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
    """Asks once, and deletes what comes too late.

    Attributes:
        is_open: no answer came yet.
    """

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
        self.is_open = True

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
        self.close()
        return take_away(_uri_of(answer))

    def sweep(self) -> None:
        """Delete the picture if it was given meanwhile.

        Raises:
            PictureLeft: it could not be deleted.
        """
        try:
            answer = self._next(0)
        except CaptureDenied:  # the bus went away, and the portal with it
            self.close()
            return
        if answer is not None:
            self.close()
            if uri := _uri_in(answer):
                throw_away(uri)

    def withdraw(self) -> None:
        """Take the question away from the screen: nobody is there any more who could delete a picture.

        Raises:
            PictureLeft: a picture came all the same and could not be deleted.
        """
        with suppress(CaptureError):
            self._bus.call(self._place, "Close", "", (), CLOSE_S)
        self.sweep()
        self.close()

    def close(self) -> None:
        """Listen no more; may be called more than once."""
        if self.is_open:
            self.is_open = False
            for answers in self._answers:
                answers.leave()
            self._bus.close()

    def _ask(self) -> None:
        """Put the question."""
        options = {"handle_token": ("s", self._token), "interactive": ("b", False)}
        try:
            _, (handle,) = self._bus.call(SCREENSHOT, "Screenshot", "sa{sv}", ("", options))
        except CaptureError as error:
            if not isinstance(error.__cause__, TimeoutError):  # it said no; silence may end later
                self.close()
            raise
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
