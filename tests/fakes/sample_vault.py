# SPDX-License-Identifier: MIT
"""The sample case in a vault, its exhibits drawn by the demo's own stage; needs a QApplication."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt

from app.demo.facts import OUR_CAPTURES
from app.hashing import sha256_of
from app.model import Account, Acquisition, ContentRecord, SourceRecord
from app.sample_rows import told_of
from app.vault import KdfParameters, Vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.clock import FakeClock
from ui.demo.stage import make_view

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPixmap

    from app.sample import Sample
    from app.sample_rows import SampleExhibit

THUMBNAIL = (320, 180)


def fill(folder: Path, sample: Sample) -> None:
    """A vault stands in the folder, locked, with everything the sample tells."""
    pictures = {kind: make_view(kind).grab() for kind in ("profile", "conversation")}
    clock = FakeClock(start=sample.created_at)
    vault = Vault.create(
        folder,
        sample.passphrase,
        clock=clock,
        facts=sample.case(),
        tool="safehold/0.1.0",
        machine_alias=sample.machine_alias,
        kdf=KdfParameters.floor(),
    )
    ids, accounts = {}, {}
    for shown in sample.exhibits():
        pixmap = pictures["profile" if "profile" in shown.title.lower() else "conversation"]
        taken = vault.add_exhibit(_acquired(shown, pixmap), thumbnail=_jpeg(pixmap))
        ids[shown.ref] = taken.id
    for key, account in sample.accounts(ids).items():
        accounts[key] = vault.add(account).id
    for shown in sample.exhibits():
        vault.revise_exhibit(ids[shown.ref], shown.facts(accounts))
        if shown.withdrawn_at is not None:
            vault.withdraw_exhibit(ids[shown.ref], shown.withdrawn_why or "")
    told = [
        vault.add(fact)
        for fact in (
            *sample.own_accounts(),
            *sample.payments(),
            *sample.demands(accounts, ids),
            *sample.calls(accounts, ids),
            *sample.reports_made(),
            *sample.contacts(),
            *sample.places(),
        )
    ]
    known = [vault.case(), *vault.entries(Account)]
    for event in sample.events(told_of([*known, *told])):
        if event.where != OUR_CAPTURES:  # the timeline has them from the exhibits themselves
            vault.add(event)
    vault.close()


def _acquired(shown: SampleExhibit, pixmap: QPixmap) -> Acquisition:
    """Return the picture as the sample says it was taken."""
    data = _png(pixmap)
    bare = acquisition(data, title="Skype").record
    at = shown.captured_at.astimezone(UTC)
    record = replace(
        bare,
        acquisition_id=str(uuid.uuid4()),
        time=replace(bare.time, started_at=at, ended_at=at + timedelta(milliseconds=40), local=_local(at)),
        screen=replace(bare.screen, mode=shown.mode) if bare.screen else None,
        source=SourceRecord("Skype", "skype", None, "none", "skype", None),
        content=ContentRecord("image/png", len(data), pixmap.width(), pixmap.height(), sha256_of(data)),
        method=replace(bare.method, sensitivity=shown.sensitivity),
    )
    return Acquisition(record, data)


def _local(at: datetime) -> str:
    return at.isoformat(timespec="milliseconds")


def _png(pixmap: QPixmap) -> bytes:
    return _written(pixmap, "PNG")


def _jpeg(pixmap: QPixmap) -> bytes:
    small = pixmap.scaled(
        *THUMBNAIL, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return _written(small, "JPG")


def _written(pixmap: QPixmap, form: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    pixmap.save(buffer, form)
    buffer.close()
    return data.data()
