# SPDX-License-Identifier: MIT
"""What stands round an identifier and must never be taken for one: bars, buttons, links, chats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fakes.panels.words import FIRST, LINKS, SAID

if TYPE_CHECKING:
    from tests.fakes.panels.ink import Canvas
    from tests.fakes.panels.setting import Setting

VERBS = ("Send message", "Call", "Add to Contacts", "Close", "OK", "View Profile", "Video call", "Cancel")


def title_bar(canvas: Canvas, setting: Setting, text: str) -> None:
    """Draw the bar of a window, often blue."""
    colour = setting.random.choice([(0, 120, 215), (0, 99, 177), (243, 243, 243), (31, 31, 31)])
    canvas.rect((0, 0, canvas.width, 30), colour)
    canvas.text((12, 6), text, 12, (0, 0, 0) if sum(colour) > 600 else (255, 255, 255))


def buttons(canvas: Canvas, setting: Setting, left: float, top: float) -> None:
    """Draw a filled blue button, one with a blue edge, and words that are a link."""
    random = setting.random
    canvas.rect((left, top, left + 120, top + 30), setting.blue, random.choice([2, 6, 15]))
    canvas.text((left + 14, top + 6), random.choice(VERBS), 12, (255, 255, 255))
    if random.random() < 0.6:
        canvas.rect((left + 132, top, left + 240, top + 30), setting.blue, 4)
        canvas.rect((left + 133.5, top + 1.5, left + 238.5, top + 28.5), setting.ground, 3)
        canvas.text((left + 146, top + 6), random.choice(VERBS), 12, setting.blue)


def page_ground(canvas: Canvas, setting: Setting) -> None:
    """Draw the edge of a page."""
    canvas.rect((0, 0, canvas.width, 2), setting.quiet)


def sidebar(canvas: Canvas, setting: Setting) -> None:
    """Draw a list of chats at the left."""
    random = setting.random
    shade = tuple(max(0, each - 14) for each in setting.ground)
    canvas.rect((0, 0, 280, canvas.height), shade)  # type: ignore[arg-type]
    canvas.text((20, 14), "Skype", 16, setting.blue if random.random() < 0.5 else setting.ink, is_bold=True)
    for index in range(int(canvas.height - 60) // 62):
        top = 54 + index * 62
        canvas.disc((40, top + 22), 20, random.choice([(90, 150, 220), (210, 160, 150), (150, 200, 160)]))
        canvas.text((72, top + 4), random.choice(FIRST), 14, setting.ink, is_bold=random.random() < 0.3)
        canvas.text((72, top + 26), random.choice(SAID)[:24], 12, setting.quiet)


def bubbles(canvas: Canvas, setting: Setting, left: float) -> None:
    """Draw a conversation with links in it."""
    random = setting.random
    top = 20.0
    while top < canvas.height - 60:
        text = random.choice(LINKS) if random.random() < 0.25 else random.choice(SAID)
        width = canvas.width_of(text, 14) + 28
        is_own = random.random() < 0.4
        x = canvas.width - width - 30 if is_own else left + 30
        fill = setting.ground if random.random() < 0.3 else _bubble(setting, is_own=is_own)
        canvas.rect((x, top, x + width, top + 36), fill, 10)
        canvas.text((x + 14, top + 8), text, 14, setting.blue if text in LINKS else setting.ink)
        top += random.choice([46, 52, 70])


def _bubble(setting: Setting, *, is_own: bool) -> tuple[int, int, int]:
    if setting.is_dark:
        return (38, 68, 100) if is_own else (56, 58, 66)
    return (199, 237, 252) if is_own else (240, 244, 248)
