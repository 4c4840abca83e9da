# SPDX-License-Identifier: MIT
"""What they usually do next: only what a page of police or of a helpline says is shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from app import paths
from app.errors import GuideInvalid
from app.guide.expected import Expected

if TYPE_CHECKING:
    from pathlib import Path

FILE = paths.resources() / "expected.toml"


def test_only_what_is_confirmed_is_shown() -> None:
    expected = Expected.load(FILE)
    shown = [line for line in expected.lines if line.text.verified]
    assert expected.rows == tuple(line.text.text for line in shown)
    assert 0 < len(shown) < len(expected.lines)


def test_what_is_shown_names_a_page_and_what_is_not_says_why() -> None:
    for line in Expected.load(FILE).lines:
        has_page = any(site in line.source for site in (".police.uk", "revengepornhelpline.org.uk"))
        assert has_page == line.text.verified, line.source


def test_it_grows_old() -> None:
    expected = Expected.load(FILE)
    assert expected.is_fresh(expected.verified_on)
    assert not expected.is_fresh(date(expected.verified_on.year + 1, 1, 1).replace(month=12))


def test_a_line_without_a_source_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "expected.toml"
    path.write_text('verified_on = 2026-11-25\n[[lines]]\ntext = "They call."\n', encoding="utf-8")
    with pytest.raises(GuideInvalid, match=r"expected\.toml:.*source is missing"):
        Expected.load(path)
