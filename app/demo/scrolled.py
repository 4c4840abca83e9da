# SPDX-License-Identifier: MIT
"""The demo's conversation: followed while the staged window scrolls, frame by frame into the vault."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from app.capture.thumbnails import thumbnail
from app.errors import CaptureDenied, CaptureUnsupported
from app.i18n import ENGLISH
from app.intake.conversation import follow
from app.intake.joining import captions_in, joined_pictures
from app.intake.progress import Control, Sink
from app.words import Words, words_in

if TYPE_CHECKING:
    from datetime import datetime

    from app.capture.models import Frame
    from app.demo.cast import Stage
    from app.intake.progress import Progress, Source
    from app.model import Acquisition, Exhibit
    from app.vault import Vault

TOOL = "safehold/demo"


def keep_conversation(vault: Vault, source: Source, stage: Stage) -> tuple[Exhibit, datetime]:
    """Return the run in the vault, finished, and the first message from which on nothing is missing.

    Raises:
        CaptureDenied: no message was to be seen.
    """
    following = _Following(vault, stage)
    record = follow(source, Sink(following.store, following.say, vault.keep_judged), following.control)
    exhibit = following.exhibit
    shown_from = stage.shown_from if record.open_gaps else following.shown_from
    if exhibit is None or shown_from is None:
        raise CaptureDenied("The sample conversation shows no message.")
    with vault.reader() as reader:
        made = joined_pictures(
            exhibit.originals,
            record,
            lambda original: reader.original(original.id),
            (source.clock.now().utc, TOOL),
            captions=captions_in(_words()),
        )
        return vault.finish_run(exhibit.id, record, tuple(made)), shown_from


def _words() -> Words:
    """Return the sentences of the program; the demo speaks English."""
    return words_in(ENGLISH)


class _Following:
    """Starts the scrolling once the first frame is stored, and ends the run at the first message."""

    def __init__(self, vault: Vault, stage: Stage) -> None:
        self.control = Control()
        self.exhibit: Exhibit | None = None
        self.shown_from: datetime | None = None
        self._vault, self._stage = vault, stage
        self._has_begun = False

    def store(self, acquisition: Acquisition, frame: Frame) -> Exhibit:
        """The frame is in the vault."""
        self.exhibit = self._vault.add_frame(acquisition, thumbnail=thumbnail(frame))
        return self.exhibit

    def say(self, progress: Progress) -> None:
        """Let the window scroll once there is a frame of what it showed first."""
        if progress.frames and not self._has_begun:
            self._has_begun = True
            threading.Thread(target=self._scroll, daemon=True).start()

    def _scroll(self) -> None:
        try:
            self._stage.scroll()
            self.shown_from = self._stage.wait_scrolled()
        except (CaptureUnsupported, OSError):  # the window went away: what was taken is what there is
            self.shown_from = None
        finally:
            self.control.finish.set()
            self.control.wake()
