# SPDX-License-Identifier: MIT
"""Which page is shown first once the case is open, by the way the person came in."""

from __future__ import annotations

FAST = "fast"  # the steps begin with five pictures at once


class WayIn:
    """Notes how the person comes in, until the case is open.

    Attributes:
        is_new: the case is being made now.
        is_by_code: the recovery code opens it.
        is_urgent: they may be blocked any minute.
    """

    def __init__(self) -> None:
        """Nobody has come in yet."""
        self.is_new = self.is_by_code = self.is_urgent = False

    def pass_by(self, page: str, detail: object) -> None:
        """Note that this page is shown on the way in, and what it was opened with."""
        if page == "passphrase":
            self.is_new = True
            self.is_urgent = bool(getattr(detail, "is_urgent", False))

    def arrive(self) -> tuple[str, object]:
        """Return the first page and what it is opened with; the next coming in begins anew."""
        page = "new_passphrase" if self.is_by_code else "steps"
        detail = FAST if self.is_urgent else None
        self.is_new = self.is_by_code = self.is_urgent = False
        return page, detail
