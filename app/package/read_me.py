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
ZIPS, COPIES = "read_me.zips", "read_me.copies"
COVERED = "read_me.covered"
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
        covered=_covered(dossier, words),
        conversations=_made(dossier, words),
    )
    if dossier.scope is not None:
        text = words(PART, n=len(dossier.exhibits), all=dossier.scope.of) + text
    if part.of > 1:
        text = words(ZIPS, n=part.n, of=part.of) + text
    return "".join(f"{line}{END}" for line in text.splitlines()).encode("utf-8")


def _made(dossier: Dossier, words: Words) -> str:
    """Return what the folder of what was made holds; nothing where there is none."""
    if any(entry.exhibit.is_run for entry in dossier.exhibits):
        return words(CONVERSATIONS)
    return words(COPIES) if any(entry.exhibit.is_redacted for entry in dossier.exhibits) else ""


def _covered(dossier: Dossier, words: Words) -> str:
    """Return of how many pictures only a copy is here; nothing where there is none."""
    originals = (one for entry in dossier.exhibits for one in entry.exhibit.originals)
    n = sum(one.redacted is not None for one in originals)
    return words(COVERED, n=n) if n else ""


def lines(page: Iterable[str]) -> bytes:
    """Return plain lines as a file in which old editors too show every character."""
    return (BOM + "".join(f"{line}{END}" for line in page)).encode("utf-8")
