# SPDX-License-Identifier: MIT
"""One exhibit: the picture, what it shows, its facts, and what happened to it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.errors import PicturesNotAllowed
from app.model import DerivativeRecord, Exhibit, ExhibitId, Listed
from ui.cover_words import COVERS
from ui.exhibit_story import story_of
from ui.models.exhibits import is_covered
from ui.models.finds import Find
from ui.shown import exhibit_of
from ui.widgets.button import Button
from ui.widgets.covered_line import CoveredLine
from ui.widgets.covered_picture import CoveredPicture
from ui.widgets.exhibit_facts import ExhibitFactsCard
from ui.widgets.exhibit_proof import ExhibitProof
from ui.widgets.exhibit_run import ExhibitRun, read_part
from ui.widgets.exhibit_words import ExhibitWordsCard
from ui.widgets.found_places import FoundPlaces
from ui.widgets.neighbours import Neighbours
from ui.widgets.offers_card import OffersCard
from ui.widgets.page import Page
from ui.widgets.rows import Columns, column_of, flow_of
from ui.widgets.withdraw_card import WithdrawCard
from ui.widgets.zoom_row import ZoomRow

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from app.model import Rect
    from ui.exhibit_story import Story
    from ui.models.frames import Part

FACTS_PX = 340


class ExhibitPage(Page):
    """Shows the exhibit it is opened with.

    Signals:
        went_back: all evidence is wanted.
        exhibit_revised: carries the Exhibit as it is now.
    """

    went_back = Signal()
    exhibit_revised = Signal(object)

    def _build(self) -> None:
        words = self.context.words
        self._exhibit: Exhibit | None = None
        self.back = Button(self.context, words("exhibit.page.back"), "quiet", icon="back", parent=self)
        self.neighbours = Neighbours(self.context, self)
        self.older, self.newer = self.neighbours.older, self.neighbours.newer
        self.picture = CoveredPicture(self.context, self)
        self.zoom = ZoomRow(self.context, self.picture.view, self)
        self.covered_line = CoveredLine(self.context, self)
        self.cover_button = Button(self.context, words("exhibit.page.body"), icon="hide", parent=self)
        self.run = ExhibitRun(self.context, self)
        self.places = FoundPlaces(self.context, self.picture, self.run, self)
        self.words_card = ExhibitWordsCard(self.context, self)
        self.withdraw_card = WithdrawCard(self.context, self)
        self.offers_card = OffersCard(self.context, parent=self)
        self.facts_card = ExhibitFactsCard(self.context, self)
        self.columns = Columns(self.context, parent=self)
        self.proof = ExhibitProof(self.context, self)
        self.name_children()

    def _lay_out(self) -> None:
        self.title_row.insertWidget(0, self.back)
        self.steps = QHBoxLayout()
        self.title_row.addLayout(self.steps)
        self.steps_narrow = QHBoxLayout()
        self.content.addLayout(self.steps_narrow)
        self._place_steps()
        gap_px = self.context.theme.gap_px(16)
        under = flow_of((self.zoom, self.covered_line.parts_button, self.cover_button), gap_px, self)
        shown = (self.places, self.run.frames, self.picture, self.covered_line, under)
        left = column_of((*shown, self.words_card, self.withdraw_card), gap_px, self)
        right = column_of((self.run.run_card, self.offers_card, self.facts_card), gap_px, self)
        right.setMinimumWidth(self.context.theme.text_px(FACTS_PX))
        self.columns.add(left, 1, top=True)
        self.columns.add(right, 0, top=True)
        self.content.addWidget(self.columns)
        self.content.addWidget(self.proof)

    def _connect(self) -> None:
        self.back.clicked.connect(self.went_back)
        self.neighbours.chosen.connect(self._open)
        self.picture.show_asked.connect(self._read_picture)
        self.picture.cover_changed.connect(self.zoom.setDisabled)
        self.cover_button.clicked.connect(self._on_cover)
        self.covered_line.opened.connect(self._on_parts)
        self.covered_line.original_asked.connect(self._read_picture)
        self.covered_line.changed.connect(self._show)
        self.words_card.shows_written.connect(lambda shows: self._revise(shows=shows or None))
        self.run.part_chosen.connect(self._on_part)
        self.withdraw_card.confirmed.connect(self._on_withdraw)
        self.withdraw_card.removal_wanted.connect(self._on_removal)
        self.offers_card.outlined.connect(self._on_outlined)
        self.offers_card.moved_on.connect(self.moved_on)
        self.proof.all_asked.connect(partial(self.moved_on.emit, "happened", None))
        self.context.session.locked.connect(self._on_locked)

    def open_with(self, detail: object) -> None:
        """Show an Exhibit, one that is Listed, that of a picture's id, or a Find, its words outlined."""
        self.places.forget()
        if isinstance(detail, Find):
            self.places.open_with(detail)
            self._open(detail.exhibit.id)
        elif isinstance(detail, Exhibit):
            self._show(detail)
        elif isinstance(detail, Listed):
            self._open(detail.id)
        elif isinstance(detail, str):
            self._open(ExhibitId(detail))

    def _open(self, wanted: ExhibitId) -> None:
        """Show the exhibit that has this picture, as the case is now."""
        self.context.session.run(
            lambda vault: exhibit_of(vault, wanted), owner=self, then=partial(self._show_picture, wanted)
        )

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Put Older and Newer under the title where they have no room beside it."""
        super().set_narrow(narrow)
        self._place_steps()

    def _place_steps(self) -> None:
        row = self.steps_narrow if self.is_narrow else self.steps
        for button in (self.older, self.newer):
            row.addWidget(button)
        self.steps_narrow.setAlignment(Qt.AlignmentFlag.AlignLeading)

    def _show_picture(self, wanted: ExhibitId, exhibit: Exhibit) -> None:
        self._show(exhibit)
        if wanted != exhibit.id:
            self.run.choose(wanted)

    def _show(self, exhibit: Exhibit) -> None:
        """Show everything of this exhibit; a covered one stays covered."""
        is_other = self._exhibit is None or self._exhibit.id != exhibit.id
        self._exhibit = exhibit
        self.neighbours.turn_to(exhibit.id)
        self.title.set_words(exhibit.ref)
        self.title.setVisible(True)
        self.words_card.show_exhibit(exhibit)
        self.withdraw_card.show_exhibit(exhibit)
        self.run.show_exhibit(exhibit)
        self.proof.show_exhibit(exhibit)
        self.places.show_exhibit(exhibit, was_shown=not is_other)
        is_stale = self.covered_line.is_stale(exhibit)
        self._show_part(exhibit)
        self._show_cover(exhibit)
        if is_stale and not is_covered(exhibit):
            self._read_picture()
        self.context.session.run(
            partial(story_of, exhibit), owner=self, then=partial(self._on_story, exhibit.id)
        )

    def _show_cover(self, exhibit: Exhibit) -> None:
        """Say what the cover button does now, and cover what is to be covered."""
        words, cover = self.context.words, COVERS[exhibit.facts.sensitivity]
        self.cover_button.setVisible(bool(cover.button))
        self.cover_button.set_words(words(cover.button) if cover.button else "")
        self.picture.view.setAccessibleName(words("look.picture", ref=exhibit.ref))
        self.picture.show_button.setVisible(cover.may_go)
        if cover.said:
            self.picture.cover_up(words(cover.said), words("exhibit.page.show"))

    def _read_picture(self) -> None:
        """Read the original, checked against its hash value, and show it."""
        if self._exhibit is not None:
            self.context.session.run(
                partial(read_part, self._exhibit, self.run.part, is_original=self.covered_line.is_original),
                owner=self,
                then=partial(self._on_picture, self._exhibit.id, self.run.part),
                otherwise=self._on_unread,
            )

    def _on_part(self, _part: object) -> None:
        """Show another picture of the conversation, with what is recorded of it."""
        if self._exhibit is not None:
            self._show_part(self._exhibit)
            if not self.picture.is_covered or not is_covered(self._exhibit):
                self._read_picture()

    def _show_part(self, exhibit: Exhibit) -> None:
        """Show what is recorded of the picture, and what it offers."""
        part = self.run.part
        self.facts_card.show_exhibit(exhibit, part)
        self.covered_line.show_part(exhibit, part)
        self.offers_card.show_exhibit(exhibit, self._original)

    def _on_outlined(self, rects: tuple[Rect, ...]) -> None:
        """Show the place of what is pointed at; else what was searched for."""
        if rects:
            self.picture.view.show_outlines(rects)
        else:
            self.places.picture_shown(self.run.part)

    def _on_unread(self, error: BaseException) -> None:
        """Say that the picture is set apart since someone may be under 18.

        Raises:
            BaseException: every other failure.
        """
        if not isinstance(error, PicturesNotAllowed):
            raise error
        self.picture.cover_up(self.context.words("path.under18.apart"), "")
        self.picture.show_button.hide()

    def _on_picture(self, exhibit_id: ExhibitId, part: Part | None, image: QImage) -> None:
        if not self._is_shown(exhibit_id) or part != self.run.part:
            return
        if image.isNull():
            words = self.context.words
            self.picture.cover_up(words("conversation.run.joined.none"), words("exhibit.page.show"))
            return
        self.picture.show_picture(image)
        self.places.picture_shown(part)
        self.offers_card.show_picture(image)

    def _on_story(self, exhibit_id: ExhibitId, told: Story) -> None:
        """Show account and history; know the neighbours."""
        if not self._is_shown(exhibit_id):
            return
        every, account, happened = told
        self.facts_card.show_story(account, happened)
        self.neighbours.offer(every, exhibit_id)

    def _on_cover(self) -> None:
        """Mark it as a picture of a body, or take that back."""
        if self._exhibit:
            self._revise(sensitivity=COVERS[self._exhibit.facts.sensitivity].mark)

    def _on_parts(self) -> None:
        """Go where boxes are drawn, to the picture that is shown."""
        if self._exhibit is not None:
            self.moved_on.emit("redact", self._original or self._exhibit.id)

    def _revise(self, **changed: object) -> None:
        """Keep what the person says; the picture never changes."""
        if (exhibit := self._exhibit) is None:
            return
        facts = replace(exhibit.facts, **changed)  # type: ignore[arg-type]
        self.context.session.run(
            lambda vault: vault.revise_exhibit(exhibit.id, facts), owner=self, then=self._on_revised
        )

    def _on_withdraw(self, why: str) -> None:
        if self._exhibit is not None:
            exhibit_id = self._exhibit.id
            self.context.session.run(
                lambda vault: vault.withdraw_exhibit(exhibit_id, why), owner=self, then=self._on_revised
            )

    def _on_removal(self) -> None:
        if self._exhibit is not None:
            self.moved_on.emit("remove", self._exhibit.id)

    def _on_revised(self, exhibit: Exhibit) -> None:
        """Show it as it is now, and say so to whoever shows it too."""
        was_covered = self._exhibit is not None and is_covered(self._exhibit)
        self._show(exhibit)
        if was_covered and not is_covered(exhibit):
            self._read_picture()
        self.words_card.say_saved()
        self.exhibit_revised.emit(exhibit)
        self.context.session.case_changed.emit()

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._exhibit = None
        self.neighbours.offer((), None)
        self.picture.cover_up("", self.context.words("exhibit.page.show"))
        self.places.forget()
        self.run.show_exhibit(None)
        self.facts_card.forget()
        self.offers_card.forget()
        self.proof.forget()
        self.title.set_words("")

    @property
    def _original(self) -> ExhibitId | None:
        """The original that is shown, or whose copy is; None for the long picture, and for nothing."""
        part = self.run.part
        if isinstance(part, DerivativeRecord) or self._exhibit is None:
            return None
        return part.id if part else self._exhibit.id

    def _is_shown(self, exhibit_id: ExhibitId) -> bool:
        return self._exhibit is not None and self._exhibit.id == exhibit_id
