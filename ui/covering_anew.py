# SPDX-License-Identifier: MIT
"""After a conversation of which parts are covered went on: what was drawn travels to its new frames too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from app.errors import Cancelled, VaultLocked

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from app.model import ExhibitId
    from app.redaction import Covered
    from app.vault import Vault
    from ui.context import Context


def cover_anew(context: Context, owner: QObject) -> None:
    """Begin in the background, where that is due; until then the new frames show nothing."""

    def burn(found: tuple[Vault, tuple[ExhibitId, ...]]) -> None:
        vault, runs = found
        for run in runs:
            context.background.run(partial(_burn, context, vault, run), owner=owner, then=tell)

    def tell(covered: Covered | None) -> None:
        if covered is not None:
            context.session.case_changed.emit()

    context.session.run(
        lambda vault: (vault, vault.to_cover_anew()), owner=owner, then=burn, otherwise=lambda _: None
    )


def _burn(context: Context, vault: Vault, exhibit: ExhibitId) -> Covered | None:
    """Cover it anew, where that is due; what ends it leaves the frames covered whole."""
    from app.intake.joining import captions_in  # noqa: PLC0415 - numpy, where needed
    from app.redaction import go_on  # noqa: PLC0415 - as above

    try:
        return go_on(vault, exhibit, captions=captions_in(context.words))
    except (Cancelled, VaultLocked):  # covered by the person meanwhile, or locked
        return None
