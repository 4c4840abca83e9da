# SPDX-License-Identifier: MIT
"""The picture an identifier can be seen in, and the box round it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model import SeenIn, Sensitivity
from ui.shown import shown_image
from ui.widgets.button import Button
from ui.widgets.chip import Chips
from ui.widgets.label import Label
from ui.widgets.region_picker import Crop, RegionPicker

if TYPE_CHECKING:
    from app.model import Exhibit, Rect
    from app.vault import Vault
    from ui.context import Context

NONE = "none"
MOST = 12  # the newest pictures; an ID is noted soon after its picture was taken


class PictureLink(QWidget):
    """Chips of the kept pictures, the chosen one to draw a box on, and the box enlarged above it.

    Intimate pictures are not offered.

    Signals:
        changed: another picture or another box.
        picture_chosen: the person chose a picture; carries the exhibit.
        box_wanted: what is in the box is to be read; carries exhibit and box.
    """

    changed = Signal()
    picture_chosen = Signal(object)
    box_wanted = Signal(object, object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet; hidden while there is no picture."""
        super().__init__(parent)
        self._context = context
        self._exhibits: dict[str, Exhibit] = {}
        self._seen: SeenIn | None = None
        self._image = QImage()
        words = context.words
        self.title = Label(words("id.picture.title"), "strong", parent=self)
        self.hint = Label(words("id.picture.hint"), "small", parent=self)
        self.chips = Chips(context, [(NONE, words("id.picture.none"))], is_exclusive=True, parent=self)
        self.crop = Crop(context, parent=self)
        self.compare = Label(words("id.picture.compare"), "small", parent=self)
        self.picker = RegionPicker(context, parent=self)
        self.read_box = Button(context, words("id.look.box"), parent=self)
        for name in ("title", "hint", "chips", "crop", "compare", "picker", "read_box"):
            getattr(self, name).setObjectName(name)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.gap_px(6))
        for widget in (self.title, self.hint, self.chips, self.picker, self.read_box):
            self._column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.chips.changed.connect(self._on_chosen)
        self.picker.region_changed.connect(self._on_region)
        self.read_box.clicked.connect(self._on_read_box)
        self._show_picture(QImage(), None)
        self.hide()

    @property
    def seen_in(self) -> SeenIn | None:
        """The picture and the box in it; None if it is in no picture."""
        return self._seen

    @property
    def exhibits(self) -> tuple[str, ...]:
        """The ids of the offered pictures, newest first."""
        return tuple(self._exhibits)

    @property
    def offered(self) -> tuple[Exhibit, ...]:
        """The offered pictures, newest first."""
        return tuple(self._exhibits.values())

    @property
    def exhibit(self) -> Exhibit | None:
        """The chosen picture."""
        return self._exhibits.get(self._seen.exhibit) if self._seen else None

    def offer(self, exhibits: tuple[Exhibit, ...]) -> None:
        """Offer these pictures, newest first; what was chosen stays chosen."""
        fitting = [
            each
            for each in reversed(exhibits)
            if each.withdrawn_at is None
            and each.facts.sensitivity is Sensitivity.NONE
            and each.record.content.mime == "image/png"
        ][:MOST]
        if [each.id for each in fitting] != list(self._exhibits):
            self._exhibits = {str(each.id): each for each in fitting}
            self._replace_chips()
        self.setVisible(bool(self._exhibits))

    def load(self, seen: SeenIn | None) -> None:
        """Show a kept link, to change it."""
        self._seen = seen
        self.chips.set_on((str(seen.exhibit) if seen else NONE,))
        if seen is None:
            self._show_picture(QImage(), None)
        else:
            self._fetch(seen)

    def show_crop_in(self, form: QVBoxLayout, at: int) -> None:
        """Show the enlarged box in another column, right above what it is to be compared with."""
        form.insertWidget(at, self.compare)
        form.insertWidget(at, self.crop)

    def choose(self, exhibit_id: str) -> None:
        """Choose one of the offered pictures."""
        if exhibit_id in self._exhibits:
            self.load(SeenIn(self._exhibits[exhibit_id].id))

    def _replace_chips(self) -> None:
        choices = [(NONE, self._context.words("id.picture.none"))]
        choices += [(str(each.id), each.ref) for each in self._exhibits.values()]
        old, self.chips = self.chips, Chips(self._context, choices, is_exclusive=True, parent=self)
        self.chips.setObjectName("chips")
        self.chips.set_on((str(self._seen.exhibit) if self._seen else NONE,))
        self._column.replaceWidget(old, self.chips)
        old.deleteLater()
        self.chips.changed.connect(self._on_chosen)

    def _on_chosen(self, keys: tuple[str, ...]) -> None:
        """Show the chosen picture, or none."""
        exhibit = self._exhibits.get(keys[0])
        self.load(SeenIn(exhibit.id) if exhibit else None)
        self.changed.emit()
        if exhibit is not None:
            self.picture_chosen.emit(exhibit)

    def _on_read_box(self) -> None:
        if self.exhibit is not None and self.picker.region is not None:
            self.box_wanted.emit(self.exhibit, self.picker.region)

    def _fetch(self, seen: SeenIn) -> None:
        """Read the picture as it may be seen; it is checked against its hash value on the way."""

        def job(vault: Vault) -> QImage:
            return shown_image(vault, seen.exhibit)

        def show(image: QImage) -> None:
            if self._seen is not None and self._seen.exhibit == seen.exhibit:
                self._show_picture(image, seen.rect)

        self._context.session.run(job, owner=self, then=show)

    def _show_picture(self, image: QImage, region: Rect | None) -> None:
        self._image = image
        self.picker.set_picture(image, region)
        self.picker.setVisible(not image.isNull())
        self._show_crop(region)

    def _on_region(self, region: Rect | None) -> None:
        """Keep the box and show it enlarged."""
        if self._seen is not None:
            self._seen = SeenIn(self._seen.exhibit, region)
        self._show_crop(region)
        self.changed.emit()

    def _show_crop(self, region: Rect | None) -> None:
        self.crop.set_part(self._image, region)
        self.compare.setVisible(not self.crop.isHidden())
        self.read_box.setVisible(not self.crop.isHidden())
