# SPDX-License-Identifier: MIT
"""A country whose law asks for a page gets it from a file; all others have none."""

from dataclasses import replace

import pytest

from app.errors import GuideInvalid
from app.hashing import grouped
from app.report import annexes
from app.report.annexes import annexes_for, draw_annexes


def test_the_united_states_ask_for_a_certification(sheet_of, sample):
    sheet = sheet_of(replace(sample[0], annexes=annexes_for("US")), {"limits": 17})
    draw_annexes(sheet)
    said = sheet.pen.said
    assert "Rules 902(13) and 902(14)" in said
    assert "Not reviewed by a lawyer." in said
    assert " ".join(grouped(sample[0].checkpoint.root)[:8]) in said
    assert "page 17" in said
    assert "{" not in said


def test_there_is_a_line_for_each_thing_to_write(sheet_of, sample):
    (annex,) = annexes_for("us")
    sheet = sheet_of(replace(sample[0], annexes=(annex,)))
    draw_annexes(sheet)
    to_write_on = {y for _, y, _, _ in sheet.pen.rules if y > 60}
    assert len(to_write_on) == sum(part.lines + len(part.sign) for part in annex.part)


def test_others_have_none():
    assert annexes_for("england") == annexes_for("") == ()


def test_a_file_with_a_mistake_is_named(tmp_path, monkeypatch):
    (tmp_path / "annexes").mkdir()
    (tmp_path / "annexes" / "xx.toml").write_text('country = "xx"\nlanguage = "en"\nannex = 1\n')
    monkeypatch.setattr(annexes.paths, "resources", lambda: tmp_path)
    annexes._all.cache_clear()
    with pytest.raises(GuideInvalid, match=r"xx\.toml"):
        annexes_for("xx")
    annexes._all.cache_clear()
