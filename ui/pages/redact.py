# SPDX-License-Identifier: MIT
"""Covering parts of a picture with solid boxes, on a copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut

from app.errors import Cancelled, PicturesNotAllowed, VaultLocked
from app.model import ExhibitId
from app.redaction import drawn
from ui.covering import Covering
from ui.drawn_boxes import DrawnBoxes
from ui.messages import MessageCard
from ui.models.frames import FramesModel
from ui.override import override
from ui.redact_words import why_nothing_is_drawn
from ui.redacting import sizes_of, small_pictures, travelled_to
from ui.shown import exhibit_of
from ui.widgets.box_canvas import BoxCanvas
from ui.widgets.box_tools import BoxFoot, BoxTools
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.covering_card import CoveringCard
from ui.widgets.draft import Draft
from ui.widgets.frame_list import FrameList
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.page import Page
from ui.widgets.rows import Columns, column_of

if TYPE_CHECKING:
    from app.model import Exhibit, Original, Rect
    from app.redaction import Covered
    from ui.drawn_boxes import Boxes

SIDE_PX = 340
SAID = ("1", "2", "3", "4")


class RedactPage(Page):
    """``open_with`` takes the id of an exhibit, or of one of its pictures. ``moved_on``: ``exhibit``."""

    title_key: ClassVar[str] = "redact.page.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._exhibit: Exhibit | None = None
        self._original: Original | None = None
        self._asked: dict[ExhibitId, Boxes] = {}
        self.drawn = DrawnBoxes(self)
        self.draft = Draft(context.session, "redact", self.drawn, self)
        self.covering = Covering(context, self)
        self.back = Button(context, words("redact.page.back"), "quiet", icon="back", parent=self)
        self.lead = Label(words("redact.page.lead"), "lead", parent=self)
        self.model = FramesModel(words, self, has_joined=False)
        self.frames = FrameList(context, self.model, self)
        self.canvas = BoxCanvas(context, self)
        self.tools = BoxTools(context, self.canvas, parent=self)
        self.foot = BoxFoot(context, self.canvas, parent=self)
        self.card = CoveringCard(context, parent=self)
        self.failure = MessageCard(context, parent=self)
        self.what = Card(context, words("redact.what.title"), kind="soft", parent=self)
        self.rows = [
            NumberedRow(context, n, words(f"redact.what.{key}"), parent=self.what)
            for n, key in enumerate(SAID, start=1)
        ]
        self.keys = Card(context, words("redact.what.keys"), kind="quiet", parent=self)
        self.keys_note = Label(words("redact.canvas.keys"), "small", parent=self.keys)
        self.columns = Columns(context, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.title_row.insertWidget(0, self.back)
        for row in self.rows:
            self.what.body.addWidget(row)
        self.keys.body.addWidget(self.keys_note)
        gap_px = self.context.theme.gap_px(16)
        self.left = column_of((self.frames, self.tools, self.canvas, self.foot), gap_px, self)
        self.side = column_of((self.card, self.failure, self.what, self.keys), gap_px, self)
        self.side.setMinimumWidth(self.context.theme.text_px(SIDE_PX))
        self.columns.add(self.left, 1, top=True)
        self.columns.add(self.side, 0, top=True)
        self.content.addWidget(self.lead)
        self.content.addWidget(self.columns)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.frames.part_chosen.connect(self._show_picture)
        self.model.thumbnails_wanted.connect(self._on_small_wanted)
        self.canvas.boxes_changed.connect(self._on_drawn_by_hand)
        self.drawn.changed.connect(self._on_drawn)
        self.tools.undo.clicked.connect(self._undo)
        self.card.cover_asked.connect(self._cover)
        self.card.uncover_asked.connect(self._uncover)
        self.card.picture_wanted.connect(self._on_picture_wanted)
        self.card.progress.cancel_pressed.connect(self.covering.stop)
        self.covering.covered.connect(self._on_covered)
        self.covering.failed.connect(self._on_failed)
        self.context.session.locked.connect(self._on_locked)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self._undo)
        self._show_only(words_key="redact.page.none")

    @override
    def open_with(self, detail: object) -> None:
        """Show the picture with this id, or the first of the exhibit; without one what was shown stays."""
        if isinstance(detail, str):
            self.context.session.run(
                lambda vault: exhibit_of(vault, ExhibitId(detail)),
                owner=self,
                then=partial(self._show, ExhibitId(detail)),
                otherwise=self._on_failed,
            )

    def _show(self, original: ExhibitId, exhibit: Exhibit) -> None:
        """Show the picture, with the boxes that are burnt in, or those that were being drawn."""
        is_other = self._exhibit is None or self._exhibit.id != exhibit.id
        self._exhibit = exhibit
        if is_other:
            self.card.forget()
            self.tools.beneath.setChecked(False)
        self.failure.hide()
        self.title.set_words(self.context.words("redact.page.title.of", ref=exhibit.ref))
        if why := why_nothing_is_drawn(exhibit):
            self._show_only(words_key=why)
            return
        self._show_only(words_key="redact.page.lead", is_all=True)
        self.draft.turn_to(exhibit.id)
        self.drawn.begin(sizes_of(exhibit), drawn(exhibit))
        self.draft.settle()
        self._show_exhibit(exhibit)
        self._choose(original)

    def _show_exhibit(self, exhibit: Exhibit) -> None:
        """Show the pictures of a conversation, and the state of what is drawn."""
        self.frames.blockSignals(True)  # which of them is shown, is said by whoever shows the exhibit
        self.model.set_exhibit(exhibit if exhibit.is_run else None)
        self.frames.blockSignals(False)
        self.frames.setVisible(exhibit.is_run and len(exhibit.originals) > 1)
        self._show_state()

    def _choose(self, original: ExhibitId) -> None:
        """Show this picture of the exhibit; the first if it is none of its pictures."""
        if self._exhibit is None:
            return
        found = next((one for one in self._exhibit.originals if one.id == original), None)
        chosen = found or self._exhibit.originals[0]
        self.frames.blockSignals(True)
        self.frames.choose(self.model.index_of(chosen.id))
        self.frames.blockSignals(False)
        self._show_picture(chosen)

    def _show_picture(self, original: Original) -> None:
        """Read the original, checked against its hash value, to be drawn on."""
        self._original = original
        self.canvas.clear()
        self.canvas.setAccessibleName(self.context.words("redact.canvas.name", ref=original.ref))
        self.context.session.run(
            lambda vault: QImage.fromData(vault.original(original.id)),
            owner=self,
            then=partial(self._on_picture, original.id),
            otherwise=self._on_failed,
        )

    def _on_picture(self, original: ExhibitId, image: QImage) -> None:
        if self._original is not None and self._original.id == original:
            self.canvas.set_picture(image)
            self._show_boxes()

    def _show_boxes(self) -> None:
        """Show what is drawn on the picture, and what came along to it."""
        if self._exhibit is None or self._original is None or not self.canvas.has_picture:
            return
        self.canvas.show_boxes(self.drawn.of(self._original.id))
        came = travelled_to(self._exhibit, self._original.id)
        self.canvas.show_came(came.rects)
        self.foot.show_came(len(came.rects), came.numbers)

    def _on_drawn_by_hand(self, boxes: tuple[Rect, ...], step: str) -> None:
        if self._original is not None:
            self.drawn.put(self._original.id, boxes, step)

    def _on_drawn(self, _original: str) -> None:
        """Show what is drawn now, wherever it came from."""
        self.card.note("")
        if self._original is not None and self.canvas.boxes != self.drawn.of(self._original.id):
            self._show_boxes()
        self._show_state()

    def _show_state(self) -> None:
        """Say what is covered, and what is only drawn; mark the pictures that have either."""
        exhibit = self._exhibit
        if exhibit is None:
            return
        is_waiting = self.drawn.all != drawn(exhibit)
        self.card.show_state(exhibit, boxes=self.drawn.count, is_waiting=is_waiting)
        self.card.go.setEnabled(is_waiting and not self.covering.is_on)
        self.tools.undo.setEnabled(self.drawn.can_undo)
        covered = {one.id for one in exhibit.originals if one.redacted}
        self.model.set_marked(frozenset(covered | self.drawn.all.keys()))

    def _undo(self) -> None:
        """Take the last step back, and show the picture it was made on."""
        original = self.drawn.undo()
        if original is not None and self._original is not None and original != self._original.id:
            self._choose(original)

    def _uncover(self) -> None:
        self.drawn.clear()
        self._cover()

    def _cover(self) -> None:
        """Burn in what is drawn, and nothing else; the page may be left meanwhile."""
        if self._exhibit is None or self.covering.is_on:
            return
        self.failure.hide()
        self._asked = self.drawn.all
        self.card.set_busy(is_busy=True)
        progress = self.card.progress
        self.covering.start(self._exhibit.id, self._asked, progress.moved.emit, progress.cancelled)

    def _on_covered(self, covered: Covered) -> None:
        """Say what came of it; no other page holds what is covered now."""
        self.card.set_busy(is_busy=False)
        exhibit = covered.exhibit
        if self._exhibit is not None and self._exhibit.id == exhibit.id:
            self._exhibit = exhibit
            if self.drawn.all == self._asked:
                self.draft.clear()
            outcome = "covered" if self._asked else "gone"
            self.card.note(outcome, forgot=covered.words, also=covered.also)
            at = self._original
            self._show_exhibit(exhibit)
            if at is not None:
                self._choose(at.id)
            self.card.announce()
            (self.card.looks[0] if self.card.looks[0].isVisible() else self.back).setFocus()
        self.moved_on.emit("drop_others", None)
        self.context.session.case_changed.emit()

    def _on_failed(self, error: BaseException) -> None:
        """Nothing changed, and what is drawn is still there."""
        self.card.set_busy(is_busy=False)
        if isinstance(error, VaultLocked):
            return
        if isinstance(error, PicturesNotAllowed):
            self._show_only(words_key="path.under18.apart")
        elif isinstance(error, Cancelled):
            self.card.note("stopped")
        else:
            self.failure.show_error(error)
        self._show_state()

    def _on_picture_wanted(self, number: int) -> None:
        if self._exhibit is not None:
            self._choose(self._exhibit.originals[number - 1].id)
            self.canvas.setFocus()

    def _on_small_wanted(self, wanted: tuple[ExhibitId, ...]) -> None:
        self.context.session.run(
            partial(small_pictures, wanted),
            owner=self,
            then=self._on_small,
            otherwise=lambda _: None,  # locked meanwhile
        )

    def _on_small(self, found: dict[ExhibitId, QImage]) -> None:
        self.model.set_thumbnails({key: QPixmap.fromImage(image) for key, image in found.items()})

    def _show_only(self, *, words_key: str, is_all: bool = False) -> None:
        """Say this; with everything else, or by itself."""
        self.lead.set_words(self.context.words(words_key))
        self.columns.setVisible(is_all)

    def _leave(self) -> None:
        """Back to the picture, as it is shown now."""
        shown = self._original or self._exhibit
        self.moved_on.emit("exhibit", shown.id if shown is not None else None)

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._exhibit = self._original = None
        self._asked = {}
        self.canvas.clear()
        self.model.set_exhibit(None)
        self.drawn.begin({}, {})
        self.draft.settle()  # that nothing is drawn now, is not what is kept
        self.card.forget()
        self.title.set_words("")
        self._show_only(words_key="redact.page.none")
