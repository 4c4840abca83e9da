# SPDX-License-Identifier: MIT
"""Asks an X11 window manager to put another program's window on top.

Source: EWMH 1.5, ``_NET_RESTACK_WINDOW``.
"""

from __future__ import annotations

from contextlib import suppress

from Xlib import X
from Xlib.display import Display
from Xlib.error import ConnectionClosedError, DisplayError, XError
from Xlib.protocol.event import ClientMessage

GONE = (XError, DisplayError, ConnectionClosedError, OSError)
BY_A_PAGER = 2  # a request of the person's, not of the program whose window it is
LONGEST = 1024


def restack(display: str, window_id: int) -> bool:
    """Return whether there is a manager that takes such requests; the window is where it was if not."""
    try:
        opened = Display(display)
    except GONE:
        return False
    try:
        return _ask(opened, window_id)
    except GONE:
        return False
    finally:
        with suppress(*GONE):
            opened.close()


def _ask(display: Display, window_id: int) -> bool:
    root, request = display.screen().root, display.get_atom("_NET_RESTACK_WINDOW")
    known = root.get_full_property(display.get_atom("_NET_SUPPORTED"), X.AnyPropertyType, LONGEST)
    if known is None or request not in known.value:
        return False
    window = display.create_resource_object("window", window_id)
    message = ClientMessage(
        window=window, client_type=request, data=(32, [BY_A_PAGER, X.NONE, X.Above, 0, 0])
    )
    root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
    display.sync()
    return True
