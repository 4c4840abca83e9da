# SPDX-License-Identifier: MIT
"""Taking a picture from the press of a button to the stored exhibit.

Nothing of ours is on the screen when the pixels are taken; the picture is stored before anything is asked.
"""

from __future__ import annotations

import os
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from app.capture.hotkey import Key
from app.errors import Cancelled
from app.guide.plan import is_words_only
from ui.capture.choosing import AREA, CONVERSATION, Choosing
from ui.capture.remembered import Remembered
from ui.capture.setting import Subject, setting_of
from ui.capture.shortcut import Shortcut
from ui.capture.stage import Stage
from ui.capture.states import State, Stated
from ui.capture.thumbnailing import make_thumbnail
from ui.capture.ways import is_by_portal, ways

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from app.capture.models import Frame
    from app.model import Acquisition, CaseFacts, Entry, Exhibit
    from ui.capture.shortcut import OpenHotkey
    from ui.capture.states import Following
    from ui.capture.taking import Aim
    from ui.context import Context


class CaptureFlow(Stated):
    """Steps the main window aside, shows the bar, takes and stores one picture at a time.

    Signals:
        exhibit_added: the picture or conversation is stored; carries the Exhibit. The main window is back.
        area_taken: carries the Acquisition of an area that may hold only words; it is nowhere but in memory.
        words_only: someone is, or may be, under 18: the bar was not opened.
        hide_asked: Hide was pressed in the bar.
        failed: no picture was stored; carries the error. The bar is back.
        ended: the person is done, or it was stopped; the main window is back.
    """

    exhibit_added = Signal(object)
    area_taken = Signal(object)
    words_only = Signal()
    hide_asked = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        context: Context,
        window: QWidget,
        parent: QObject | None = None,
        *,
        following: Following | None = None,
        opened: OpenHotkey | None = None,
        keep: Callable[[str, object], object] = lambda _name, _value: None,
    ) -> None:
        """Wait for ``start``.

        Args:
            context: what every part of the window is given.
            window: what steps aside.
            parent: owner, if any.
            following: follows a conversation; without it none is offered.
            opened: the way to the key that takes a picture at once; that of this system unless given.
            keep: writes a setting: its name, its value.
        """
        super().__init__(parent)
        self._context = context
        self._window = window
        self._following = following
        self._facts: CaseFacts | None = None
        self._subject = Subject()
        self._stopped = threading.Event()
        self._remembered = Remembered(context.settings, keep)
        self._stage = Stage(context, ways(os.environ, follows=following is not None), self)
        self.bar, self.countdown = self._stage.bar, self._stage.countdown
        self.window_picking, self.area_picking = self._stage.window_picking, self._stage.area_picking
        self.choosing = Choosing(context, self._stage, self._remembered, self)
        self.shortcut = Shortcut(self, opened)
        self.hide_key = Shortcut(self, opened, Key.HIDE)  # heard by who makes the flow
        self._aim: Aim | None = None
        self._hint = context.words("bar.portal") if is_by_portal(os.environ) else ""
        self._saved, self._is_of_words = "", False
        self._connect()

    @property
    def subject(self) -> Subject:
        """What the pictures are of, as a step said when it was last started."""
        return self._subject

    def start(self, subject: object = None) -> None:
        """Ask the case whether pictures are allowed, and show the bar if so; ``subject`` may be a Subject."""
        if self.is_on:
            return
        self._state = State.ASKING
        self._subject = subject if isinstance(subject, Subject) else Subject()
        self._stopped = threading.Event()
        self._context.session.run(
            lambda vault: vault.case(), owner=self, then=self._on_case, otherwise=self._on_refused
        )

    def stop(self) -> None:
        """Put everything away; what is being taken is dropped, what is being stored is stored."""
        if not self.is_on:
            return
        self.dismiss()
        self._window.show()
        self.ended.emit()

    def dismiss(self) -> None:
        """Put everything away for Hide or Lock: the main window stays where it is."""
        self._stopped.set()
        self._put_away()
        if self._following is not None and self._state is State.FOLLOWING:
            self._following.dismiss()
        self._saved = ""
        self._state = State.AWAY

    def _connect(self) -> None:
        self.bar.way_chosen.connect(self._on_way)
        self.bar.done_asked.connect(self.stop)
        self.bar.hide_asked.connect(self.hide_asked)
        self.bar.stopped.connect(self._on_stopped)
        self.bar.wait_changed.connect(self._remembered.keep_wait)
        self.countdown.ran_out.connect(self._take)
        self.countdown.cancelled.connect(self._ready)
        self.shortcut.pressed.connect(self._on_shortcut)
        self.choosing.aimed.connect(self._on_aimed)
        self.choosing.stopped.connect(self._on_stopped)
        self.choosing.too_large.connect(partial(self._ready, "path.under18.area.large"))
        self.window_picking.failed.connect(self._on_failed)
        self._stage.failed.connect(self._on_failed)
        if self._following is not None:
            self._following.ended.connect(self._on_followed)
            self._following.failed.connect(self._on_failed)
            self._following.hide_asked.connect(self.hide_asked)

    def _on_case(self, entry: Entry[CaseFacts]) -> None:
        """Open the bar, or lead to the words page. Source: evidence.md, section 6."""
        if self._state is not State.ASKING:
            return
        self._is_of_words = is_words_only(entry.fact)
        if self._is_of_words and not self._subject.is_of_words:
            self._state = State.AWAY
            self.words_only.emit()
            return
        self._facts = entry.fact
        self.bar.allow((AREA,) if self._is_of_words else self.bar.ways)
        screen = self._window.screen() or QGuiApplication.primaryScreen()
        self._window.hide()
        self.bar.place(screen.availableGeometry())
        self._ready()
        if self._subject.resumes is not None and not self._is_of_words:
            self._on_way(CONVERSATION)

    def _on_refused(self, error: BaseException) -> None:
        """Stay in the main window."""
        self._state = State.AWAY
        self.failed.emit(error)

    def _ready(self, why: str = "path.under18.blocked") -> None:
        """Show the bar and wait for a press; where only words may be kept, say why that is all."""
        self._state = State.READY
        self.bar.show_chosen(None)
        hint = self._context.words(why) if self._is_of_words else self._hint
        self.bar.say(self._saved or hint, is_good=bool(self._saved))
        self.bar.explain_shortcut("" if self._is_of_words else self.shortcut.start())
        self.bar.show()
        self.bar.raise_()

    def _on_way(self, way: str) -> None:
        """Begin to choose in this way; pressed again it stops choosing."""
        if not self._state.may_choose or (self._is_of_words and way != AREA):
            return
        self._saved = ""  # what was said of the last picture is not true of the next
        if way == self.choosing.way:
            self._on_stopped()
            return
        self._state = State.PICKING
        self.choosing.begin(way, is_of_words=self._is_of_words)

    def _on_stopped(self) -> None:
        """Escape: stop choosing, keep the bar."""
        if self._state is State.PICKING:
            self.choosing.stop()
            self._ready()

    def _on_aimed(self, aim: Aim, is_conversation: bool) -> None:  # noqa: FBT001 - what a signal carries
        """Take it now or after the wait, or follow the conversation there."""
        if self._state is not State.PICKING or (self._is_of_words and aim.way != AREA):
            return
        if is_conversation:
            self._follow(aim)
            return
        self._aim = self._remembered.aim = aim
        if not self.bar.wait_s:
            self._take()
            return
        self._state = State.COUNTING
        self._stage.count(aim.way, self.bar.wait_s)

    def _on_shortcut(self) -> None:
        """Take at once what was taken last, or the screen under the pointer."""
        if self._state is State.READY and not self._is_of_words:
            self._aim = self.choosing.last()
            self._take()

    def _take(self) -> None:
        """Clear the screen and take the picture."""
        if self._aim is None or self._facts is None or self._state is State.TAKING:
            return
        self._state = State.TAKING
        self.shortcut.stop()
        setting = setting_of(self._context, self._facts, self._subject)
        self._stage.take(self._aim, setting, self._stopped, self._on_taken)

    def _on_taken(self, taken: tuple[Acquisition, Frame]) -> None:
        """Store it first; everything else comes after."""
        if self._state is not State.TAKING:
            return
        acquisition, frame = taken
        if self._is_of_words:  # nothing of it is stored before the person has said what is in it
            self._state = State.AWAY
            self._window.show()
            self.area_taken.emit(acquisition)
            return
        self._state = State.STORING
        self._context.session.run(
            lambda vault: vault.add_exhibit(acquisition),
            owner=self,
            then=partial(self._on_stored, frame),
            otherwise=self._on_failed,
        )

    def _on_stored(self, frame: Frame, exhibit: Exhibit) -> None:
        """Bring the main window back and say so; the thumbnail follows."""
        make_thumbnail(self._context, self, exhibit, frame)
        self._context.session.exhibit_added.emit(exhibit)
        self._come_back(exhibit)

    def _follow(self, aim: Aim) -> None:
        """Leave the screen to what follows the conversation."""
        self._state = State.FOLLOWING
        self.shortcut.stop()
        self._stage.bring_forward(aim, self._stopped, self._on_in_front)

    def _on_in_front(self, aim: Aim) -> None:
        if self._following is not None and self._facts is not None and self._state is State.FOLLOWING:
            self._following.start(aim, self._facts, self._subject)

    def _on_followed(self, exhibit: Exhibit | None) -> None:
        """Come back as after a picture, or to the bar if nothing was taken."""
        if self._state is not State.FOLLOWING:
            return
        if exhibit is None:
            self._ready()
        else:
            self._come_back(exhibit)

    def _come_back(self, exhibit: Exhibit) -> None:
        """Show the main window again, unless Hide was pressed meanwhile."""
        was_on = self.is_on
        self._state = State.AWAY
        if was_on:
            self._saved = self._context.words("bar.taken", ref=exhibit.ref)
            self._window.show()
            self.exhibit_added.emit(exhibit)

    def _on_failed(self, error: BaseException) -> None:
        """Back to the bar with words for what happened; being stopped needs none."""
        if not self.is_on:
            return
        self._put_away()
        self._remembered.aim = None  # it may be gone: the key is not to fail twice
        self._ready()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)

    def _put_away(self) -> None:
        """Take everything of ours off the screen, and listen to no key."""
        self.shortcut.stop()
        self.choosing.stop()
        self._stage.put_away()
