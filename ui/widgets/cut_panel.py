# SPDX-License-Identifier: MIT
"""Cuts words out of a picture: which picture, which part of it, and what stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model import ExhibitId, SeenIn
from ui.cutting import Cutting
from ui.models.exhibits import is_covered
from ui.shown import shown_image
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.picture_strip import PictureStrip
from ui.widgets.region_picker import Crop, RegionPicker
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.model import Exhibit, Original, Rect
    from app.vault import Vault
    from ui.context import Context

HIGHEST_PX = 600  # words are to be found in it


class CutPanel(QWidget):
    """Hidden while there is no picture to cut from.

    Signals:
        read: carries the words that stand in the box.
    """

    read = Signal(str)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self._exhibits: dict[ExhibitId, tuple[Exhibit, Original]] = {}
        self._image = QImage()
        self._seen: SeenIn | None = None
        self._cutting = Cutting(context, self)
        self.title = Label(words("said.form.pictures"), "strong", parent=self)
        self.hint = Label(words("said.form.pictures.hint"), "hint", parent=self)
        self.strip = PictureStrip(context, parent=self)
        self.frames_label = Label(words("said.form.frames"), "strong", parent=self)
        self.frames = PictureStrip(context, parent=self)
        self.how = Label(words("said.form.box"), "small", parent=self)
        self.picker = RegionPicker(context, highest_px=HIGHEST_PX, parent=self)
        self.read_box = Button(context, words("said.form.read"), icon="search", parent=self)
        self.said = Verdict(context, parent=self)
        self.crop = Crop(context, parent=self)
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def seen_in(self) -> SeenIn | None:
        """The picture and the box in it; without a box if it is covered or none was drawn."""
        return self._seen

    def offer(self, exhibits: Sequence[Exhibit]) -> None:
        """Offer the pictures of these, the newest first."""
        fitting = [
            each
            for each in reversed(exhibits)
            if each.withdrawn_at is None and each.record.content.mime == "image/png"
        ]
        self._exhibits = {original.id: (each, original) for each in fitting for original in each.originals}
        self.strip.offer([(each, each.originals[0]) for each in fitting])
        self.setVisible(bool(fitting))

    def load(self, seen: SeenIn | None) -> None:
        """Show where kept words stand."""
        self._cutting.forget()
        self.said.clear()
        self._seen = seen
        known = self._exhibits.get(seen.exhibit) if seen else None
        exhibit, original = known or (None, None)
        self.strip.choose(exhibit.originals[0].id if exhibit else None)
        self._show_frames(exhibit, original.id if original else None)
        self._show(QImage(), None)
        if exhibit is not None and seen is not None:
            self._open(exhibit, seen)

    def _on_exhibit(self, exhibit: Exhibit | None, original: Original | None) -> None:
        self.load(None if exhibit is None or original is None else SeenIn(original.id))

    def _on_frame(self, _exhibit: Exhibit | None, original: Original | None) -> None:
        if original is not None:
            self.load(SeenIn(original.id))

    def _show_frames(self, exhibit: Exhibit | None, original: ExhibitId | None) -> None:
        """Offer the parts of a conversation."""
        is_run = exhibit is not None and len(exhibit.originals) > 1 and not is_covered(exhibit)
        pictures = [(exhibit, each) for each in exhibit.originals] if exhibit and is_run else []
        self.frames.offer(pictures)
        self.frames.choose(original)
        self.frames_label.setVisible(is_run)

    def _open(self, exhibit: Exhibit, seen: SeenIn) -> None:
        """Fetch the picture, unless it is covered: then it is only noted."""
        if is_covered(exhibit):
            self.said.say("hint", self._context.words("said.form.covered"))
            return

        def job(vault: Vault) -> QImage:
            return shown_image(vault, seen.exhibit)

        def show(image: QImage) -> None:
            if self._seen is not None and self._seen.exhibit == seen.exhibit:
                self._show(image, seen.rect)

        self._context.session.run(job, owner=self, then=show)

    def _show(self, image: QImage, box: Rect | None) -> None:
        self._image = image
        self.picker.set_picture(image, box)
        for part in (self.picker, self.how):
            part.setVisible(not image.isNull())
        self._show_box(box)

    def _show_box(self, box: Rect | None) -> None:
        """Show what is in the box enlarged, beside what is read there."""
        self.crop.set_part(self._image, box)
        self.read_box.setVisible(not self.crop.isHidden())

    def _on_region(self, box: Rect | None) -> None:
        if self._seen is not None:
            self._seen = SeenIn(self._seen.exhibit, box)
        self._cutting.forget()
        self.said.clear()
        self._show_box(box)

    def _on_read_wanted(self) -> None:
        if self._seen is not None and self._seen.rect is not None:
            self.said.say("hint", self._context.words("said.form.reading"))
            self._cutting.begin(self._seen.exhibit, self._seen.rect)

    def _on_read(self, words: str) -> None:
        self._say("done" if words else "none")
        if words:
            self.read.emit(words)

    def _say(self, key: str) -> None:
        self.said.say("good" if key == "done" else "hint", self._context.words(f"said.form.read.{key}"))

    def _lay_out(self) -> None:
        parts = (
            "title", "hint", "strip", "frames_label", "frames", "how", "picker", "read_box", "said", "crop",
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.gap_px(8))
        for name in parts:
            part = getattr(self, name)
            part.setObjectName(name)
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        self.strip.chosen.connect(self._on_exhibit)
        self.frames.chosen.connect(self._on_frame)
        self.picker.region_changed.connect(self._on_region)
        self.read_box.clicked.connect(self._on_read_wanted)
        self._cutting.read.connect(self._on_read)
        self._cutting.failed.connect(lambda: self._say("failed"))
