# SPDX-License-Identifier: MIT
"""Keeping the case safe: copies, passphrase, recovery code, a new key, and a check of every picture."""

from __future__ import annotations

from ui.pages.safe import SafePage


def test_it_has_its_lead(opened, words) -> None:
    assert SafePage(opened).lead.words == words("safe.page.lead")
