# SPDX-License-Identifier: MIT
"""The capture flow, made when first asked for and connected to where it leads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import paths, settings
from app.guide.plan import DONE
from ui.capture.conversing import Conversing
from ui.capture.flow import CaptureFlow
from ui.capture.setting import Subject
from ui.marking import mark
from ui.traps import Before, unread

if TYPE_CHECKING:
    from app.model import Exhibit
    from app.vault import Vault
    from ui.capture.shortcut import OpenHotkey
    from ui.context import Context
    from ui.main_window import MainWindow


CONVERSATION = "conversation"  # the step of that name


def make_flow(context: Context, window: MainWindow, opened: OpenHotkey | None = None) -> CaptureFlow:
    """Return the flow for this window; ``opened`` is the way to keys unless this system's is taken."""

    def keep(name: str, value: object) -> None:
        context.background.run(partial(settings.change, paths.settings_file(), name, value), owner=window)

    flow = CaptureFlow(
        context, window, window, following=Conversing(context, window), keep=keep, opened=opened
    )
    flow.exhibit_added.connect(partial(_on_added, context, window, flow))
    flow.area_taken.connect(partial(window.go, "words_area"))
    flow.failed.connect(context.background.failed)
    flow.words_only.connect(lambda: window.go("under18"))
    flow.hide_asked.connect(window.hide_asked)
    flow.hide_key.pressed.connect(window.hide_asked)
    flow.turned.connect(partial(_listen, context, flow))
    return flow


def _listen(context: Context, flow: CaptureFlow, is_out: bool) -> None:  # noqa: FBT001 - what a signal carries
    """Hear the key that hides for as long as another program may have the keyboard; the bar names it."""
    if not is_out:
        flow.hide_key.stop()
        return
    shown = flow.hide_key.start()
    flow.bar.hide_button.setToolTip(context.words("bar.tip.hide", key=shown) if shown else "")


def begin(context: Context, window: MainWindow, flow: CaptureFlow, subject: object = None) -> None:
    """The bar opens; before the first picture in an app its traps are shown instead."""
    asked = subject if isinstance(subject, Subject) else Subject()

    def start() -> None:
        window.picture_began.emit()
        flow.start(subject)

    def then(platforms: tuple[str, ...]) -> None:
        if platforms:
            window.go("before", Before(asked, platforms))
        else:
            start()

    def job(vault: Vault) -> tuple[str, ...]:
        return unread(vault, asked, context.catalogue.trap_lines)

    context.session.run(job, owner=window, then=then, otherwise=lambda _error: start())


def _on_added(context: Context, window: MainWindow, flow: CaptureFlow, exhibit: Exhibit) -> None:
    """Show what was caught; the step that asked for it is done."""
    step = flow.subject.step
    if step is not None and does(step, exhibit):
        at = context.clock.now().utc
        context.session.run(
            lambda vault: mark(vault, step, DONE, at, exhibit.ref),
            owner=window,
            then=lambda _nothing: context.session.case_changed.emit(),
        )
    window.go("exhibit" if exhibit.is_run else "review", exhibit)


def does(step: str, exhibit: Exhibit) -> bool:
    """Whether this picture does the step: a whole conversation is scrolled through, and has no gap."""
    if step != CONVERSATION:
        return True
    return exhibit.run is not None and not exhibit.run.open_gaps
