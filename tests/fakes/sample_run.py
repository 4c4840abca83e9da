# SPDX-License-Identifier: MIT
"""A conversation that is drawn: frames as a scrolled window shows them, and the long picture; needs Qt."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from app.hashing import sha256_of
from app.model import Derivative, DerivativeKind, DerivativeRecord
from tests.fakes.runs import RUN, frame, record_of
from tests.ui.filling import png

if TYPE_CHECKING:
    from app.model import Acquisition, Exhibit
    from app.vault import Vault

WIDE_PX, HIGH_PX, STEP_PX, HEAD_PX = 760, 640, 300, 60
LINES = (
    "I have the video and your friends list", "please who are you", "Your sister. Your boss. All of them",
    "Send 200 with Western Union", "I don't have that much", "You have 2 hours. Then I post", "please stop",
    "1 hour left", "I am keeping all of this", "Nobody will help you", "Pay and it is over",
)  # fmt: skip


def chat(frames: int) -> QImage:
    """Return the whole conversation as one long picture."""
    image = QImage(WIDE_PX, HIGH_PX + STEP_PX * (frames - 1), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont("Atkinson Hyperlegible")
    font.setPixelSize(19)
    painter.setFont(font)
    for n, top in enumerate(range(HEAD_PX + 16, image.height(), 64)):
        words = LINES[n % len(LINES)]
        wide = painter.fontMetrics().horizontalAdvance(words) + 34
        is_own = n % 3 == 1
        box = QRectF(WIDE_PX - wide - 24 if is_own else 24, top, wide, 44)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#D6E6F9" if is_own else "#ECEDF2"))
        painter.drawRoundedRect(box, 14, 14)
        painter.setPen(QColor("#1B2430"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return image


def shown(whole: QImage, n: int) -> QImage:
    """Return what the window shows at the frame of this number, with its head."""
    image = whole.copy(QRect(0, STEP_PX * (n - 1), WIDE_PX, HIGH_PX))
    painter = QPainter(image)
    painter.fillRect(0, 0, WIDE_PX, HEAD_PX, QColor("#F6F7F9"))
    font = QFont("Atkinson Hyperlegible")
    font.setPixelSize(21)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor("#1B2430"))
    painter.drawText(QRect(24, 0, WIDE_PX, HEAD_PX), int(Qt.AlignmentFlag.AlignVCenter), "Amélie Laurent")
    painter.end()
    return image


def add_run(
    vault: Vault,
    frames: int,
    *,
    gap_after: int | None = None,
    run_id: str = RUN,
    is_finished: bool = True,
    whole: QImage | None = None,
) -> Exhibit:
    """Return a run of drawn frames in the vault, with small pictures; finished with record and picture.

    ``whole`` is another conversation than that of ``chat``, as high as it.
    """
    whole = whole or chat(frames)
    for n in range(1, frames + 1):
        image = shown(whole, n)
        small = image.scaledToHeight(180, Qt.TransformationMode.SmoothTransformation)
        exhibit = vault.add_frame(_taken(image, n, run_id), thumbnail=png(small, "JPEG"))
    if not is_finished:
        return exhibit
    return vault.finish_run(exhibit.id, record_of(exhibit, gap_after=gap_after), (_joined(exhibit, whole),))


def shown_frame(whole: QImage, n: int, run_id: str = RUN) -> Acquisition:
    """Return the acquisition of what the window shows at the frame of this number."""
    return _taken(shown(whole, n), n, run_id)


def record_again(vault: Vault, exhibit_id: str) -> Exhibit:
    """Return a run that went on and is finished anew."""
    grown = vault.exhibit(exhibit_id)
    return vault.finish_run(exhibit_id, record_of(grown))


def _taken(image: QImage, n: int, run_id: str) -> Acquisition:
    taken = frame(n, run_id, data=png(image))
    record = taken.record
    content = replace(record.content, width_px=image.width(), height_px=image.height())
    return replace(
        taken, record=replace(record, content=content, source=replace(record.source, window_title="Messages"))
    )


def _joined(exhibit: Exhibit, whole: QImage) -> Derivative:
    data = png(whole)
    record = DerivativeRecord(
        derivative_id=uuid.uuid4().hex,
        kind=DerivativeKind.JOINED_PICTURE,
        made_at=exhibit.acquired_at,
        parents=tuple(one.record.content.sha256 for one in exhibit.frames),
        method="whole rows of one frame each",
        tool="safehold/0.1.0",
        mime="image/png",
        size_bytes=len(data),
        sha256=sha256_of(data),
        width_px=whole.width(),
        height_px=whole.height(),
    )
    return Derivative(record, data)
