# SPDX-License-Identifier: MIT
"""Removing one exhibit for good: what it costs, what still holds it, and why the person wants it."""

from __future__ import annotations

from ui.pages.remove import RemovePage


def test_it_has_its_lead(opened, words) -> None:
    assert RemovePage(opened).lead.words == words("remove.page.lead")
