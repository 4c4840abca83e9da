# SPDX-License-Identifier: MIT
"""What a thing is called by screen readers, where Qt would call it a piece of text or a plain box.

Titles become headings, so that a reader can jump from one to the next; rows that can be pressed become
buttons with a press; answers to one question become a group with the question as its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget

from ui.override import override

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

HEADINGS = frozenset({"display", "title", "h2", "h3"})  # of the type scale
SPOKEN = "spoken"  # the property that holds one of these
ROLES = {
    "page": QAccessible.Role.Pane,
    "group": QAccessible.Role.Grouping,
    "picture": QAccessible.Role.Graphic,
    "note": QAccessible.Role.Note,  # its name says all of it, as of the next
    "item": QAccessible.Role.ListItem,
    "button": QAccessible.Role.Button,  # so too, and it has a method ``press``
    "tab": QAccessible.Role.PageTab,  # a button that is chosen while its page is shown
    "one_of": QAccessible.Role.RadioButton,  # a button that is one answer of several
}
PRESSED = frozenset({"button", "tab", "one_of"})
WHOLE = PRESSED | {"item", "note"}


class Spoken(QAccessibleWidget):
    """A widget in the role that it says it has."""

    def __init__(self, widget: QWidget, kind: str) -> None:
        """Stand for the widget."""
        super().__init__(widget, ROLES[kind])
        self._kind = kind

    @override
    def childCount(self) -> int:
        """What is read as a whole has nothing inside."""
        return 0 if self._kind in WHOLE else super().childCount()

    @override
    def state(self) -> QAccessible.State:
        """What is chosen says so."""
        state, widget = super().state(), self.object()
        if isinstance(widget, QAbstractButton) and widget.isCheckable():
            name = "select" if self._kind == "tab" else "check"
            setattr(state, f"{name}able", 1)
            setattr(state, f"{name}ed", int(widget.isChecked()))
        return state

    @override
    def actionNames(self) -> list[str]:
        """Pressing comes first, where there is something to press."""
        press = [QAccessibleActionInterface.pressAction()] if self._kind in PRESSED else []
        return [*press, *super().actionNames()]

    @override
    def doAction(self, actionName: str) -> None:
        """Press it, if it can be pressed."""
        widget = self.object()
        press = widget.click if isinstance(widget, QAbstractButton) else getattr(widget, "press", None)
        if actionName != QAccessibleActionInterface.pressAction():
            super().doAction(actionName)
        elif press is not None:
            press()


def speak_as(widget: QWidget, kind: str) -> None:
    """A screen reader calls it so, whatever was asked about it before; ``kind`` is one of ``ROLES``."""
    widget.setProperty(SPOKEN, kind)
    if QAccessible.isActive():
        known = QAccessible.queryAccessibleInterface(widget)
        if known is not None and not isinstance(known, Spoken):
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(known))


def speak_roles() -> None:
    """Whatever asks Qt for names and roles gets these from now on."""
    QAccessible.installFactory(_spoken)


def _spoken(_name: str, thing: QObject | None) -> QAccessibleWidget | None:
    """Return how a widget is read, or None where Qt knows it."""
    if not isinstance(thing, QWidget):
        return None
    if isinstance(thing, QLabel):
        is_heading = thing.property("role") in HEADINGS
        return QAccessibleWidget(thing, QAccessible.Role.Heading) if is_heading else None
    kind = thing.property(SPOKEN)
    return Spoken(thing, kind) if kind in ROLES else None
