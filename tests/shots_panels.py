# SPDX-License-Identifier: MIT
"""The panel beside a chat in every state, for ``tests.shots``; its pictures are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.intake.progress import Advice, Phase, Progress, Seam, Side
from tests.fakes.runs import record_of
from tests.fakes.sample_run import chat, shown
from tests.ui.capture.conftest import run_of
from tests.ui.filling import png
from ui.capture.strip import RunPanel, StripLine, StripPanel
from ui.capture.strip_states import StripState, before, ending, going_on, no_room

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.words import Words
    from ui.context import Context

FINE = Progress(frames=12)
GAP = Progress(frames=12, gaps=1, advice=Advice.FAST, heading=1)
TALL_PX, WIDE_PX = 1_060, 1_360  # of a screen of 1920 x 1080, of one of 1366 x 768

STATES: dict[str, tuple[Seam | None, Callable[[Words], StripState]]] = {
    "13-strip-before": (None, before),
    "13a-strip-fine": (Seam.JOINED, lambda words: going_on(words, FINE)),
    "13b-strip-moving": (None, lambda words: going_on(words, replace(FINE, phase=Phase.MOVING))),
    "13c-strip-gap": (Seam.GAP, lambda words: going_on(words, GAP)),
    "13d-strip-gap-up": (Seam.GAP, lambda words: going_on(words, replace(GAP, heading=-1, gaps=2))),
    "13e-strip-closed": (Seam.JOINED, lambda words: going_on(words, replace(FINE, just_closed=True))),
    "13f-strip-alike": (Seam.GAP, lambda words: going_on(words, replace(GAP, advice=Advice.ALIKE))),
    "13g-strip-resized": (Seam.GAP, lambda words: going_on(words, replace(GAP, advice=Advice.RESIZED))),
    "13h-strip-pointer": (Seam.MATCHED, lambda words: going_on(words, replace(FINE, advice=Advice.POINTER))),
    "13i-strip-gone": (Seam.JOINED, lambda words: going_on(words, replace(FINE, advice=Advice.WINDOW_GONE))),
    "13j-strip-covered": (Seam.JOINED, lambda words: going_on(words, replace(FINE, advice=Advice.COVERED))),
    "13k-strip-still": (None, lambda words: going_on(words, Progress(frames=1, advice=Advice.NO_MOVEMENT))),
    "13l-strip-back": (Seam.GAP, lambda words: going_on(words, replace(GAP, advice=Advice.BROKE))),
    "13m-strip-paused": (Seam.JOINED, lambda words: going_on(words, replace(FINE, phase=Phase.PAUSED))),
    "13n-strip-room": (None, lambda words: no_room(words, "window", 12)),
    "13o-strip-room-area": (None, lambda words: no_room(words, "area", 0)),
    "13p-strip-end": (Seam.JOINED, lambda words: ending(words, record_of(run_of(12)), 40)),
    "13q-strip-end-gap": (Seam.GAP, lambda words: ending(words, record_of(run_of(12), gap_after=7), 40)),
}
WITHOUT_PICTURES = frozenset({"13-strip-before", "13n-strip-room", "13o-strip-room-area"})
NAMES = (*STATES, *(f"{name}-line" for name in STATES))


def panel(name: str, context: Context) -> RunPanel:
    """Return the panel of this name, shown as large as it is on a screen with room."""
    seam, state = STATES[name.removesuffix("-line")]
    made: RunPanel = StripLine(context) if name.endswith("-line") else StripPanel(context)
    if isinstance(made, StripPanel):
        sides = () if name in WITHOUT_PICTURES else _sides(name, seam)
        is_resized = "resized" in name
        made.frames.show_sides(sides, -1 if name.endswith("up") else 1, is_resized=is_resized)
        made.frames.setVisible(bool(sides))
    made.show_state(state(context.words))
    made.show()
    room = WIDE_PX if isinstance(made, StripLine) else TALL_PX
    made.resize(made.size_for(room) or made.sizeHint())
    return made


def _sides(name: str, seam: Seam | None) -> tuple[Side, ...]:
    """Return two drawn frames that lie one step apart, or far apart at a gap."""
    whole = chat(9)
    first, second = (1, 6) if seam is Seam.GAP else (4, 5)
    if name.endswith("still"):
        return (Side(1, _jpeg(shown(whole, 1))),)
    return Side(11, _jpeg(shown(whole, first)), seam), Side(12, _jpeg(shown(whole, second)))


def _jpeg(image: object) -> bytes:
    return png(image.scaledToWidth(504, Qt.TransformationMode.SmoothTransformation), "JPEG")  # type: ignore[attr-defined]
