# SPDX-License-Identifier: MIT
"""Text for whoever opens the package with nothing installed: 3_Read_Me_First.txt, and page 1 as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.report.spreadsheets.tables import BOM

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.package.parts import Part
    from app.report.dossier import Dossier
    from app.words import Words

PAGE, PART, CONVERSATIONS = "read_me.page", "read_me.part", "read_me.conversations"
ZIPS = "read_me.zips"
END = "\r\n"


def read_me(dossier: Dossier, words: Words, part: Part) -> bytes:
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
    if part.of > 1:
        text = words(ZIPS, n=part.n, of=part.of) + text
    return "".join(f"{line}{END}" for line in text.splitlines()).encode("utf-8")


def lines(page: Iterable[str]) -> bytes:
    """Return plain lines as a file in which old editors too show every character."""
    return (BOM + "".join(f"{line}{END}" for line in page)).encode("utf-8")
