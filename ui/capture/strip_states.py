# SPDX-License-Identifier: MIT
"""What the panel beside the chat says at each moment of a run; from what the run tells, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from app.intake.progress import Advice, Phase, Progress
from ui.run_words import counted, end_line

if TYPE_CHECKING:
    from app.model import RunRecord
    from app.words import Words

FIGURE_UP, FIGURE_DOWN, FIGURE_JOINED = "scroll-back", "scroll-back-down", "pictures-joined"
BACK = frozenset({Advice.FAST, Advice.ALIKE})  # what scrolling back heals
MOVING = "moving"
KEYS = {Advice.BROKE: "back"}  # the others are called as the words are
CALM = frozenset({Advice.POINTER, Advice.NO_MOVEMENT, Advice.BROKE})


class Tone(Enum):
    """How loud a card is."""

    CALM = "soft"
    WARM = "attention"
    GOOD = "good"
    QUIET = "quiet"


class Press(Enum):
    """A button of the panel, in the order they stand."""

    PAUSE = auto()
    RESUME = auto()
    CANCEL = auto()
    BEGIN = auto()
    FINISH = auto()
    SKIP = auto()


@dataclass(frozen=True, slots=True)
class StripState:
    """All that is shown, in words.

    Attributes:
        tone: of the card.
        head: the one thing to know or do.
        how: how to do it; may be empty.
        figure: name of the drawing beside it, or ``None``.
        count: how many pictures there are.
        gaps: how many gaps are open; empty if none.
        saved: that nothing can get lost; empty while there is nothing.
        buttons: what can be pressed, with its words; Hide is always there.
        primary: the one that stands out; none while a gap is open.
        note: what pressing the last one means; may be empty.
        is_passing: it is over in a moment and comes with every turn of the wheel, so it is not said aloud.
    """

    tone: Tone
    head: str
    how: str = ""
    figure: str | None = None
    count: str = ""
    gaps: str = ""
    saved: str = ""
    buttons: tuple[tuple[Press, str], ...] = ()
    primary: Press | None = None
    note: str = ""
    is_passing: bool = False

    @property
    def is_urgent(self) -> bool:
        """Whether something is to be done now, or to be known before the first picture."""
        return self.tone is Tone.WARM or self.primary is Press.BEGIN


class GapHeadings:
    """Which way was scrolled when each open gap came to be: what closes it is the other way.

    The run tells which way is scrolled now, and that turns as soon as the person does as they were asked.
    """

    def __init__(self) -> None:
        """No gap is open."""
        self._open: list[int] = []

    def steady(self, progress: Progress) -> Progress:
        """Return it with the way in which the newest open gap came to be; the newest is closed first."""
        self._open += [progress.heading] * (progress.gaps - len(self._open))
        del self._open[progress.gaps :]
        return replace(progress, heading=self._open[-1]) if self._open else progress


def before(words: Words, frames: int = 0) -> StripState:
    """Return what is said before the first picture; of a run that goes on, before the next."""
    return StripState(
        Tone.CALM,
        words("conversation.before"),
        words("conversation.back" if frames else "conversation.start"),
        FIGURE_JOINED,
        counted(words, frames),
        buttons=(_button(words, Press.CANCEL), _button(words, Press.BEGIN)),
        primary=Press.BEGIN,
    )


def no_room(words: Words, way: str, frames: int) -> StripState:
    """Return what is said where the panel has no place outside what is taken."""
    own = ".area" if way == "area" else ""
    last = Press.FINISH if frames else Press.CANCEL
    return StripState(
        Tone.WARM,
        words(f"conversation.room{own}"),
        words(f"conversation.room.how{own}"),
        count=counted(words, frames),
        saved=words("conversation.saved") if frames else "",
        buttons=(_button(words, last),),
    )


def going_on(words: Words, progress: Progress) -> StripState:
    """Return what is said while the run goes on or is paused."""
    is_paused, has_gap = progress.phase is Phase.PAUSED, progress.gaps > 0
    tone, key = _card(progress)
    how = f"conversation.{key}.how"
    stop = (Press.FINISH, words("conversation.finish.gap" if has_gap else "conversation.finish"))
    hold = _button(words, Press.RESUME if is_paused else Press.PAUSE)
    main = Press.RESUME if is_paused else Press.FINISH
    return StripState(
        tone,
        words(f"conversation.{key}"),
        words(how) if words.has(how) else "",
        _figure(progress),
        counted(words, progress.frames),
        _gaps(words, progress.gaps),
        words("conversation.saved") if progress.frames else "",
        (hold, stop),
        None if has_gap else main,
        words("conversation.gap.note") if has_gap else "",
        is_passing=key == MOVING and progress.frames > 0,
    )


def ending(words: Words, record: RunRecord | None, percent: int | None) -> StripState:
    """Return what is said when it is over, while the long picture is made."""
    if record is None:
        return StripState(Tone.CALM, words("conversation.finishing"), saved=words("conversation.saved"))
    return StripState(
        Tone.WARM if record.open_gaps else Tone.GOOD,
        end_line(words, record),
        "" if percent is None else words("conversation.joining", n=percent),
        None,
        counted(words, len(record.frames)),
        _gaps(words, record.breaks),
        words("conversation.saved"),
        () if percent is None else (_button(words, Press.SKIP),),
    )


def _card(progress: Progress) -> tuple[Tone, str]:
    """Return how loud the card is, and the key of its words."""
    if progress.phase is Phase.PAUSED:
        return Tone.QUIET, "paused"
    if progress.advice is not None:
        tone = Tone.CALM if progress.advice in CALM else Tone.WARM
        return tone, KEYS.get(progress.advice, progress.advice.value)
    if progress.gaps:
        return Tone.WARM, Advice.FAST.value
    if progress.just_closed:
        return Tone.GOOD, "closed"
    if not progress.frames or progress.phase is Phase.MOVING:
        return Tone.CALM, MOVING
    return Tone.CALM, "fine"


def _figure(progress: Progress) -> str | None:
    """Return the drawing that shows which way to turn the wheel, where that is what helps."""
    is_back = progress.advice in BACK or (progress.advice is None and progress.gaps > 0)
    if not is_back or progress.phase is Phase.PAUSED:
        return None
    return FIGURE_DOWN if progress.heading < 0 else FIGURE_UP


def _gaps(words: Words, gaps: int) -> str:
    return words("conversation.gaps", n=gaps) if gaps else ""


def _button(words: Words, press: Press) -> tuple[Press, str]:
    return press, words(f"conversation.{press.name.lower()}")
