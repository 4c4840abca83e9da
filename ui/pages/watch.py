# SPDX-License-Identifier: MIT
"""Places to look at now and then, and reports made."""

from __future__ import annotations

from ui.widgets.page import Page


class WatchPage(Page):
    """Places to look at now and then, and reports made."""

    title_key = "watch.page.title"
