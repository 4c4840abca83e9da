# SPDX-License-Identifier: MIT
"""What is said of a step beside its guide: that it is done and by whom, and what its platforms say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.guide.guides import Page
from app.guide.sentences import fields_of
from app.model import Answer, Role
from app.typed import zone_of
from ui.legible import legible
from ui.moments import hour, short_day
from ui.noting import has_reference

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.guide.plan import Step
    from ui.context import Context
    from ui.steps_known import StepsKnown

    Lines = tuple[tuple[str, tuple[str, ...]], ...]


POLICE = ("police", "ceop")


@dataclass(frozen=True, slots=True)
class StepWords:
    """What stands on the card of a step beside its guide.

    Attributes:
        done: that it is done, when, and what came of it; empty while it is not.
        by: who did it, if that was a friend.
        traps: name and sentences of each platform, to know before a picture.
        lines: name and sentences of each platform, on how to do it there.
        asks_app: whether the platform has to be named first.
        also: one sentence more that an answer asks for.
    """

    done: str = ""
    by: str = ""
    traps: Lines = ()
    lines: Lines = ()
    asks_app: bool = False
    also: str = ""


def step_words(context: Context, known: StepsKnown, step: Step) -> StepWords:
    """Return what to say of this step."""
    if known.plan.is_done(step):
        return StepWords(done_words(context, known, step), by_words(context, known, step))
    guide = step.guide
    traps = trap_lines(context, known.platforms, most=1) if guide.page is Page.CAPTURE else ()
    if guide.platform_lines is None:
        return StepWords(traps=traps, also=_also(context, known, step))
    say = _sayings(context)[guide.platform_lines]
    none = (context.words("steps.page.app.none"),)
    lines = tuple((_name(context, each), say(each) or none) for each in known.platforms)
    return StepWords(traps=traps, lines=lines, asks_app=not lines)


def trap_lines(context: Context, platforms: Iterable[str], most: int = 9) -> Lines:
    """Return what to know of these platforms before a picture, the worst first, where anything is."""
    said = ((_name(context, each), context.catalogue.trap_lines(each)) for each in platforms)
    return tuple((name, lines[:most]) for name, lines in said if lines)


def done_words(context: Context, known: StepsKnown, step: Step) -> str:
    """Return the sentence of a done step: that of its guide if all it names is known, else the time."""
    fields = _fields(context, known, step)
    said = step.guide.done if not step.is_past else ""
    if said and fields_of(said) <= fields.keys():
        sentence = said.format(**fields)
    else:
        sentence = context.words("steps.page.done.at", **fields) if "date" in fields else ""
    reference = step.state.detail if step.state and has_reference(step.guide.id) else None
    return " ".join(filter(None, (sentence, reference and context.words("steps.page.ref", ref=reference))))


def by_words(context: Context, known: StepsKnown, step: Step) -> str:
    """Return that a friend did it, by name; empty where the person did."""
    by = step.state.by if step.state else None
    if by in {None, str(Role.VICTIM)}:
        return ""
    name = known.facts.helper if by == str(Role.HELPER) else by
    return context.words("steps.page.by", name=legible(name)) if name else ""


def _also(context: Context, known: StepsKnown, step: Step) -> str:
    """Return what to tell the police where the person may know them."""
    is_near = known.facts.could_use_this_computer is Answer.YES
    return context.words("path.shared.police.note") if is_near and step.guide.id in POLICE else ""


def _fields(context: Context, known: StepsKnown, step: Step) -> dict[str, str]:
    """Return what can stand in the sentence of a done step."""
    fields = {"id": legible(known.found_id)} if known.found_id else {}
    if step.state is not None:
        at = step.state.at.astimezone(zone_of(context.clock.now()))
        language = context.settings.language
        fields |= {"time": hour(at, language), "date": short_day(at.date(), language)}
        if step.state.detail:
            fields["ref"] = step.state.detail
    return fields


def _name(context: Context, platform: str) -> str:
    return legible(context.catalogue.name_of(platform))


def _sayings(context: Context) -> dict[str, Callable[[str], tuple[str, ...]]]:
    return {"pause": context.catalogue.pause_lines, "report": context.catalogue.report_lines}
