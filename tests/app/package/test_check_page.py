# SPDX-License-Identifier: MIT
from __future__ import annotations

import base64
import hashlib
import re
import subprocess
import tomllib

import pytest

from app.package.check_page import MAX_BYTES, check_page, pinned_authorities, script
from app.package.findings import Reason
from app.paths import project_root, resources

VERIFIER = resources() / "verifier"


def page() -> str:
    return check_page().decode("utf-8")


def test_it_is_one_small_file() -> None:
    assert len(check_page()) < MAX_BYTES
    assert page().count("<script>") == page().count("</script>") == page().count("<style>") == 1


def test_it_asks_nothing_of_any_network() -> None:
    assert re.findall(r"[a-z]+://[^\s\"'`)]*", page()) == []
    for word in ("fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "import("):
        assert word not in page()


def test_nothing_of_a_package_becomes_markup_or_code() -> None:
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
        assert word not in page()
    assert not re.search(r"\son[a-z]+=", page())


def test_its_own_policy_allows_its_own_script_and_style_alone() -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page())[1]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for rule, tag in (("script-src", "script"), ("style-src", "style")):
        inside = re.search(rf"<{tag}>(.*)</{tag}>", page(), re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    assert set(rules) == {"default-src", "script-src", "style-src", "base-uri", "form-action"}


def test_the_same_bytes_come_every_time() -> None:
    first = check_page()
    check_page.cache_clear()
    assert check_page() == first


def test_every_reason_has_its_sentence() -> None:
    words = (VERIFIER / "75_words.js").read_text("utf-8")
    said = set(re.findall(r'^  \["([a-z_0-9]+)", "', words, re.MULTILINE))
    assert said == {reason.value for reason in Reason}


@pytest.mark.parametrize("look", ["light", "dark"])
def test_its_colours_are_those_of_the_window(look: str) -> None:
    tokens = tomllib.loads((resources() / "theme" / "tokens.toml").read_text("utf-8"))[look]
    style = (VERIFIER / "page.css").read_text("utf-8")
    part = style.split("prefers-color-scheme: dark")[look == "dark"].split("\n* {")[0]
    used = dict(re.findall(r"--([a-z_]+): (#[0-9A-F]{6});", part))
    assert used
    assert {name: tokens[name] for name in used} == used


def test_the_whole_script_can_be_read_by_a_browser(tmp_path) -> None:
    place = tmp_path / "page.js"
    place.write_text(script(), encoding="utf-8")
    subprocess.run(["node", "--check", str(place)], check=True)


def test_no_line_of_a_text_was_taken_for_a_comment() -> None:
    for path in sorted(VERIFIER.glob("*.js")):
        text = path.read_text("utf-8")
        assert text.startswith("// SPDX-License-Identifier: MIT\n"), path.name
        assert all(line.count("`") % 2 == 0 for line in text.splitlines()), path.name
        assert "/*" not in text, path.name


def test_the_pinned_roots_are_those_of_the_release() -> None:
    roots = [base64.b64decode(one["root"], validate=True) for one in pinned_authorities()]
    assert roots
    assert all(root[:1] == b"\x30" for root in roots)


def test_the_published_hash_is_that_of_the_page() -> None:
    """After a change of the page write the new value into docs/check-page.md, which says how."""
    published = (project_root() / "docs" / "check-page.md").read_text("utf-8")
    assert hashlib.sha256(check_page()).hexdigest() in published
