# SPDX-License-Identifier: MIT
from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from app.i18n import DOMAIN, translator

if TYPE_CHECKING:
    from pathlib import Path


def catalogue(folder: Path, language: str, texts: dict[str, str]) -> None:
    """Write a compiled catalogue. Source: GNU gettext manual, "The Format of GNU MO Files"."""
    texts = {"": "Content-Type: text/plain; charset=UTF-8\n", **texts}
    pairs = sorted((key.encode(), value.encode()) for key, value in texts.items())
    at = 28 + 16 * len(pairs)
    tables: list[list[int]] = [[], []]
    blob = b""
    for column in (0, 1):
        for pair in pairs:
            tables[column] += [len(pair[column]), at + len(blob)]
            blob += pair[column] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0)
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / f"{DOMAIN}.mo").write_bytes(
        head + struct.pack(f"<{4 * len(pairs)}I", *tables[0], *tables[1]) + blob
    )


def test_a_language_that_is_there(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", {"Evidence": "Tystiolaeth"})
    welsh = translator(tmp_path, "cy")
    assert welsh.gettext("Evidence") == "Tystiolaeth"
    assert welsh.gettext("Not in it") == "Not in it"


def test_a_language_that_is_not_there_is_english(tmp_path: Path) -> None:
    plain = translator(tmp_path, "xx")
    assert plain.gettext("Evidence") == "Evidence"
    assert [plain.ngettext("one picture", "many pictures", n) for n in (1, 2)] == [
        "one picture",
        "many pictures",
    ]
