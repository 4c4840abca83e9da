# SPDX-License-Identifier: MIT
"""The small picture of an exhibit, made after the exhibit is safe."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.capture.thumbnails import thumbnail

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.capture.models import Frame
    from app.model import Exhibit
    from ui.context import Context


def make_thumbnail(context: Context, owner: QObject, exhibit: Exhibit, frame: Frame) -> None:
    """Make it in the background and put it in the vault. Without one the grid shows an empty card."""

    def put(jpeg: bytes) -> None:
        context.session.run(
            lambda vault: vault.put_thumbnail(exhibit.id, jpeg),
            owner=owner,
            otherwise=lambda _: None,  # locked meanwhile: the exhibit is stored, the grid shows a plain card
        )

    context.background.run(partial(thumbnail, frame), owner=owner, then=put)
