# SPDX-License-Identifier: MIT
"""Pictures of what an exhibit offers: seen in the sample's chat, kept, unread, and a picture full of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Rect
from app.search.values import ReadText, Unsure
from tests.shot import Shot
from tests.shots_settling import settle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.model import Exhibit
    from app.vault import Vault
    from ui.application import Started
    from ui.pages.exhibit import ExhibitPage

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
# As if more stood in it, so that every kind of row is seen; the places are those of lines that are there.
FULL = (
    *CHAT[:2],
    (80, 409, 284, 15, "£200 to bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"),
    (80, 340, 78, 15, "Steam gift card code AB12C-D34EF-5GH67"),
    (80, 548, 326, 15, "BTC bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3p4"),
    (80, 570, 66, 10, "clips.example.org/v/8f3a"),
    (725, 480, 80, 14, "live:.cid.8f3a1b2c4d5e6f70"),
    (80, 200, 192, 11, "add me @amelie.l"),
)
SKYPE, WHATSAPP = "Skype conversation", "WhatsApp conversation, +44"
DOUBTS = {"live:.cid.8f3a1b2c4d5e6f70": (Unsure(13, ("1", "l")),)}


def _lines(rows: Sequence[tuple[int, int, int, int, str]]) -> tuple[ReadText, ...]:
    return tuple(
        ReadText(
            Rect(*place),
            text,
            970,
            tuple(1000 * at // len(text) for at in range(len(text))),
            DOUBTS.get(text, ()),
        )
        for *place, text in rows
    )


def _read(
    rows: Sequence[tuple[int, int, int, int, str]] | None, title: str = SKYPE
) -> Callable[[Started], object]:
    """Return what gives the newest chat of the case, with these lines read in it."""

    def detail(started: Started) -> object:
        found: list[Exhibit] = []

        def job(vault: Vault) -> Exhibit:
            chats = [one for one in vault.exhibits() if title in (one.facts.title or "")]
            chat = chats[-1]
            if rows is not None:
                vault.keep_texts(chat.id, _lines(rows), reader="rapidocr")
            return chat

        reading = started.context.reading_pass
        (reading.pause if rows is None else reading.go_on)()
        started.context.session.run(job, owner=started.window, then=found.append)
        settle(lambda: bool(found))
        return found[0]

    return detail


def _seen(page: ExhibitPage) -> None:
    settle(lambda: bool(page.offers_card.rows))


def _kept(page: ExhibitPage) -> None:
    """Press the first button of the first two rows of which nothing is kept yet."""
    _seen(page)
    for at in (0, 1):
        if not page.offers_card.rows[at].state.kept:
            next(iter(page.offers_card.rows[at].buttons.values())).click()
            settle(lambda at=at: bool(page.offers_card.rows[at].state.kept))


def _all(page: ExhibitPage) -> None:
    _seen(page)
    page.offers_card.more.click()
    page.resize(page.width(), page.height())


def _pointed(page: ExhibitPage) -> None:
    """Hold the keyboard at the deadline."""
    _seen(page)
    page.offers_card.rows[-1].take_focus()


OFFERS: dict[str, Shot] = {
    "16-offers": Shot("exhibit", _read(CHAT), act=_pointed, settle_ms=800),
    "16b-offers-kept": Shot("exhibit", _read(FULL, WHATSAPP), act=_kept, settle_ms=800),
    "16c-offers-all": Shot("exhibit", _read(FULL, WHATSAPP), act=_all, settle_ms=800),
    "15-offers-unread": Shot("exhibit", _read(None, WHATSAPP), settle_ms=800),
}
