# SPDX-License-Identifier: MIT
"""Translation of sentences: a translator object that is passed in, never a global.

A catalogue is a file of ``resources/locale/<language>/LC_MESSAGES`` as translators write it, read when the
language is asked for: there is no compiled copy to grow old. Docs: docs/adr/0028.
"""

from __future__ import annotations

import gettext
from functools import cache
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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


AS_IT_IS: Translator = gettext.NullTranslations()
FORMS = ("zero", "one", "two", "few", "many", "other")  # the order of forms in a catalogue. Source: CLDR


class Catalogue:
    """The sentences of a language; one that is missing stays English and is never a blank."""

    def __init__(self, texts: Mapping[str, tuple[str, ...]], form_of: Callable[[int], int]) -> None:
        """Keep the sentences by their English text, each in its forms, or in the one that it has."""
        self._texts = texts
        self._form_of = form_of

    def gettext(self, message: str, /) -> str:
        """Return the sentence in the language."""
        forms = self._texts.get(message)
        if not forms:
            return message
        return forms[0] if len(forms) == 1 else forms[self._form_of(1)]

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Return the form that fits ``n``."""
        forms = self._texts.get(singular)
        return forms[self._form_of(n)] if forms else AS_IT_IS.ngettext(singular, plural, n)


def translator(locale_folder: Path, language: str) -> Translator:
    """Return the catalogue of a language; English, or a missing catalogue, leaves sentences as they are."""
    if language == ENGLISH:
        return AS_IT_IS
    path = locale_folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    return _read(path, language) if path.exists() else AS_IT_IS


@cache
def _read(path: Path, language: str) -> Translator:
    """Return a catalogue; 90 ms with the import, in a window that does not speak English."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 - no millisecond of the English first paint (G7)

    with path.open("rb") as file:
        found = read_po(file)
    texts: dict[str, tuple[str, ...]] = {}
    for message in found:
        said = message.string or ""
        forms = (said,) if isinstance(said, str) else tuple(said)
        key = message.id if isinstance(message.id, str) else message.id[0]
        if key and all(forms) and not message.fuzzy:
            texts[key] = forms
    return Catalogue(texts, forms_of(language))


def forms_of(language: str) -> Callable[[int], int]:
    """Return what says which form of a sentence in a catalogue fits a number. Source: CLDR, plural rules."""
    from babel import Locale  # noqa: PLC0415 - as above

    rule = Locale.parse(language, sep="-").plural_form
    order = [form for form in FORMS if form in rule.tags or form == "other"]
    return lambda n: order.index(rule(n))
