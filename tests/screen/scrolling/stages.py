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
        view: where the list stood that scrolls.
    """

    since_ms: float
    mark: float
    boxes: dict[str, list[float]]
    view: list[float]

    def moved_to(self, later: State) -> set[float]:
        """Return how far messages moved up from here to there: by each edge of them that both show."""
        common = set(self.boxes) & set(later.boxes)
        return {
            round(self._edge(number, edge) - later._edge(number, edge), 3)
            for number in common
            for edge in (0, 1)  # top and bottom
            if self._shows(number, edge) and later._shows(number, edge)
        }

    def shares(self, other: State) -> bool:
        """Whether an edge of a message is in view in both."""
        return bool(self.moved_to(other))

    def _edge(self, number: str, part: float) -> float:
        _, top, _, height = self.boxes[number]
        return top + part * height

    def _shows(self, number: str, part: float) -> bool:
        _, top, _, height = self.view
        return top <= self._edge(number, part) <= top + height


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
