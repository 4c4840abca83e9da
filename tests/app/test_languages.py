# SPDX-License-Identifier: MIT
from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app import paths
from app.errors import GuideInvalid
from app.i18n import translator
from app.languages import Language, languages, named
from app.words import Words

if TYPE_CHECKING:
    from pathlib import Path

ENGLISH, WELSH = Language("en", "English"), Language("cy", "Cymraeg", is_machine_made=True)
POLISH = Language("pl", "Polski")


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir()
    (folder / name / "language.toml").write_text(text, encoding="utf-8")


def test_english_stands_first_and_the_others_by_their_own_names(tmp_path: Path) -> None:
    write(tmp_path, "pl", 'id = "pl"\nname = "Polski"\n')
    write(tmp_path, "cy", 'id = "cy"\nname = "Cymraeg"\nis_machine_made = true\n')
    write(tmp_path, "en", 'id = "en"\nname = "English"\n')
    assert languages(tmp_path) == (ENGLISH, WELSH, POLISH)


def test_a_folder_that_is_named_after_another_language_is_told(tmp_path: Path) -> None:
    write(tmp_path, "pl", 'id = "cy"\nname = "Cymraeg"\n')
    with pytest.raises(GuideInvalid, match="pl/language"):
        languages(tmp_path)


def test_what_a_machine_wrote_is_marked_where_it_is_chosen() -> None:
    words = Words.load(paths.resources() / "words" / "en", translator(paths.resources() / "locale", "en"))
    ours = {one.id: named(words, one) for one in languages(paths.resources() / "locale")}
    assert ours["en"] == "English"
    assert ours["cy"] == words("language.machine_made", name="Cymraeg") != "Cymraeg"
