# SPDX-License-Identifier: MIT
"""Pictures of what belongs to people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model import Account, Contact, Strength
from tests.shot import Shot
from tests.shots_settling import settle
from ui.kept_people import PeopleHeld, split

if TYPE_CHECKING:
    from app.vault import Vault
    from ui.widgets.page import Page

HEADERS = """Delivered-To: tom.hale@example.org
Received: from mail.example.net (mail.example.net. [198.51.100.7])
        by mx.example.org with ESMTPS id z1 for <tom.hale@example.org>;
        Tue, 24 Nov 2026 02:31:11 +0000
Authentication-Results: mx.example.org; dkim=pass header.i=@example.net; spf=softfail; dmarc=fail
Received: from [192.168.1.5] (unknown [203.0.113.77])
        by mail.example.net; Tue, 24 Nov 2026 02:31:09 +0000
From: =?utf-8?q?Am=C3=A9lie_Laurent?= <amelie.laurent91@example.com>
Reply-To: amelie.laurent9l@example.com
Date: Tue, 24 Nov 2026 02:31:08 +0000
Message-ID: <CAF8q2w7x0@mail.example.com>
"""


def _as_at_first(vault: Vault) -> None:
    """Take nothing back and join nothing: every look is of the same case."""
    for entry in (*vault.withdrawn(Account), *vault.withdrawn(Contact)):
        vault.restore(entry.id)
    split(vault, [entry.id for entry in vault.entries(Account)])


def _begin(page: Page) -> None:
    done: list[object] = []
    page.context.session.run(_as_at_first, owner=page, then=done.append)
    settle(lambda: bool(done))
    page.undo.forget()
    page.kept.clear()
    page.refresh()
    settle(lambda: bool(page.accounts.cards))
    settle(limit_ms=200)


def _scroll_to(page: Page, name: str) -> None:
    settle(limit_ms=300)
    part = getattr(page, name)
    bar = page.scroll_area.verticalScrollBar()
    bar.setValue(part.y() - 12)


def _cards(page: Page) -> list:
    _begin(page)
    return list(page.accounts.cards.values())


def _open_details(page: Page) -> None:
    card = _cards(page)[0]
    card.open_details()
    settle(limit_ms=300)
    page.scroll_area.verticalScrollBar().setValue(page.accounts.y() + card.y())


def _open_name(page: Page) -> None:
    card = _cards(page)[0]
    card.open_name()
    card.form.name.set_text("Kevin M.")
    card.form.at.set_text("yesterday 23:10")
    settle(limit_ms=300)
    page.scroll_area.verticalScrollBar().setValue(page.accounts.y() + card.y())


def _join(page: Page) -> None:
    _cards(page)
    page.joining.open_for(None)
    for row in list(page.joining.rows.values())[1:]:
        row.click()
    page.joining.call_them.set_text("The one who calls himself Kevin")
    _scroll_to(page, "joining")


def _joined(page: Page) -> None:
    _cards(page)
    page.joining.open_for(None)
    for row in list(page.joining.rows.values())[1:]:
        row.click()
    page.joining.call_them.set_text("The one who calls himself Kevin")
    page.joining.keep.click()
    settle(lambda: bool(page.accounts.heads))
    _scroll_to(page, "accounts")


def _own(page: Page) -> None:
    _cards(page)
    page.own.open_form()
    page.own.form.choose("whatsapp")
    page.own.form.identifier.set_text("07700 900456")
    _scroll_to(page, "own")


def _mail(page: Page) -> None:
    """An e-mail account with its headers."""
    account = Account("email", "amelie.laurent91@example.com", "e-mail address", Strength.MEDIUM)
    entries: list[object] = []
    _begin(page)

    def once(vault: Vault) -> object:
        known = [entry for entry in vault.entries(Account) if entry.fact.platform == "email"]
        return known[0] if known else vault.add(account)

    page.context.session.run(once, owner=page, then=entries.append)
    settle(lambda: bool(entries))
    _begin(page)
    card = page.accounts.cards[entries[0].id]
    card.open_details()
    card.form.headers.set_text(HEADERS)
    settle(limit_ms=300)
    page.scroll_area.verticalScrollBar().setValue(page.accounts.y() + card.y() + card.form.y() + 150)


def _empty(page: Page) -> None:
    """Nothing is known yet."""
    page._on_read(PeopleHeld((), (), (), (), (), "England"))


def _known(page: Page) -> None:
    _cards(page)
    page.known.open_form()
    form = page.known.form
    form.name.set_text("Ellie")
    form.relation.set_text("sister")
    form.phone.set_text("07911 123456")
    form.threatened.chips["yes"].click()
    form.received.chips["yes"].click()
    form.told.chips["yes"].click()
    _scroll_to(page, "known")


def _take_back(page: Page) -> None:
    cards = _cards(page)
    cards[-1].buttons["take_back"].click()
    settle(page.undo.isVisible)
    settle(limit_ms=400)


PEOPLE: dict[str, Shot] = {
    "15-people": Shot("people", act=_begin, settle_ms=700),
    "15b-people-accounts": Shot("people", act=lambda page: _scroll_to(page, "accounts"), settle_ms=500),
    "15c-people-name": Shot("people", act=_open_name, settle_ms=500),
    "15d-people-details": Shot("people", act=_open_details, settle_ms=500),
    "15e-people-join": Shot("people", act=_join, settle_ms=500),
    "15f-people-own": Shot("people", act=_own, settle_ms=500),
    "15g-people-known": Shot("people", act=_known, settle_ms=500),
    "15h-people-joined": Shot("people", act=_joined, settle_ms=500),
    "15j-people-empty": Shot("people", act=_empty, settle_ms=500),
    "15k-people-mail": Shot("people", act=_mail, settle_ms=500),
    "15i-people-taken-back": Shot("people", act=_take_back, settle_ms=500),
}
