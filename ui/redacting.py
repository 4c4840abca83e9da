# SPDX-License-Identifier: MIT
"""What the page that covers parts of pictures reads from the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from app.model import Exhibit, ExhibitId, Rect
    from app.vault import Vault


@dataclass(frozen=True, slots=True)
class Came:
    """Boxes that came along to a picture, and the numbers of the pictures they were drawn in."""

    rects: tuple[Rect, ...] = ()
    numbers: tuple[int, ...] = ()


def sizes_of(exhibit: Exhibit) -> dict[ExhibitId, tuple[int, int]]:
    """Return width and height of each picture of an exhibit."""
    contents = ((one.id, one.record.content) for one in exhibit.originals)
    return {key: (content.width_px or 0, content.height_px or 0) for key, content in contents}


def travelled_to(exhibit: Exhibit, original: ExhibitId) -> Came:
    """Return the boxes of a picture that were drawn in another one."""
    shas = {one.record.content.sha256: n for n, one in enumerate(exhibit.originals, start=1)}
    shown = next((one for one in exhibit.originals if one.id == original), None)
    if shown is None:
        return Came()
    boxes = [box for box in shown.boxes if box not in shown.drawn]
    numbers = {shas[box.drawn_in] for box in boxes if box.drawn_in in shas}
    return Came(tuple(box.rect for box in boxes), tuple(sorted(numbers)))


def small_pictures(wanted: tuple[ExhibitId, ...], vault: Vault) -> dict[ExhibitId, QImage]:
    """Return the small pictures there are, decoded."""
    found = ((key, vault.thumbnail(key)) for key in wanted)
    return {key: QImage.fromData(data) for key, data in found if data is not None}
