# SPDX-License-Identifier: MIT
"""The form of one payment with its buttons: keep it, leave it, take it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.focus_order import order_focus
from ui.widgets.label import Label
from ui.widgets.payment_form import NEW, PaymentForm
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from app.model import Entry, Payment
    from ui.context import Context
    from ui.widgets.payment_more import Offers


class PaymentEditor(Card):
    """Hidden until a payment is opened; each opening has a form of its own.

    Signals:
        filled: keep this; carries the entry it changes, or None, and the payment.
        left: nothing is kept; what was typed waits as a draft.
        back_wanted: the payment is to be taken back; carries its entry.
    """

    filled = Signal(object, object)
    left = Signal()
    back_wanted = Signal(object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show no form yet."""
        super().__init__(context, " ", title_role="h2", padding_px=24, parent=parent)
        self._context = context
        self._entry: Entry[Payment] | None = None
        self._is_narrow = False
        self.form: PaymentForm | None = None
        words = context.words
        self.again = Label(words("payments.page.again"), "hint", parent=self)
        self.keep = Button(context, words("payments.form.keep"), "primary", parent=self)
        self.cancel = Button(context, words("payments.form.cancel"), "quiet", parent=self)
        self.back = Button(context, words("payments.form.back"), "quiet", parent=self)
        self.back_hint = Label(words("payments.form.back.hint"), "small", parent=self)
        self.buttons = QWidget(self)
        flow = Flow(self.buttons, gap_px=context.theme.gap_px(10))
        for button in (self.keep, self.cancel, self.back):
            flow.addWidget(button)
        for name in ("again", "keep", "cancel", "back", "back_hint", "buttons"):
            getattr(self, name).setObjectName(name)
        self.body.setSpacing(context.theme.gap_px(14))
        for widget in (self.again, self.buttons, self.back_hint):
            self.body.addWidget(widget)
        self.keep.clicked.connect(self._on_keep)
        self.cancel.clicked.connect(self.left)
        self.back.clicked.connect(lambda: self.back_wanted.emit(self._entry))
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether a form is shown."""
        return self.form is not None

    @property
    def entry(self) -> Entry[Payment] | None:
        """The payment that is changed; None for a new one, or while no form is shown."""
        return self._entry

    def open(self, entry: Entry[Payment] | None, offers: Offers) -> None:
        """Show the form of this payment, or of a new one with what was typed before."""
        self.close_form()
        self._entry = entry
        key = "title.change" if entry else "title"
        self.title.set_words(self._context.words(f"payments.form.{key}"))
        self.form = PaymentForm(
            self._context,
            kept_before=entry.fact if entry else None,
            offers=offers,
            drafts=f"pay.{entry.id}" if entry else NEW,
            parent=self,
        )
        self.form.setObjectName("form")
        self._bend()
        self.body.insertWidget(1, self.form)
        self.again.setVisible(entry is None)
        for widget in (self.back, self.back_hint):
            widget.setVisible(entry is not None)
        self.form.changed.connect(self._show_keep)
        self.form.reordered.connect(lambda: order_focus(self))
        order_focus(self)
        self._show_keep()
        self.show()

    def close_form(self) -> None:
        """Let the form go; its drafts stay."""
        if self.form is not None:
            self.body.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = self._entry = None
        self.hide()

    def kept(self) -> None:
        """Let the form go and forget its drafts: all of it is kept."""
        if self.form is not None:
            self.form.forget()
        self.close_form()

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Remember it for the next form."""
        self._is_narrow = narrow

    def _bend(self) -> None:
        """What is made while the window is narrow is narrow too."""
        for part in self.findChildren(QWidget) if self._is_narrow else ():
            bend = getattr(part, "set_narrow", None)
            if bend is not None:
                bend(True)

    def _show_keep(self) -> None:
        """Nothing to keep, no button to press; a button that does nothing would be a riddle."""
        self.keep.setVisible(self.form is not None and not self.form.is_empty)

    def _on_keep(self) -> None:
        if self.form is not None:
            self.filled.emit(self._entry, self.form.payment(self._context.clock.now().utc))
