# SPDX-License-Identifier: MIT
"""A picture of every page in every look: ``python -m tests.shots FOLDER [PAGE]...``.

The case is the sample, its exhibits drawn by the demo's stage. To add a page, add a line to ``SHOTS``; the
panel beside a chat stands in ``tests.shots_panels``.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from app.model import Answer, CaseFacts, StepState, Under18
from app.paths import resources
from app.sample import Sample
from app.vault import Vault
from tests.fakes.clock import FakeClock
from tests.fakes.sample_run import add_run
from tests.fakes.sample_vault import fill
from tests.shot import Look, Shot
from tests.shots_found import FOUND, type_and_draw
from tests.shots_gallery import draw_gallery
from tests.shots_happened import HAPPENED
from tests.shots_help import HELP
from tests.shots_journey import JOURNEY
from tests.shots_offers import OFFERS
from tests.shots_outside_time import OUTSIDE_TIME
from tests.shots_package import PACKAGE
from tests.shots_panels import NAMES, panel
from tests.shots_payments import PAYMENTS
from tests.shots_people import PEOPLE
from tests.shots_redact import REDACT
from tests.shots_remove import REMOVE
from tests.shots_safe import SAFE
from tests.shots_said import SAID
from tests.shots_search import SEARCH
from tests.shots_send import SEND
from tests.shots_settings import SETTINGS
from tests.shots_settling import settle
from tests.shots_timeline import TIMELINE
from tests.shots_watch import WATCH
from tests.shots_wording import WORDING
from tests.shots_words_area import WORDS_AREA
from tests.visiting import visited, window_in
from ui.answers import FirstAnswers

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from ui.application import Started
    from ui.widgets.page import Page


LOOKS = (
    Look("light"),
    Look("dark", scheme="dark"),
    Look("contrast", scheme="contrast"),
    Look("200", text_percent=200, size=(1366, 768)),
    Look("rtl", is_rtl=True),
)


ANSWERS = FirstAnswers(CaseFacts(under_18=Under18.NO, country="England"), is_urgent=False)


def _answer(page: Page) -> None:
    page.under_18.choose("questions.q1.no")
    page.shared.choose("questions.q2.no")
    page.country.setCurrentIndex(1)


def _type_passphrase(page: Page) -> None:
    page.form.first.show_text.setChecked(True)
    page.form.first.set_text("violet kettle march otter")
    page.form.again.set_text("violet kettle march otter")


def _on_phone(page: Page, chip: str, typed: str) -> None:
    """Choose a platform and a phone, and type what was copied."""
    page.form.platforms.chips[chip].click()
    page.guide.devices.chips["phone"].click()
    page.form.identifier.set_text(typed)


def _other_app(page: Page, name: str, typed: str) -> None:
    page.form.platforms.chips["other"].click()
    page.form.other.set_text(name)
    page.form.identifier.set_text(typed)


def _first(started: Started) -> object:
    """Return the first exhibit of the case."""
    found: list[object] = []
    started.context.session.run(lambda vault: vault.exhibits(), owner=started.window, then=found.extend)
    settle(lambda: bool(found))
    return found[0]


def _run(started: Started) -> object:
    """Return the conversation with a gap."""
    found: list[object] = []
    started.context.session.run(lambda vault: vault.exhibits(), owner=started.window, then=found.extend)
    settle(lambda: bool(found))
    return next(one for one in found if one.run is not None and one.run.open_gaps)


def _row(page: Page, row: int) -> QModelIndex:
    return page.run.model.index(row)


def _look_closely(page: Page) -> None:
    """Show the picture and answer as in the mock: all there but the message before."""
    page.picture.show_button.click()
    for row, answer in zip(page.rows.values(), (Answer.YES, Answer.YES, Answer.NO), strict=True):
        row.buttons[answer].click()


SHOTS: dict[str, Shot] = {
    "01-welcome": Shot("welcome", is_open=False),
    "02-questions": Shot("questions", act=_answer, is_open=False),
    "02b-shared": Shot("shared", lambda _: ANSWERS, is_open=False),
    "02c-under18": Shot("under18", lambda _: ANSWERS, is_open=False),
    "03-passphrase": Shot(
        "passphrase", lambda _: ANSWERS, act=_type_passphrase, is_open=False, settle_ms=900
    ),
    "03b-recovery": Shot("recovery", act=lambda page: page.make.click(), settle_ms=2_000),
    "04-steps": Shot("steps"),
    "04b-step": Shot("steps", lambda _: "identify"),
    "08c-clock": Shot("clock"),
    "06-review": Shot("review", _first),
    "06b-review-answered": Shot("review", _first, act=_look_closely, settle_ms=800),
    "07-identify": Shot("identify", act=type_and_draw, settle_ms=800),
    "07b-identify-name": Shot("identify", act=lambda page: page.form.identifier.set_text("Amélie Laurent")),
    "07d-identify-closed": Shot("identify", act=lambda page: page.guide.show_routes.click()),
    "07f-identify-phone": Shot("identify", act=lambda page: _on_phone(page, "whatsapp", "07911 123456")),
    "07g-identify-discord": Shot(
        "identify", act=lambda page: _on_phone(page, "discord", "175928847299117063")
    ),
    "07h-identify-other": Shot("identify", act=lambda page: _other_app(page, "Tinder", "Amelie, 27")),
    "07e-words-only": Shot("words_only", settle_ms=600),
    "08-evidence": Shot("evidence", settle_ms=800),
    "09-exhibit": Shot("exhibit", _first, settle_ms=800),
    "08c-evidence-run": Shot("evidence", settle_ms=900),
    "09b-exhibit-run": Shot("exhibit", _run, settle_ms=800),
    "09c-exhibit-run-gap": Shot("exhibit", _run, act=lambda page: page.run.frames.choose(_row(page, 5))),
    "09d-exhibit-run-joined": Shot("exhibit", _run, act=lambda page: page.run.frames.choose(_row(page, 0))),
    "10-facts": Shot("facts", settle_ms=600),
    "11-report": Shot("report", settle_ms=5_000),
    "11b-report-print": Shot(
        "report", act=lambda page: page.handing_over.buttons["print"].click(), settle_ms=5_000
    ),
    "12-help": Shot("help"),
    "14-lock": Shot("lock", is_open=False),
    "14b-lock-help": Shot("lock", act=lambda page: page.help.click(), is_open=False),
    "14c-lock-code": Shot("lock", act=lambda page: page.other.click(), is_open=False),
}
DONE = ("safe", "stop", "profile", "threat")


SHOTS |= {name: Shot("identify", act=act) for name, act in FOUND.items()}
SHOTS |= PACKAGE | PEOPLE | PAYMENTS | SAID | TIMELINE | WATCH | SEARCH | OFFERS
SHOTS |= JOURNEY | HAPPENED | HELP | SAFE | REMOVE | OUTSIDE_TIME | REDACT | WORDING | SEND
SHOTS |= SETTINGS | WORDS_AREA


def shoot(
    app: QApplication,
    vault: Path,
    sample: Sample,
    look: Look,
    out: Path,
    wanted: tuple[list[str], list[str]],
) -> None:
    """Every wanted page, and every panel with a wanted word in its name, stands in the folder in one look."""
    shots = {name: SHOTS[name] for name in wanted[0]}
    with window_in(app, vault, look) as started:
        for name in visited(started, sample.passphrase, shots):
            started.window.grab().save(str(out / f"{name}-{look.name}.png"))
        _draw_parts(app, started, look, out, wanted[1])


def _draw_parts(app: QApplication, started: Started, look: Look, out: Path, parts: list[str]) -> None:
    """The panels beside a chat, and the gallery, stand in the folder if a word of their name is wanted."""
    for name in (one for one in NAMES if any(part in one for part in parts)):
        made = panel(name, started.context)
        settle(limit_ms=60)
        made.grab().save(str(out / f"{name}-{look.name}.png"))
        made.hide()
    if any("gallery" in part for part in parts):
        draw_gallery(app, started.context, look, out)


def _mark_done(vault: Path, sample: Sample) -> None:
    """Four steps are done, as in the drawing of the steps page; and there are three conversations."""
    clock = FakeClock(start=sample.prepared_at)
    opened = Vault.open(vault, sample.passphrase, clock=clock, tool="safehold/0.1.0")
    for step in DONE:
        opened.add(StepState(step=step, state="done", at=sample.prepared_at))
    add_run(opened, 12)
    add_run(opened, 7, gap_after=4, run_id="ab" * 16)
    add_run(opened, 5, run_id="cd" * 16, is_finished=False)
    opened.close()


def main(argv: list[str]) -> int:
    """Write the pictures; return 0."""
    out = Path(argv[0] if argv else "build/shots")
    wanted = [name for name in SHOTS if not argv[1:] or any(part in name for part in argv[1:])]
    out.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    app.setQuitOnLastWindowClosed(False)
    sample = Sample.load(resources() / "sample" / "case.toml")
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "case.safehold"
        fill(vault, sample)
        _mark_done(vault, sample)
        for look in LOOKS:  # each has the case as it was: what one look removes is there in the next
            own = Path(shutil.copytree(vault, Path(folder) / look.name / vault.name))
            shoot(app, own, sample, look, out, (wanted, argv[1:] or ["strip", "gallery"]))
    app.clipboard().clear()  # before Python goes: the offscreen one lets go of it after that, and crashes
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
