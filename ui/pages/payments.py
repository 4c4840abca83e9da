# SPDX-License-Identifier: MIT
"""What was paid, what can still be stopped and how."""

from __future__ import annotations

from ui.widgets.page import Page


class PaymentsPage(Page):
    """What was paid, what can still be stopped and how."""

    title_key = "payments.page.title"
