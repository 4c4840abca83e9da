# SPDX-License-Identifier: MIT
"""One small area that was drawn on the path of words: held in memory, covered, and kept only after a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QImage

from app.errors import PicturesNotAllowed
from app.intake.words_area import confirmed
from app.model import Acquisition
from ui.capture.setting import Subject
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.covered_picture import CoveredPicture
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.rows import column_of, flow_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from app.model import Exhibit

WIDTH_PX, COVER_PX, PICTURE_PX = 640, 220, 420


class WordsAreaPage(Page):
    """Opened with an Acquisition that was not stored. ``moved_on``: ``capture`` for another, ``words_only``.

    Whatever is no yes drops it: No, another page, Hide, Lock, the closing of the window.
    """

    title_key: ClassVar[str] = "path.under18.area.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._held: Acquisition | None = None
        self.how = Label(words("path.under18.area.how"), "lead", parent=self)
        self.ask = Card(context, words("path.under18.area.ask"), padding_px=24, title_role="h2", parent=self)
        self.picture = CoveredPicture(context, self.ask)
        self.picture.view.setAccessibleName(words("path.under18.area.name"))
        self.why = Label(words("path.under18.area.why"), parent=self.ask)
        self.yes = Button(context, words("path.under18.area.yes"), "big_secondary", parent=self.ask)
        self.no = Button(context, words("path.under18.area.no"), "big_secondary", parent=self.ask)
        self.said = Verdict(context, parent=self)
        self.draw = Button(context, words("path.under18.area.open"), "big", icon="area", parent=self)
        self.back = Button(context, words("path.under18.area.words"), "big_quiet", icon="pencil", parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        theme = self.context.theme
        self.ask.body.setSpacing(theme.gap_px(14))
        for part in (self.picture, self.why, flow_of((self.yes, self.no), theme.gap_px(12), self.ask)):
            self.ask.body.addWidget(part)
        buttons = flow_of((self.draw, self.back), theme.gap_px(12), self)
        column = column_of((self.how, self.ask, self.said, buttons), theme.gap_px(16), self)
        column.setMaximumWidth(theme.text_px(WIDTH_PX))
        self.content.addWidget(column)

    @override
    def _connect(self) -> None:
        self.picture.show_asked.connect(self._on_show)
        self.yes.clicked.connect(self._on_yes)
        self.no.clicked.connect(self._on_no)
        self.draw.clicked.connect(lambda: self.moved_on.emit("capture", Subject(is_of_words=True)))
        self.back.clicked.connect(lambda: self.moved_on.emit("words_only", None))
        self.context.session.locking.connect(self._drop)

    @override
    def open_with(self, detail: object) -> None:
        """Ask about an area that was just drawn; without one say how to draw it."""
        self._held = detail if isinstance(detail, Acquisition) else None
        self.said.clear()
        self._show_state()

    @override
    def refresh(self) -> None:
        """Show the question, or what to do without one."""
        self._show_state()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Drop what was not answered: another page is shown, or the window goes."""
        self._drop()
        super().hideEvent(event)

    @property
    def is_asking(self) -> bool:
        """Whether an area is held in memory."""
        return self._held is not None

    def _on_show(self) -> None:
        """Take the cover away: the person asked."""
        if self._held is not None:
            self.picture.setMaximumHeight(self.context.theme.text_px(PICTURE_PX))
            self.picture.show_picture(QImage.fromData(self._held.data))

    def _on_yes(self) -> None:
        """Keep it as what the person says it is."""
        if self._held is None:
            return
        try:
            kept = confirmed(self._held, self.context.clock.now().utc)
        except PicturesNotAllowed:  # it is no small area: then no answer makes it one
            self._on_no()
            return
        self._drop()
        self.context.session.run(lambda vault: vault.add_exhibit(kept), owner=self, then=self._on_kept)

    def _on_no(self) -> None:
        self._drop()
        words = self.context.words
        self.said.say("hint", words("path.under18.area.dropped"), "")

    def _on_kept(self, exhibit: Exhibit) -> None:
        words = self.context.words
        kept, note = words("path.under18.area.kept", ref=exhibit.ref), words("path.under18.area.kept.note")
        self.said.say("good", kept, note)
        self.context.session.exhibit_added.emit(exhibit)
        self.context.session.case_changed.emit()

    def _drop(self) -> None:
        """Nothing of the area is held any more: its bytes, its pixels, what was drawn of it."""
        self._held = None
        self._show_state()

    def _show_state(self) -> None:
        """Show the question, or what to do without one."""
        words = self.context.words
        self.picture.setMaximumHeight(self.context.theme.text_px(COVER_PX))
        self.picture.cover_up(words("path.under18.area.covered"), words("path.under18.area.show"))
        self.ask.setVisible(self.is_asking)
        for part in (self.how, self.draw, self.back):
            part.setVisible(not self.is_asking)
