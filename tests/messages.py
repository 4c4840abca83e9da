# SPDX-License-Identifier: MIT
"""Every sentence of the program for translators: ``make messages`` renews the template and the catalogues.

No list of keys is kept anywhere: all content is loaded by the program's own loaders with a translator that
writes down what it is asked for. So what a person reads is in the template, and nothing else is.

``--missing cy`` prints what a catalogue lacks as JSON. ``--merge cy FILE...`` takes answers: JSON files of
the English text and its translation, or its forms in the order of CLDR.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tomllib
from collections import defaultdict
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from babel.plural import to_gettext

from app.guide.contacts import Contacts
from app.guide.expected import Expected
from app.guide.guides import Guides
from app.guide.promises import Promises
from app.guide.ways_to_pay import WaysToPay
from app.i18n import DOMAIN, ENGLISH, FORMS
from app.identify.platforms import Catalogue
from app.languages import languages
from app.model import Under18
from app.paths import resources
from app.report.wording.files import forms_for, letters_for
from app.version import app_version
from app.words import COUNTS, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from babel.messages.catalog import Message

LOCALE = resources() / "locale"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
DEVELOPERS = "gallery."  # nobody else sees these
WIDTH = 110
MADE_AT = datetime(2026, 1, 1, tzinfo=UTC)  # the same sentences give the same file

Sentence = str | tuple[str, str]


class Collector:
    """A translator that translates nothing and writes down what it is asked for."""

    def __init__(self) -> None:
        """Have been asked nothing."""
        self.asked: dict[Sentence, None] = {}

    def gettext(self, message: str, /) -> str:
        """Write it down."""
        self.asked[message] = None
        return message

    def ngettext(self, singular: str, plural: str, n: int, /) -> str:
        """Write both forms down."""
        self.asked[singular, plural] = None
        return singular if n == 1 else plural


def collected() -> list[Sentence]:
    """Return every sentence that a person can read, each once; of those that count, both English forms."""
    collector = Collector()
    words = Words.load(resources() / "words" / ENGLISH, collector)
    for key in sorted(words.keys()):
        if words.has(key) and not key.startswith(DEVELOPERS):
            for n in COUNTS[:2]:
                words.template(key, n)
    Guides.load(resources() / "guides" / ENGLISH, translator=collector)
    WaysToPay.load(resources() / "payments", collector)
    Expected.load(resources() / "expected.toml", collector)
    Promises.load(resources() / "promises.toml", collector)
    for text in _said_when_shown(collector):
        words.said(text)
    for under_18 in Under18:
        forms_for(resources() / "forms", "", "", under_18, collector)
    letters_for(resources() / "letters" / ENGLISH, "", collector)
    counted = {one[0] for one in collector.asked if isinstance(one, tuple)}
    return [one for one in collector.asked if one and one not in counted]


def _said_when_shown(collector: Collector) -> Iterator[str]:
    """Yield what is kept as it stands in its file, and is translated each time it is shown."""
    for platform in Catalogue.load(resources() / "platforms", collector):
        yield from (rule.id_kind for rule in platform.rules)
        yield platform.id_kind
    contacts = Contacts.load(resources() / "contacts", collector)
    yield from (*contacts.places(), *(country.name for country in contacts), *_titles())


def template() -> Catalog:
    """Return the template: every sentence, with the files and keys at which it stands."""
    where = _places()
    made = Catalog(
        project="Safehold",
        version=app_version(),
        creation_date=MADE_AT,
        revision_date=MADE_AT,
        charset="utf-8",
        fuzzy=False,
    )
    made.header_comment = "# SPDX-License-Identifier: MIT"
    rows = [(where[one[0] if isinstance(one, tuple) else one], one) for one in collected()]
    for places, sentence in sorted(rows, key=lambda row: (row[0], row[1])):
        made.add(sentence, auto_comments=places[:3])
    return made


def renewed(language: str, to: Catalog) -> Catalog:
    """Return the catalogue of a language with the sentences of the template; what is gone is dropped."""
    rule = Locale.parse(language, sep="-").plural_form
    old = _read(language)
    new = Catalog(
        locale=language,
        project="Safehold",
        version=app_version(),
        creation_date=MADE_AT,
        revision_date=MADE_AT,
        fuzzy=False,
    )
    new.header_comment = to.header_comment
    for message in to:
        if message.id:
            before = old.get(message.id) if old else None
            kept = before.string if before and _has_forms(before, len(_forms(language))) else None
            new.add(message.id, kept or "", auto_comments=message.auto_comments)
    new._num_plurals, new._plural_expr = (
        len(_forms(language)),
        to_gettext(rule).split("plural=")[1].rstrip(";"),
    )
    return new


def missing(catalogue: Catalog) -> Iterator[Message]:
    """Yield what is not translated."""
    for message in catalogue:
        forms = [message.string] if isinstance(message.string, str) else list(message.string or [""])
        if message.id and not all(forms):
            yield message


def merge(catalogue: Catalog, answers: dict[str, str | list[str]]) -> int:
    """Take translations by their English text, the form for one of those that count; return how many."""
    taken = 0
    for message in missing(catalogue):
        answer = answers.get(message.id if isinstance(message.id, str) else message.id[0])
        if answer and isinstance(answer, str) is isinstance(message.id, str):
            message.string = answer if isinstance(answer, str) else tuple(answer)
            taken += 1
    return taken


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as it stands in its file."""
    out = BytesIO()
    write_po(out, catalogue, width=WIDTH, omit_header=False)
    return out.getvalue()


def path_of(language: str) -> Path:
    """Return the file of a catalogue."""
    return LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def _forms(language: str) -> list[str]:
    tags = Locale.parse(language, sep="-").plural_form.tags
    return [form for form in FORMS if form in tags or form == "other"]


def _has_forms(message: Message, count: int) -> bool:
    return isinstance(message.string, str) or len(message.string) == count


def _read(language: str) -> Catalog | None:
    path = path_of(language)
    if not path.exists():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=None)


def _places() -> dict[str, list[str]]:
    """Return the files and keys at which each text stands."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(resources().rglob("*.toml")):
        name = path.relative_to(resources()).as_posix().replace("words/en/", "").replace("/en/", "/")
        for keys, text in _texts(tomllib.loads(path.read_text(encoding="utf-8"))):
            place = f"{name}: {keys}"
            if place not in found[text]:
                found[text].append(place)
    for title, place in _titles().items():
        found[title].append(place)
    return found


def _titles() -> dict[str, str]:
    """Return what each drawn figure shows, as it is read out, with the name of its file."""
    found = {}
    for path in sorted((resources() / "figures").glob("*.svg")):
        if title := re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8")):
            found[unescape(title[1])] = f"figures/{path.name}: title"
    return found


def _texts(value: Any, keys: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """Yield every text in a file with its keys; rows of a list have none of their own."""
    if isinstance(value, str):
        yield ".".join(keys), value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, keys)


def main(argv: Sequence[str] | None = None) -> int:
    """Renew every file, or only say or take what a catalogue lacks; 1 if something is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missing", metavar="LANGUAGE", help="print what it lacks, as JSON")
    parser.add_argument(
        "--merge", nargs="+", metavar="LANGUAGE_AND_FILES", help="take answers from JSON files"
    )
    asked = parser.parse_args(argv)
    to = template()
    if asked.missing:
        lacking = [{"en": one.id, "where": one.auto_comments} for one in missing(renewed(asked.missing, to))]
        sys.stdout.write(json.dumps(lacking, ensure_ascii=False, indent=1) + "\n")
        return int(bool(lacking))
    TEMPLATE.write_bytes(written(to))
    left = 0
    for language in (one.id for one in languages(LOCALE) if one.id != ENGLISH):
        catalogue = renewed(language, to)
        if asked.merge and asked.merge[0] == language:
            for file in asked.merge[1:]:
                taken = merge(catalogue, json.loads(Path(file).read_text(encoding="utf-8")))
                sys.stdout.write(f"{file}: {taken} taken\n")
        path_of(language).parent.mkdir(parents=True, exist_ok=True)
        path_of(language).write_bytes(written(catalogue))
        lacking = len(list(missing(catalogue)))
        sys.stdout.write(f"{language}: {len(catalogue)} sentences, {lacking} missing\n")
        left += lacking
    return int(left > 0)


if __name__ == "__main__":
    sys.exit(main())
