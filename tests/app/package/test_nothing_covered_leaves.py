# SPDX-License-Identifier: MIT
"""What is covered is in no byte that leaves: every picture and text of report, package and upload is read.

The same look finds all of it where nothing is covered, so that it is known to see.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from app.model import Demand, ExhibitFacts, ExhibitId, Rect, Sensitivity
from app.package.build import export, finish, seal
from app.package.order import prepare
from app.package.upload import seal_upload
from app.package.verify import verify
from app.redaction import cover
from app.report.scope import Scope
from app.search.values import ReadText
from tests.app.package.conftest import FACTS, _vault
from tests.fakes.acquisitions import acquisition
from tests.fakes.all_that_leaves import Found, look, speckled
from tests.fakes.clock import START, FakeClock
from tests.fakes.covered import finished, kept_run, pictured
from tests.fakes.scrolls import frame, page, picture, window

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.identify.platforms import Catalogue
    from app.vault import Vault

ONE, TWO = Rect(20, 100, 90, 44), Rect(180, 160, 100, 50)  # in the single picture: magenta, cyan
IN_PAGE, IN_FRAME = Rect(24, 330, 200, 40), Rect(24, 180, 200, 40)  # green; in the second frame
BENEATH, IN_RUN, NAKED, TYPED = "Quincehollow", "Zanderforth", "Marrowgate", "Typedbythem"
TITLE = "Wrexholme"
SECRET = (BENEATH, IN_RUN, NAKED, TITLE)


@dataclass(frozen=True)
class Case:
    """A vault with a picture, a conversation and an intimate picture, and where what leaves it is written."""

    vault: Vault
    single: ExhibitId
    run: ExhibitId
    second: ExhibitId
    folder: Path
    catalogue: Catalogue
    clock: FakeClock

    def leave(self, name: str) -> Found:
        """Return what is found in all that can leave: package and report, upload, a part, several ZIPs."""
        out = self.folder / name
        out.mkdir()
        known = {"catalogue": self.catalogue, "clock": self.clock}
        built = [export(self.vault, out / "all.zip", report_pdf=out / "all.pdf", **known)]
        chosen = Scope(frozenset({"TJH/1", "TJH/2"}))
        built.append(export(self.vault, out / "chosen.zip", scope=chosen, **known))
        for make, place in ((seal_upload, out / "upload"), (seal, out / "split.zip")):
            more = {"limit": 600_000} if make is seal else {}
            with closing(prepare(self.vault, **known)) as order:
                finish(self.vault, order, make(order, place, **more))
        for package in (*sorted(out.glob("split*.zip")), *(one.path for one in built)):
            assert verify(package).findings == ()
        assert len(list(out.glob("split*.zip"))) > 1
        return look([out], (*SECRET, TYPED))


@pytest.fixture
def case(tmp_path: Path, catalogue: Catalogue) -> Iterator[Case]:
    clock = FakeClock()
    vault = _vault(tmp_path / "case.safehold", clock, FACTS)
    single = vault.add_exhibit(_single(), thumbnail=b"small").id
    vault.keep_texts(single, [ReadText(ONE, BENEATH, 980)], "a reader")
    chat = page(2000, 7)
    chat[IN_PAGE.y : IN_PAGE.y + IN_PAGE.height, IN_PAGE.x : IN_PAGE.x + IN_PAGE.width] = speckled(
        IN_PAGE.height, IN_PAGE.width, "green", 3
    )
    run = finished(vault, kept_run(vault, [frame(window(chat, top)) for top in (0, 150, 280)]))
    for n, top in enumerate((330, 180, 50)):
        line = ReadText(Rect(30, top + 5, 150, 20), f"{IN_RUN} 14", 980)
        vault.keep_texts(run.originals[n].id, [line], "a reader")
    naked = pictured(acquisition(), frame(speckled(300, 320, "yellow", 4)))
    held = vault.add_exhibit(naked)
    vault.keep_texts(held.id, [ReadText(ONE, NAKED, 980)], "a reader")
    vault.revise_exhibit(held.id, ExhibitFacts(sensitivity=Sensitivity.INTIMATE))
    vault.add_exhibit(_single(), thumbnail=b"small")  # the same window, captured twice
    for seed in (1, 2):
        vault.add_exhibit(pictured(acquisition(), frame(picture(400, 320, seed) & 0xFF3F3F3F)))
    vault.add(Demand("threat", TYPED, START, exhibit=single, rect=Rect(10, 90, 80, 40)))
    vault.add(Demand("money", "pay", START, exhibit=run.originals[1].id, rect=Rect(10, 170, 150, 40)))
    yield Case(vault, single, run.id, run.originals[1].id, tmp_path, catalogue, clock)
    vault.close()


def _single():
    shown = page(300, 1)
    for place, hue in ((ONE, "magenta"), (TWO, "cyan")):
        block = speckled(place.height, place.width, hue, 5)
        shown[place.y : place.y + place.height, place.x : place.x + place.width] = block
    return pictured(acquisition(title=f"Chat with {TITLE}"), frame(shown))


def test_the_look_finds_all_of_it_where_nothing_is_covered(case: Case) -> None:
    found = case.leave("bare")
    assert set(found.hues) == {"magenta", "cyan", "green"}
    assert set(found.words) == {IN_RUN, TITLE, TYPED}
    assert _kinds(found.hues["green"]) >= {"image", "page", "exhibits", "derivatives", "upload"}
    assert _kinds(found.hues["magenta"]) >= {"image", "page", "exhibits", "upload"}
    assert _kinds(found.words[IN_RUN]) >= {"object"}
    assert _kinds(found.words[TITLE]) >= {"exhibits", "read by position", "read by another"}


def _kinds(names: set[str]) -> set[str]:
    """Where something was found: a folder of the package, a layer of a report, an upload."""
    kinds = {name.split(": ")[1].rstrip(" 0123456789") for name in names if ": " in name}
    kinds |= {name.split("/")[-2] for name in names if "/" in name and ": " not in name}
    return kinds | ({"upload"} if any(name[:2].isdigit() and "png" in name for name in names) else set())


def test_nothing_of_it_leaves_once_it_is_covered_and_covered_anew(case: Case) -> None:
    cover(case.vault, case.single, {case.single: [ONE]})
    cover(case.vault, case.run, {case.second: [IN_FRAME]})
    first = case.leave("covered")
    assert set(first.hues) == {"cyan"}
    assert set(first.words) == {TYPED}
    cover(case.vault, case.single, {case.single: [ONE, TWO]})
    more = case.leave("covered more")
    assert more.hues == {}
    assert set(more.words) == {TYPED}
    cover(case.vault, case.single, {case.single: [TWO]})
    assert set(case.leave("another box").hues) == {"magenta"}
