# SPDX-License-Identifier: MIT
"""A person who hears the window: it knows roles and names only, as AT-SPI gives them over D-Bus.

Source: the interfaces of at-spi2-core (Accessible, Action, Component, EditableText, Value).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from jeepney import DBusAddress, DBusErrorResponse, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import HeaderFields, MessageType

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ATSPI = "org.a11y.atspi"
ROOT = "/org/a11y/atspi/accessible/root"
CALL_S, WAIT_S, LOOK_EVERY_S = 20.0, 20.0, 0.1
MOST_TABS = 40
STATES = {4: "checked", 7: "editable", 8: "enabled", 11: "focusable", 12: "focused", 25: "showing"}
LABELLED_BY = 2  # RelationType
BUTTONS = frozenset({"push button", "toggle button", "radio button", "check box", "button", "page tab"})


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing of the window as it is read out."""

    bus: str
    path: str
    role: str
    name: str
    states: frozenset[str]
    depth: int

    @property
    def line(self) -> str:
        """What is said of it."""
        return f"{self.name} ({self.role})"


class ScreenReader:
    """Listens on the bus of ``spoken_bus``; ends with its connection."""

    def __init__(self, address: str, key: Callable[[str], object]) -> None:
        """Hear announcements from now on; ``key`` presses a key of the keyboard."""
        self._key = key
        self._bus = open_dbus_connection(address)
        self.announced: list[str] = []
        self._wish_for("object:announcement", "Event.Object", "Announcement")

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Listen no more."""
        self._bus.close()

    def everything(self) -> Iterator[Heard]:
        """Go through what all programs show now, in the order in which it is read."""
        for bus, path in self._children(f"{ATSPI}.Registry", ROOT):
            yield from self._below(bus, path, 0)

    def showing(self) -> list[Heard]:
        """Return what can be seen and heard now."""
        while True:
            try:
                return [one for one in self.everything() if one.name and "showing" in one.states]
            except DBusErrorResponse:  # it went while it was read
                time.sleep(LOOK_EVERY_S)

    def hears(self, name: str, *roles: str) -> Heard | None:
        """Return what has this name, or None."""
        heard = self.showing()
        return next((one for one in heard if one.name == name and (not roles or one.role in roles)), None)

    def find(self, name: str, *roles: str, within_s: float = WAIT_S) -> Heard:
        """Return what has this name, once it is there."""
        return self._until(lambda: self.hears(name, *roles), f"{name!r} {roles}", within_s)

    def press(self, name: str, *, within_s: float = WAIT_S) -> None:
        """Press the button of this name, once it can be pressed."""
        found = self._until(lambda: self._pressable(name), f"button {name!r}", within_s)
        names = [str(one[0]) for one in self._call(found, "Action", "GetActions")[0]]
        verb = next(place for place, one in enumerate(names) if one in {"Press", "Toggle", "Check"})
        assert self._call(found, "Action", "DoAction", "i", (verb,)) == (True,)

    def write(self, name: str, text: str) -> None:
        """Put a text into the field of this name."""
        field = self.find(name, "text", "password text", "entry")
        assert self._call(field, "EditableText", "SetTextContents", "s", (text,)) == (True,)

    def tab_to(self, name: str) -> Heard:
        """Press Tab until the keyboard is on it; return it."""
        self.find(name)
        passed: list[str] = []
        for _ in range(MOST_TABS):
            before = self.focused()
            if before is not None and before.name == name:
                return before
            self._key("Tab")
            self._until(lambda before=before: self._is_elsewhere(before), f"Tab after {passed}", WAIT_S)
            passed.append(self.name_of_focus)
        raise AssertionError(f"Tab did not come to {name!r}, but to {passed}")

    @property
    def name_of_focus(self) -> str:
        """What the keyboard is on; empty where nothing says that it is."""
        found = self.focused()
        return "" if found is None else found.name

    def focused(self) -> Heard | None:
        """Return what the keyboard is on."""
        return next((one for one in self.showing() if "focused" in one.states), None)

    def waits_for_announcement(self, part: str) -> str:
        """Return the announcement with these words in it, once it was made."""

        def made() -> str | None:
            self._listen()
            return next((one for one in self.announced if part in one), None)

        return str(self._until(made, f"announcement of {part!r}", WAIT_S))

    def waits_for(self, happens: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        self._until(happens, what, WAIT_S)

    def _is_elsewhere(self, before: Heard | None) -> bool:
        """Whether the keyboard is on something, and not on what it was on before."""
        now = self.focused()
        return now is not None and (before is None or now.path != before.path)

    def _pressable(self, name: str) -> Heard | None:
        found = self.hears(name, *BUTTONS)
        return found if found is not None and "enabled" in found.states else None

    def _until(self, ask: Callable[[], Any], what: str, within_s: float) -> Any:
        """Return what is asked for, as soon as there is something.

        Raises:
            AssertionError: it did not come; says what was heard instead.
        """
        end = time.monotonic() + within_s
        while time.monotonic() < end:
            found = ask()
            if found:
                return found
            time.sleep(LOOK_EVERY_S)
        raise AssertionError(
            f"{what} was not heard; heard:\n" + "\n".join(one.line for one in self.showing())
        )

    def _below(self, bus: str, path: str, depth: int) -> Iterator[Heard]:
        states = self._states(bus, path)
        role = str(self._ask(bus, path, "Accessible", "GetRoleName")[0])
        name = self._name_of(bus, path)
        if role == "combo box":  # its name is what is chosen; what it asks is its label
            name = f"{self._label_of(bus, path)} {name}"
        yield Heard(bus, path, role, " ".join(name.split()), states, depth)
        for below, its_path in self._children(bus, path):
            yield from self._below(below, its_path, depth + 1)

    def _label_of(self, bus: str, path: str) -> str:
        """Return the names of what it says it is labelled by."""
        relations = self._ask(bus, path, "Accessible", "GetRelationSet")[0]
        labels = [place for kind, places in relations if kind == LABELLED_BY for place in places]
        return " ".join(self._name_of(*place) for place in labels)

    def _name_of(self, bus: str, path: str) -> str:
        [[_, name]] = [self._ask(bus, path, "Properties", "Get", "ss", (f"{ATSPI}.Accessible", "Name"))[0]]
        return str(name)

    def _children(self, bus: str, path: str) -> list[tuple[str, str]]:
        return list(self._ask(bus, path, "Accessible", "GetChildren")[0])

    def _states(self, bus: str, path: str) -> frozenset[str]:
        low, high = self._ask(bus, path, "Accessible", "GetState")[0]
        bits = low | high << 32
        return frozenset(name for bit, name in STATES.items() if bits >> bit & 1)

    def _call(
        self, on: Heard, kind: str, member: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> Any:
        return self._ask(on.bus, on.path, kind, member, signature, body)

    def _ask(
        self, bus: str, path: str, kind: str, member: str, signature: str = "", body: tuple[object, ...] = ()
    ) -> Any:
        interface = "org.freedesktop.DBus.Properties" if kind == "Properties" else f"{ATSPI}.{kind}"
        call = new_method_call(DBusAddress(path, bus, interface), member, signature or None, body)
        answer = self._bus.send_and_get_reply(call, timeout=CALL_S)
        if answer.header.message_type is MessageType.error:
            raise DBusErrorResponse(answer)
        return answer.body

    def _wish_for(self, event: str, interface: str, member: str) -> None:
        """Ask for an event, as a screen reader does, and keep what comes."""
        rule = MatchRule(type="signal", interface=f"{ATSPI}.{interface}", member=member)
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=CALL_S)
        self._events = self._bus.filter(rule, bufsize=1_000)
        self._heard = self._events.__enter__()
        self._ask(f"{ATSPI}.Registry", "/org/a11y/atspi/registry", "Registry", "RegisterEvent", "s", (event,))

    def _listen(self) -> None:
        while True:
            try:
                message = self._bus.recv_until_filtered(self._heard, timeout=LOOK_EVERY_S)
            except TimeoutError:
                return
            assert message.header.fields[HeaderFields.member] == "Announcement"
            self.announced.append(str(message.body[3][1]))
