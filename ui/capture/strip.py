# SPDX-License-Identifier: MIT
"""The panel beside the chat while a conversation is taken, and its short form where there is less room.

It stands on top, never takes the keyboard from the chat by itself, and is never inside what is taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.capture.floating import FloatingPanel
from ui.capture.strip_card import AdviceCard
from ui.capture.strip_frames import FramesView
from ui.capture.strip_states import Press, StripState, Tone
from ui.override import override
from ui.said_aloud import say_aloud
from ui.widgets.button import Button
from ui.widgets.label import Label, plain

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QMouseEvent

    from ui.context import Context

WIDTH_PX, HEIGHT_PX = 370, 656
LINE_WIDTH_PX, LINE_HEIGHT_PX = 740, 76
PADDING_PX = 20
SEPARATOR = " · "


class RunPanel(FloatingPanel):
    """What both forms share: the buttons, and saying aloud what has changed.

    Attributes:
        was_moved: the person took hold of it and put it elsewhere.

    Signals:
        pressed: carries the Press.
        hide_asked: everything is to vanish.
    """

    pressed = Signal(object)
    hide_asked = Signal()

    def __init__(self, context: Context, width_px: int, height_px: int) -> None:
        """Wait to be shown."""
        super().__init__(context, 1, 1)
        self.setMinimumSize(context.theme.control_px(width_px), height_px)
        self._words = context.words
        self._said = ""
        self.was_moved = False
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self._words("conversation.title"))
        self.setAccessibleName(self._words("conversation.title"))
        self.buttons = {press: self._button(press) for press in Press}
        self.hide_button = Button(context, self._words("conversation.hide"), "hide", icon="hide", parent=self)
        self.hide_button.setObjectName("hide_button")
        self.hide_button.clicked.connect(self.hide_asked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocus()  # a panel that was pressed beside its buttons does nothing at Enter

    def put(self, area: QRect, *, by_hand: bool = False) -> None:
        """Stand there; ``by_hand``: where the person put it."""
        self.was_moved = by_hand
        if self.geometry() != area:
            self.setGeometry(area)

    def size_for(self, room_px: int) -> QSize | None:
        """Return how large it is where there is this much room, or None if it does not fit."""
        raise NotImplementedError

    def show_state(self, state: StripState) -> None:
        """Show the buttons of this moment; say the card aloud where it has changed."""
        shown = dict(state.buttons)
        if any(button.hasFocus() and press not in shown for press, button in self.buttons.items()):
            self.setFocus()  # or Qt hands the keyboard of a button that goes to the next one: Hide
        for press, button in self.buttons.items():
            button.setVisible(press in shown)
            if press in shown:
                button.set_words(shown[press])
                role = "primary" if press is state.primary else "secondary"
                if button.role != role:
                    button.set_role(role)
        if state.is_passing:
            return
        said = plain(f"{state.head} {state.how}".strip())
        if said != self._said and self.isVisible():
            say_aloud(self, said, is_urgent=state.is_urgent)
        self._said = said

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move along, and stay where the person puts it."""
        super().mouseMoveEvent(event)
        self.was_moved = self.was_moved or bool(event.buttons() & Qt.MouseButton.LeftButton)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """It goes when the run ends; closing it by the system's way ends the run."""
        event.ignore()
        ends = [Press.FINISH, Press.CANCEL, Press.SKIP]
        self.pressed.emit(next((one for one in ends if not self.buttons[one].isHidden()), Press.FINISH))

    def _button(self, press: Press) -> Button:
        button = Button(self._context, "", parent=self)
        button.setObjectName(f"{press.name.lower()}_button")
        button.clicked.connect(lambda: self.pressed.emit(press))
        button.hide()
        return button


class StripPanel(RunPanel):
    """The whole panel: how many, the card, the pictures as they meet, the buttons."""

    def __init__(self, context: Context) -> None:
        """Wait to be shown."""
        super().__init__(context, WIDTH_PX, 1)
        self.setObjectName("strip_panel")
        self.title = Label(self._words("conversation.title"), "h3", wraps=False, parent=self)
        self.count = Label("", "small", wraps=False, parent=self)
        self.card = AdviceCard(context, self)
        self.frames = FramesView(context, self)
        self.gaps = Label("", "small_strong", wraps=False, parent=self)
        self.saved = Label("", "small", wraps=False, parent=self)
        self.foot = QWidget(self)
        self.note = Label("", "small", parent=self.foot)
        under = QVBoxLayout(self.foot)
        under.setContentsMargins(0, context.theme.gap_px(10), 0, 0)
        under.addWidget(self.note)
        for name in ("title", "count", "gaps", "saved", "note"):
            getattr(self, name).setObjectName(name)
        self.gaps.setProperty("tone", "attention")
        self._lay_out()

    @override
    def show_state(self, state: StripState) -> None:
        """Show everything of this moment."""
        super().show_state(state)
        self.card.show_state(state)
        for label, words in (
            (self.count, state.count),
            (self.gaps, state.gaps),
            (self.saved, state.saved),
        ):
            label.set_words(words)
            label.setVisible(bool(words))
        self.note.set_words(state.note)
        self.foot.setVisible(bool(state.note))

    @override
    def size_for(self, room_px: int) -> QSize | None:
        """Return how large it is where there is this much height."""
        width = max(self.minimumWidth(), self._column.minimumSize().width())
        wanted = self._column.totalHeightForWidth(width)
        least = wanted - self.frames.sizeHint().height() + self.frames.minimumSizeHint().height()
        if self.frames.isHidden():
            return QSize(width, wanted) if wanted <= room_px else None
        usual = max(wanted, self._theme.gap_px(HEIGHT_PX))  # it does not jump when the card says more
        return QSize(width, min(usual, room_px)) if least <= room_px else None

    def _lay_out(self) -> None:
        gap = self._theme.gap_px
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.count)
        head = QHBoxLayout()
        head.addLayout(names, 1)
        head.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignTop)
        told = QHBoxLayout()
        told.addWidget(self.gaps)
        told.addStretch(1)
        told.addWidget(self.saved)
        self._column = column = QVBoxLayout(self)
        side = gap(PADDING_PX)
        column.setContentsMargins(side, gap(16), side, side)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(gap(12))
        column.addWidget(self.card)
        column.addSpacing(gap(14))
        column.addWidget(self.frames, 1)
        column.addSpacing(gap(11))
        column.addLayout(told)
        column.addSpacing(gap(11))
        column.addLayout(self._button_row())
        column.addWidget(self.foot)

    def _button_row(self) -> QBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._theme.gap_px(10))
        for press, button in self.buttons.items():
            policy = button.sizePolicy()
            policy.setHorizontalPolicy(policy.Policy.Minimum)
            button.setSizePolicy(policy)
            row.addWidget(button, 2 if press in {Press.FINISH, Press.BEGIN} else 1)
        return row


class StripLine(RunPanel):
    """The short form: one line, above or under the chat."""

    def __init__(self, context: Context) -> None:
        """Wait to be shown."""
        super().__init__(context, LINE_WIDTH_PX, context.theme.control_px(LINE_HEIGHT_PX))
        self.setObjectName("strip_line")
        self.head = Label("", "small_strong", parent=self)
        self.count = Label("", "small", parent=self)
        for name in ("head", "count"):
            getattr(self, name).setObjectName(name)
        gap = context.theme.gap_px
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addStretch(1)
        texts.addWidget(self.head)
        texts.addWidget(self.count)
        texts.addStretch(1)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(gap(16), gap(8), gap(10), gap(8))
        row.setSpacing(gap(8))
        row.addLayout(texts, 1)
        row.addSpacing(gap(8))
        for button in (*self.buttons.values(), self.hide_button):
            row.addWidget(button)

    @override
    def show_state(self, state: StripState) -> None:
        """Show what is to be done, how many pictures and gaps there are, and the buttons."""
        super().show_state(state)
        self.head.set_words(state.head)
        tone = "attention" if state.tone is Tone.WARM else ""
        if self.head.property("tone") != tone:
            self.head.setProperty("tone", tone)
            self.head.style().unpolish(self.head)
            self.head.style().polish(self.head)
        told = state.how if state.is_urgent else SEPARATOR.join(filter(None, (state.count, state.gaps)))
        self.count.set_words(told)

    @override
    def size_for(self, room_px: int) -> QSize | None:
        """Return how large it is where there is this much width."""
        width = max(self.minimumWidth(), self._row.minimumSize().width())
        if width > room_px:
            return None
        return QSize(width, max(self.minimumHeight(), self._row.totalHeightForWidth(width)))
