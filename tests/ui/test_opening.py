# SPDX-License-Identifier: MIT
"""A page reaches the browser in one way only, and nothing else in the program can open one."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices

from ui.opening import open_in_browser

ROOT = Path(__file__).parents[2]
OPENER = ROOT / "ui" / "opening.py"
# Whatever opens a browser, a mail program or a telephone.
OPENS = frozenset(
    {"QDesktopServices", "openUrl", "setOpenExternalLinks", "setOpenLinks", "webbrowser", "startfile"}
)
STARTS = ("xdg-open", "gio open", "rundll32", "tel:", "mailto:", "start ms-")


def names_in(path: Path) -> set[str]:
    """Return every name, attribute and import of a file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Name):
            found.add(node.id)
        elif isinstance(node, ast.Attribute):
            found.add(node.attr)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {alias.name.partition(".")[0] for alias in node.names}
    return found


def strings_in(path: Path) -> list[str]:
    """Return every text of a file that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    texts = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in said)
    return [node.value for node in texts if isinstance(node.value, str)]


FILES = sorted(path for part in ("app", "ui") for path in (ROOT / part).rglob("*.py"))


def test_there_is_one_opener() -> None:
    assert [path for path in FILES if names_in(path) & OPENS] == [OPENER]


def test_only_the_card_that_says_what_happens_uses_it() -> None:
    users = [path.name for path in FILES if "open_in_browser" in names_in(path) and path != OPENER]
    assert users == ["open_card.py"]


def test_nothing_starts_a_browser_or_a_call_by_a_command() -> None:
    # one names startfile to forbid it, the other takes mailto: off what somebody pasted
    others = [path for path in FILES if path.name not in ("confine.py", "payment_numbers.py")]
    assert not [(path.name, text) for path in others for text in strings_in(path) if text.startswith(STARTS)]


def test_a_web_address_is_handed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()) or True)
    assert open_in_browser("https://stopncii.org")
    assert opened == ["https://stopncii.org"]


@pytest.mark.parametrize("address", ["http://stopncii.org", "tel:999", "file:///etc/passwd", ""])
def test_nothing_else_is(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("opened"))
    with pytest.raises(ValueError, match=r"^"):
        open_in_browser(address)
