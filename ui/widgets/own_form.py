# SPDX-License-Identifier: MIT
"""One of the person's own accounts, checked by the same rules and told of in words that fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.identify.formats import check
from app.identify.phones import in_country, shown
from app.identify.platform_file import Number
from app.identify.platforms import VerdictKind
from ui.override import override
from ui.widgets.account_form import AccountForm

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.identify.formats import Verdict
    from app.model import Account, Entry
    from ui.context import Context

NAMES = frozenset({VerdictKind.DISPLAY_NAME})


class OwnForm(AccountForm):
    """A phone number of one's own needs no country: it is that of the case."""

    def __init__(
        self,
        context: Context,
        entry: Entry[Account] | None = None,
        *,
        country: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show the account of an entry, or empty fields; over both, what was typed before.

        Args:
            context: for words and sizes.
            entry: to change it.
            country: where the person is.
            parent: Qt's.
        """
        self._country = country
        self._entry = entry
        super().__init__(context, drafts=f"people.own.{entry.id if entry else 'new'}", parent=parent)

    @property
    @override
    def verdict(self) -> Verdict:
        """What the typed name or number looks like."""
        number = self._number()
        if self.platform is not None and number is not None:
            return check(self.platform, number)
        return super().verdict

    @override
    def account(self, now: datetime, *, before: Account | None = None) -> Account:
        """Return what is typed as an account of the person."""
        kept = before or (self._entry.fact if self._entry else None)
        return replace(super().account(now, before=kept), is_own=True)

    def flush(self) -> None:
        """Keep at once what is typed, before the form goes."""
        for draft in self._drafts:
            draft.flush()

    def choose(self, platform: str) -> None:
        """Ask about this platform."""
        is_known = platform in self.platforms.chips
        self.platforms.set_on((platform if is_known else "other",))
        self.other.set_text("" if is_known else self._context.catalogue.name_of(platform))
        self._on_platform()

    def _number(self) -> str | None:
        """Return the typed number in its full form, where numbers are what counts."""
        is_number = self.platform is not None and self.platform.number is Number.PHONE
        return in_country(self.identifier.text, self._country) if is_number else None

    @override
    def _lay_out(self) -> None:
        """Say it in the person's own terms, and show what is kept before drafts come back over it."""
        super()._lay_out()
        words = self._context.words
        self.which.set_words(words("people.own.which"))
        self.name.set_label(words("people.own.name"))
        self.name.hint.hide()
        self.url.hide()
        if self._entry is not None:
            self.load(self._entry.fact)

    @override
    def _on_platform(self, _chosen: object = None) -> None:
        super()._on_platform(_chosen)
        self.identifier.set_label(self._context.words("people.own.id"))

    @override
    def _say(self, verdict: Verdict) -> None:
        words, said = self._context.words, self.identifier.verdict
        number = self._number()
        if verdict.kind is VerdictKind.EMPTY or self.platform is None:
            said.clear()
        elif number is not None and number != self.identifier.text.strip():
            said.say("good", words("people.own.phone", number=shown(number)))
        elif verdict.kind in NAMES:
            said.say("hint", words("people.own.name_only"))
        elif verdict.is_good:
            said.say("good", words("people.own.good"))
        else:
            said.say("hint", words("people.own.odd"))
