# SPDX-License-Identifier: MIT
"""Puts pictures into an open vault, and waits for answers of its thread."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter

from app.hashing import sha256_of
from app.model import Acquisition, ExhibitFacts
from tests.fakes.acquisitions import acquisition

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from pytestqt.qtbot import QtBot

    from app.model import Exhibit, Mode
    from app.vault import Vault
    from ui.context import Context

T = TypeVar("T")


def picture(width: int = 320, height: int = 200) -> QImage:
    """Return a picture in which no two columns are alike."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    slope = QLinearGradient(0, 0, width, 0)
    slope.setColorAt(0, Qt.GlobalColor.darkCyan)
    slope.setColorAt(1, Qt.GlobalColor.yellow)
    painter = QPainter(image)
    painter.fillRect(image.rect(), slope)
    painter.end()
    return image


def png(image: QImage, kind: str = "PNG") -> bytes:
    """Return the picture as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(buffer.data().data())


def ask(context: Context, qtbot: QtBot, job: Callable[[Vault], T]) -> T:
    """Return what a job on the open vault gives."""
    answers: list[T] = []
    context.session.run(job, owner=context.session, then=answers.append)
    qtbot.waitUntil(lambda: bool(answers), timeout=10_000)
    return answers[0]


def add_exhibit(
    context: Context,
    qtbot: QtBot,
    *,
    title: str = "Messages",
    at: datetime | None = None,
    mode: Mode | None = None,
    facts: ExhibitFacts | None = None,
) -> Exhibit:
    """Return a new exhibit of the open vault, with a thumbnail."""
    image = picture()
    data = png(image)
    record = acquisition(data, title=title).record
    record = replace(record, content=replace(record.content, width_px=320, height_px=200))
    if at is not None:
        local = at.isoformat(timespec="milliseconds")
        record = replace(record, time=replace(record.time, started_at=at, ended_at=at, local=local))
    if mode is not None and record.screen is not None:
        record = replace(record, screen=replace(record.screen, mode=mode))
    assert record.content.sha256 == sha256_of(data)

    def job(vault: Vault) -> Exhibit:
        added = vault.add_exhibit(Acquisition(record, data), thumbnail=png(image, "JPEG"))
        return added if facts is None else vault.revise_exhibit(added.id, facts)

    return ask(context, qtbot, job)
