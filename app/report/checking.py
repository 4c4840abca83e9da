# SPDX-License-Identifier: MIT
"""How an officer checks the package against this page, and the page's place for a signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.hashing import grouped
from app.report.forms import tick_box, to_write
from app.report.layout import LEFT, WIDTH
from app.report.tables import field
from app.report.text import BODY, CODE, FINGERPRINT, H2, INK, Span, one_line

if TYPE_CHECKING:
    from app.report.layout import Sheet

STEP = 18.0  # from the number of a step to its words
STEP_WITH_COMMAND = 4
LABEL = 84.0

# The systems' own commands. Source: Microsoft (Get-FileHash, certutil), shasum(1), sha256sum(1).
COMMANDS = {
    "windows": ("Get-FileHash -Algorithm SHA256 FILE", "certutil -hashfile FILE SHA256"),
    "mac": ("shasum -a 256 -c manifest-sha256.txt", "shasum -a 256 -c tagmanifest-sha256.txt"),
    "linux": ("sha256sum -c manifest-sha256.txt", "sha256sum -c tagmanifest-sha256.txt"),
}

# Source: openssl-ts(1). The root is the authority's own, which every system has too.
OUTSIDE = (
    "cd data/log/anchors",
    "openssl ts -verify -data {n:04}.txt -in {n:04}.tsr",
    "  -CAfile {key}.pem",
)


def draw_checking(sheet: Sheet) -> None:
    """Draw the page."""
    writer = sheet.writer
    sheet.begin_page("checking", title=writer.plain("checking.title"))
    sheet.title("checking.title", writer.say("checking.lead"))
    sheet.heading(writer.say("checking.quick", H2), before=4)
    _steps(sheet)
    _box(sheet)
    sheet.heading(writer.say("checking.without", H2), before=9)
    with sheet.tagged("Table"):
        for system, commands in COMMANDS.items():
            value = [Span("\n".join(command.replace(" ", "\u00a0") for command in commands), CODE)]
            field(sheet, writer.say(f"checking.{system}", BODY.bold), value, label_width=LABEL)
        _outside(sheet)
    sheet.y += 3
    sheet.paragraph(writer.say("checking.both_lists"))
    at = sheet.dossier.prepared.utc
    sheet.heading(writer.say("checking.proves", H2), before=8)
    when = {"day": writer.full_day(at), "time": writer.clock(at), "zone": writer.zone(at)}
    sheet.paragraph(writer.say("checking.proves_text", **when))
    sheet.heading(writer.say("checking.not_proves", H2), before=8)
    sheet.paragraph(writer.say("checking.not_proves_text"))
    _sign(sheet)


def _outside(sheet: Sheet) -> None:
    """Draw how anyone checks the last time from outside, where there is one."""
    times = sheet.dossier.custody.outside
    if not times:
        return
    commands = [line.format(n=times[-1].n, key=times[-1].key) for line in OUTSIDE]
    value = [Span("\n".join(command.replace(" ", "\u00a0") for command in commands), CODE)]
    field(sheet, sheet.writer.say("checking.outside", BODY.bold), value, label_width=LABEL)


def _steps(sheet: Sheet) -> None:
    """Draw the numbered steps; the command stands on a line of its own."""
    with sheet.tagged("L"):
        for n in range(1, 5):
            with sheet.tagged("LI"):
                _step(sheet, n)
            sheet.y += 1.5


def _step(sheet: Sheet, n: int) -> None:
    """Draw one step with its number."""
    writer = sheet.writer
    begin = sheet.y
    sheet.paragraph(writer.own(str(n), BODY.bold), width=STEP, kind="Lbl")
    sheet.y = begin
    with sheet.tagged("LBody"):
        sheet.paragraph(writer.say(f"checking.{n}"), x=LEFT + STEP, width=WIDTH - STEP)
        if n == STEP_WITH_COMMAND:
            sheet.paragraph(writer.say("checking.command", CODE), x=LEFT + STEP, width=WIDTH - STEP)


def _box(sheet: Sheet) -> None:
    """Draw root and key in full, and the words for a quick check."""
    writer, dossier = sheet.writer, sheet.dossier
    sheet.y += 5
    top = sheet.y
    sheet.y += 5
    values = (
        (writer.say("checking.root", BODY.bold, n=dossier.checkpoint.size), dossier.checkpoint.root),
        (writer.say("checking.key", BODY.bold), dossier.key_fingerprint),
    )
    for label, value in values:
        sheet.paragraph(label, x=LEFT + 9, after=1)
        for digits in grouped(value):
            sheet.lines([one_line(writer.fonts, [Span(digits, FINGERPRINT)])], LEFT + 9)
        sheet.y += 4
    words = " ".join(dossier.check_words)
    sheet.paragraph(writer.say("checking.words", words=words), x=LEFT + 9, width=WIDTH - 18, after=5)
    sheet.pen.frame(LEFT, top, WIDTH, sheet.y - top, line=1.2, colour=INK)


def _sign(sheet: Sheet) -> None:
    """Draw where the officer says what was found, and signs."""
    writer = sheet.writer
    sheet.heading(writer.say("checking.sign", H2), before=8, keep=66)
    sheet.paragraph(writer.say("checking.compared"), after=3)
    baseline = sheet.y + 12
    for x, key in ((LEFT, "same"), (LEFT + 108, "not_same")):
        with sheet.tagged("P"):
            tick_box(sheet, x, baseline)
            sheet.put(x + 18, baseline, writer.say(f"checking.{key}"))
    baseline += 27
    to_write(sheet, LEFT, baseline, writer.say("checking.officer"), 110)
    to_write(sheet, LEFT + 170, baseline, writer.say("checking.number"), 70)
    to_write(sheet, LEFT + 282, baseline, writer.say("checking.date_time"), 140)
    sheet.y = baseline + 8
