# SPDX-License-Identifier: MIT
"""What every program that shows a conversation can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from app.capture.models import Backend
    from app.model import Rect


class State(NamedTuple):
    """What was shown from one moment on, in pixels of the screen from the corner of the contents.

    Attributes:
        since_ms: milliseconds since 1970.
        mark: where the top of the last message stood; history grows above it.
        boxes: where the messages in view stood, by their number.
    """

    since_ms: float
    mark: float
    boxes: dict[str, list[float]]


class Stage(Protocol):
    """Another program with messages in it that says where they stand."""

    def look(self) -> dict[str, Any]:
        """Return where everything stands now."""
        ...

    def client(self, backend: Backend) -> Rect:
        """Return where its contents stand on the screen."""
        ...

    def trail(self) -> list[State]:
        """Return each state that was drawn, oldest first."""
        ...

    def still_at(self, mark: float) -> dict[str, list[float]]:
        """Have it stand where it stood, with nothing moving; return where its texts stand."""
        ...
