# SPDX-License-Identifier: MIT
"""Whether what is drawn is covered yet, and the one button that covers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.redact_words import also_line, forgot_line, gap_line, happened_line, to_look_at, waiting_pictures
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.progress import Progress
from ui.widgets.rows import flow_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit
    from ui.context import Context

MOST_LOOKS = 3  # buttons that lead to a picture


class CoveringCard(Card):
    """Signals: ``cover_asked``; ``uncover_asked``; ``picture_wanted`` carries its number, from 1."""

    cover_asked = Signal()
    uncover_asked = Signal()
    picture_wanted = Signal(int)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Have nothing to cover."""
        super().__init__(context, parent=parent)
        words = context.words
        self._words = words
        self._outcome, self._forgot = "", 0
        self._also: tuple[str, ...] = ()
        self.said = Verdict(context, is_aloud=False, parent=self)
        self.gap = Verdict(context, is_aloud=False, parent=self)
        self.looks = [Button(context, "", parent=self) for _ in range(MOST_LOOKS)]
        self.look_line = flow_of(self.looks, context.theme.gap_px(8), self)
        self.waiting = Label("", "strong", parent=self)
        self.kept = Label(words("redact.cover.kept"), "small", parent=self)
        self.go = Button(context, words("redact.cover.go"), "primary", parent=self)
        self.uncover = Button(context, words("redact.cover.uncover"), "quiet", parent=self)
        self.progress = Progress(context, words_key="redact.cover.working", parent=self)
        for name in ("said", "gap", "look_line", "waiting", "kept", "go", "uncover", "progress"):
            getattr(self, name).setObjectName(name)
            self.body.addWidget(getattr(self, name))
        self._look_at: tuple[int, ...] = ()
        for place, button in enumerate(self.looks):
            button.setObjectName(f"look_{place}")
            button.clicked.connect(partial(self._on_look, place))
        self.go.clicked.connect(self.cover_asked)
        self.uncover.clicked.connect(self.uncover_asked)

    def show_state(self, exhibit: Exhibit, *, boxes: int, is_waiting: bool) -> None:
        """Say what is covered in the case, and what is only drawn so far.

        Args:
            exhibit: as the case has it.
            boxes: how many are drawn now.
            is_waiting: what is drawn is not what is covered.
        """
        happened = happened_line(self._words, exhibit)
        self._say(happened, is_waiting=is_waiting)
        self._show_gap(exhibit, is_shown=not is_waiting)
        self._show_waiting(boxes, is_covered=bool(happened), is_waiting=is_waiting)

    def note(self, outcome: str, *, forgot: int = 0, also: tuple[str, ...] = ()) -> None:
        """Remember how the last covering ended, for the next ``show_state``.

        Args:
            outcome: ``covered``, ``gone`` where everything was uncovered, ``stopped``; empty: long past.
            forgot: how many lines of text were forgotten with it.
            also: numbers of exhibits that hold the same picture.
        """
        self._outcome, self._forgot, self._also = outcome, forgot, also

    def set_busy(self, *, is_busy: bool) -> None:
        """Show how far it is in place of the buttons, or the buttons again."""
        (self.progress.begin if is_busy else self.progress.end)()
        self.go.setEnabled(not is_busy)
        self.uncover.setEnabled(not is_busy)

    def announce(self) -> None:
        """Let a screen reader say what came of it: the eye is on the button that was pressed."""
        told = [part.accessibleName() for part in (self.said, self.gap) if part.kind]
        say_aloud(self, " ".join(told))

    def forget(self) -> None:
        """Hold nothing of a case that was locked, or of an exhibit that is not shown any more."""
        self.note("")
        self._look_at = ()
        for part in (self.said, self.gap):
            part.clear()

    def _on_look(self, place: int) -> None:
        self.picture_wanted.emit(self._look_at[place])

    def _say(self, happened: str, *, is_waiting: bool) -> None:
        key = self._outcome if self._outcome == ("stopped" if is_waiting else "gone") else ""
        if happened and not is_waiting:
            told = (also_line(self._words, self._also), forgot_line(self._words, self._forgot))
            self.said.say("good", happened, " ".join(filter(None, told)))
        elif key:
            self.said.say("hint", self._words(f"redact.cover.{key}"), self._words(f"redact.cover.{key}.note"))
        else:
            self.said.clear()

    def _show_gap(self, exhibit: Exhibit, *, is_shown: bool) -> None:
        line = gap_line(self._words, exhibit) if is_shown else ""
        to_see = () if waiting_pictures(exhibit) else to_look_at(exhibit)
        self._look_at = tuple(one[0] for one in to_see[:MOST_LOOKS]) if line else ()
        if line:
            self.gap.say("hint", line)
        else:
            self.gap.clear()
        for place, button in enumerate(self.looks):
            button.setVisible(place < len(self._look_at))
            if place < len(self._look_at):
                button.set_words(self._words("redact.cover.look", n=self._look_at[place]))
        self.look_line.setVisible(bool(self._look_at))

    def _show_waiting(self, boxes: int, *, is_covered: bool, is_waiting: bool) -> None:
        key = "boxes" if boxes else "none"
        if is_waiting:
            self.waiting.set_words(self._words(f"redact.cover.waiting.{key}", n=boxes))
        else:
            is_said = is_covered or self.said.kind != ""
            self.waiting.set_words("" if is_said else self._words("redact.cover.nothing"))
        self.waiting.setVisible(bool(self.waiting.words))
        self.kept.setVisible(is_waiting)
        is_away = is_waiting and not boxes
        self.go.set_words(self._words("redact.cover.waiting.none.go" if is_away else "redact.cover.go"))
        self.go.setVisible(is_waiting or not is_covered)
        self.go.setEnabled(is_waiting)
        self.uncover.setVisible(is_covered and not is_away)
