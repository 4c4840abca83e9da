# SPDX-License-Identifier: MIT
"""The locked copy: made from the window, and opened by the officer with the words that were read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pypdf import PdfReader

from app.clock import SystemClock
from app.hashing import sha256_of
from app.model import CopyKind
from app.vault import Vault
from tests.journeys.conftest import PASSPHRASE, SKYPE_ID
from tests.robots.window import WindowRobot
from ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.journeys.conftest import Places
    from tests.robots.pages import ReportRobot
    from ui.application import Started

pytestmark = pytest.mark.journey


def test_the_words_that_are_read_out_open_what_was_attached(
    report: ReportRobot, started: Started, places: Places, qtbot: QtBot
) -> None:
    place = places.stick / "document-locked.pdf"
    report.hand_over("mail", place)
    words = report.six_words()

    reader = PdfReader(place)
    assert reader.is_encrypted
    assert reader.decrypt(words)
    assert SKYPE_ID in reader.pages[0].extract_text()
    with pikepdf.open(place, password=words) as opened:
        assert (opened.encryption.R, opened.encryption.bits) == (6, 256)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(place, password=words.replace(" ", ""))

    report.until(lambda: report.copies() == [started.context.words("package.copies.email")])
    report.press("close_button", under="six_words")
    assert not report.sees("six_words")
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")
    kept = [one for folder in (places.home, places.tmp) for one in folder.rglob("*") if one.is_file()]
    assert not any(words.encode() in one.read_bytes() for one in kept)
    vault = Vault.open(started.context.folder, PASSPHRASE, clock=SystemClock(), tool="test")
    records, [copy] = b"".join(vault.records()), vault.copies()
    vault.close("quit")
    assert (copy.kind, copy.sha256) == (CopyKind.EMAIL, sha256_of(place.read_bytes()))
    assert words.encode() not in records


def test_hide_takes_words_away_that_nobody_read_out(
    report: ReportRobot, started: Started, places: Places, qtbot: QtBot
) -> None:
    report.hand_over("mail", places.stick / "document-locked.pdf")
    words = report.six_words().split(" ")
    with qtbot.waitSignal(started.leaving.left, timeout=15_000):
        WindowRobot(qtbot, started).press("hide_button")
    labels = [one.words for one in report.root.findChildren(Label) if one.words]
    assert not set(words) & set(labels)
