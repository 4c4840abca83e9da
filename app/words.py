# SPDX-License-Identifier: MIT
"""The sentences of the program: data in ``resources/words/<lang>/*.toml``, translated when asked for.

A key is section and name, such as ``welcome.title``. A sentence that nobody has confirmed yet stands in the
file under ``unverified`` and is never shown. A file is read when first asked for one of its sentences.

A sentence that counts stands in its forms, ``{ one = "1 picture", many = "{n} pictures" }``; the field ``n``
says how many, and a language with other forms than English has its own in the catalogue.
"""

from __future__ import annotations

import re
import tomllib
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from app.errors import GuideInvalid
from app.i18n import ENGLISH, translator
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from app.i18n import Translator


FIRST_WORD = re.compile(rb'^\["?(\w+)', re.MULTILINE)  # of the name of each section
COUNTS = (*range(22), 100)  # every form of every language comes up among them. Source: CLDR, plural rules


class Forms(NamedTuple):
    """A sentence that counts, in the two forms of English."""

    one: str
    many: str


Sentence: TypeAlias = str | Forms


class Words:
    """All sentences of one language, by key.

    Attributes:
        translator: puts other sentences into the same language.
        language: which that is, as in BCP 47.
    """

    def __init__(self, files: Mapping[str, Path], translator: Translator, language: str) -> None:
        """Know in which file the keys of each first word stand; ``load`` finds that out."""
        self.translator = translator
        self.language = language
        self._files = dict(files)
        self._read: set[Path] = set()
        self._texts: dict[str, Sentence] = {}

    @classmethod
    def load(cls, folder: Path, translator: Translator, language: str = ENGLISH) -> Words:
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
        return cls(files, translator, language)

    @property
    def tag(self) -> str:
        """The language as documents name it; English is that of the United Kingdom."""
        return "en-GB" if self.language == ENGLISH else self.language

    def __call__(self, key: str, /, **fields: object) -> str:
        """Return the sentence, translated and with its fields filled in.

        Raises:
            GuideInvalid: no such key, a field of the sentence is missing, or its file is wrong.
        """
        sentence = self.template(key, fields.get("n"))
        try:
            return sentence.format(**fields) if fields else sentence
        except (KeyError, IndexError, ValueError) as error:
            raise GuideInvalid(f"words for {key}: field {error}") from error

    def template(self, key: str, n: object = None) -> str:
        """Return the sentence, translated, its fields still open; of one that counts, the form for ``n``.

        Raises:
            GuideInvalid: no such key, a count without a number, or its file is wrong.
        """
        text = self._text(key)
        if text is None:
            raise GuideInvalid(f"no words for {key}")
        if isinstance(text, str):
            return self.translator.gettext(text) if text else ""
        if not isinstance(n, int):
            raise GuideInvalid(f"words for {key}: field n says how many")
        return self.translator.ngettext(*text, n) if text.many else ""

    def said(self, text: str) -> str:
        """Return how a text of a content file is shown that is kept as it stands there, such as a place."""
        return self.translator.gettext(text) if text else ""

    def has(self, key: str) -> bool:
        """Whether there is a confirmed sentence under this key."""
        text = self._text(key)
        return bool(text and text[-1])

    def rows(self, section: str) -> list[str]:
        """Return the numbered rows of a section in order, without those that nobody has confirmed."""
        keys = [f"{section}.{n}" for n in range(1, 30)]
        return [self(key) for key in keys if self.has(key)]

    def fields(self, key: str) -> frozenset[str]:
        """Return the names of the fields a sentence wants."""
        text = self._text(key) or ""
        return frozenset(name for _, name, _, _ in Formatter().parse("".join(text)) if name)

    def texts(self, first_word: str) -> list[str]:
        """Return every sentence of the sections of this first word, translated, in each of its forms."""
        self._text(first_word)
        start = f"{first_word}."
        keys = [key for key in self._texts if key.startswith(start) and self.has(key)]
        return [text for key in keys for text in dict.fromkeys(self._all_forms(key))]

    def keys(self) -> frozenset[str]:
        """Return every key of every file.

        Raises:
            GuideInvalid: a file is wrong.
        """
        for word in self._files:
            self._text(word)
        return frozenset(self._texts)

    def _all_forms(self, key: str) -> list[str]:
        """Return every form a sentence can take."""
        counts = COUNTS if isinstance(self._text(key), Forms) else (None,)
        return [self.template(key, n) for n in counts]

    def _text(self, key: str) -> Sentence | None:
        """Return what stands under a key, from its file if that was not read before."""
        path = self._files.get(key.partition(".")[0])
        if path is not None and path not in self._read:
            self._texts |= _read(path)
            self._read.add(path)
        return self._texts.get(key)


def words_in(language: str) -> Words:
    """Return the sentences of this program in a language."""
    said = translator(resources() / "locale", language)
    return Words.load(resources() / "words" / ENGLISH, said, language)


def _read(path: Path) -> dict[str, Sentence]:
    """Return the sentences of one file by full key."""
    try:
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise GuideInvalid(f"{path.name}: {error}") from error
    found: dict[str, Sentence] = {}
    for section, entries in sections.items():
        if not isinstance(entries, dict):
            raise GuideInvalid(f"{path.name}: {section} stands in no section")
        for name, value in entries.items():
            sentence = _sentence(value)
            if sentence is None:
                raise GuideInvalid(f"{path.name}: {section}.{name} has no text")
            found[f"{section}.{name}"] = sentence
    return found


def _sentence(value: object) -> Sentence | None:
    """Return what an entry says: a text, or its two forms; ``None`` if it is neither."""
    match value:
        case str(text) | {"text": str(text)}:
            return text
        case {"one": str(one), "many": str(many)}:
            return Forms(one, many)
    return None
