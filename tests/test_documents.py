# SPDX-License-Identifier: MIT
"""What the documents point at is there."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app import paths

if TYPE_CHECKING:
    from pathlib import Path

ROOT = paths.project_root()
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)\)")
NAMED = re.compile(r"`((?:tests|app|ui|resources|docs|packaging)/[\w./-]*)`")


def broken(document: Path, text: str) -> list[str]:
    """Return every link and every named file of the project that leads nowhere."""
    links = [name for name in LINK.findall(text) if not (document.parent / name).exists()]
    return links + [name for name in NAMED.findall(text) if not (ROOT / name).exists()]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_and_named_files_are_there(document: Path) -> None:
    assert broken(document, document.read_text(encoding="utf-8")) == []


def test_a_dead_link_would_be_seen() -> None:
    text = "[here](nowhere.md) `tests/no_such.py` [there](https://example.org)"
    assert broken(ROOT / "README.md", text) == ["nowhere.md", "tests/no_such.py"]


def test_every_target_that_the_readme_names_is_in_the_makefile() -> None:
    named = set(re.findall(r"\bmake (\w+)", (ROOT / "README.md").read_text(encoding="utf-8")))
    named -= {"and"}  # "git, make and Python"
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert named
    assert named <= targets


def test_verbs_in_the_architecture_are_those_of_the_program() -> None:
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^    main\.py ([a-z]+) ", page, re.MULTILINE))
    offered = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--help"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert named == set(re.findall(r"^    (\w+) {2,}", offered, re.MULTILINE))
