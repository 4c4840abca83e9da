# SPDX-License-Identifier: MIT
"""Everything with a time, in order."""

from __future__ import annotations

from ui.widgets.page import Page


class TimelinePage(Page):
    """Everything with a time, in order."""

    title_key = "when.page.title"
