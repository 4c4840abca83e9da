# SPDX-License-Identifier: MIT
"""The staged profile: a white card over a shaded conversation, the name black, the identifier blue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.demo import paint
from ui.demo.conversation import draw_row, rows_of
from ui.override import override

if TYPE_CHECKING:
    from ui.demo.script import Profile, Script

CARD = QSizeF(400, 470)
INSET_PX = 32.0
SHADE = QColor(0, 0, 0, 62)
CENTRE = int(Qt.AlignmentFlag.AlignHCenter.value)


def facts_of(profile: Profile) -> tuple[tuple[str, str], ...]:
    """Return the rows of the card under the name; the identifier first, beside the word it is found by."""
    return (
        ("Skype Name", profile.stable_id),
        ("Location", profile.location),
        ("Birthday", profile.birthday),
        ("Language", profile.language),
    )


class ProfileView(QWidget):
    """The profile window, painted whole."""

    def __init__(self, script: Script, family: str, parent: QWidget | None = None) -> None:
        """Keep what is drawn."""
        super().__init__(parent)
        self._script = script
        self._family = family
        self._id_area: QRectF | None = None

    def id_area(self) -> QRectF | None:
        """Return where the blue identifier stands in the widget; None before the first paint."""
        return self._id_area

    def shown_from(self) -> None:
        """No message is in view whole: the card stands over them."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the conversation, the shade over it, and the card."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_behind(painter)
        painter.fillRect(self.rect(), SHADE)
        self._draw_card(painter)
        painter.end()

    def _draw_behind(self, painter: QPainter) -> None:
        area = QRectF(self.rect())
        painter.fillRect(area, paint.WHITE)
        painter.save()
        painter.setClipRect(area.adjusted(0, paint.HEADER_PX, 0, -paint.COMPOSER_PX))
        for row in rows_of(self._script.lines[:9], self._family):
            draw_row(painter, row, -paint.HEADER_PX, area.width(), self._family)
        painter.restore()
        paint.draw_header(painter, area.width(), self._script.profile.display_name, self._family)
        bottom = QRectF(0, area.height() - paint.COMPOSER_PX, area.width(), paint.COMPOSER_PX)
        paint.draw_composer(painter, bottom, self._family)

    def _draw_card(self, painter: QPainter) -> None:
        card = QRectF(QPointF(0, 0), CARD)
        card.moveCenter(QRectF(self.rect()).center() + QPointF(0, 8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(paint.WHITE)
        painter.drawRoundedRect(card, 12, 12)
        paint.draw_head(painter, card.topLeft() + QPointF(card.width() / 2, 82), 56)
        name = QRectF(card.left(), card.top() + 152, card.width(), 36)
        title = paint.font(self._family, 26, is_bold=True)
        paint.draw_text(painter, name, self._script.profile.display_name, title, paint.BLACK, CENTRE)
        about = QRectF(card.left() + INSET_PX, card.top() + 204, card.width(), 24)
        paint.draw_text(painter, about, "About", paint.font(self._family, 16, is_bold=True), paint.GREY)
        self._draw_facts(painter, about.bottomLeft() + QPointF(0, 14))

    def _draw_facts(self, painter: QPainter, at: QPointF) -> None:
        label, value = paint.font(self._family, 13), paint.font(self._family, 17)
        for number, (word, text) in enumerate(facts_of(self._script.profile)):
            row = QRectF(at + QPointF(0, number * 52), QSizeF(CARD.width() - 2 * INSET_PX, 24))
            paint.draw_text(painter, row, word, label, paint.GREY)
            colour = paint.BLACK if number else paint.BLUE
            letters = paint.draw_text(painter, row.translated(0, 18), text, value, colour)
            if number == 0:
                self._id_area = letters.adjusted(-2, -1, 2, 1)
