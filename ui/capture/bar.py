# SPDX-License-Identifier: MIT
"""The bar that stays on top while pictures are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.floating import FloatingPanel
from ui.override import override
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent

    from ui.context import Context
    from ui.theme import Theme

WIDTH_PX, HEIGHT_PX = 750, 60
LEAST_MARGIN_PX = 8
COMES = frozenset({QEvent.Type.Enter, QEvent.Type.FocusIn})
GOES = frozenset({QEvent.Type.Leave, QEvent.Type.FocusOut})
WAITS_S = (0, 3, 5, 10)


class CaptureBar(FloatingPanel):
    """Screen, Window, Area, Conversation, how long to wait, Hide, Done.

    Signals:
        way_chosen: the name of one of the ways.
        choice_made: the name of one of the buttons that were offered.
        choice_pointed_at: pointer or keyboard is on such a button; empty when it leaves.
        wait_changed: carries the seconds.
    """

    way_chosen = Signal(str)
    choice_made = Signal(str)
    choice_pointed_at = Signal(str)
    wait_changed = Signal(int)
    hide_asked = Signal()
    done_asked = Signal()
    stopped = Signal()

    def __init__(
        self, context: Context, wait_s: int = 0, ways: Sequence[str] = ("screen", "window", "area")
    ) -> None:
        """Stay hidden until a picture is wanted; ``ways`` are the buttons, from left to right."""
        super().__init__(context, WIDTH_PX, HEIGHT_PX)
        self._words = context.words
        self._wait_s = wait_s if wait_s in WAITS_S else 0
        self.choices: dict[str, Choice] = {}
        self._build(ways)
        self._lay_out()
        self._connect()
        self._show_wait()

    @property
    def wait_s(self) -> int:
        """How many seconds to wait before a picture."""
        return self._wait_s

    def set_wait(self, seconds: int) -> None:
        """Wait so long from now on; what the button does not know counts as none."""
        self._wait_s = seconds if seconds in WAITS_S else 0
        self._show_wait()

    def show_chosen(self, way: str | None) -> None:
        """Mark the way that is being used now, or none."""
        for name, button in self.ways.items():
            button.set_role("bar_chosen" if name == way else "bar")
        tip = f"bar.tip.{way}"
        self.say(self._words(tip) if way and self._words.has(tip) else "")

    def allow(self, ways: Collection[str]) -> None:
        """Let only these ways be pressed; the others stay in their place, so that it can be said why."""
        for name, button in self.ways.items():
            button.setEnabled(name in ways)

    def say(self, words: str, *, is_good: bool = False) -> None:
        """Show one line under the buttons, or none."""
        self.line.set_words(words)
        self.tick.setVisible(is_good and bool(words))
        self._show_below()
        say_aloud(self, self.line.accessibleName())

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Show these buttons under the others, name and words of each; none takes them away."""
        for button in self.choices.values():
            self._under.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.choices = {name: self._choice(name, words) for name, words in choices}
        self._show_below()
        if choices and self.isActiveWindow():  # by keyboard the next key presses or leaves it
            self.choices[choices[0][0]].setFocus()

    def press_choice(self, letter: str) -> None:
        """Press the first of them whose words begin with this letter, if there is one."""
        for button in self.choices.values():
            if letter and button.accessibleName().lower().startswith(letter.lower()):
                button.click()
                return

    def explain_shortcut(self, key: str) -> None:
        """Name the key that takes a picture at once; empty where there is none."""
        more = self._words("bar.tip.shortcut", key=key) if key else ""
        self.wait_button.setToolTip(f"{self._words('bar.tip.wait')} {more}".strip())
        for button in self.ways.values():
            button.setToolTip(more)

    @override
    def place(self, screen_area: QRect) -> None:
        """Stand in the middle of the upper edge, in two rows where one is wider than the screen."""
        self._row.setDirection(QBoxLayout.Direction.LeftToRight)
        self._upright.show()
        self.setMinimumWidth(self._theme.text_px(WIDTH_PX))
        self.refit()
        if self.width() > screen_area.width() - 2 * LEAST_MARGIN_PX:
            self._row.setDirection(QBoxLayout.Direction.TopToBottom)
            self._upright.hide()
            self.setMinimumWidth(0)
        super().place(screen_area)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops what is being chosen."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing it is the same as Done."""
        event.ignore()
        self.done_asked.emit()

    def _choice(self, name: str, words: str) -> Choice:
        button = Choice(self._context, words, parent=self.below)
        button.setObjectName(f"choice_{name}")
        button.clicked.connect(lambda: self.choice_made.emit(name))
        button.pointed_at.connect(lambda is_on: self.choice_pointed_at.emit(name if is_on else ""))
        self._under.insertWidget(self._under.count() - 1, button)
        button.show()
        return button

    def _show_below(self) -> None:
        """Show the second line as long as there is something in it."""
        self.line.setVisible(bool(self.line.words))
        self.below.setVisible(bool(self.line.words or self.choices))
        self.refit()

    def _build(self, ways: Sequence[str]) -> None:
        self.setObjectName("capture_bar")
        self.setWindowTitle(self._words("bar.name"))
        self.setAccessibleName(self._words("bar.name"))
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)  # the chat has the keyboard, not the bar
        self.handle = Handle(self._theme, self)
        self.ways: dict[str, Button] = {}
        for way in ways:
            button = Button(self._context, self._words(f"bar.{way}"), "bar", icon=way, parent=self)
            button.setObjectName(f"{way}_button")
            self.ways[way] = button
        self.wait_button = Button(self._context, "", "bar", icon="timer", parent=self)
        self.hide_button = Button(self._context, self._words("bar.hide"), "bar", icon="hide", parent=self)
        self.done_button = Button(self._context, self._words("bar.done"), "primary", parent=self)
        for button, name in (
            (self.wait_button, "wait_button"),
            (self.hide_button, "hide_button"),
            (self.done_button, "done_button"),
        ):
            button.setObjectName(name)
        self.wait_button.setToolTip(self._words("bar.tip.wait"))
        self.below = QWidget(self)
        self.below.hide()
        self.tick = IconView(self._context, "check", colour="good", parent=self.below)
        self.line = Label("", "strong", wraps=False, parent=self.below)
        self.line.setObjectName("line")

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(6)
        first = _side_by_side(self.handle, *self.ways.values())
        first.addStretch()  # buttons must not move when the words below them change
        self._row.addLayout(first)
        self._upright = _upright(self)
        self._row.addWidget(self._upright)
        rest = _side_by_side(self.wait_button, self.hide_button, self.done_button)
        rest.insertStretch(0)
        self._row.addLayout(rest, 1)
        said = _side_by_side(self.tick, self.line)
        said.addStretch()
        self._under = _side_by_side()
        self._under.addStretch()  # a row of its own: buttons must not move when the words change
        under = QVBoxLayout(self.below)
        under.setContentsMargins(38, 0, 8, 4)
        under.addLayout(said)
        under.addLayout(self._under)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 7, 8, 7)
        column.setSpacing(6)
        column.addLayout(self._row)
        column.addWidget(self.below)

    def _connect(self) -> None:
        for way, button in self.ways.items():
            button.clicked.connect(lambda _=False, way=way: self.way_chosen.emit(way))
        self.wait_button.clicked.connect(self._on_wait)
        self.hide_button.clicked.connect(self.hide_asked)
        self.done_button.clicked.connect(self.done_asked)

    def _on_wait(self) -> None:
        """Go to the next wait: none, 3, 5, 10 seconds."""
        self._wait_s = WAITS_S[(WAITS_S.index(self._wait_s) + 1) % len(WAITS_S)]
        self._show_wait()
        self.wait_changed.emit(self._wait_s)

    def _show_wait(self) -> None:
        """Say how long it waits; the button keeps its width."""
        key = "bar.wait.some" if self._wait_s else "bar.wait.none"
        self.wait_button.set_words(self._words(key, n=self._wait_s))
        self.wait_button.set_role("bar_chosen" if self._wait_s else "bar")
        self.wait_button.setMinimumWidth(self._theme.text_px(132))


class Handle(QWidget):
    """Six dots that say: this can be moved."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Take its place; the bar itself does the moving."""
        super().__init__(parent)
        self._theme = theme
        self.setFixedSize(26, 30)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("control"))
        for x in (9, 17):
            for y in (7, 14, 21):
                painter.drawEllipse(x, y, 3, 3)


class Choice(Button):
    """A button that says when it is pointed at, by the pointer or the keyboard."""

    pointed_at = Signal(bool)

    def __init__(self, context: Context, words: str, parent: QWidget) -> None:
        """Show the words."""
        super().__init__(context, words, parent=parent)

    @override
    def event(self, event: QEvent) -> bool:
        """Tell when pointer or keyboard come and go."""
        if event.type() in COMES | GOES:
            self.pointed_at.emit(event.type() in COMES)
        return super().event(event)


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Return a row of them."""
    row = QHBoxLayout()
    row.setSpacing(6)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _upright(parent: QWidget) -> QFrame:
    """Return a thin line between the ways and the rest."""
    line = QFrame(parent)
    line.setProperty("kind", "upright")
    line.setFixedSize(1, 32)
    return line
