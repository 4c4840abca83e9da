# SPDX-License-Identifier: MIT
"""From the command line to the window and back: everything is made here once and handed on."""

from __future__ import annotations

import gc
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app import paths, settings
from app.clock import SystemClock
from app.errors import SettingsInvalid
from app.i18n import translator
from app.version import app_version
from app.words import Words
from ui.background import Background
from ui.context import Context
from ui.guard import Guard
from ui.icons import Icons
from ui.leaving import Leaving
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.session import Session
from ui.single import Single
from ui.theme import Theme, scheme_of
from ui.widgets.focus_ring import FocusRing

if TYPE_CHECKING:
    from pathlib import Path

    from app.capture.models import Backend
    from app.settings import Settings


@dataclass(frozen=True, slots=True)
class Started:
    """What belongs to one running window, kept together so that nothing of it goes early."""

    context: Context
    window: MainWindow
    messages: Messages
    guard: Guard
    leaving: Leaving
    ring: FocusRing


def run(vault: Path | None, *, first_paint: bool = False) -> int:
    """Show the window until it is closed; return the exit code.

    Args:
        vault: the case to open; the usual place without.
        first_paint: end once the window was painted; the benchmark measures that.
    """
    no_core_dumps()
    chosen, trouble = _settings()
    folder = vault or paths.default_vault()
    single = Single(folder, paths.data_folder())
    app = QApplication(["safehold"])
    app.setQuitOnLastWindowClosed(False)  # the capture bar closes while the window is away
    if not first_paint and not single.take():
        return 0 if single.call() else _start(app, single, folder, chosen, None)
    return _start(app, single, folder, chosen, trouble, first_paint=first_paint)


def _start(
    app: QApplication,
    single: Single,
    folder: Path,
    chosen: Settings,
    trouble: Exception | None,
    *,
    first_paint: bool = False,
) -> int:
    """Make everything, show the window and run until it is left."""
    context = make_context(app, folder, chosen)
    started = start(app, context)
    single.front_asked.connect(lambda: bring_to_front(started.window))
    started.messages.catch_everything()
    started.messages.went_to.connect(single.call)
    started.leaving.began.connect(single.release)
    started.window.show()
    if first_paint:
        QTimer.singleShot(0, app.quit)
    else:
        QTimer.singleShot(0, gc.enable)
        QTimer.singleShot(0, single.listen)
        QTimer.singleShot(0, lambda: _watch_system(started))
    if trouble is not None:
        started.messages.show_error(trouble)
    code = app.exec()
    context.background.close()
    single.release()
    return code


def _watch_system(started: Started) -> None:
    """Lock when the system sleeps or locks itself, where it says so."""
    from ui.system_watch import SystemWatch  # noqa: PLC0415 - D-Bus, after the first paint (G7)

    watch = SystemWatch(started.window)
    watch.going_away.connect(lambda: started.leaving.lock("suspend"))


def start(app: QApplication, context: Context) -> Started:
    """Return a window and all that watches it, connected and not yet shown."""
    window = MainWindow(context)
    messages = Messages(context, window)
    guard = Guard(app, context.clock, context.settings.idle_minutes)
    leaving = Leaving(context, window)
    window.hide_asked.connect(leaving.hide)
    window.close_asked.connect(leaving.close)
    window.lock_asked.connect(leaving.lock)
    guard.hide_asked.connect(leaving.hide)
    guard.left_alone.connect(leaving.lock_when_left_alone)
    leaving.left.connect(app.quit)
    context.background.failed.connect(
        lambda error: None if leaving.is_leaving else messages.show_error(error)
    )
    return Started(context, window, messages, guard, leaving, FocusRing(app, context.theme))


def make_context(app: QApplication, folder: Path, chosen: Settings) -> Context:
    """Return what every page is given, with the theme applied."""
    resources = paths.resources()
    scheme = scheme_of(chosen.theme, app.styleHints().colorScheme())
    theme = Theme.load(resources / "theme", scheme, chosen.text_percent)
    theme.apply(app)
    background = Background(app)
    clock = SystemClock()
    return Context(
        words=Words.load(resources / "words" / "en", translator(resources / "locale", chosen.language)),
        theme=theme,
        icons=Icons(resources / "icons", theme),
        settings=chosen,
        background=background,
        session=Session(
            background,
            clock=clock,
            tool=f"safehold/{app_version()}",
            machine_alias=chosen.machine_alias,
            parent=app,
        ),
        clock=clock,
        folder=folder,
        make_backend=_backend,
    )


def bring_to_front(window: MainWindow) -> None:
    """The window is in front, unless it has stepped aside for a picture."""
    if window.flow is not None and window.flow.is_on:
        return
    window.showNormal()
    window.raise_()
    window.activateWindow()


def no_core_dumps() -> None:
    """A crash leaves no memory of ours on the disk, where the system lets us say so."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - there is none on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _settings() -> tuple[Settings, Exception | None]:
    """Return the settings, and why they are the defaults if the file was no good."""
    try:
        return settings.load(paths.settings_file()), None
    except SettingsInvalid as error:
        return settings.load(paths.settings_file()), error


def _backend() -> Backend:
    """Return what takes pictures on this screen."""
    import os  # noqa: PLC0415 - beside the next, which is after the first paint

    from app.capture import choose_backend  # noqa: PLC0415 - numpy and mss, 90 ms

    return choose_backend(os.environ)
