# SPDX-License-Identifier: MIT
from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.i18n import AS_IT_IS, DOMAIN, forms_of, translator
from app.paths import project_root

if TYPE_CHECKING:
    from pathlib import Path

HEADER = r"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5);\n"

"""
PICTURES = """msgid "1 picture"
msgid_plural "{n} pictures"
msgstr[0] "dim llun"
msgstr[1] "1 llun"
msgstr[2] "2 lun"
msgstr[3] "3 llun"
msgstr[4] "6 llun"
msgstr[5] "{n} llun"

"""


def catalogue(folder: Path, language: str, text: str) -> None:
    place = folder / language / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / f"{DOMAIN}.po").write_text(HEADER + text, encoding="utf-8")


def test_a_language_that_is_there(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", 'msgid "Evidence"\nmsgstr "Tystiolaeth"\n')
    welsh = translator(tmp_path, "cy")
    assert welsh.gettext("Evidence") == "Tystiolaeth"
    assert welsh.gettext("Not in it") == "Not in it"
    assert welsh.ngettext("one thing", "{n} things", 2) == "{n} things"


def test_welsh_has_six_forms(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", PICTURES)
    welsh = translator(tmp_path, "cy")
    said = [welsh.ngettext("1 picture", "{n} pictures", n) for n in (0, 1, 2, 3, 4, 6, 21)]
    assert said == ["dim llun", "1 llun", "2 lun", "3 llun", "{n} llun", "6 llun", "{n} llun"]
    assert welsh.gettext("1 picture") == "1 llun"


def test_what_is_not_translated_or_in_doubt_stays_english(tmp_path: Path) -> None:
    catalogue(tmp_path, "cy", 'msgid "Empty"\nmsgstr ""\n\n#, fuzzy\nmsgid "Pay"\nmsgstr "Talwch"\n')
    welsh = translator(tmp_path, "cy")
    assert welsh.gettext("Empty") == "Empty"
    assert welsh.gettext("Pay") == "Pay"


def test_a_language_that_is_not_there_is_english(tmp_path: Path) -> None:
    plain = translator(tmp_path, "xx")
    assert plain.gettext("Evidence") == "Evidence"
    assert [plain.ngettext("one picture", "many pictures", n) for n in (1, 2)] == [
        "one picture",
        "many pictures",
    ]


@pytest.mark.parametrize(
    ("language", "n", "form"),
    [("en", 1, 0), ("en", 0, 1), ("pl", 3, 1), ("pl", 5, 2), ("ja", 1, 0), ("ar", 2, 2)],
)
def test_forms_are_those_of_the_language(language: str, n: int, form: int) -> None:
    assert forms_of(language)(n) == form


def test_english_brings_no_library_along(tmp_path: Path) -> None:
    assert translator(tmp_path, "en") is AS_IT_IS
    code = (
        "import sys, app.words; app.words.words_in('en')('welcome.title'); sys.exit('babel' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=project_root(), check=False).returncode == 0
