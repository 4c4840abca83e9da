# SPDX-License-Identifier: MIT
"""What can be chosen in the settings, with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths
from app.languages import languages, named
from ui.capture.bar import WAITS_S

if TYPE_CHECKING:
    from ui.context import Context

    Options = list[tuple[object, str]]

THEMES = ("system", "light", "dark", "contrast")
PERCENTS = (100, 125, 150, 175, 200)
MOTIONS = ("system", "none")
MINUTES = (1, 2, 5, 10, 15, 30)


def options(context: Context, name: str) -> Options:
    """Return the values of a setting, each with its words."""
    words = context.words
    key = f"settings.{name}"
    match name:
        case "language":
            return [(one.id, named(words, one)) for one in languages(paths.resources() / "locale")]
        case "theme" | "motion":
            return [(one, words(f"{key}.{one}")) for one in (THEMES if name == "theme" else MOTIONS)]
        case "is_unrecorded":
            return [(True, words(f"{key}.on")), (False, words(f"{key}.off"))]
        case "text_percent" | "idle_minutes":
            values = PERCENTS if name == "text_percent" else MINUTES
            return [(one, words(f"{key}.option", n=one)) for one in values]
        case _:
            return [(one, words(f"{key}.option", n=one) if one else words(f"{key}.never")) for one in WAITS_S]
