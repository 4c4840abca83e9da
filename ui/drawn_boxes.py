# SPDX-License-Identifier: MIT
"""The boxes that are drawn on the pictures of one exhibit, each step of which can be taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QRect, Signal

from app.model import ExhibitId, Rect

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Boxes: TypeAlias = tuple[Rect, ...]
LEAST_PX = 4  # of a side: what is smaller covers no letter, and is not burnt in
MOST_STEPS = 200  # that can be taken back


class DrawnBoxes(QObject):
    """What is drawn on which picture; as ``text`` it is kept while it is drawn, as words that are typed.

    Signals:
        changed: carries the id of the picture, or nothing where all may be others.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Hold nothing."""
        super().__init__(parent)
        self._areas: dict[ExhibitId, QRect] = {}
        self._drawn: dict[ExhibitId, Boxes] = {}
        self._before: list[tuple[ExhibitId | None, dict[ExhibitId, Boxes]]] = []
        self._step = ""

    @property
    def all(self) -> dict[ExhibitId, Boxes]:
        """The pictures that have boxes, with them."""
        return dict(self._drawn)

    @property
    def count(self) -> int:
        """How many boxes there are."""
        return sum(map(len, self._drawn.values()))

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    def of(self, original: ExhibitId) -> Boxes:
        """Return the boxes of a picture, in the order they were drawn."""
        return self._drawn.get(original, ())

    def begin(
        self, areas: Mapping[ExhibitId, tuple[int, int]], drawn: Mapping[ExhibitId, Iterable[Rect]]
    ) -> None:
        """Hold these, with no step to take back.

        Args:
            areas: the pictures there are, each with its width and height; no box leaves its picture.
            drawn: what is drawn on them.
        """
        self._areas = {key: QRect(0, 0, *size) for key, size in areas.items()}
        self._before, self._step = [], ""
        self._hold(drawn)

    def put(self, original: ExhibitId, boxes: Iterable[Rect], step: str = "") -> None:
        """These are the boxes of a picture now.

        Args:
            original: the picture.
            boxes: all of its boxes.
            step: steps of one name that follow each other, as of a key held down, are taken back as one.
        """
        found = self._fitting(original, boxes)
        if found == self.of(original):
            return
        if not step or step != self._step:
            self._remember(original)
        self._step = step
        self._drawn = {key: kept for key, kept in (self._drawn | {original: found}).items() if kept}
        self.changed.emit(original)

    def clear(self) -> None:
        """No picture has a box any more; that is one step."""
        if self._drawn:
            self._remember(None)
            self._step = ""
            self._hold({})

    def undo(self) -> ExhibitId | None:
        """Take the last step back; return the picture it was made on, or None where it was all of them."""
        if not self._before:
            return None
        original, drawn = self._before.pop()
        self._step = ""
        self._hold(drawn)
        return original

    @property
    def text(self) -> str:
        """All boxes, to be kept."""
        return json.dumps(
            {
                key: [[one.x, one.y, one.width, one.height] for one in kept]
                for key, kept in self._drawn.items()
            }
        )

    def set_text(self, text: str) -> None:
        """Hold what ``text`` gave; of what is no such text, and of pictures that are gone, nothing."""
        try:
            read = json.loads(text)
            drawn = {key: tuple(Rect(*map(int, sides)) for sides in kept) for key, kept in read.items()}
        except (ValueError, TypeError, AttributeError):
            return
        self._hold({ExhibitId(key): kept for key, kept in drawn.items()})

    def _hold(self, drawn: Mapping[ExhibitId, Iterable[Rect]]) -> None:
        fitting = {key: self._fitting(key, kept) for key, kept in drawn.items()}
        self._drawn = {key: kept for key, kept in fitting.items() if kept}
        self.changed.emit("")

    def _remember(self, original: ExhibitId | None) -> None:
        self._before.append((original, dict(self._drawn)))
        del self._before[:-MOST_STEPS]

    def _fitting(self, original: ExhibitId, boxes: Iterable[Rect]) -> Boxes:
        """Return what of the boxes lies in the picture."""
        area = self._areas.get(original, QRect())
        cut = (area.intersected(QRect(one.x, one.y, one.width, one.height)) for one in boxes)
        meant = (one for one in cut if min(one.width(), one.height()) >= LEAST_PX)
        return tuple(Rect(one.x(), one.y(), one.width(), one.height()) for one in meant)
