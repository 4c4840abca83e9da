# SPDX-License-Identifier: MIT
"""From the command line to the window and back: everything is made here once and handed on."""

from __future__ import annotations

import sys
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from app import paths, settings
from app.clock import SystemClock
from app.errors import SettingsInvalid
from app.version import app_version
from ui.background import Background
from ui.capture.monitors import Monitors
from ui.context import Context
from ui.leaving import Leaving
from ui.look import Motion, look_of, scheme_now
from ui.main_window import MainWindow
from ui.reading import new_reader
from ui.session import Session
from ui.single import Single
from ui.spoken_roles import speak_roles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from app.capture.models import Backend
    from app.clock import Clock
    from app.settings import Settings
    from ui.covering_again import CoveringAgain
    from ui.messages import Messages
    from ui.reading import PictureReader
    from ui.watching import Watching

TITLE_BAR_PX = 48  # 32 on Windows, 28 on macOS, about 47 on GNOME


class Started:
    """One running window and what belongs to it, kept together so that nothing of it goes early."""

    def __init__(self, app: QApplication, context: Context) -> None:
        """Make and connect everything; the window is not shown yet."""
        self._app = app
        self.context = context
        self.window = MainWindow(context)
        self.leaving = Leaving(context, self.window)
        self.watching: Watching | None = None
        self.covering_again: CoveringAgain | None = None
        self._is_reading = False
        self.motion = Motion(app)
        self.motion.obey(context.settings.motion)
        hints, later = app.styleHints(), Qt.ConnectionType.QueuedConnection
        for changed in (hints.colorSchemeChanged, hints.accessibility().contrastPreferenceChanged):
            changed.connect(self._on_system_changed, later)
        self._connect()
        self.leaving.left.connect(app.quit)
        context.background.failed.connect(self._on_failed)

    @cached_property
    def messages(self) -> Messages:
        """What shows failures; made with the first, or after the first paint."""
        from ui.messages import Messages  # noqa: PLC0415 - 3 ms of the first paint (G7)

        return Messages(self.context, self.window)

    def watch(self) -> None:
        """Begin to watch keys, focus and system; call it after the first paint."""
        from ui.watching import Watching  # noqa: PLC0415 - events that pass Python, D-Bus: 40 ms (G7)

        self.watching = Watching(self._app, self.context, self.window, self.leaving)

    def collect_garbage(self) -> None:
        """Begin to, in the GUI thread; call it after the first paint, which needs none."""
        from ui.garbage import Garbage  # noqa: PLC0415 - beside the others

        self.garbage = Garbage(self._app)

    def read_pictures(self) -> None:
        """Begin to, beside the window, never while pictures are taken; call it after the first paint."""
        reading = self.context.reading_pass
        self._is_reading = True
        self.window.picture_began.connect(reading.hold)
        reading.begin(lambda: self.window.flow is not None and self.window.flow.is_on)

    def cover_again(self) -> None:
        """Let what is covered travel on in conversations that go on; call it after the first paint."""
        from ui.covering_again import CoveringAgain  # noqa: PLC0415 - beside the others

        self.covering_again = CoveringAgain(self.context, self.window)

    def _connect(self) -> None:
        """Hear what the window asks for."""
        self.window.hide_asked.connect(self.leaving.hide)
        self.window.close_asked.connect(self.leaving.close)
        self.window.lock_asked.connect(self.leaving.lock)
        self.window.look_changed.connect(self._on_changed, Qt.ConnectionType.QueuedConnection)

    def _on_changed(self) -> None:
        """Do what the settings say now."""
        chosen = settings.current(paths.settings_file(), self.context.settings)
        self.motion.obey(chosen.motion)
        if self.watching is not None:
            self.watching.obey(chosen)
        if self.window.flow is not None:
            self.window.flow.bar.set_wait(chosen.wait_seconds)
        if not settings.looks_alike(chosen, self.context.settings):
            self._look_like(chosen)

    def _on_system_changed(self) -> None:
        """Look as the system asks now, if that was left to it."""
        chosen = self.context.settings
        if not self.leaving.is_leaving and scheme_now(self._app, chosen) != self.context.theme.scheme:
            self._look_like(chosen)

    def _look_like(self, chosen: Settings) -> None:
        """Have another window in place of this one, on the same case."""
        from ui.another_look import make_another  # noqa: PLC0415 - when somebody asks for it (G7)

        another = make_another(self._app, self.context, self.window, chosen)
        self.context, self.window = another.context, another.window
        self._connect()
        self.leaving.turn_to(self.context, self.window)
        self.messages.turn_to(self.context, self.window)
        if self.watching is not None:
            self.watching.turn_to(self.context, self.window)
        if self.covering_again is not None:
            self.cover_again()
            self.covering_again.look()
        if self._is_reading:
            self.window.picture_began.connect(self.context.reading_pass.hold)

    def _on_failed(self, error: BaseException) -> None:
        if not self.leaving.is_leaving:
            self.messages.show_error(error)


def run(vault: Path | None, *, first_paint: bool = False) -> int:
    """Show the window until it is closed; return the exit code.

    Args:
        vault: the case to open; the usual place without.
        first_paint: end once the window was painted; the benchmark measures that.
    """
    no_core_dumps()
    chosen, trouble = _settings()
    folder = vault or paths.default_vault()
    paths.finish_delete(folder)
    paths.finish_restore(folder)
    single = Single(folder, paths.data_folder())
    app = QApplication(["safehold", "-style", "Fusion"])
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
    speak_roles()
    context = make_context(app, folder, chosen)
    started = Started(app, context)
    single.front_asked.connect(lambda: bring_to_front(started.window))
    started.leaving.began.connect(single.release)
    started.window.painted.connect(app.quit if first_paint else lambda: _go_on(started, single, trouble))
    fit(started.window, app.primaryScreen().availableSize())
    started.window.show()
    code = app.exec()
    context.background.close()
    single.release()
    return code


def _go_on(started: Started, single: Single, trouble: Exception | None) -> None:
    """Do what the first paint did not wait for."""
    from app.process_name import show_only_name  # noqa: PLC0415 - ctypes, 2 ms of the first paint (G7)

    show_only_name()
    started.collect_garbage()
    started.messages.catch_everything()
    started.messages.went_to.connect(single.call)
    if trouble is not None:
        started.messages.show_error(trouble)
    started.watch()
    started.read_pictures()
    started.cover_again()
    single.listen()


def make_context(
    app: QApplication,
    folder: Path,
    chosen: Settings,
    make_reader: Callable[[bool], PictureReader] = new_reader,
    *,
    clock: Clock | None = None,
) -> Context:
    """Return what every page is given, with the theme applied; ``clock`` is this computer's unless given."""
    look = look_of(app, chosen)
    look.theme.apply(app)
    background = Background(app)
    clock = clock or SystemClock()
    return Context(
        words=look.words,
        theme=look.theme,
        icons=look.icons,
        settings=chosen,
        background=background,
        session=Session(
            background,
            clock=clock,
            tool=f"safehold/{app_version()}",
            machine_alias=chosen.machine_alias,
            make_reader=make_reader,
            parent=app,
        ),
        clock=clock,
        folder=folder,
        make_backend=partial(_backend, Monitors(app)),
    )


def fit(window: QWidget, room: QSize) -> None:
    """The window is no larger than fits there together with a title bar."""
    window.resize(window.size().boundedTo(room - QSize(0, TITLE_BAR_PX)))


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


def _backend(monitors: Monitors) -> Backend:
    """Return what takes pictures on this screen; for any thread."""
    import os  # noqa: PLC0415 - beside the next, which is after the first paint

    from app.capture import choose_backend  # noqa: PLC0415 - numpy and mss, 90 ms

    return choose_backend(os.environ, monitors=monitors.screens())
