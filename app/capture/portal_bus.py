# SPDX-License-Identifier: MIT
"""The session bus, as far as the desktop portal needs it; the only importer of jeepney.

Everything blocks, with a time limit: no thread, no event loop.
"""

from __future__ import annotations

from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jeepney
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from app.errors import CaptureDenied, CaptureUnsupported

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from jeepney.io.blocking import DBusConnection

REPLY_S = 25.0  # as long as a bus waits for a service that it starts. Source: D-Bus specification, activation
ABSENT = {
    "org.freedesktop.DBus.Error.ServiceUnknown",
    "org.freedesktop.DBus.Error.NameHasNoOwner",
    "org.freedesktop.DBus.Error.UnknownMethod",
    "org.freedesktop.DBus.Error.UnknownInterface",
    "org.freedesktop.DBus.Error.UnknownObject",
    "org.freedesktop.DBus.Error.Spawn.ServiceNotFound",
    "org.freedesktop.DBus.Error.Spawn.ChildExited",
}
# What GLib answers to Properties.Get of an interface that is not there.
NO_PROPERTY = {
    *ABSENT,
    "org.freedesktop.DBus.Error.InvalidArgs",
    "org.freedesktop.DBus.Error.UnknownProperty",
}
PROPERTIES = "org.freedesktop.DBus.Properties"
NO_BUS = (OSError, ValueError, RuntimeError, StopIteration, AuthenticationError, DBusErrorResponse)


@dataclass(frozen=True, slots=True)
class Place:
    """An interface of an object of a service."""

    service: str
    path: str
    interface: str

    @property
    def address(self) -> jeepney.DBusAddress:
        """The same as jeepney calls it."""
        return jeepney.DBusAddress(self.path, bus_name=self.service, interface=self.interface)


class Answers:
    """Signals of one kind that are waited for; subscribed from the start until ``leave``."""

    def __init__(self, bus: Bus, rule: jeepney.MatchRule) -> None:
        """Subscribe.

        Raises:
            CaptureDenied: the bus does not take it.
        """
        self._bus = bus
        self._rule = rule
        self._queue: deque[jeepney.Message] = deque()
        self._filter = bus.connection.filter(rule, queue=self._queue)
        bus.ask(message_bus.AddMatch(rule))

    def next(self, within_s: float) -> tuple[Any, ...] | None:
        """Return what the next signal carries, or ``None`` if none came in time.

        Raises:
            CaptureDenied: the bus went away.
        """
        try:
            message = self._bus.connection.recv_until_filtered(self._queue, timeout=within_s)
        except TimeoutError:
            return None
        except OSError as error:
            raise CaptureDenied("the session bus went away") from error
        return tuple(message.body)

    def leave(self) -> None:
        """Be told no more of them; a bus that went away needs nothing."""
        self._filter.close()
        with suppress(CaptureDenied, CaptureUnsupported):
            self._bus.ask(message_bus.RemoveMatch(self._rule))


class Bus:
    """One connection to the session bus.

    Attributes:
        connection: jeepney's.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        """Connect.

        Raises:
            CaptureUnsupported: there is no session bus.
        """
        try:
            self.connection: DBusConnection = open_dbus_connection(_address(environ))
        except NO_BUS as error:
            raise CaptureUnsupported("no session bus: the desktop cannot be asked for a picture") from error

    @property
    def own_name(self) -> str:
        """What the bus calls this connection, such as ``:1.42``."""
        return str(self.connection.unique_name)

    def call(
        self, place: Place, method: str, signature: str, body: tuple[Any, ...], within_s: float = REPLY_S
    ) -> tuple[str, tuple[Any, ...]]:
        """Return who answered a call, and what.

        Raises:
            CaptureUnsupported: there is no such service here.
            CaptureDenied: it refused, or did not answer in time.
        """
        answer = self.ask(jeepney.new_method_call(place.address, method, signature, body), within_s)
        return str(answer.header.fields.get(HeaderFields.sender, "")), tuple(answer.body)

    def get(self, place: Place, name: str) -> tuple[str, Any]:
        """Return who answered, and a property of an interface.

        Raises:
            CaptureUnsupported: there is no such service or interface here.
            CaptureDenied: it refused, or did not answer in time.
        """
        address = Place(place.service, place.path, PROPERTIES).address
        message = jeepney.new_method_call(address, "Get", "ss", (place.interface, name))
        answer = self.ask(message, absent=NO_PROPERTY)
        return str(answer.header.fields.get(HeaderFields.sender, "")), answer.body[0][1]

    def ask(
        self, message: jeepney.Message, within_s: float = REPLY_S, absent: Collection[str] = ABSENT
    ) -> jeepney.Message:
        """Return the answer to a message.

        Raises:
            CaptureUnsupported: there is no such service here.
            CaptureDenied: it refused, or did not answer in time.
        """
        try:
            answer = self.connection.send_and_get_reply(message, timeout=within_s)
            unwrap_msg(answer)
        except DBusErrorResponse as error:
            kind = CaptureUnsupported if error.name in absent else CaptureDenied
            raise kind(f"the desktop portal says {error.name}") from error
        except TimeoutError as error:
            raise CaptureDenied("the desktop portal does not answer") from error
        except OSError as error:
            raise CaptureDenied("the session bus went away") from error
        return answer

    def signals(self, sender: str, place: Place, member: str) -> Answers:
        """Return the signals of one kind that one connection sends for one object, from now on.

        Raises:
            CaptureDenied: the bus does not take it.
        """
        rule = jeepney.MatchRule(
            type="signal", sender=sender, path=place.path, interface=place.interface, member=member
        )
        return Answers(self, rule)

    def close(self) -> None:
        """Leave the bus; may be called more than once."""
        with suppress(OSError):
            self.connection.close()


def _address(environ: Mapping[str, str]) -> str:
    """Return where the bus listens. Source: systemd's session bus stands in the runtime folder."""
    given = environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if not given and not folder:
        raise CaptureUnsupported("no session bus: the desktop cannot be asked for a picture")
    return given or f"unix:path={folder}/bus"
