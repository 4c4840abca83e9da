# SPDX-License-Identifier: MIT
"""What they want and threaten, word for word; the live call; what they hold."""

from __future__ import annotations

from ui.widgets.page import Page


class SaidPage(Page):
    """What they want and threaten, word for word; the live call; what they hold."""

    title_key = "said.page.title"
