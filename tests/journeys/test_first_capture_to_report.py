# SPDX-License-Identifier: MIT
"""From the first start to the saved report, in the real window, with the real pointer, on a real screen.

What is on paper and in the picture is compared with what another program saw on the screen; then
everything the journey wrote is looked through for what must stay in the vault.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QRect

from app.clock import SystemClock
from app.demo.cast import staged
from app.hashing import sha256_of
from app.model import Account, Provenance, Rect
from app.package.verify import verify
from app.vault import Vault
from tests.robots.second_tool import desktop, part
from tests.robots.window import WindowRobot

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from app.demo.cast import Stage
    from app.model import Exhibit
    from tests.journeys.conftest import Places
    from tests.screen.xserver import XServer
    from ui.application import Started

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
SKYPE_ID = "live:.cid.8f3a1b2c4d5e6f70"
DISPLAY_NAME = "Amélie Laurent"
PLANTED = (PASSPHRASE, SKYPE_ID, DISPLAY_NAME, "plover anvil", "8f3a1b2c4d5e6f70", "Laurent")
BLUE = (0x0B, 0x5F, 0xCC)


def test_from_first_start_to_the_saved_report(
    started: Started, qtbot: QtBot, xserver: XServer, places: Places, tmp_path: Path
) -> None:
    robot = WindowRobot(qtbot, started)
    robot.begin_a_case(PASSPHRASE)

    with staged("profile") as stage:
        seen = part(desktop(tmp_path / "seen.png"), stage.area)
        bar = robot.take_pictures(xserver)
        exhibit = bar.take_window_at(stage.area.x + 60, stage.area.y + 300)
    id_box = within(exhibit, stage)

    review = robot.review()
    review.uncover()
    review.answer("can_see_name", "yes")
    review.keep()

    find_the_identifier(robot)

    robot.go_to("report")
    report = robot.report()
    report.is_made()
    pdf, package = places.stick / "report.pdf", places.stick / "package.zip"
    report.hand_over("save", pdf)
    report.hand_over("pack", package)
    lock(started, qtbot)

    check_the_paper(pdf, package, exhibit)
    check_the_vault(started.context.folder, exhibit, seen, stage, id_box)
    assert found_on_disk([places.home, places.tmp]) == []
    assert {one.name for one in places.stick.iterdir()} == {"report.pdf", "package.zip"}


def find_the_identifier(robot: WindowRobot) -> None:
    """It is found in the picture; a display name is caught kindly, and the pasted identifier agrees."""
    robot.go_to("steps")
    robot.steps().open_step("identify")
    page = robot.identify()
    assert page.is_found() == SKYPE_ID
    caught = page.paste_beside(DISPLAY_NAME)
    words = robot.context.catalogue["skype"]
    assert any(catch.title in caught for catch in words.catches), caught
    assert "invalid" not in caught.lower()
    assert "Both agree" in page.paste_beside(SKYPE_ID)
    page.use_name()
    kept = page.keep().fact
    assert (kept.stable_id, kept.read_as, kept.pasted) == (SKYPE_ID, SKYPE_ID, SKYPE_ID)
    assert kept.provenance is Provenance.READ_AND_PASTED
    assert [name.name for name in kept.display_names] == [DISPLAY_NAME]


def within(exhibit: Exhibit, stage: Stage) -> Rect:
    """Return where the identifier stands in the picture, with a margin as a person would draw it."""
    assert exhibit.record.screen is not None
    assert stage.id_area is not None
    taken, area = exhibit.record.screen.rect_physical, stage.id_area
    return Rect(area.x - taken.x - 6, area.y - taken.y - 6, area.width + 12, area.height + 12)


def lock(started: Started, qtbot: QtBot) -> None:
    """Lock as the idle clock does; everything is closed."""
    with qtbot.waitSignal(started.context.session.locked, timeout=15_000):
        started.leaving.lock("idle")


def check_the_paper(pdf: Path, package: Path, exhibit: Exhibit) -> None:
    """Page 1 has the identifier; root and key on paper open the way to the best verdict."""
    pages = [page.extract_text() for page in PdfReader(pdf).pages]
    assert SKYPE_ID in pages[0]
    assert DISPLAY_NAME in pages[0]
    bare = "".join("".join(pages).split())
    assert exhibit.sha256 in bare
    found = verify(package)
    assert str(found.verdict) == "agrees with itself", found.findings
    assert verify(package, root=found.root, key=found.fingerprint).verdict == "matches the paper"
    with zipfile.ZipFile(package) as bag:
        [name] = [one for one in bag.namelist() if one.endswith(".pdf")]
        inside = PdfReader(io.BytesIO(bag.read(name)))
        assert SKYPE_ID in inside.pages[0].extract_text()
        [original] = [one for one in bag.namelist() if one.endswith(".png")]
        assert sha256_of(bag.read(original)) == exhibit.sha256


def check_the_vault(folder: Path, exhibit: Exhibit, seen: Image.Image, stage: Stage, box: Rect) -> None:
    """The original has the pixels another program saw; the account points at the blue letters in it."""
    vault = Vault.open(folder, PASSPHRASE, clock=SystemClock(), tool="test")
    try:
        original = vault.original(exhibit.id)
        [account] = [entry.fact for entry in vault.entries(Account)]
    finally:
        vault.close("quit")
    picture = Image.open(io.BytesIO(original)).convert("RGB")
    assert exhibit.record.screen is not None
    taken = exhibit.record.screen.rect_physical
    client = Rect(stage.area.x - taken.x, stage.area.y - taken.y, stage.area.width, stage.area.height)
    assert part(picture, client).tobytes() == seen.tobytes()
    assert account.seen_in is not None
    assert account.seen_in.exhibit == exhibit.id
    drawn = account.seen_in.rect
    assert drawn is not None
    assert area(box).contains(area(drawn)), f"{drawn} was found for {box}"
    assert drawn.width > 0.8 * (box.width - 12)
    letters = part(picture, drawn).tobytes()
    blue = sum(pixel == BLUE for pixel in zip(letters[0::3], letters[1::3], letters[2::3], strict=True))
    assert blue > 50


def area(of: Rect) -> QRect:
    """Return a rectangle as Qt has it."""
    return QRect(of.x, of.y, of.width, of.height)


def found_on_disk(folders: list[Path]) -> list[str]:
    """Return every planted text that stands in clear in a file or a name, the vault's included."""
    found = []
    for path in (one for folder in folders for one in folder.rglob("*")):
        data = path.read_bytes() if path.is_file() else b""
        for text in PLANTED:
            forms = (text.encode(), text.encode("utf-16-le"), text.encode("latin-1"))
            if any(form in data for form in forms) or text in path.name:
                found.append(f"{text!r} in {path}")
    return found


def test_the_search_finds_what_is_planted(tmp_path: Path) -> None:
    """A search that cannot find anything would prove nothing."""
    (tmp_path / "note").write_bytes(b"\0\1" + DISPLAY_NAME.encode("utf-16-le"))
    (tmp_path / "quiet").write_bytes(b"nothing of the kind")
    assert [line.rpartition("/")[2] for line in found_on_disk([tmp_path])] == ["note", "note"]
