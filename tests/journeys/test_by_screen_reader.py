# SPDX-License-Identifier: MIT
"""The main job by ear: from Start to the saved report, found by role and name only, over the real bus.

Nothing here knows an object of the window, a place on the screen or a picture of it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from app.demo.cast import staged
from app.guide.guides import Guides
from app.i18n import translator
from app.identify.platforms import Catalogue
from app.paths import resources
from app.words import Words
from tests.journeys.conftest import FOLDERS
from tests.robots.screen_reader import ScreenReader
from tests.screen.spoken_bus import SpokenBus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.screen.xserver import XServer

pytestmark = pytest.mark.journey

PASSPHRASE = "plover anvil quartz nine"  # noqa: S105 - of a test
SKYPE_ID = "live:.cid.8f3a1b2c4d5e6f70"
NAME = "Amélie Laurent"
LEAVE_S, MAKE_S = 20, 60
FILE_NAME, SAVE = "File name:", "Save"  # of Qt's own dialog


@pytest.fixture
def words() -> Words:
    return Words.load(resources() / "words" / "en", translator(resources() / "locale", "en"))


@pytest.fixture
def heard(xserver: XServer, tmp_path: Path) -> Iterator[ScreenReader]:
    """The program runs by itself, as a person starts it, and is listened to."""
    environ = dict(os.environ)
    for name, folder in FOLDERS.items():
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        environ[name] = str(tmp_path / folder)
    press = partial(xserver.run, "xdotool", "key")
    with SpokenBus(tmp_path) as bus, ScreenReader(bus.address, press) as reader:
        program = subprocess.Popen((sys.executable, "main.py"), env=environ | bus.environ)
        yield reader
        program.terminate()
        program.wait(LEAVE_S)


def test_the_main_job_is_done_by_ear(
    heard: ScreenReader, words: Words, xserver: XServer, tmp_path: Path
) -> None:
    begin_a_case(heard, words, xserver)
    with staged("profile"):
        take_the_screen(heard, words)
    note_the_identifier(heard, words)
    place = tmp_path / "stick" / "document.pdf"
    place.parent.mkdir()
    save_the_report(heard, words, place)
    pages = [page.extract_text() for page in PdfReader(place).pages]
    assert SKYPE_ID in pages[0]
    assert NAME in pages[0]
    assert any("EX/1" in text for text in pages[1:])


def begin_a_case(heard: ScreenReader, words: Words, xserver: XServer) -> None:
    """Three questions and a passphrase; the country is typed, as one does in a list."""
    heard.press(words("welcome.start"))
    for answer in ("questions.q1.no", "questions.q2.no"):
        heard.press(words(answer))
    heard.tab_to(f"{words('questions.q3')} {words('country.choose')}")
    xserver.run("xdotool", "type", "England")
    heard.find(f"{words('questions.q3')} England")
    heard.press(words("questions.go"))
    heard.write(words("lock.field"), PASSPHRASE)
    heard.write(words("passphrase.again"), PASSPHRASE)
    heard.waits_for_announcement(words("passphrase.same"))
    heard.press(words("passphrase.go"))


def take_the_screen(heard: ScreenReader, words: Words) -> None:
    """The bar floats over another program; that the picture is stored is said."""
    heard.press(words("window.picture"))
    heard.press(words("bar.screen"))
    heard.waits_for_announcement(words("look.saved", ref="EX/1"))
    heard.press(words("look.keep"))


def note_the_identifier(heard: ScreenReader, words: Words) -> None:
    """It is found in the picture; who cannot see it types it, and is told that it looks right."""
    [step] = [one for one in Guides.load(resources() / "guides" / "en") if one.id == "identify"]
    skype = Catalogue.load(resources() / "platforms")["skype"]
    heard.press(step.title)
    heard.press(step.button)
    heard.find(step.title, "panel")
    heard.waits_for(lambda: heard.name_of_focus == step.title, "the name of the page by its focus")
    if heard.hears(words("id.page.not")) is not None:
        heard.press(words("id.page.not"))
    heard.write(skype.field, SKYPE_ID)
    heard.write(words("id.form.name"), NAME)
    heard.press(words("id.page.keep"))
    heard.waits_for_announcement(words("id.page.stored"))


def save_the_report(heard: ScreenReader, words: Words, place: Path) -> None:
    """What to know first, where to, and that it was saved."""
    heard.press(words("window.report"))
    heard.press(words("report.page.pdf"), within_s=MAKE_S)
    heard.press(words("report.page.pdf.where"))
    heard.write(FILE_NAME, str(place))
    heard.press(SAVE)
    heard.waits_for_announcement(words("report.page.pdf.saved"))
