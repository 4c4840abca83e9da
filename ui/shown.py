# SPDX-License-Identifier: MIT
"""What is shown in place of a picture: the copy on which parts are covered, wherever there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from app.errors import BadInput

if TYPE_CHECKING:
    from app.model import Exhibit, ExhibitId, Original
    from app.vault.reading import Reading


def exhibit_of(reading: Reading, original: ExhibitId) -> Exhibit:
    """Return the exhibit that has this picture, as the case is now.

    Raises:
        BadInput: there is none.
    """
    try:
        return reading.exhibit(original)
    except BadInput:  # a later picture of a conversation has an id of its own
        for exhibit in reading.exhibits():
            if any(one.id == original for one in exhibit.originals):
                return exhibit
        raise


def shown_bytes(reading: Reading, original: ExhibitId) -> bytes:
    """Return the bytes of a picture as they may be seen.

    Raises:
        BadInput: there is no such picture.
        HashMismatch: the bytes are not what was recorded.
        PicturesNotAllowed: it is set apart.
    """
    pictures = exhibit_of(reading, original).originals
    return bytes_of(reading, next(one for one in pictures if one.id == original))


def shown_image(reading: Reading, original: ExhibitId) -> QImage:
    """Return the same, decoded."""
    return QImage.fromData(shown_bytes(reading, original))


def bytes_of(reading: Reading, original: Original) -> bytes:
    """Return what is shown in place of an original that was just read from the case."""
    if original.redacted is None:
        return reading.original(original.id)
    return b"".join(reading.derivative_parts(original.redacted.derivative_id))
