# SPDX-License-Identifier: MIT
"""A thousand random ways through the real window where someone is, or may be, under 18.

After each the vault is opened up: nothing but areas that were confirmed as words is stored, small, read or to be
had. After every fifty the report and the package are made and taken apart, and every file on the disk is looked at.
Source: evidence.md, section 6.
"""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING, Any

import pypdf
import pytest

from app.errors import EvidenceError, NothingToReport, PicturesNotAllowed
from app.hashing import sha256_of
from app.identify.platforms import Catalogue
from app.model import CaseFacts, Under18
from app.package.build import export
from app.package.names import REPORT
from app.paths import resources
from app.report import snapshot
from app.vault import originals, set_apart
from tests.robots.wandering import PLANTED, WORDS, Wanderer
from tests.ui.conftest import PASSPHRASE
from ui.pages.words_area import WordsAreaPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.vault import Vault
    from app.words import Words
    from ui.context import Context

PARTS, WALKS, STEPS = 20, 50, 4
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
def wanderer(home: Path, opened: Context, qtbot: QtBot) -> Iterator[Wanderer]:
    one = Wanderer(opened, qtbot, Random(0), PASSPHRASE, home / "stick")
    yield one
    if one.window.flow is not None:
        one.window.flow.dismiss()


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
    rows, database = vault._database.rows, vault._database
    answers = [
        (seq, json.loads(body)["under_18"])
        for seq, body in rows("SELECT r.seq, r.body FROM revision r JOIN entry e ON e.id = r.entry_id "
                              "WHERE e.kind = 'case' ORDER BY r.seq")
    ]  # fmt: skip
    legal, stored, had = set(), set(), set()
    for exhibit in vault.exhibits():
        for original in exhibit.originals:
            sha256 = original.record.content.sha256
            stored.add(sha256)
            at_the_time = [answer for seq, answer in answers if seq < original.seq][-1]
            legal |= {sha256} if at_the_time == Under18.NO else set()
            try:
                had.add(sha256_of(vault.original(original.id)))
            except PicturesNotAllowed:
                continue
    kept = {
        sha256
        for (sha256,) in rows("SELECT DISTINCT b.sha256 FROM blob b JOIN blob_part p ON p.blob_id = b.id")
    }
    made = {one.sha256 for exhibit in vault.exhibits() for one in exhibit.derivatives}
    left = {table: int(database.value(f"SELECT count(*) FROM {table}")) for table in EMPTY}
    return Held(*map(frozenset, (legal, stored, kept - made, had)), left)


def hold(wanderer: Wanderer) -> None:
    """The case is on the path of words, and holds nothing that it may not."""
    held: Held = wanderer.ask(opened_up)
    assert held.had <= wanderer.confirmed, wanderer.did
    assert held.stored - held.legal <= wanderer.confirmed, wanderer.did
    assert held.blobs <= held.stored, wanderer.did
    assert not any(held.left.values()), (held.left, wanderer.did)


def hold_what_leaves(wanderer: Wanderer, words: Words) -> None:
    """Report and package show areas of words alone, and no other file of ours stands on the disk."""
    out = wanderer.places / "package.zip"

    def job(vault: Vault) -> dict[str, bytes]:
        try:
            export(vault, out, catalogue=Catalogue.load(resources() / "platforms"), clock=wanderer.context.clock,
                   words=words)  # fmt: skip
        except NothingToReport:
            return {}
        return {
            one.record.content.sha256: vault.original(one.id)
            for one in vault.exhibits()
            if not vault.is_apart(one.id)
        }

    shown = wanderer.ask(job)
    if not out.exists():
        return
    with zipfile.ZipFile(out) as opened:
        files = {name.partition("/")[2]: opened.read(name) for name in opened.namelist()}
    pictures = {sha256_of(data) for name, data in files.items() if name.endswith(".png")}
    assert pictures <= wanderer.confirmed
    assert len(images_in(files[REPORT])) <= len(shown)
    assert not list(wanderer.places.glob("*.part"))
    for path in (one for one in (wanderer.places.parent / "home").rglob("*") if one.is_file()):
        data = path.read_bytes()
        assert b"PNG" not in data and PLANTED.encode() not in data, path
    out.unlink()


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


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_but_confirmed_areas_of_words_is_ever_kept(
    wanderer: Wanderer, words: Words, part: int
) -> None:
    for walk in range(WALKS):
        wanderer.random.seed(part * WALKS + walk)
        wanderer.walk(STEPS)
        hold(wanderer)
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
        for walk in range(2 * WALKS):
            wanderer.random.seed(walk)
            wanderer.walk(STEPS)
            hold(wanderer)
