# SPDX-License-Identifier: MIT
"""Who they are: accounts, who is behind them, and who else is concerned."""

from __future__ import annotations

from ui.widgets.page import Page


class PeoplePage(Page):
    """Who they are: accounts, who is behind them, and who else is concerned."""

    title_key = "people.page.title"
