# SPDX-License-Identifier: MIT
"""The second note: it signs the list of tag files, and through it every byte of the package.

Without it, whoever edits a table could write the lists anew. Source: evidence.md, section 4.
"""

from __future__ import annotations

import re

from app.errors import ChainBroken
from app.package.names import TAG_MANIFEST

PURPOSE = "safehold package v1"  # so that no other note of the same key can stand here
_TEXT = re.compile(rf"{PURPOSE}\n{re.escape(TAG_MANIFEST)}\n([0-9a-f]{{64}})\n")


def text_to_sign(tag_manifest_sha256: str) -> str:
    """Return the text of the second note."""
    return f"{PURPOSE}\n{TAG_MANIFEST}\n{tag_manifest_sha256}\n"


def signed_hash(text: str) -> str:
    """Return the hash value that the second note signs.

    Raises:
        ChainBroken: it is another note.
    """
    match = _TEXT.fullmatch(text)
    if match is None:
        raise ChainBroken(0, "not the note of a package")
    return match[1]
