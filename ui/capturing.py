# SPDX-License-Identifier: MIT
"""The capture flow, made when first asked for and connected to where it leads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app import paths, settings
from ui.capture.conversing import Conversing
from ui.capture.flow import CaptureFlow

if TYPE_CHECKING:
    from ui.context import Context
    from ui.main_window import MainWindow


def make_flow(context: Context, window: MainWindow) -> CaptureFlow:
    """Return the flow for this window."""

    def keep(name: str, value: object) -> None:
        context.background.run(partial(settings.change, paths.settings_file(), name, value), owner=window)

    flow = CaptureFlow(context, window, window, following=Conversing(context, window), keep=keep)
    flow.exhibit_added.connect(lambda exhibit: window.go("exhibit" if exhibit.is_run else "review", exhibit))
    flow.failed.connect(context.background.failed)
    flow.words_only.connect(lambda: window.go("under18"))
    flow.hide_asked.connect(window.hide_asked)
    return flow
