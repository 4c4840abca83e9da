# SPDX-License-Identifier: MIT
"""The flow with a stand-in for the main window, an open vault, and the real screen."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.capture import choose_backend
from app.i18n import translator
from app.paths import resources
from app.settings import Settings
from app.vault import KdfParameters
from app.words import Words
from tests.fakes.acquisitions import ADULT
from tests.fakes.clock import FakeClock
from tests.journeys.capture.seeing import begun
from ui.background import Background
from ui.capture.flow import CaptureFlow
from ui.context import Context
from ui.icons import Icons
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from app.model import CaseFacts
    from tests.robots.capturing import CaptureRobot
    from tests.screen.xserver import XServer


class MainWindow(QWidget):
    """Stands for the main window: a colour that nothing else has, over the whole screen."""

    def __init__(self) -> None:
        super().__init__()
        self.setAutoFillBackground(True)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), Qt.GlobalColor.magenta)
        self.setPalette(palette)


@pytest.fixture
def facts() -> CaseFacts:
    return ADULT


@pytest.fixture
def context(tmp_path: Path, qapp: QApplication, qtbot: QtBot, facts: CaseFacts) -> Iterator[Context]:
    theme = Theme.load(resources() / "theme", "light")
    theme.apply(qapp)
    background, clock = Background(), FakeClock()
    session = Session(
        background, clock=clock, tool="safehold/test", machine_alias="heron-41", kdf=KdfParameters.floor()
    )
    made = Context(
        words=Words.load(resources() / "words" / "en", translator(resources() / "locale", "en")),
        theme=theme,
        icons=Icons(resources() / "icons", theme),
        settings=Settings(machine_alias="heron-41"),
        background=background,
        session=session,
        clock=clock,
        folder=tmp_path / "case.safehold",
        make_backend=lambda: choose_backend(os.environ),
    )
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.create(made.folder, "violet kettle march otter", facts)
    yield made
    session.lock("test")
    background.close()


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.setGeometry(0, 0, 1500, 800)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def flow(context: Context, window: MainWindow) -> Iterator[CaptureFlow]:
    made = CaptureFlow(context, window)
    yield made
    made.dismiss()


@pytest.fixture
def robot(qtbot: QtBot, flow: CaptureFlow, xserver: XServer) -> CaptureRobot:
    return begun(qtbot, flow, xserver)
