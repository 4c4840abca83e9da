# SPDX-License-Identifier: MIT
"""Which parts of a window something else stands over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.capture.checks import occluders
from app.capture.geometry import intersection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.capture.models import Window
    from app.model import Rect


@dataclass(frozen=True, slots=True)
class Choice:
    """A window that may be chosen.

    Attributes:
        covered: the parts of it, in pixels of the desktop, that other programs' windows stand over.
    """

    window: Window
    covered: tuple[Rect, ...] = ()


def choices(stack: Sequence[Window], own_pid: int) -> tuple[Choice, ...]:
    """Return the windows a person may choose from, the topmost first.

    Args:
        stack: everything on the screen, lowest first.
        own_pid: this process; its windows go before a picture is taken, so they cover nothing.
    """
    others = [window for window in stack if window.pid != own_pid]
    listed = (window for window in reversed(others) if window.is_ordinary and not window.is_minimised)
    return tuple(Choice(window, covered_parts(window, others)) for window in listed)


def covered_parts(window: Window, stack: Sequence[Window]) -> tuple[Rect, ...]:
    """Return the parts of a window that something stands over; ``stack`` is lowest first."""
    parts = (intersection(window.rect, other.rect) for other in occluders(window, stack))
    return tuple(part for part in parts if part is not None)
