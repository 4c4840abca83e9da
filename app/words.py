# SPDX-License-Identifier: MIT
"""The sentences of the program: data in ``resources/words/<lang>/*.toml``, translated when asked for.

A key is section and name, such as ``welcome.title``. A sentence that nobody has confirmed yet stands in the
file under ``unverified`` and is never shown. A file is read when first asked for one of its sentences.
"""

from __future__ import annotations

import re
import tomllib
from string import Formatter
from typing import TYPE_CHECKING

from app.errors import GuideInvalid

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.i18n import Translator


FIRST_WORD = re.compile(rb'^\["?(\w+)', re.MULTILINE)  # of the name of each section


class Words:
    """All sentences of one language, by key."""

    def __init__(self, files: Mapping[str, Path], translator: Translator) -> None:
        """Know in which file the keys of each first word stand; ``load`` finds that out."""
        self._files = dict(files)
        self._read: set[Path] = set()
        self._texts: dict[str, str] = {}
        self._translator = translator

    @classmethod
    def load(cls, folder: Path, translator: Translator) -> Words:
        """Find every file of sentences in a folder; what is wrong in one is told when it is read.

        Raises:
            GuideInvalid: two files have sections of the same first word.
        """
        files: dict[str, Path] = {}
        for path in sorted(folder.glob("*.toml")):
            for word in {found.decode() for found in FIRST_WORD.findall(path.read_bytes())}:
                if word in files:
                    raise GuideInvalid(f"{path.name}: {word} stands in {files[word].name} too")
                files[word] = path
        return cls(files, translator)

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the sentence, translated and with its fields filled in.

        Raises:
            GuideInvalid: no such key, a field of the sentence is missing, or its file is wrong.
        """
        text = self._text(key)
        if text is None:
            raise GuideInvalid(f"no words for {key}")
        sentence = self._translator.gettext(text) if text else ""
        try:
            return sentence.format(**fields) if fields else sentence
        except (KeyError, IndexError, ValueError) as error:
            raise GuideInvalid(f"words for {key}: field {error}") from error

    def has(self, key: str) -> bool:
        """Whether there is a confirmed sentence under this key."""
        return bool(self._text(key))

    def rows(self, section: str) -> list[str]:
        """Return the numbered rows of a section in order, without those that nobody has confirmed."""
        keys = [f"{section}.{n}" for n in range(1, 30)]
        return [self(key) for key in keys if self.has(key)]

    def fields(self, key: str) -> frozenset[str]:
        """Return the names of the fields a sentence wants."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self._text(key) or "") if name)

    def texts(self, first_word: str) -> list[str]:
        """Return every sentence of the sections of this first word, translated."""
        self._text(first_word)
        start = f"{first_word}."
        found = [text for key, text in self._texts.items() if key.startswith(start)]
        return [self._translator.gettext(text) for text in found if text]

    def keys(self) -> frozenset[str]:
        """Return every key of every file.

        Raises:
            GuideInvalid: a file is wrong.
        """
        for word in self._files:
            self._text(word)
        return frozenset(self._texts)

    def _text(self, key: str) -> str | None:
        """Return what stands under a key, from its file if that was not read before."""
        path = self._files.get(key.partition(".")[0])
        if path is not None and path not in self._read:
            self._texts |= _read(path)
            self._read.add(path)
        return self._texts.get(key)


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
