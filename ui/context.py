# SPDX-License-Identifier: MIT
"""What every page is given: one frozen value, made once by the application and passed to constructors."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from app.i18n import ENGLISH
from app.paths import resources, settings_file
from app.settings import current

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from pathlib import Path

    from app.capture.models import Backend
    from app.clock import Clock, Measured
    from app.custody.anchors import Answered, Asked
    from app.guide.contacts import Contacts
    from app.guide.guides import Guides
    from app.guide.ways_to_pay import WaysToPay
    from app.identify.platforms import Catalogue
    from app.settings import Settings
    from app.words import Words
    from ui.background import Background
    from ui.here import Here
    from ui.icons import Icons
    from ui.phone import Phone as OnThePhone
    from ui.reading_pass import ReadingPass
    from ui.session import Session
    from ui.theme import Theme


LASTING = ("phone", "reading_pass")  # of the case, whatever the window looks like


def _ask_time_server(clock: Clock) -> Measured:
    from app.sntp import measure  # noqa: PLC0415 - sockets, after the first paint

    return measure(clock)


def _ask_time_authority(asked: Asked, clock: Clock, cancelled: threading.Event) -> Answered:
    from app.anchoring import ask  # noqa: PLC0415 - as above, and certificates
    from app.custody.authorities import known_authorities  # noqa: PLC0415 - as above

    return ask(asked, known_authorities(), clock, cancelled=cancelled)


@dataclass(frozen=True)
class Context:
    """Everything a page may ask for.

    Attributes:
        measure_clock: asks a time server once; raises ClockNotMeasured.
        ask_authority: asks a time authority once; raises AnchorFailed, or Cancelled.
        make_backend: opens what takes pictures of the screen; raises CaptureUnsupported where nothing can.
        folder: where the vault is, or will be made.
    """

    words: Words
    theme: Theme
    icons: Icons
    settings: Settings
    background: Background
    session: Session
    clock: Clock
    folder: Path
    make_backend: Callable[[], Backend]
    measure_clock: Callable[[Clock], Measured] = _ask_time_server
    ask_authority: Callable[[Asked, Clock, threading.Event], Answered] = _ask_time_authority

    # Content is read when a page first asks: the first window is painted without it (G7).

    @cached_property
    def catalogue(self) -> Catalogue:
        """The platforms we know."""
        from app.identify.platforms import Catalogue  # noqa: PLC0415 - after the first paint

        return Catalogue.load(resources() / "platforms", self.words.translator)

    @cached_property
    def guides(self) -> Guides:
        """The steps and their texts."""
        from app.guide.guides import Guides  # noqa: PLC0415 - after the first paint

        return Guides.load(resources() / "guides" / ENGLISH, self._fields, self.words.translator)

    def _fields(self, place: str) -> dict[str, str | None]:
        return self.contacts.fields(place)

    @cached_property
    def contacts(self) -> Contacts:
        """Who to call."""
        from app.guide.contacts import Contacts  # noqa: PLC0415 - after the first paint

        return Contacts.load(resources() / "contacts", self.words.translator)

    @cached_property
    def phone(self) -> OnThePhone:
        """Whether somebody is on the phone with the police, so that absence locks nothing."""
        from ui.phone import Phone  # noqa: PLC0415 - after the first paint

        return Phone(self.clock, self.session)

    @cached_property
    def here(self) -> Here:
        """Where the person is: which numbers to show."""
        from ui.here import Here as Chosen  # noqa: PLC0415 - pages without the crisis lines do without

        return Chosen(self.session, self.clock.zone, lambda: self.contacts)

    @cached_property
    def reading_pass(self) -> ReadingPass:
        """What reads the pictures of the case, one after another."""
        from ui.reading_pass import ReadingPass as Chosen  # noqa: PLC0415 - after the first paint

        return Chosen(self.session, self.background, self.session)

    def speaking(self, language: str) -> Context:
        """Return the same in another language."""
        if language == self.words.language:
            return self
        from app.words import words_in  # noqa: PLC0415 - beside the others

        chosen = replace(self.settings, language=language)
        return self.looking_like(chosen, words_in(language), self.theme, self.icons)

    @property
    def on_paper(self) -> Context:
        """The same in the language of the report, which the person chooses apart: an officer reads it."""
        return self.speaking(current(settings_file(), self.settings).report_language)

    @property
    def in_english(self) -> Context:
        """The same in English, for what a firm reads: forms and letters."""
        return self.speaking(ENGLISH)

    def looking_like(self, settings: Settings, words: Words, theme: Theme, icons: Icons) -> Context:
        """Return the context of a window in another look: on the same case, with what goes on beside it."""
        other = replace(self, settings=settings, words=words, theme=theme, icons=icons)
        lasting = {name: vars(self)[name] for name in LASTING if name in vars(self)}
        vars(other).update(lasting)
        return other

    @cached_property
    def ways_to_pay(self) -> WaysToPay:
        """How money is sent, and how it may still be stopped."""
        from app.guide.ways_to_pay import WaysToPay  # noqa: PLC0415 - after the first paint

        return WaysToPay.load(resources() / "payments", self.words.translator)
