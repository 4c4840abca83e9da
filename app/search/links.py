# SPDX-License-Identifier: MIT
"""Links in a line: whole addresses, and bare ones with an ending that no word has. Nothing opens them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.search.told import one_of

_HOST = r"(?=[\w.-]*[A-Za-z][\w-]*\.)(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+"
_SIGNS = r"[^\s<>\"\u201c\u201d|]"  # of an address, behind its host
_REST = rf"(?::\d{{2,5}})?(?:[/?#]{_SIGNS}*)?"
_MARKS = ".,;:!?)]}>'\u2019"
_CUT = re.compile(r"(?:\.\.|\u2026)")
_REAL = re.compile(rf"(?i)https?://(?:{_HOST}[a-z]{{2,24}}|\d{{1,3}}(?:\.\d{{1,3}}){{3}})(?![\w.-]*@)")
_NAME = re.compile(r"[A-Z][A-Za-z]*\.[A-Z][a-z]+")  # "Mr.Co": two sentences, or a name
_BARE = re.compile(rf"(?i)https?://{_HOST}[a-z]{{3,24}}/?")
MOST = 2_000  # characters of a link


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it stands in a text, from where to before where."""

    address: str
    start: int
    end: int


def links_in(text: str) -> tuple[Link, ...]:
    """Return the links of a line, in order; one that dots cut short is none."""
    found = (_link(match, text) for match in _link_in().finditer(text))
    return tuple(one for one in found if one is not None)


@lru_cache(maxsize=1)
def _link_in() -> re.Pattern[str]:
    """Return what finds a link."""
    endings, with_path = one_of("endings"), one_of("endings_with_path")
    return re.compile(
        rf"(?i)(?<![\w@./:-])(?P<link>https?://{_SIGNS}{{4,}}|www\.{_HOST}[a-z]{{2,24}}{_REST}"
        rf"|{_HOST}(?:{endings}){_REST}|{_HOST}(?:[a-z]{{2}}|{with_path})(?::\d{{2,5}})?/{_SIGNS}+)(?![\w@-])"
    )


@lru_cache(maxsize=1)
def _known_end() -> re.Pattern[str]:
    """Return what finds an ending that is one; "https://clips.exam" is half of an address."""
    return re.compile(rf"(?i)\.(?:{one_of('endings')}|{one_of('endings_with_path')})/?$")


@lru_cache(maxsize=1)
def _front() -> re.Pattern[str]:
    """Return what is the front door of a chat, not a place where something is posted."""
    fronts, ends = one_of("fronts"), r"\.(?:com|org|net|co\.uk|uk|me)"
    paths = rf"(?:/(?:{one_of('front_paths')})(?:[/?#].*)?|/?[^a-z0-9]*)"
    inside = rf"(?:[\w-]+\.)*(?:{one_of('front_hosts')})\.(?:{fronts}){ends}(?:/.*)?"
    return re.compile(rf"(?i)^(?:https?://)?(?:(?:[\w-]+\.)*(?:{fronts}){ends}{paths}|{inside})$")


def _link(match: re.Match[str], text: str) -> Link | None:
    """Return the link without the marks that end its sentence."""
    address = match["link"].rstrip(_MARKS)
    start = match.start("link")
    end = start + len(address)
    is_cut = _CUT.match(text, end) or _CUT.search(address)
    if is_cut or len(address) > MOST or _front().match(address):
        return None
    if address.lower().startswith("http") and not _REAL.match(address):
        return None
    if _NAME.fullmatch(address) or (_BARE.fullmatch(address) and not _known_end().search(address)):
        return None
    return Link(address, start, end)
