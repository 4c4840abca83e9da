# SPDX-License-Identifier: MIT
"""The window. It only navigates: pages say where to go, and it goes there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from ui.override import override
from ui.routes import WAYS, make_page
from ui.way_in import WayIn
from ui.widgets.mark import window_icon
from ui.widgets.shell import Shell
from ui.widgets.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from ui.capture.flow import CaptureFlow
    from ui.context import Context
    from ui.setting_apart import SettingApart
    from ui.widgets.page import Page

FIRST_SIZE_PX, LEAST_SIZE_PX = (1280, 800), (640, 480)


class MainWindow(Window):
    """Pages by name, one shown at a time. It asks to be hidden at once, to be closed, or to be locked."""

    picture_began = Signal()  # it steps aside for the capture bar
    hide_asked = Signal()
    close_asked = Signal()
    lock_asked = Signal()
    look_changed = Signal()  # language, colours or size of text were chosen anew

    def __init__(self, context: Context) -> None:
        """Show the first page: the welcome, or the locked case."""
        super().__init__()
        self._context = context
        self._pages: dict[str, Page] = {}
        self._way_in = WayIn()
        self.flow: CaptureFlow | None = None
        self.setting_apart: SettingApart | None = None
        self.setObjectName("window")
        self.setWindowTitle(context.words("window.name"))
        self.setWindowIcon(window_icon(context.theme))
        self.setMinimumSize(*LEAST_SIZE_PX)
        self.resize(*FIRST_SIZE_PX)
        self.shell = Shell(context, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shell)
        self.shell.hide_asked.connect(self.hide_asked)
        self.shell.page_asked.connect(self.go)
        self.shell.picture_asked.connect(partial(self._capture, None))
        self.shell.lock_asked.connect(self._on_lock_asked)
        context.session.opened.connect(self._on_opened)
        context.session.case_changed.connect(self.read_facts)
        self.go("lock" if context.folder.exists() else "welcome")

    @property
    def page(self) -> Page | None:
        """What is shown."""
        return self.shell.page

    def go(self, name: str, detail: object = None) -> None:
        """Show a page, or do what a page asked for by name."""
        acts: dict[str, Callable[[], object]] = {
            "hide": self.hide_asked.emit,
            "lock_now": self.lock_asked.emit,
            "capture": partial(self._capture, detail),
            "capture_more": partial(self._capture, self.flow.subject if self.flow else None),
            "drop_others": partial(self._drop_pages, but=self.page),
            "by_code": partial(setattr, self._way_in, "is_by_code", detail),
            "new_look": self.look_changed.emit,
        }
        if name in acts:
            acts[name]()
            return
        self._way_in.pass_by(name, detail)
        page = self._pages.get(name) or self._take_in(name)
        self.shell.show_page(page, name)
        page.open_with(detail)

    def _drop_pages(self, *, but: Page | None = None) -> None:
        """Let go of every page but this one: another may hold what was just removed for good."""
        self._pages = {name: page for name, page in self._pages.items() if page is but}
        self.shell.drop_pages(but=but)

    def _take_in(self, name: str) -> Page:
        """Return a new page, connected to where it leads."""
        page = self._pages[name] = make_page(name, self._context)
        page.moved_on.connect(self.go)
        for _, signal, target in (way for way in WAYS if way[0] == name):
            getattr(page, signal).connect(partial(self.go, target))
        return page

    def show_locked(self, why: str) -> None:
        """Let go of every page and of all that was on them, and show that it is locked."""
        if self.flow is not None:
            self.flow.dismiss()
        self._drop_pages()
        self.go("lock" if self._context.folder.exists() else "welcome", why)
        self.show()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the closing to who saves and locks first."""
        event.ignore()
        self.close_asked.emit()

    def _on_opened(self) -> None:
        """Drop the pages from before, and go home: to a new passphrase after the recovery code."""
        self._drop_pages()
        self.read_facts()
        self.go(*self._way_in.arrive())

    def read_facts(self) -> None:
        """Offer the pages that hold something."""
        if self._context.session.is_open:
            from ui.held import held_in  # noqa: PLC0415 - app.model takes 26 ms: after the first paint
            from ui.setting_apart import SettingApart  # noqa: PLC0415 - as above

            self.setting_apart = self.setting_apart or SettingApart(self._context, self)
            self._context.session.run(held_in, owner=self, then=self.shell.sidebar.show_held)

    def _on_lock_asked(self) -> None:
        """Offer the recovery code before a lock that was asked for, until it was tried once."""
        self._context.session.run(
            lambda vault: vault.recovery_code_tried(),
            owner=self,
            then=self._on_tried_known,
            otherwise=lambda _: self.lock_asked.emit(),
        )

    def _on_tried_known(self, is_tried: bool) -> None:  # noqa: FBT001 - the answer of a job
        self.go("lock_now" if is_tried or self.page is self._pages.get("recovery", self) else "recovery")

    def _capture(self, subject: object = None) -> None:
        """Step aside for the capture bar, once the traps of an app were read; the flow brings it back."""
        from ui.capturing import begin, make_flow  # noqa: PLC0415 - after the first paint (G7)

        self.flow = self.flow or make_flow(self._context, self)
        begin(self._context, self, self.flow, subject)
