# SPDX-License-Identifier: MIT
"""What a conversation has beside a single picture: its pictures in a row, and how they meet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from app.model import DerivativeRecord, Original
from ui.models.frames import FramesModel
from ui.run_words import end_line, gap_line, notes, seam_line
from ui.shown import bytes_of
from ui.widgets.card import Card
from ui.widgets.frame_list import FrameList
from ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtWidgets import QWidget

    from app.model import Exhibit, ExhibitId
    from app.vault import Vault
    from ui.context import Context
    from ui.models.frames import Part

BATCH = 16  # thumbnails a job
GAPS_SHOWN = 12


class RunCard(Card):
    """How the pictures meet: the whole run in a line, each gap, and the picture that is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, context.words("conversation.run.title"), parent=parent)
        self._words = context.words
        self._run_labels: list[Label] = []
        self.whole = Label("", "strong", parent=self)
        self.which = Label("", "small", parent=self)
        self.seam = Label("", parent=self)
        for name, label in (("whole", self.whole), ("which", self.which), ("seam", self.seam)):
            label.setObjectName(name)
            self.body.addWidget(label)

    def show_exhibit(self, exhibit: Exhibit) -> None:
        """Show what is known of a run."""
        run = exhibit.run
        for label in self._run_labels:
            self.body.removeWidget(label)
            label.deleteLater()
        self._run_labels.clear()
        if run is None:
            self.whole.set_words(self._words("conversation.run.open"))
            return
        self.whole.set_words(end_line(self._words, run))
        gaps = sorted(run.gaps, key=lambda gap: gap.closed_by is not None)[
            :GAPS_SHOWN
        ]  # what is missing first
        lines = [(gap_line(self._words, gap), gap.closed_by is None) for gap in gaps]
        lines += [(line, False) for line in notes(self._words, run)]
        for place, (line, is_open) in enumerate(lines, start=2):  # under title and whole
            label = Label(line, parent=self)
            label.setProperty("tone", "attention" if is_open else "")
            self.body.insertWidget(place, label)
            self._run_labels.append(label)

    def show_part(self, exhibit: Exhibit, number: int) -> None:
        """Show how this picture, numbered from 1, meets the one before; 0: the long picture."""
        if number == 0:
            self.which.set_words(self._words("conversation.run.joined"))
            self.seam.set_words(self._words("conversation.run.joined.is"))
            return
        self.which.set_words(self._words("conversation.run.picture.of", n=number, all=len(exhibit.frames)))
        known = exhibit.run is not None and number <= len(exhibit.run.frames)
        run = exhibit.run
        line = seam_line(self._words, run, number) if run is not None and known else ""
        self.seam.set_words(line)
        self.seam.setVisible(bool(line))


class ExhibitRun(QObject):
    """The two widgets of a run, ``frames`` and ``run_card``, and the reading of small pictures.

    Signals:
        part_chosen: carries what is to be shown: an Original, or the DerivativeRecord of the long picture.
    """

    part_chosen = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Show nothing."""
        super().__init__(parent)
        self._context = context
        self._exhibit: Exhibit | None = None
        self.model = FramesModel(context.words, self)
        self.frames = FrameList(context, self.model, parent)
        self.run_card = RunCard(context, parent)
        self.run_card.setObjectName("run_card")
        self.model.thumbnails_wanted.connect(self._on_wanted)
        self.frames.part_chosen.connect(self._on_chosen)
        self.show_exhibit(None)

    @property
    def part(self) -> Part | None:
        """What is chosen; ``None`` for a single picture."""
        return self.model.part_at(self.frames.currentIndex())

    def choose(self, original_id: ExhibitId) -> None:
        """Choose a picture of the run; of a single picture there is nothing to choose."""
        at = self.model.index_of(original_id)
        if at.isValid():
            self.frames.choose(at)

    def show_exhibit(self, exhibit: Exhibit | None) -> None:
        """Show the pictures of a run, the first of them chosen; hide for a single picture."""
        is_run = exhibit is not None and exhibit.is_run
        same = self._exhibit is not None and exhibit is not None and self._exhibit.id == exhibit.id
        row = self.frames.currentIndex().row() if same else -1
        self._exhibit = exhibit if is_run else None
        self.frames.blockSignals(True)  # whoever shows the exhibit reads the first picture
        self.model.set_exhibit(self._exhibit)
        first: QModelIndex = self.model.index(row) if row >= 0 else self.model.first_frame()
        self.frames.choose(first)
        self.frames.blockSignals(False)
        self.frames.setVisible(is_run)
        self.run_card.setVisible(is_run)
        if self._exhibit is not None:
            self.run_card.show_exhibit(self._exhibit)
            self.run_card.show_part(self._exhibit, self.model.number_at(first))

    def _on_chosen(self, part: Part) -> None:
        if self._exhibit is not None:
            self.run_card.show_part(self._exhibit, self.model.number_at(self.frames.currentIndex()))
            self.part_chosen.emit(part)

    def _on_wanted(self, wanted: tuple[ExhibitId, ...]) -> None:
        for start in range(0, len(wanted), BATCH):
            self._context.session.run(
                partial(_thumbnails, wanted[start : start + BATCH]),
                owner=self,
                then=self._on_thumbnails,
                otherwise=lambda _: None,  # locked meanwhile: nothing is shown any more
            )

    def _on_thumbnails(self, found: dict[ExhibitId, QImage | None]) -> None:
        self.model.set_thumbnails(
            {key: None if image is None else QPixmap.fromImage(image) for key, image in found.items()}
        )


def read_part(exhibit: Exhibit, part: Part | None, vault: Vault, *, is_original: bool = False) -> QImage:
    """Return a picture of an exhibit, decoded; empty if it is too long for that.

    Where parts of it are covered that is the covered copy, unless ``is_original``.

    Raises:
        HashMismatch: the bytes are not what was recorded.
        PicturesNotAllowed: it is set apart.
    """
    if isinstance(part, DerivativeRecord):
        return QImage.fromData(b"".join(vault.derivative_parts(part.derivative_id)))
    original = part if isinstance(part, Original) else exhibit.originals[0]
    return QImage.fromData(vault.original(original.id) if is_original else bytes_of(vault, original))


def _thumbnails(wanted: tuple[ExhibitId, ...], vault: Vault) -> dict[ExhibitId, QImage | None]:
    found = ((key, vault.thumbnail(key)) for key in wanted)
    return {key: None if data is None else QImage.fromData(data) for key, data in found}
