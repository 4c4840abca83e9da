# SPDX-License-Identifier: MIT
"""Profiles as a browser draws them: many sections of one page, photographed at once and cut apart."""

from __future__ import annotations

import html
import subprocess
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from tests.fakes.panels.ink import file_of
from tests.fakes.panels.setting import Panel
from tests.fakes.panels.words import FIRST, LABELS, LINKS, PLACES, SAID, skype_id
from tests.screen.scrolling.browser import program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTH, HEIGHT = 760, 400  # of one section, in CSS pixels
TIMEOUT_S = 60
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-component-update",
    "--hide-scrollbars",
    "--disable-breakpad",
)
THEMES = (
    "--g:#fff; --i:#222; --q:#777; --b:#0078d4",
    "--g:#f3f6fb; --i:#000; --q:#666; --b:#0b57d0",
    "--g:#1f1f1f; --i:#eee; --q:#a0a4ab; --b:#4cc2ff",
    "--g:#2b2d31; --i:#fff; --q:#b5bac1; --b:#6ab0ff",
)
FONTS = ("Open", "Roboto", "Noto", "Inter", "Source", "DejaVu Sans", "Nimbus Sans")
STYLE = """
* { box-sizing: border-box } body { margin: 0 }
section { position: absolute; left: 0; overflow: hidden; padding: 24px }
section { background: var(--g); color: var(--i) }
a, .id { color: var(--b); text-decoration: none } a.u { text-decoration: underline }
dt { color: var(--q) } .rows { display: grid; grid-template-columns: 140px 1fr; gap: 10px } dd { margin: 0 }
.above dt { margin-top: 14px }
.bar { background: #0078d4; color: #fff; margin: -24px -24px 18px; padding: 6px 14px }
button { background: var(--b); color: #fff; border: 0; border-radius: 6px; padding: 8px 18px; margin: 0 10px }
.ghost { background: none; border: 1px solid var(--b); color: var(--b) } h2 { margin: 0 0 6px }
.chat p { background: #8883; border-radius: 12px; padding: 8px 14px; width: fit-content; margin: 6px 0 }
"""


def photographed(seeds: Sequence[int], scale: float, folder: Path) -> list[Panel]:
    """Return a panel for each seed, as Chromium draws it at this scale; every fourth has no identifier."""
    made = [_section(seed) for seed in seeds]
    page = folder / "profiles.html"
    sections = "".join(
        text.replace("<section", f'<section data-n="{n}"', 1) for n, (text, _, _) in enumerate(made)
    )
    tops = "".join(
        f'section[data-n="{n}"] {{ top: {n * HEIGHT}px; width: {WIDTH}px; height: {HEIGHT}px }}'
        for n in range(len(made))
    )
    page.write_text(
        f"<!doctype html><meta charset=utf-8><style>{_faces()}{STYLE}{tops}</style>{sections}",
        encoding="utf-8",
    )
    picture = folder / "profiles.png"
    own = (
        f"--user-data-dir={folder / 'profile'}",
        f"--force-device-scale-factor={scale}",
        f"--window-size={WIDTH},{HEIGHT * len(made)}",
        f"--screenshot={picture}",
    )
    quiet = subprocess.DEVNULL
    command = (program(), *FLAGS, *own, page.as_uri())
    subprocess.run(command, check=True, timeout=TIMEOUT_S, stdout=quiet, stderr=quiet)
    with Image.open(picture) as whole:
        rgb = whole.convert("RGB")
    width, height = round(WIDTH * scale), round(HEIGHT * scale)
    return [
        Panel(rgb.crop((0, n * height, width, (n + 1) * height)), layout, seed, value)
        for n, (seed, (_, layout, value)) in enumerate(zip(seeds, made, strict=True))
    ]


def _faces() -> str:
    names = {"Open": "open", "Roboto": "roboto", "Noto": "noto", "Inter": "inter", "Source": "source"}
    return "".join(
        f"@font-face {{ font-family: {css}; src: url({file_of(face).as_uri()}) }}"
        for css, face in names.items()
    )


def _section(seed: int) -> tuple[str, str, str | None]:
    """Return the section, its layout and the identifier in it."""
    random = Random(seed)
    value = skype_id(random)
    layout = ("rows", "above", "sentence", "none")[seed % 4]
    style = f"{random.choice(THEMES)}; font: {random.choice([12, 13, 14, 15, 16])}px '{random.choice(FONTS)}'"
    body = {"rows": _rows, "above": _above, "sentence": _sentence, "none": _none}[layout](random, value)
    return f'<section style="{style}">{body}</section>', layout, None if layout == "none" else value


def _rows(random: Random, value: str) -> str:
    name = html.escape(random.choice(FIRST))
    rows = [
        ("Location", random.choice(PLACES)),
        ("Web", f"<a class=u>{random.choice(LINKS)}</a>"),
        ("Birthday", "3 June"),
    ]
    rows.insert(random.randrange(3), (random.choice(LABELS), f"<span class=id>{value}</span>"))
    body = "".join(f"<dt>{label}</dt><dd>{text}</dd>" for label, text in rows)
    buttons = "<button>Message</button><button class=ghost>Call</button>"
    return f"<div class=bar>{name}</div><h2>{name}</h2><dl class=rows>{body}</dl>{buttons}"


def _above(random: Random, value: str) -> str:
    name = html.escape(random.choice(FIRST))
    rows = [(random.choice(LABELS), f"<span class=id>{value}</span>"), ("Location", random.choice(PLACES))]
    body = "".join(f"<dt>{label}</dt><dd>{text}</dd>" for label, text in rows)
    links = "<a>View contact card</a> <a>Report abuse</a>"
    return f"<h2>{name}</h2><a>Start new group</a><dl class=above>{body}</dl>{links}"


def _sentence(random: Random, value: str) -> str:
    name = html.escape(random.choice(FIRST))
    label = random.choice(LABELS)
    said, link = random.choice(SAID), random.choice(LINKS)
    return f"<h2>{name}</h2><p>{said}</p><p>{label}: <span class=id>{value}</span></p><p><a>{link}</a></p>"


def _none(random: Random, _value: str) -> str:
    lines = "".join(f"<p><a>{random.choice(LINKS)}</a></p><p>{random.choice(SAID)}</p>" for _ in range(3))
    return f"<h2>Skype</h2><a>Download Skype</a><div class=chat>{lines}</div><button>Sign in</button>"
