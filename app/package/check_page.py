# SPDX-License-Identifier: MIT
"""The page with which an officer checks a package in a browser: the same bytes in every package of a release.

It holds no case data, and asks nothing of any network. Its files are joined in the order of their names,
without the lines that are only comments; there is no other step, so an auditor reads what the browser runs in
``resources/verifier``.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from typing import TYPE_CHECKING

from app.custody.authorities import known_authorities
from app.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from app.custody.authorities import Authority

MAX_BYTES = 150_000  # Source: evidence.md, section 4
OWN_PAGE = "80_page.js"  # what needs a document; the rest runs without one, as in our tests


@functools.cache
def check_page(authorities: tuple[Authority, ...] | None = None) -> bytes:
    """Return the page, with these time authorities pinned in it; those of this release if None."""
    folder = _folder()
    code = script(authorities)
    style = (folder / "page.css").read_text("utf-8")
    page = (folder / "page.html").read_text("utf-8")
    policy = (
        f"default-src 'none'; script-src '{_digest(code)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    for mark, text in (("{policy}", policy), ("{style}", style), ("{script}", code)):
        page = page.replace(mark, text, 1)
    return page.encode("utf-8")


def script(authorities: Sequence[Authority] | None = None, *, with_page: bool = True) -> str:
    """Return all our JavaScript as one strict function; without the page, it gives ``verify`` back."""
    files = [path for path in sorted(_folder().glob("*.js")) if with_page or path.name != OWN_PAGE]
    parts = [
        '(() => {\n"use strict";\n',
        f"const PINNED_AUTHORITIES = {json.dumps(pinned_authorities(authorities), indent=1)};\n",
        *(_without_comments(path.read_text("utf-8")) for path in files),
        "" if with_page else "return { verify, Unreadable, Refused, Sha256, Sha512, foldedName };\n",
        "})()",
    ]
    return "".join(parts)


def pinned_authorities(authorities: Iterable[Authority] | None = None) -> list[dict[str, str]]:
    """Return the time authorities that the page trusts, each by key, name and root (base64 of its DER)."""
    known = known_authorities() if authorities is None else authorities
    return [
        {"key": one.key, "name": one.name, "root": base64.b64encode(one.root).decode("ascii")}
        for one in known
    ]


def _folder() -> Path:
    """Return where the parts of the page stand."""
    return resources() / "verifier"


def _without_comments(text: str) -> str:
    """Return the lines that do something: the page has to stay small, and the comments are in the source."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith("//"))


def _digest(text: str) -> str:
    """Return what the page's own policy allows: this text alone. Source: CSP Level 3, section 2.3.1."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
