# SPDX-License-Identifier: MIT
"""Translation of sentences: a translator object that is passed in, never a global."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

DOMAIN = "safehold"
ENGLISH = "en"  # what the sentences are written in


class Translator(Protocol):
    """What turns an English sentence into the person's language; stdlib gettext objects fit."""

    def gettext(self, message: str, /) -> str:
        """Return the sentence in the language, or unchanged where there is no translation."""
        ...

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Return the form that fits ``n``."""
        ...


def translator(locale_folder: Path, language: str) -> Translator:
    """Return the catalogue of a language; English, or a missing catalogue, leaves sentences as they are."""
    if language == ENGLISH:  # gettext would import locale to look for it: 3 ms of the first paint (G7)
        return gettext.NullTranslations()
    return gettext.translation(DOMAIN, locale_folder, [language], fallback=True)
