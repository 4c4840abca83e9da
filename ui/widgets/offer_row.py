# SPDX-License-Identifier: MIT
"""One thing that stands in a picture: enlarged, as it was read, and what the person may say of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.search.offer import Becomes, OfferKind
from ui.legible import legible
from ui.offer_words import adding_to, button_of, is_of_no_app, kept_in, kind_of, notes_of, signs_of
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.found_crop import FoundCrop
from ui.widgets.icon_view import StatusRing
from ui.widgets.label import Label
from ui.widgets.marked_text import MarkedText
from ui.widgets.rows import Flow
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QEnterEvent, QImage

    from app.search.becoming import Where
    from app.search.keeping import Kept, OfferState
    from app.search.offer import Offer
    from ui.context import Context

IN_WORDS = frozenset({OfferKind.DEADLINE, OfferKind.DAY})
ACCOUNTS = frozenset({Becomes.ACCOUNT, Becomes.OWN})
MOST_PAYMENTS = 2  # payments that a number may be added to, the newest
FOCUS = {QEvent.Type.FocusIn: True, QEvent.Type.FocusOut: False}


class OfferRow(QFrame):
    """Nothing is kept until one of its buttons is pressed.

    Signals:
        keep_wanted: carries as what; ``add_wanted`` the entry of a payment it belongs to.
        change_wanted: carries what is kept; so does ``back_wanted``, to take it back.
        closer_wanted: the page that finds the ID is wanted.
        pointed: carries whether the mouse or the keyboard is in the row.
    """

    keep_wanted = Signal(object)
    add_wanted = Signal(object)
    change_wanted = Signal(object)
    back_wanted = Signal(object)
    closer_wanted = Signal()
    pointed = Signal(bool)

    def __init__(
        self,
        context: Context,
        state: OfferState,
        where: Where,
        *,
        is_back: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show the offer, and what is kept of it; ``is_back`` says that this was just taken back."""
        super().__init__(parent)
        self._context = context
        self.state = state
        self._has_mouse = self._has_keys = False
        self.setProperty("kind", "row")
        self.what = Label(kind_of(context, state.offer), "strong", parent=self)
        self.crop = FoundCrop(context, parent=self)
        self.crop.hide()
        self.value = _value(context, state.offer, self)
        for name in ("what", "crop", "value"):
            getattr(self, name).setObjectName(name)
        self.notes = [
            Verbatim(context, note, "small", parent=self) for note in notes_of(context, state.offer)
        ]
        self.look = Label(context.words("offer.say.look"), "strong", parent=self)
        self.look.setObjectName("look")
        self.look.setVisible(state.offer.is_doubtful)
        self.back = Label(context.words("offer.kept.back"), parent=self)
        self.back.setObjectName("back")
        self.back.setVisible(is_back and not state.kept)
        self.buttons: dict[str, Button] = {}
        self._lay_out([self._kept(one) for one in state.kept], self._open(where))

    def show_picture(self, picture: QImage) -> None:
        """Cut it out of the picture; a code that can be spent is not enlarged."""
        is_shown = not picture.isNull() and not self.state.offer.is_secret
        if is_shown:
            self.crop.show_part(picture, self.state.offer.rect)
        self.crop.setVisible(is_shown)

    def set_last(self, *, is_last: bool) -> None:
        """Have no line under it, as the last of a list."""
        self.setProperty("last", is_last)
        self.style().unpolish(self)
        self.style().polish(self)

    def take_focus(self) -> None:
        """The keyboard is at its first button."""
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def enterEvent(self, event: QEnterEvent) -> None:
        """Say that the mouse is here."""
        super().enterEvent(event)
        self._point(has_mouse=True)

    @override
    def leaveEvent(self, event: QEvent) -> None:
        """Say that the mouse is gone."""
        super().leaveEvent(event)
        self._point(has_mouse=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when the keyboard comes to one of the buttons, or leaves it."""
        if event.type() in FOCUS:
            self._point(has_keys=FOCUS[event.type()])
        return super().eventFilter(watched, event)

    def _point(self, *, has_mouse: bool | None = None, has_keys: bool | None = None) -> None:
        """Say when the row is pointed at first, and when by nothing any more."""
        before = self._has_mouse or self._has_keys
        self._has_mouse = self._has_mouse if has_mouse is None else has_mouse
        self._has_keys = self._has_keys if has_keys is None else has_keys
        if before != (self._has_mouse or self._has_keys):
            self.pointed.emit(not before)

    def _open(self, where: Where) -> list[Button]:
        """Return the buttons that keep it as something."""
        words, offer = self._context.words, self.state.offer
        if is_of_no_app(offer, where) and self.state.open:
            return [self._button("app", words("offer.do.app"), self.closer_wanted.emit)]
        made = [
            self._button(str(one), button_of(self._context, offer, one), partial(self.keep_wanted.emit, one))
            for one in self.state.open
        ]
        for number, entry in enumerate(self.state.payments[:MOST_PAYMENTS]):
            add = partial(self.add_wanted.emit, entry)
            made.insert(number, self._button(f"add_{number}", adding_to(self._context, entry.fact), add))
        if offer.doubts and ACCOUNTS.intersection(self.state.open):
            made.append(self._button("closer", words("offer.do.closer"), self.closer_wanted.emit, "quiet"))
        return made

    def _kept(self, kept: Kept) -> QWidget:
        """Return that it is kept, with the ways to change that."""
        words, gap = self._context.words, self._context.theme.gap_px
        part = QWidget(self)
        said = Label(kept_in(self._context, kept), parent=part)
        said.setObjectName(f"kept_{kept.becomes}")
        change = partial(self.change_wanted.emit, kept)
        made = [self._button(f"change_{kept.becomes}", words("offer.do.change"), change, "quiet")]
        if kept.is_from_here:
            back = partial(self.back_wanted.emit, kept)
            made.append(self._button(f"back_{kept.becomes}", words("offer.do.back"), back, "quiet"))
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(said)
        texts.addWidget(self._flow(made))
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(gap(12))
        row.addWidget(StatusRing(self._context, is_done=True, parent=part), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        return part

    def _button(
        self, name: str, words: str, pressed: Callable[[], object], role: str = "secondary"
    ) -> Button:
        button = Button(self._context, words, role, parent=self)
        button.setObjectName(name)
        spoken = f"{self.what.words} {legible(self.state.offer.shown)}"
        button.setAccessibleName(self._context.words("offer.do.of", button=words, what=spoken))
        button.clicked.connect(lambda _=False: pressed())
        button.installEventFilter(self)
        self.buttons[name] = button
        return button

    def _flow(self, buttons: list[Button]) -> QWidget:
        held = QWidget(self)
        held.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # as the value: no wider
        flow = Flow(held, gap_px=self._context.theme.gap_px(8))
        for button in buttons:
            flow.addWidget(button)
        return held

    def _lay_out(self, kept: list[QWidget], made: list[Button]) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap(14), 0, gap(14))
        column.setSpacing(gap(6))
        for part in (self.what, self.crop, self.value, self.look, *self.notes, *kept, self.back):
            column.addWidget(part)
        if made:
            column.addSpacing(gap(4))
            column.addWidget(self._flow(made))


def _value(context: Context, offer: Offer, parent: QWidget) -> QWidget:
    """Return what stands there: a number sign by sign, the doubtful ones marked; their words as words."""
    if offer.kind in IN_WORDS:
        return Verbatim(context, offer.shown, parent=parent)
    value = MarkedText(context, parent=parent)
    policy = value.sizePolicy()
    policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # a long one goes on below, and widens no column
    value.setSizePolicy(policy)
    value.set_cells(
        [(sign if sign.isprintable() else "\u00b7", is_marked) for sign, is_marked in signs_of(offer)]
    )
    return value
