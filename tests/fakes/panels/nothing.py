# SPDX-License-Identifier: MIT
"""Panels with nothing to find: links, buttons and the word Skype, but no identifier of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.panels.furniture import VERBS, bubbles, buttons, page_ground, sidebar, title_bar
from tests.fakes.panels.profiles import random_screen
from tests.fakes.panels.setting import Panel
from tests.fakes.panels.words import LINKS, PLACES, SAID

if TYPE_CHECKING:
    from tests.fakes.panels.setting import Setting

NEWS = (
    "Skype is closing in May", "Download Skype for Windows", "Microsoft ends Skype after 21 years",
    "Read more",
    "How to move to Teams", "Sign in to Skype", "Skype support", "Terms of use", "Privacy and cookies",
)  # fmt: skip


def chat(setting: Setting, seed: int) -> Panel:
    """Draw a whole screen of a chat with links."""
    canvas = setting.canvas(*random_screen(setting))
    sidebar(canvas, setting)
    bubbles(canvas, setting, 300)
    return Panel(canvas.image, "chat", seed, None)


def page(setting: Setting, seed: int) -> Panel:
    """Draw a page about Skype, with links."""
    random, canvas = setting.random, setting.canvas(800, 520)
    page_ground(canvas, setting)
    top = 30.0
    for _ in range(9):
        is_link = random.random() < 0.5
        text = random.choice([*NEWS, *(LINKS if is_link else SAID)])
        size = random.choice([13, 14, 16, 22])
        canvas.text((40, top), text, size, setting.blue if is_link else setting.ink)
        top += size * 2 + 12
    return Panel(canvas.image, "page", seed, None)


def profile(setting: Setting, seed: int) -> Panel:
    """Draw a profile that shows no ID: a name, a place, links and buttons."""
    random, canvas = setting.random, setting.canvas(420, 360)
    title_bar(canvas, setting, random.choice(["Skype", "Profile", setting.name]))
    canvas.disc((60, 90), 34, (120, 170, 220))
    canvas.text((110, 66), setting.name, 20, setting.ink, is_bold=True)
    for index, (label, value) in enumerate(
        (("Location", random.choice(PLACES)), ("Language", "French"), ("Web", "www.example.com"))
    ):
        canvas.text((28, 146 + index * 30), label, 13, setting.quiet)
        canvas.text((150, 146 + index * 30), value, 13, setting.blue if label == "Web" else setting.ink)
    canvas.text((28, 250), random.choice(VERBS), 13, setting.blue)
    buttons(canvas, setting, 28, 300)
    return Panel(canvas.image, "profile", seed, None)


def settings(setting: Setting, seed: int) -> Panel:
    """Draw a page of settings with blue headings and switches."""
    random, canvas = setting.random, setting.canvas(640, 420)
    for index in range(7):
        top = 24 + index * 54
        canvas.text(
            (32, top),
            random.choice(["General", "Audio and video", "Privacy", "Skype updates", "About"]),
            15,
            setting.blue,
        )
        canvas.text((32, top + 22), random.choice(SAID), 12, setting.quiet)
        canvas.rect((560, top, 600, top + 20), setting.blue, 10)
    return Panel(canvas.image, "settings", seed, None)


NOTHING = (chat, page, profile, settings)
