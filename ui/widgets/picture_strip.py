# SPDX-License-Identifier: MIT
"""Small pictures of which one is chosen; one that is to be covered is covered here too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from ui.override import override
from ui.widgets.button import Button
from ui.widgets.exhibit_thumbnails import ExhibitThumbnails
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from app.model import Exhibit, ExhibitId, Original
    from app.vault import Vault
    from ui.context import Context

WIDTH_PX, HEIGHT_PX = 132, 80
WORDS_PX = 24
EDGE_PX = 3
FIRST, MORE = 12, 24  # how many are shown at once; a conversation may have hundreds


class PictureButton(QAbstractButton):
    """One small picture with its number below."""

    def __init__(
        self,
        context: Context,
        exhibit: Exhibit,
        original: Original,
        thumbnails: ExhibitThumbnails,
        parent: QWidget,
    ) -> None:
        """Show the cover until the picture is here."""
        super().__init__(parent)
        self._theme = context.theme
        self._thumbnails = thumbnails
        self.exhibit, self.original = exhibit, original
        self.pixmap: QPixmap | None = None
        self.setObjectName(str(original.id))
        self.setCheckable(True)
        self.setAccessibleName(", ".join(filter(None, (original.ref, exhibit.facts.title))))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        """The picture and its number."""
        return QSize(self._theme.text_px(WIDTH_PX), self._theme.text_px(HEIGHT_PX + WORDS_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint picture, number, and a ring where it is chosen or has the focus."""
        painter = QPainter(self)
        height = self._theme.text_px(HEIGHT_PX)
        edge = self._theme.gap_px(EDGE_PX)
        area = QRect(0, 0, self.width(), height).adjusted(edge, edge, -edge, -edge)
        self._thumbnails.paint(painter, area, self.exhibit, self.pixmap)
        if self.isChecked() or self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("primary" if self.isChecked() else "focus"), edge))
            painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 8, 8)
        painter.setPen(self._theme.colour("primary" if self.isChecked() else "ink"))
        painter.setFont(self._theme.font("small_strong" if self.isChecked() else "small"))
        below = QRect(0, height, self.width(), self.height() - height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.original.ref)
        painter.end()


class PictureStrip(QWidget):
    """Signals: ``chosen`` carries the exhibit and the original, or twice ``None``."""

    chosen = Signal(object, object)

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Offer nothing yet."""
        super().__init__(parent)
        self._context = context
        self._offered: list[tuple[Exhibit, Original]] = []
        self._shown = 0
        self._original: ExhibitId | None = None
        self.buttons: list[PictureButton] = []
        self._thumbnails = ExhibitThumbnails(context, self)
        row = QWidget(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        self._flow = Flow(row, gap_px=context.theme.gap_px(8))
        self.more = Button(context, context.words("said.form.frames.more"), "quiet", parent=self)
        self.more.setObjectName("more")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(4))
        column.addWidget(row)
        column.addWidget(self.more)
        self._row = row
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.more.clicked.connect(lambda: self._show(self._shown + MORE))
        self.hide()

    @property
    def original(self) -> ExhibitId | None:
        """The id of what is chosen."""
        return self._original

    def offer(self, pictures: Sequence[tuple[Exhibit, Original]]) -> None:
        """Offer these in this order; what was chosen stays chosen if it is among them."""
        if [(one.facts, each.id, each.redacted) for one, each in pictures] == [
            (one.facts, each.id, each.redacted) for one, each in self._offered
        ]:
            return
        self._offered = list(pictures)
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons, self._shown = [], 0
        self._show(FIRST)
        self.setVisible(bool(self._offered))

    def choose(self, original: ExhibitId | None) -> None:
        """Choose one, as if it were pressed, without a word; one that is not shown yet is shown."""
        self._original = original
        place = next((at for at, (_, each) in enumerate(self._offered) if each.id == original), 0)
        if place >= self._shown:
            self._show(place + 1)
        for button in self.buttons:
            button.setChecked(button.original.id == original)

    def _show(self, count: int) -> None:
        """Show so many, and ask for their small pictures."""
        new = self._offered[self._shown : count]
        for exhibit, original in new:
            button = PictureButton(self._context, exhibit, original, self._thumbnails, self._row)
            button.setChecked(original.id == self._original)
            button.clicked.connect(lambda _=False, button=button: self._on_pressed(button))
            self.buttons.append(button)
            self._flow.addWidget(button)
            button.show()
        self._shown += len(new)
        self.more.setVisible(self._shown < len(self._offered))
        self._row.updateGeometry()
        self._fetch([original.id for _, original in new])

    def _fetch(self, wanted: list[ExhibitId]) -> None:
        def job(vault: Vault) -> dict[ExhibitId, QImage]:
            found = ((each, vault.thumbnail(each)) for each in wanted)
            return {each: QImage.fromData(data) for each, data in found if data is not None}

        if wanted and self._context.session.is_open:
            self._context.session.run(job, owner=self, then=self._on_fetched)

    def _on_fetched(self, found: dict[ExhibitId, QImage]) -> None:
        for button in self.buttons:
            if button.original.id in found:
                button.pixmap = QPixmap.fromImage(found[button.original.id])
                button.update()

    def _on_pressed(self, button: PictureButton) -> None:
        """Choose it; pressed once more it is not chosen any more."""
        is_on = self._original != button.original.id
        self.choose(button.original.id if is_on else None)
        self.chosen.emit(*((button.exhibit, button.original) if is_on else (None, None)))
