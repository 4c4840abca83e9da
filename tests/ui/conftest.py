# SPDX-License-Identifier: MIT
"""A window's surroundings for tests: real theme and words, a vault in a temporary folder, fakes passed in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.i18n import translator
from app.model import CaseFacts, Under18
from app.paths import resources
from app.settings import Settings
from app.vault import KdfParameters
from app.words import Words
from tests.fakes.clock import FakeClock
from tests.fakes.reader import FakeReader
from tests.fakes.screen import no_backend
from ui.background import Background
from ui.context import Context
from ui.icons import Icons
from ui.session import Session
from ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot


PASSPHRASE = "violet kettle march otter"  # noqa: S105 - of a vault that lives as long as a test


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard_at_the_end(qapp: QApplication) -> Iterator[None]:
    """What was copied goes before Python does: the offscreen clipboard lets go of it later, and crashes."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def words() -> Words:
    """The English words."""
    return Words.load(resources() / "words" / "en", translator(resources() / "locale", "en"))


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The light theme at 100 % text, applied."""
    theme = Theme.load(resources() / "theme", "light")
    theme.apply(qapp)
    return theme


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands still until it is turned."""
    return FakeClock()


@pytest.fixture
def background(qapp: QApplication) -> Iterator[Background]:
    """Lanes that are closed at the end."""
    background = Background()
    yield background
    background.close()


@pytest.fixture
def reader() -> FakeReader:
    """What reads pictures; it finds nothing until it is told what to find."""
    return FakeReader()


@pytest.fixture
def quiet_reader() -> FakeReader:
    """What reads pictures while nobody waits; there is nothing in them until it is told what is."""
    return FakeReader()


@pytest.fixture
def readers(reader: FakeReader, quiet_reader: FakeReader) -> tuple[FakeReader, FakeReader]:
    """Both, as the session makes them: the quiet one last."""
    return reader, quiet_reader


@pytest.fixture
def context(
    tmp_path: Path,
    words: Words,
    theme: Theme,
    clock: FakeClock,
    background: Background,
    readers: tuple[FakeReader, FakeReader],
) -> Iterator[Context]:
    """What a page is given; no vault is open yet, and there is no screen to take."""
    session = Session(
        background,
        clock=clock,
        tool="safehold/test",
        machine_alias="heron-41",
        kdf=KdfParameters.floor(),
        make_reader=lambda is_quiet: readers[is_quiet],
    )
    yield Context(
        words=words,
        theme=theme,
        icons=Icons(resources() / "icons", theme),
        settings=Settings(machine_alias="heron-41"),
        background=background,
        session=session,
        clock=clock,
        folder=tmp_path / "case.safehold",
        make_backend=no_backend,
    )
    session.lock("test")


@pytest.fixture
def facts() -> CaseFacts:
    """The answers of an adult in England."""
    return CaseFacts(under_18=Under18.NO, country="England")


@pytest.fixture
def opened(context: Context, qtbot: QtBot, facts: CaseFacts) -> Context:
    """The same context with a new vault open."""
    with qtbot.waitSignal(context.session.opened, timeout=20_000):
        context.session.create(context.folder, PASSPHRASE, facts)
    return context


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[QWidget], QWidget]:
    """Shows a widget and waits for its first paint."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show
