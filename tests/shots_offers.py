# SPDX-License-Identifier: MIT
"""Pictures of what an exhibit offers: seen in the sample's chat, kept, unread, and a picture full of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter

from app.model import Rect
from app.search.values import ReadText
from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Exhibit
    from app.vault import Vault
    from ui.application import Started
    from ui.pages.exhibit import ExhibitPage

    Rows = tuple[tuple[int, int, int, int, str], ...]

# The sample's chat as the program reads it: left, top, width, height, text. Source: read once from the stage.
CHAT = (
    (80, 200, 192, 11, "send me the number MTCN"),
    (706, 270, 98, 11, "583 204 9176"),
    (81, 340, 78, 15, "not enough"),
    (80, 409, 284, 15, "i sent one to your sister. now you believe"),
    (725, 480, 80, 14, "please stop"),
    (80, 548, 326, 15, "send 500 more or i post it. you have until 6pm"),
    (80, 570, 66, 10, "tomorrow"),
)
# Another chat, drawn here, so that every kind of row is seen as it is before anybody presses.
FULL = (
    "send 0.0045 BTC to",
    "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
    "or Western Union, £300, you have until 25 November 2026 18:00",
    "MTCN: 704-118-2250",
    "IBAN GB29 NWBK 6016 1331 9268 18",
    "Steam card code AB12C-D34EF-5GH67",
    "look clips.example.org/v/8f3a, I am amelie_l0ve, instagram.com/amelie_l0ve",
    "or write @amelie.l",
)
SKYPE, WHATSAPP = "Skype conversation", "WhatsApp conversation, +44"
SIZE, LEFT, TOP, STEP, BUBBLE = (860, 700), 60, 40, 64, QColor(233, 235, 239)


def _places() -> Rows:
    """Return where each line of the drawn chat stands."""
    metrics = QFontMetrics(_font())
    width, high = metrics.horizontalAdvance, metrics.ascent()
    return tuple((LEFT, TOP + STEP * at, width(text), high, text) for at, text in enumerate(FULL))


def _font() -> QFont:
    font = QFont("Atkinson Hyperlegible")
    font.setPixelSize(16)
    return font


def _drawn() -> QImage:
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font())
    for x, y, width, high, text in _places():
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(BUBBLE)
        painter.drawRoundedRect(x - 12, y - 10, width + 24, high + 22, 9, 9)
        painter.setPen(Qt.GlobalColor.black)
        painter.drawText(x, y + high, text)
    painter.end()
    return image


def _lines(rows: Rows) -> tuple[ReadText, ...]:
    return tuple(
        ReadText(Rect(*place), text, 970, tuple(1000 * at // len(text) for at in range(len(text))))
        for *place, text in rows
    )


def _read(rows: Callable[[], Rows] | None, title: str = SKYPE) -> Callable[[Started], object]:
    """Return what gives the newest chat of the case, with these lines read in it."""

    def detail(started: Started) -> object:
        found: list[Exhibit] = []

        def job(vault: Vault) -> Exhibit:
            chats = [one for one in vault.exhibits() if title in (one.facts.title or "")]
            chat = chats[-1]
            if rows is not None:
                vault.keep_texts(chat.id, _lines(rows()), reader="rapidocr")
            return chat

        reading = started.context.reading_pass
        (reading.pause if rows is None else reading.go_on)()
        started.context.session.run(job, owner=started.window, then=found.append)
        settle(lambda: bool(found))
        return found[0]

    return detail


def _seen(page: ExhibitPage) -> None:
    settle(lambda: bool(page.offers_card.rows) and page.picture.view.has_picture)


def _drawn_seen(page: ExhibitPage) -> None:
    """Show the drawn chat in place of the picture."""
    _seen(page)
    page.picture.show_picture(_drawn())
    page.offers_card.show_picture(_drawn())


def _kept(page: ExhibitPage) -> None:
    """Press the first button of the first two rows, unless that was done in an earlier look."""
    _drawn_seen(page)
    for at in (0, 1):
        if not page.offers_card.rows[at].state.kept:
            next(iter(page.offers_card.rows[at].buttons.values())).click()
            settle(lambda at=at: bool(page.offers_card.rows[at].state.kept))


def _end(page: ExhibitPage) -> None:
    """Show all of it, from the other end."""
    _drawn_seen(page)
    page.offers_card.more.click()
    settle(limit_ms=200)
    page.offers_card.rows[-1].take_focus()
    page.scroll_area.ensureWidgetVisible(page.offers_card.rows[-1], 0, 40)


def _pointed(page: ExhibitPage) -> None:
    """Hold the keyboard at the deadline."""
    _seen(page)
    page.offers_card.rows[-1].take_focus()


OFFERS: dict[str, Shot] = {
    "15-offers-unread": Shot("exhibit", _read(None, WHATSAPP), settle_ms=800),
    "16-offers": Shot("exhibit", _read(lambda: CHAT), act=_pointed, settle_ms=800),
    "16b-offers-new": Shot("exhibit", _read(_places, WHATSAPP), act=_drawn_seen, settle_ms=800),
    "16c-offers-all": Shot("exhibit", _read(_places, WHATSAPP), act=_end, settle_ms=800),
    "16d-offers-kept": Shot("exhibit", _read(_places, WHATSAPP), act=_kept, settle_ms=800),
}
