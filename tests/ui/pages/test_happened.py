# SPDX-License-Identifier: MIT
"""What happened to this evidence: every act on it, in the order of the custody log."""

from __future__ import annotations

from ui.pages.happened import HappenedPage


def test_it_has_its_lead(opened, words) -> None:
    assert HappenedPage(opened).lead.words == words("happened.page.lead")
