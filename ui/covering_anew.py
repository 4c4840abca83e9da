# SPDX-License-Identifier: MIT
"""After a conversation of which parts are covered went on: what was drawn travels to its new frames too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.errors import VaultLocked

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.model import Exhibit, ExhibitId
    from app.redaction import Covered
    from app.vault import Vault
    from ui.context import Context


def cover_anew(context: Context, owner: QObject, exhibit: Exhibit) -> None:
    """Begin in the background, where a part of the run is covered; until then its new frames show nothing."""
    if not exhibit.is_redacted:
        return

    def burn(vault: Vault) -> None:
        context.background.run(partial(_burn, context, vault, exhibit.id), owner=owner, then=tell)

    def tell(covered: Covered | None) -> None:
        if covered is not None:
            context.session.case_changed.emit()

    context.session.run(lambda vault: vault, owner=owner, then=burn)


def _burn(context: Context, vault: Vault, exhibit: ExhibitId) -> Covered | None:
    """Cover it anew, where that is due; a lock meanwhile ends it, and the frames stay covered whole."""
    from app.intake.joining import captions_in  # noqa: PLC0415 - numpy, where needed
    from app.redaction import go_on  # noqa: PLC0415 - as above

    try:
        return go_on(vault, exhibit, captions=captions_in(context.words))
    except VaultLocked:
        return None
