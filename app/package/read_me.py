# SPDX-License-Identifier: MIT
"""3_Read_Me_First.txt: one page for whoever opens the package with nothing installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.report.dossier import Dossier
    from app.words import Words

PAGE, PART, CONVERSATIONS = "read_me.page", "read_me.part", "read_me.conversations"


def read_me(dossier: Dossier, words: Words) -> bytes:
    """Return the page with the line ends that every Windows editor knows."""
    text = words(
        PAGE,
        ref=dossier.ref,
        version=dossier.version,
        at=f"{dossier.prepared.utc:%Y-%m-%d %H:%M}",
        tool=dossier.tool,
        left=len(dossier.left_out),
        withdrawn=len(dossier.withdrawn),
        purged=len(dossier.purged),
        conversations=words(CONVERSATIONS) if any(one.exhibit.is_run for one in dossier.exhibits) else "",
    )
    if dossier.scope is not None:
        text = words(PART, n=len(dossier.exhibits), all=dossier.scope.of) + text
    return "".join(f"{line}\r\n" for line in text.splitlines()).encode("utf-8")
