# SPDX-License-Identifier: MIT
"""Panels that hold one Skype ID: six layouts, each drawn in many ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.panels.furniture import bubbles, buttons, page_ground, sidebar, title_bar
from tests.fakes.panels.setting import Panel
from tests.fakes.panels.words import LINKS, PLACES, cid, nick

if TYPE_CHECKING:
    from app.identify.values import Box
    from tests.fakes.panels.ink import Canvas
    from tests.fakes.panels.setting import Setting


def dialog(setting: Setting, seed: int) -> Panel:
    """Draw the profile of the old window: rows of label and value, the ID blue beside the word."""
    random, canvas = setting.random, setting.canvas(460, 380)
    title_bar(canvas, setting, f"Profile of {setting.name}")
    canvas.disc((60, 90), 34, random.choice([(200, 215, 230), (90, 140, 200), (230, 180, 160)]))
    canvas.text(
        (110, 62), setting.name, random.choice([17, 20, 22]), setting.ink, is_bold=random.random() < 0.5
    )
    canvas.text((110, 92), random.choice(["Available", "Last seen 2 days ago", "Hi :)"]), 12, setting.quiet)
    rows = [
        ("Birthday", "4 May 1999"),
        ("Location", random.choice(PLACES)),
        ("Gender", "Female"),
        ("Mobile", "+63 917 555 0142"),
    ]
    random.shuffle(rows)
    rows.insert(random.randrange(3), (setting.label, setting.value))
    column, size = random.choice([120, 140, 160]), random.choice([11, 12, 13, 14])
    box = None
    for index, (label, value) in enumerate(rows):
        top = 146 + index * random.choice([26, 26, 27])
        canvas.text((28, top), label, size, setting.quiet)
        is_id = value == setting.value
        drawn = canvas.text((28 + column, top), value, size, setting.blue if is_id else setting.ink)
        box = drawn if is_id else box
    buttons(canvas, setting, 28, 320)
    return _panel(canvas, setting, seed, "dialog", box)


def card(setting: Setting, seed: int) -> Panel:
    """Draw a card whose label stands above the ID."""
    random, canvas = setting.random, setting.canvas(360, 420)
    canvas.rect((0, 0, 360, 110), random.choice([(0, 120, 212), (0, 175, 240), (43, 87, 154), (60, 60, 70)]))
    canvas.disc((180, 112), 40, (210, 220, 230))
    size = random.choice([16, 18, 20])
    width = canvas.width_of(setting.name, size, is_bold=True)
    canvas.text(((360 - width) / 2, 160), setting.name, size, setting.ink, is_bold=True)
    top = 210
    for label, value in (
        (setting.label, setting.value),
        ("Location", random.choice(PLACES)),
        ("Language", "English"),
    ):
        canvas.text((32, top), label, 11, setting.quiet)
        colour = setting.blue if label == setting.label else setting.ink
        drawn = canvas.text((32, top + 18), value, random.choice([13, 14, 15]), colour)
        box = drawn if label == setting.label else box  # noqa: F821 - the label comes first
        top += 58
    buttons(canvas, setting, 32, 382)
    return _panel(canvas, setting, seed, "card", box)


def inline(setting: Setting, seed: int) -> Panel:
    """Draw label and ID in one line with a colon, within a page of text."""
    random, canvas = setting.random, setting.canvas(640, 300)
    page_ground(canvas, setting)
    canvas.text((40, 24), setting.name, 21, setting.ink, is_bold=True)
    canvas.text((40, 58), f"Added on {random.randrange(1, 28)} March 2024", 12, setting.quiet)
    size = random.choice([12, 13, 14, 15])
    label = setting.label + random.choice([":", ": ", " :"])
    canvas.text((40, 96), label, size, setting.ink)
    left = 40 + canvas.width_of(label + " ", size)
    box = canvas.text((left, 96), setting.value, size, setting.blue)
    for index in range(random.randrange(2, 5)):
        canvas.text(
            (40, 134 + 30 * index),
            random.choice(LINKS) if random.random() < 0.5 else "Send a message",
            13,
            setting.blue,
        )
    return _panel(canvas, setting, seed, "inline", box)


def grey(setting: Setting, seed: int) -> Panel:
    """Draw the pane of the last Skype: nothing is blue but links and buttons, the ID is grey or black."""
    random, canvas = setting.random, setting.canvas(400, 620)
    canvas.disc((200, 90), 48, random.choice([(0, 120, 212), (150, 180, 210)]))
    width = canvas.width_of(setting.name, 19, is_bold=True)
    canvas.text(((400 - width) / 2, 152), setting.name, 19, setting.ink, is_bold=True)
    canvas.text((150, 182), "Start new group", 12, setting.blue)
    canvas.text((24, 226), "PROFILE", 11, setting.quiet, is_bold=True)
    top, box = 252, None
    rows = [(setting.label, setting.value), ("Location", random.choice(PLACES)), ("Birthday", "14 February")]
    for label, value in rows:
        canvas.text((64, top), label, 12, setting.quiet)
        colour = random.choice([setting.ink, setting.quiet]) if label == setting.label else setting.ink
        drawn = canvas.text((64, top + 18), value, 14, colour)
        box = drawn if label == setting.label else box
        top += 56
    for text in ("Notifications", "Find in chat", "View contact card", "Report abuse"):
        canvas.text((64, top + 10), text, 14, setting.blue if random.random() < 0.4 else setting.ink)
        top += 38
    return _panel(canvas, setting, seed, "grey", box, is_blue=False)


def popup(setting: Setting, seed: int) -> Panel:
    """Draw a whole screen: a chat full of links, and over it the profile."""
    random, canvas = setting.random, setting.canvas(*random_screen(setting))
    sidebar(canvas, setting)
    bubbles(canvas, setting, 300)
    left, top = random.uniform(320, canvas.width - 520), random.uniform(60, canvas.height - 330)
    canvas.rect((left - 1, top - 1, left + 421, top + 261), setting.quiet, 8)
    canvas.rect((left, top, left + 420, top + 260), setting.ground, 8)
    canvas.disc((left + 50, top + 56), 30, (120, 170, 220))
    canvas.text((left + 96, top + 32), setting.name, 18, setting.ink, is_bold=random.random() < 0.6)
    canvas.text((left + 96, top + 60), random.choice(PLACES), 12, setting.quiet)
    canvas.text((left + 24, top + 112), setting.label, 13, setting.quiet)
    gap = canvas.width_of(setting.label, 13) + random.choice([16, 30, 50])
    box = canvas.text((left + 24 + gap, top + 112), setting.value, 13, setting.blue)
    canvas.text((left + 24, top + 140), "Phone", 13, setting.quiet)
    canvas.text((left + 24 + gap, top + 140), "+44 7700 900123", 13, setting.ink)
    buttons(canvas, setting, left + 24, top + 206)
    return _panel(canvas, setting, seed, "popup", box)


def table(setting: Setting, seed: int) -> Panel:
    """Draw a list of contacts whose column is headed by the label; one of them is marked as theirs."""
    random, canvas = setting.random, setting.canvas(760, 260)
    page_ground(canvas, setting)
    columns = (30, 250, 560)
    for left, text in zip(columns, ("Name", setting.label, "Added"), strict=True):
        canvas.text((left, 34), text, 13, setting.quiet, is_bold=True)
    canvas.rect((30, 60, 730, 61.5), setting.quiet)
    canvas.text((columns[0], 74), setting.name, 14, setting.ink)
    box = canvas.text((columns[1], 74), setting.value, 14, setting.blue)
    canvas.text((columns[2], 74), f"{random.randrange(1, 28)}/03/2024", 14, setting.ink)
    canvas.text((30, 200), "Download all", 13, setting.blue)
    return _panel(canvas, setting, seed, "table", box)


def teams(setting: Setting, seed: int) -> Panel:
    """Draw a viewer of exported chats: the ID stands under the name, with the word before it, in blue."""
    random, canvas = setting.random, setting.canvas(900, 420)
    canvas.rect((0, 0, 240, 420), tuple(max(0, each - 12) for each in setting.ground))  # type: ignore[arg-type]
    for index in range(6):
        canvas.text((20, 30 + index * 52), nick(random).title().replace("_", " "), 14, setting.ink)
        canvas.text((20, 50 + index * 52), f"{random.randrange(2, 90)} messages", 11, setting.quiet)
    canvas.text((280, 24), setting.name, 20, setting.ink, is_bold=True)
    canvas.text((280, 60), setting.label, 12, setting.quiet)
    left = 280 + canvas.width_of(setting.label, 12) + 12
    box = canvas.text((left, 60), setting.value, 12, setting.blue)
    for index in range(6):
        link = random.random() < 0.4
        canvas.text(
            (280, 110 + index * 40),
            random.choice(LINKS) if link else f"Call ended, {cid(random)[-5:]}",
            13,
            setting.blue if link else setting.ink,
        )
    return _panel(canvas, setting, seed, "teams", box)


PROFILES = (dialog, card, inline, grey, popup, table, teams)


def random_screen(setting: Setting) -> tuple[float, float]:
    """Return the size of a screen in points, so that its pixels are those of common screens."""
    width, height = setting.random.choice([(1366, 768), (1920, 1080), (1920, 1080), (2560, 1440)])
    return max(1000, width / setting.scale), max(560, height / setting.scale)


def _panel(
    canvas: Canvas, setting: Setting, seed: int, layout: str, box: Box | None, *, is_blue: bool = True
) -> Panel:
    return Panel(canvas.image, layout, seed, setting.value, box, setting.name, is_blue=is_blue)
