# SPDX-License-Identifier: MIT
"""The capture flow, made when first asked for and connected to where it leads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import paths, settings
from ui.capture.conversing import Conversing
from ui.capture.flow import CaptureFlow

if TYPE_CHECKING:
    from ui.capture.shortcut import OpenHotkey
    from ui.context import Context
    from ui.main_window import MainWindow


def make_flow(context: Context, window: MainWindow, opened: OpenHotkey | None = None) -> CaptureFlow:
    """Return the flow for this window; ``opened`` is the way to keys unless this system's is taken."""

    def keep(name: str, value: object) -> None:
        context.background.run(partial(settings.change, paths.settings_file(), name, value), owner=window)

    flow = CaptureFlow(
        context, window, window, following=Conversing(context, window), keep=keep, opened=opened
    )
    flow.exhibit_added.connect(lambda exhibit: window.go("exhibit" if exhibit.is_run else "review", exhibit))
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
