# SPDX-License-Identifier: MIT
"""The sentences of the program: data in ``resources/words/<lang>/*.toml``, translated when asked for.

A key is section and name, such as ``welcome.title``. A sentence that nobody has confirmed yet stands in the
file under ``unverified`` and is never shown.
"""

from __future__ import annotations

import tomllib
from string import Formatter
from typing import TYPE_CHECKING

from app.errors import GuideInvalid

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.i18n import Translator


class Words:
    """All sentences of one language, by key."""

    def __init__(self, texts: Mapping[str, str], translator: Translator) -> None:
        """Keep the sentences; ``load`` reads them from files."""
        self._texts = dict(texts)
        self._translator = translator

    @classmethod
    def load(cls, folder: Path, translator: Translator) -> Words:
        """Read every file of sentences in a folder.

        Raises:
            GuideInvalid: a file is not TOML, or a key stands twice.
        """
        texts: dict[str, str] = {}
        for path in sorted(folder.glob("*.toml")):
            for key, text in _read(path).items():
                if key in texts:
                    raise GuideInvalid(f"{path.name}: {key} stands twice")
                texts[key] = text
        return cls(texts, translator)

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the sentence, translated and with its fields filled in.

        Raises:
            GuideInvalid: no such key, or a field of the sentence is missing.
        """
        if key not in self._texts:
            raise GuideInvalid(f"no words for {key}")
        sentence = self._translator.gettext(self._texts[key]) if self._texts[key] else ""
        try:
            return sentence.format(**fields) if fields else sentence
        except (KeyError, IndexError, ValueError) as error:
            raise GuideInvalid(f"words for {key}: field {error}") from error

    def has(self, key: str) -> bool:
        """Whether there is a confirmed sentence under this key."""
        return bool(self._texts.get(key))

    def rows(self, section: str) -> list[str]:
        """Return the numbered rows of a section in order, without those that nobody has confirmed."""
        keys = [f"{section}.{n}" for n in range(1, 30)]
        return [self(key) for key in keys if self.has(key)]

    def fields(self, key: str) -> frozenset[str]:
        """Return the names of the fields a sentence wants."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self._texts[key]) if name)

    def keys(self) -> frozenset[str]:
        """Return every key."""
        return frozenset(self._texts)


def _read(path: Path) -> dict[str, str]:
    """Return the sentences of one file by full key."""
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GuideInvalid(f"{path.name}: {error}") from error
    found: dict[str, str] = {}
    for section, entries in sections.items():
        if not isinstance(entries, dict):
            raise GuideInvalid(f"{path.name}: {section} stands in no section")
        for name, value in entries.items():
            text = value.get("text") if isinstance(value, dict) else value
            if not isinstance(text, str):
                raise GuideInvalid(f"{path.name}: {section}.{name} has no text")
            found[f"{section}.{name}"] = text
    return found
