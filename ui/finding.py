# SPDX-License-Identifier: MIT
"""Which of the pictures are looked in, and which sighting is the next to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.looking import Looking

if TYPE_CHECKING:
    from app.identify.platforms import Platform
    from app.model import Account, Exhibit, Rect
    from ui.context import Context
    from ui.looking import Sighting

MOST = 3  # pictures that are looked in by themselves, the newest; others when the person chooses them


class Finding(QObject):
    """Nothing is shown twice: not what is kept, not what the person said is not it.

    Attributes:
        looking: the search under way.
        sighting: what is to be shown; ``None`` if there is nothing.

    Signals:
        sighted: another sighting is the one to show.
        ended: there is nothing more to show; carries why, or nothing if all of it is known.
    """

    sighted = Signal()
    ended = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Look at nothing yet."""
        super().__init__(parent)
        self.looking = Looking(context, self)
        self.sighting: Sighting | None = None
        self._left: tuple[Sighting, ...] = ()
        self._platform: Platform | None = None
        self._pictures: tuple[Exhibit, ...] = ()
        self._looked: set[tuple[str, str]] = set()
        self._kept: set[tuple[str, str | None]] = set()
        self._refused: set[tuple[str, str | None]] = set()
        self._is_all_known = self._is_asked = False
        self.looking.began.connect(self._on_began)
        self.looking.found.connect(self._on_found)
        self.looking.ended.connect(self._on_ended)

    @property
    def is_on(self) -> bool:
        """Whether a picture is being read."""
        return self.looking.is_on

    def offer(self, pictures: tuple[Exhibit, ...], kept: tuple[Account, ...]) -> None:
        """Look in these pictures, the newest first; what is kept already is not shown again."""
        self._pictures = pictures
        self._kept |= {(account.platform, account.stable_id) for account in kept}

    def look_at_new(self, platform: Platform | None, first: str | None = None) -> None:
        """Look in the newest pictures in which nothing was looked for yet; a named one comes first."""
        self._begin(platform)
        if platform is None:
            return
        named = [one for one in self._pictures if one.id == first]
        newest = [one for one in self._pictures[:MOST] if (one.id, platform.id) not in self._looked]
        self.looking.look(named or newest, platform)

    def look_in(self, picture: Exhibit, platform: Platform | None) -> None:
        """Look in one picture that the person chose, and show whatever is in it."""
        self._begin(platform)
        self._refused.clear()
        self._is_asked = True
        if platform is not None:
            self.looking.look([picture], platform)

    def look_in_box(self, picture: Exhibit, box: Rect, platform: Platform | None) -> None:
        """Read what stands in a box."""
        self._begin(platform)
        self._refused.clear()
        self._is_asked = True
        if platform is not None:
            self.looking.look_in_box(picture, box, platform)

    def look_once_more(self) -> None:
        """Look again where nothing could be read."""
        platform = self._platform
        if platform is not None:
            self._looked -= {(one.id, platform.id) for one in self._pictures[:MOST]}
        self.look_at_new(platform)

    def refuse(self) -> None:
        """This one is not it: the next one is, or the search goes on in the next picture."""
        if self.sighting is not None:
            found = self.sighting.proposal
            self._refused.add((found.platform or "", found.value))
        self._take_next()
        if self.sighting is not None:
            self.sighted.emit()
            return
        self.look_at_new(self._platform)
        if not self.is_on:
            self.ended.emit("none")

    def cancel(self) -> None:
        """Stop, and do not begin again by itself."""
        platform = self._platform
        self.looking.cancel()
        if platform is not None:
            self._looked |= {(one.id, platform.id) for one in self._pictures[:MOST]}

    def forget(self) -> None:
        """Let go of every sighting."""
        self.looking.cancel()
        self.sighting, self._left = None, ()

    def _begin(self, platform: Platform | None) -> None:
        self.forget()
        self._platform = platform
        self._is_all_known = self._is_asked = False

    def _on_began(self, exhibit: Exhibit) -> None:
        if self._platform is not None:
            self._looked.add((exhibit.id, self._platform.id))

    def _on_found(self, sightings: tuple[Sighting, ...]) -> None:
        """Show the best that is not known; or look on."""
        self._left = sightings
        self._take_next()
        if self.sighting is not None:
            self.sighted.emit()
            return
        self.look_at_new(self._platform)
        self._is_all_known = True
        if not self.is_on:
            self.ended.emit("")

    def _on_ended(self, why: str) -> None:
        self.ended.emit("" if self._is_all_known and why == "none" else why)

    def _take_next(self) -> None:
        """Take the first sighting that is neither kept nor refused."""
        left = [one for one in self._left if not self._is_known(one)]
        self.sighting, self._left = (left[0], tuple(left[1:])) if left else (None, ())

    def _is_known(self, sighting: Sighting) -> bool:
        found = (sighting.proposal.platform or "", sighting.proposal.value)
        return found in self._refused or (found in self._kept and not self._is_asked)
