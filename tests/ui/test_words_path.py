# SPDX-License-Identifier: MIT
"""A thousand random ways through the real window where someone is, or may be, under 18.

After each the vault is opened up: nothing but areas that were confirmed as words is stored, small, read or to
be had. After every fifty the package is made, with the report in it, and taken apart, and every file on the
disk is looked at.
Source: evidence.md, section 6.
"""

from __future__ import annotations

import contextlib
import gc
import io
import json
import zipfile
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from app.errors import EvidenceError, PicturesNotAllowed
from app.hashing import sha256_of
from app.identify.platforms import Catalogue
from app.model import CaseFacts, Under18
from app.package.build import export
from app.package.names import REPORT
from app.paths import resources
from app.vault import originals
from tests.robots.wandering import PLANTED, Wanderer
from tests.ui.conftest import PASSPHRASE
from ui.garbage import collect_in_turn
from ui.pages.words_area import WordsAreaPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from app.words import Words
    from ui.context import Context

ANSWERS = """
    SELECT r.seq, r.body FROM revision r JOIN entry e ON e.id = r.entry_id
    WHERE e.kind = 'case' ORDER BY r.seq
"""
BLOBS = "SELECT DISTINCT b.sha256 FROM blob b JOIN blob_part p ON p.blob_id = b.id"
WALKS, STEPS = 50, 4
PARTS = range(20)
EMPTY = ("thumbnail", "reading", "read_text", "read_line", "reading_index", "staged")


@pytest.fixture
def facts() -> CaseFacts:
    return CaseFacts(Under18.YES, "England", initials="TJH", own_words="They want money.")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        (tmp_path / "home").mkdir(exist_ok=True)
        monkeypatch.setenv(name, str(tmp_path / "home"))
    (tmp_path / "stick").mkdir()
    return tmp_path


@pytest.fixture
def in_turn() -> Iterator[None]:
    """Rings of widgets are collected in the GUI thread, as in the program; see ``ui/garbage.py``."""
    gc.disable()
    yield
    collect_in_turn()
    gc.enable()


@pytest.fixture
def wanderer(in_turn: None, home: Path, opened: Context, qtbot: QtBot) -> Iterator[Wanderer]:
    one = Wanderer(opened, qtbot, Random(0), PASSPHRASE, home / "stick")  # noqa: S311 - the same each time
    yield one
    one.end()


@dataclass(frozen=True)
class Held:
    """What the vault held when it was opened up.

    Attributes:
        legal: hash values of originals that were stored while everyone was said to be 18 or older.
        stored: hash values of all originals.
        had: hash values of originals that the vault gives out.
        left: how many rows stand in tables that are to be empty.
    """

    legal: frozenset[str]
    stored: frozenset[str]
    blobs: frozenset[str]
    had: frozenset[str]
    left: dict[str, int]


def opened_up(vault: Vault) -> Held:
    """Return what stands in the decrypted tables, and what is given out."""
    rows = vault._database.rows
    answers = [(seq, json.loads(body)["under_18"]) for seq, body in rows(ANSWERS)]
    legal, stored, had = set(), set(), set()
    for original in (one for exhibit in vault.exhibits() for one in exhibit.originals):
        sha256 = original.record.content.sha256
        stored.add(sha256)
        at_the_time = [answer for seq, answer in answers if seq < original.seq][-1]
        legal |= {sha256} if at_the_time == Under18.NO else set()
        with contextlib.suppress(PicturesNotAllowed):
            had.add(sha256_of(vault.original(original.id)))
    kept = {sha256 for (sha256,) in rows(BLOBS)}
    made = {one.sha256 for exhibit in vault.exhibits() for one in exhibit.derivatives}
    left = {table: len(rows(f"SELECT 1 FROM {table}")) for table in EMPTY}  # noqa: S608 - names of our own
    return Held(frozenset(legal), frozenset(stored), frozenset(kept - made), frozenset(had), left)


def hold(wanderer: Wanderer) -> None:
    """The case is on the path of words, and holds nothing that it may not."""
    held: Held = wanderer.ask(opened_up)
    assert held.had <= wanderer.confirmed, wanderer.did
    assert held.stored - held.legal <= wanderer.confirmed, wanderer.did
    assert held.blobs <= held.stored, wanderer.did
    assert not any(held.left.values()), (held.left, wanderer.did)


def hold_what_leaves(wanderer: Wanderer, words: Words) -> None:
    """Report and package show areas of words alone, and no other file of ours stands on the disk."""
    out, clock = wanderer.places / "package.zip", wanderer.context.clock
    catalogue = Catalogue.load(resources() / "platforms")

    def job(vault: Vault) -> int:
        export(vault, out, catalogue=catalogue, clock=clock, words=words)
        return sum(not vault.is_apart(one.id) for one in vault.exhibits())

    shown = wanderer.ask(job)
    with zipfile.ZipFile(out) as opened:
        files = {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}
    pictures = {sha256_of(data) for name, data in files.items() if name.endswith(".png")}
    assert pictures <= wanderer.confirmed
    assert len(pictures) <= len(images_in(files[REPORT])) <= shown
    assert not list(wanderer.places.glob("*.part"))
    for path in (one for one in (wanderer.places.parent / "home").rglob("*") if one.is_file()):
        data = path.read_bytes()
        assert b"PNG" not in data, path
        assert PLANTED.encode() not in data, path


def images_in(pdf: bytes) -> list[Any]:
    """Return every picture of a PDF."""
    found: dict[Any, Any] = {}
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:
        objects = page.get("/Resources", {}).get("/XObject", {})
        for name in objects:
            one = objects[name]
            if one.get("/Subtype") == "/Image":
                found[objects.raw_get(name).idnum] = one
    return list(found.values())


def wander(wanderer: Wanderer, first: int, end: int) -> None:
    """Go these ways, and look after each."""
    for walk in range(first, end):
        wanderer.random.seed(walk)
        wanderer.walk(STEPS)
        hold(wanderer)
        collect_in_turn()


@pytest.mark.parametrize("part", PARTS)
def test_nothing_but_confirmed_areas_of_words_is_ever_kept(
    wanderer: Wanderer, words: Words, part: int
) -> None:
    wander(wanderer, part * WALKS, (part + 1) * WALKS)
    hold_what_leaves(wanderer, words)


def keep_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "_may_be_kept", lambda _database, _record: True)


def believe_every_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "is_confirmed", lambda _record: True)


def set_nothing_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "is_apart", lambda _database, _exhibit_id: False)


def leave_what_is_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(originals, "NO_THUMBNAIL", frozenset())
    monkeypatch.setattr(originals, "is_marked", lambda _database, _exhibit_id: False)
    monkeypatch.setattr(originals, "are_allowed", lambda _database: True)


def take_no_for_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WordsAreaPage, "_on_no", WordsAreaPage._on_yes)


def keep_on_leaving(monkeypatch: pytest.MonkeyPatch) -> None:
    def hidden(page: WordsAreaPage, _event: object) -> None:
        page._on_yes()

    monkeypatch.setattr(WordsAreaPage, "hideEvent", hidden)


HOLES = (
    keep_everything,
    believe_every_record,
    set_nothing_apart,
    leave_what_is_small,
    take_no_for_yes,
    keep_on_leaving,
)


@pytest.mark.parametrize("hole", HOLES, ids=lambda hole: hole.__name__)
def test_a_hole_is_found(
    wanderer: Wanderer, monkeypatch: pytest.MonkeyPatch, hole: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """What the thousand ways hold is not held by chance: with one guard taken out they find it."""
    hole(monkeypatch)
    with pytest.raises((AssertionError, EvidenceError)):
        wander(wanderer, 0, 2 * WALKS)
