# SPDX-License-Identifier: MIT
"""The drafts of one form: what is typed while one thing is changed is never taken for another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.widgets.draft import Draft

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.session import Session
    from ui.widgets.draft import Typed


class Drafts(QObject):
    """One draft a field; they all belong to a new thing, or all to the one that is changed."""

    def __init__(self, session: Session, prefix: str, fields: Mapping[str, Typed], parent: QObject) -> None:
        """Bring back what was typed for a new thing."""
        super().__init__(parent)
        self._drafts = [Draft(session, f"{prefix}.{name}", field, self) for name, field in fields.items()]

    def turn_to(self, about: str, show: Callable[[], None]) -> None:
        """The fields belong to this thing (empty: to a new one).

        ``show`` puts in what is kept of it; what was typed about it before, and not kept, comes back over it.
        """
        for draft in self._drafts:
            draft.turn_to(about)
        show()
        for draft in self._drafts:
            draft.settle()

    def clear(self) -> None:
        """Forget what was typed for the thing the fields belong to."""
        for draft in self._drafts:
            draft.clear()

    def restore(self) -> None:
        """Bring back what was typed before."""
        for draft in self._drafts:
            draft.restore()
