# SPDX-License-Identifier: MIT
"""The demo as a person runs it: one command on a real screen, then everything it left is looked at."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from app import paths
from app.clock import SystemClock
from app.demo.folder import Folder
from app.hashing import sha256_of
from app.model import Account, Demand, DerivativeKind, Proof, Provenance
from app.package.verify import verify
from app.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.screen.xserver import XServer

pytestmark = pytest.mark.screen

MAIN = [sys.executable, str(paths.project_root() / "main.py")]
SKYPE_ID = "live:.cid.8f3a1b2c4d5e6f70"
NAMES = {
    "exhibits",
    "skype_id",
    "display_name",
    "report_sha256",
    "package_sha256",
    "verify",
    "vault",
    "passphrase_file",
}
BLUE = (0x0B, 0x5F, 0xCC)


@pytest.fixture(scope="module")
def done(
    xserver: XServer, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Folder, subprocess.CompletedProcess]:
    folder = Folder(tmp_path_factory.mktemp("played") / "demo")
    run = subprocess.run(
        [*MAIN, "demo", "--out", str(folder.path)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return folder, run


@pytest.fixture(scope="module")
def folder(done: tuple[Folder, subprocess.CompletedProcess]) -> Folder:
    return done[0]


@pytest.fixture(scope="module")
def summary(folder: Folder) -> dict[str, Any]:
    return json.loads(folder.summary.read_text(encoding="utf-8"))


def pixels_of(picture: Image.Image) -> list[tuple[int, ...]]:
    data = picture.tobytes()
    return list(zip(data[0::3], data[1::3], data[2::3], strict=True))


@pytest.fixture
def vault(folder: Folder) -> Iterator[Vault]:
    secret = folder.passphrase_file.read_text(encoding="utf-8").strip()
    opened = Vault.open(folder.vault, secret, clock=SystemClock(), tool="test")
    yield opened
    opened.close("test")


def test_summary_says_what_was_done(folder: Folder, summary: dict[str, Any]) -> None:
    assert set(summary) == NAMES
    assert summary["exhibits"] == 2
    assert summary["skype_id"] == SKYPE_ID
    assert summary["display_name"] == "Amélie Laurent"
    assert summary["verify"] == "ok"
    assert summary["report_sha256"] == sha256_of(folder.report.read_bytes())
    assert summary["package_sha256"] == sha256_of(folder.package.read_bytes())
    assert {entry.name for entry in folder.path.iterdir()} == {
        "case.safehold", "report.pdf", "package.zip", "passphrase.txt", "summary.json"
    }  # fmt: skip


def test_it_says_where_the_report_is(done: tuple[Folder, subprocess.CompletedProcess]) -> None:
    folder, run = done
    assert str(folder.report) in run.stdout


def test_report_beside_and_inside_the_package_are_the_same_bytes(folder: Folder) -> None:
    with zipfile.ZipFile(folder.package) as package:
        [inside] = [name for name in package.namelist() if name.endswith(".pdf")]
        assert package.read(inside) == folder.report.read_bytes()
        assert all(entry.compress_type == zipfile.ZIP_STORED for entry in package.infolist())


def test_page_1_has_identifier_name_and_money_to_stop(folder: Folder) -> None:
    page = " ".join(PdfReader(folder.report).pages[0].extract_text().split())
    assert SKYPE_ID in page
    assert "Amélie Laurent" in page
    assert "583 204 9176" in page


def test_report_names_no_picture_that_was_not_taken(folder: Folder) -> None:
    text = "".join(page.extract_text() for page in PdfReader(folder.report).pages)
    assert "TJH/1" in text
    assert "TJH/2" in text
    assert not any(f"TJH/{number}" in text for number in range(3, 8))


def test_identifier_is_linked_to_blue_letters_in_the_picture(vault: Vault) -> None:
    [account] = [one.fact for one in vault.entries(Account) if one.fact.stable_id == SKYPE_ID]
    place = account.seen_in
    picture = Image.open(io.BytesIO(vault.original(place.exhibit))).convert("RGB")
    box = (place.rect.x, place.rect.y, place.rect.x + place.rect.width, place.rect.y + place.rect.height)
    inside = sum(pixel == BLUE for pixel in pixels_of(picture.crop(box)))
    everywhere = sum(pixel == BLUE for pixel in pixels_of(picture))
    assert inside == everywhere > 50


def test_the_program_read_the_identifier_in_the_picture_and_says_so(folder: Folder, vault: Vault) -> None:
    [account] = [entry.fact for entry in vault.entries(Account) if entry.fact.stable_id == SKYPE_ID]
    assert account.provenance is Provenance.READ_AND_PASTED
    assert account.has_agreed
    assert (account.read_as, account.read_settled) == (SKYPE_ID, None)
    text = " ".join("".join(page.extract_text() for page in PdfReader(folder.report).pages).split())
    assert "Read from TJH/1 and pasted by Tom. Both agree." in text
    assert "% sure of the character it was least sure of" in text


def test_the_whole_conversation_is_there_and_every_frame_meets_the_next(vault: Vault) -> None:
    run = next(exhibit for exhibit in vault.exhibits() if exhibit.is_run)
    assert run.run is not None
    assert (len(run.run.islands), run.run.gaps) == (1, ())
    assert [pair.finding.level for pair in run.run.pairs if pair.second == pair.first + 1] == [
        Proof.EXACT
    ] * (len(run.frames) - 1)
    assert len(run.frames) >= 8
    kinds = [made.kind for made in run.derivatives]
    assert kinds == [DerivativeKind.RUN_RECORD, DerivativeKind.JOINED_PICTURE]


def test_the_joined_picture_is_rows_of_the_frames_and_nothing_else(vault: Vault) -> None:
    run = next(exhibit for exhibit in vault.exhibits() if exhibit.is_run)
    made = next(one for one in run.derivatives if one.kind is DerivativeKind.JOINED_PICTURE)
    joined = np.asarray(picture_of(b"".join(vault.derivative_parts(made.derivative_id))))
    frames = [np.asarray(picture_of(vault.original(frame.id))) for frame in run.frames]
    taken = re.findall(r"Rows (\d+)-(\d+): frame (\d+) from row (\d+)", made.method)
    assert sum(int(last) - int(first) + 1 for first, last, *_ in taken) == len(joined)
    for first, last, number, row in (map(int, one) for one in taken):
        rows = frames[number - 1][row : row + last - first + 1]
        assert np.array_equal(joined[first : last + 1], rows)


def test_demands_point_only_at_a_picture_that_shows_them(vault: Vault) -> None:
    demands = [entry.fact for entry in vault.entries(Demand)]
    run = next(exhibit for exhibit in vault.exhibits() if exhibit.is_run)
    placed = {demand.words for demand in demands if demand.exhibit == run.id}
    assert len(demands) == 6
    assert "send 500 more or i post it. you have until 6pm tomorrow" in placed
    assert "150 in bitcoin now" in placed
    assert all(demand.exhibit in {None, run.id} for demand in demands)


def picture_of(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def test_package_verifies_from_the_command_line_and_a_changed_byte_does_not(
    folder: Folder, tmp_path: Path
) -> None:
    good = subprocess.run(
        [*MAIN, "verify", str(folder.package), "--json"], capture_output=True, text=True, check=True
    )
    assert json.loads(good.stdout)["verdict"] == "agrees with itself"
    data = bytearray(folder.package.read_bytes())
    data[len(data) // 2] ^= 1
    (tmp_path / "changed.zip").write_bytes(data)
    changed = subprocess.run(
        [*MAIN, "verify", str(tmp_path / "changed.zip"), "--json"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert changed.returncode in {1, 2}
    assert changed.returncode == 2 or json.loads(changed.stdout)["verdict"] == "differs"


def test_with_root_and_key_from_the_page_it_matches_the_paper(folder: Folder) -> None:
    seen = verify(folder.package)
    text = "".join("".join(page.extract_text().split()) for page in PdfReader(folder.report).pages)
    assert seen.root in text
    assert seen.fingerprint in text
    done = subprocess.run(
        [*MAIN, "verify", str(folder.package), "--root", seen.root, "--key", seen.fingerprint],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "matches the paper")
    wrong = subprocess.run(
        [*MAIN, "verify", str(folder.package), "--root", "0" * 64],
        capture_output=True,
        text=True,
        check=False,
    )
    assert wrong.returncode == 1


def test_again_over_its_own_work_and_never_over_anothers(xserver: XServer, folder: Folder) -> None:
    (folder.path / "notes.txt").write_text("mine", encoding="utf-8")
    refused = subprocess.run(
        [*MAIN, "demo", "--out", str(folder.path)], capture_output=True, text=True, check=False
    )
    (folder.path / "notes.txt").unlink()
    assert refused.returncode == 2
    assert len(refused.stderr.splitlines()) == 1
    assert folder.report.exists()


@pytest.mark.parametrize("verb", ["report", "package"])
def test_the_vault_exports_again_without_a_window(folder: Folder, tmp_path: Path, verb: str) -> None:
    out = tmp_path / "again"
    secret = ["--passphrase-file", str(folder.passphrase_file)]
    command = [*MAIN, verb, str(folder.vault), "--out", str(out), *secret, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sha256"] == sha256_of(out.read_bytes())
