# SPDX-License-Identifier: MIT
"""More about one account: when it wrote, where it came from, which pictures show it, its headers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QSizePolicy, QVBoxLayout, QWidget

from app.identify.mail_headers import header_part
from app.model import ExhibitId
from app.typed import kept
from ui.widgets.button import Button
from ui.widgets.chip import Chips
from ui.widgets.demand_form import MomentField
from ui.widgets.draft import Draft
from ui.widgets.field import Field, TextField
from ui.widgets.headers_panel import HeadersPanel
from ui.widgets.label import Label
from ui.widgets.name_form import button_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from app.model import Account, Entry
    from ui.context import Context

MAIL = frozenset({"email", "gmail"})
HEADER_LINES = 6


class AccountDetails(QWidget):
    """Every line of it can be left out.

    Signals:
        details_kept: carries the account with what is typed.
        stopped: it is left for now; what is typed comes back.
    """

    details_kept = Signal(object)
    stopped = Signal()

    def __init__(
        self,
        context: Context,
        entry: Entry[Account],
        refs: Mapping[ExhibitId, str],
        *,
        parent: QWidget | None = None,
    ) -> None:
        """Show what is kept, or what was typed before; ``refs`` are the numbers of the pictures."""
        super().__init__(parent)
        self._context = context
        self._account = entry.fact
        self.is_mail = entry.fact.platform in MAIL
        self._build(context, refs)
        self._lay_out(has_pictures=bool(refs))
        self._shown = self._load(entry.fact)
        self._drafts = [
            Draft(context.session, f"people.{entry.id}.{key}", field, self)
            for key, field in self._texts.items()
        ]
        self.headers.changed.connect(self._on_headers)
        self.keep.clicked.connect(lambda: self.details_kept.emit(self.account()))
        self.stop.clicked.connect(self.stopped)
        self._on_headers()

    def account(self) -> Account:
        """Return the account with what is typed; a time nobody can read stands in the note, as typed."""
        account = self._account
        times = {"first": account.first_seen_at, "last": account.last_seen_at}
        first, last = (self._time(key, before) for key, before in times.items())
        pictures = tuple(ExhibitId(one) for one in self.pictures.on)
        unseen = tuple(one for one in account.exhibits if one not in self.pictures.chips)
        return replace(
            account,
            first_seen_at=first,
            last_seen_at=last,
            moved_from=self._platform(self.moved.text),
            profile_url=kept(self.url.text),
            exhibits=(*unseen, *pictures),
            note="\n".join(part for part in (kept(self.note.text), *self._unread()) if part) or None,
            headers=(self.headers.text or None) if self.is_mail else account.headers,
        )

    def taken_up(self) -> None:
        """Forget the drafts: what was typed is kept now."""
        for draft in self._drafts:
            draft.clear()

    def flush(self) -> None:
        """Keep at once what is typed, before the form goes."""
        for draft in self._drafts:
            draft.flush()

    def _build(self, context: Context, refs: Mapping[ExhibitId, str]) -> None:
        words = context.words
        when = words("facts.when.how")
        self.first = MomentField(context, words("people.details.first"), hint=when, parent=self)
        self.last = MomentField(context, words("people.details.last"), hint=when, parent=self)
        self.moved = Field(
            context, words("people.details.moved"), hint=words("people.details.moved.hint"), parent=self
        )
        completer = QCompleter([name for _, name in context.catalogue.names()], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.moved.edit.setCompleter(completer)
        self.url = Field(
            context,
            words("people.details.url"),
            hint=words("people.details.url.hint"),
            is_mono=True,
            parent=self,
        )
        self.which = Label(words("people.details.pictures"), "strong", parent=self)
        self.pictures = Chips(context, list(refs.items()), parent=self)
        self.pictures.setAccessibleName(words("people.details.pictures"))
        self.note = TextField(
            context,
            words("people.details.note"),
            hint=words("people.details.note.hint"),
            lines=2,
            parent=self,
        )
        self.headers = TextField(
            context,
            words("people.mail.paste"),
            hint=words("people.mail.paste.hint"),
            lines=HEADER_LINES,
            is_mono=True,
            parent=self,
        )
        self.panel = HeadersPanel(context, parent=self)
        self.keep = Button(context, words("people.details.keep"), parent=self)
        self.stop = Button(context, words("people.details.stop"), "quiet", parent=self)
        self._moments = {"first": self.first, "last": self.last}
        self._texts: dict[str, Field | TextField] = {
            **self._moments, "moved": self.moved, "url": self.url, "note": self.note
        }  # fmt: skip
        if self.is_mail:
            self._texts["headers"] = self.headers
        for name in (*self._texts, "headers", "which", "pictures", "panel", "keep", "stop"):
            getattr(self, name).setObjectName(name)

    def _lay_out(self, *, has_pictures: bool) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        self.how = [Label(row, "small_ink", parent=self) for row in self._context.words.rows("people.mail")]
        for row in self.how:
            column.addWidget(row)
            row.setVisible(self.is_mail)
        for widget in (self.headers, self.panel, self.first, self.last, self.moved, self.url):
            column.addWidget(widget)
        self.headers.setVisible(self.is_mail)
        pair = QVBoxLayout()
        pair.setSpacing(gap(2))
        for each in (self.which, self.pictures):
            pair.addWidget(each)
            each.setVisible(has_pictures)
        column.addLayout(pair)
        column.addWidget(self.note)
        column.addWidget(button_line(self._context, (self.keep, self.stop), self))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _load(self, account: Account) -> dict[str, str]:
        """Show what is kept; return the times as they are shown."""
        self.first.show_at(account.first_seen_at)
        self.last.show_at(account.last_seen_at)
        catalogue = self._context.catalogue
        self.moved.set_text(catalogue.name_of(account.moved_from) if account.moved_from else "")
        self.url.set_text(account.profile_url or "")
        self.note.set_text(account.note or "")
        self.headers.set_text(account.headers or "")
        self.pictures.set_on(account.exhibits)
        return {key: field.text for key, field in self._moments.items()}

    def _time(self, key: str, before: datetime | None) -> datetime | None:
        """Return what is typed; what was not touched stays to the second."""
        field = self._moments[key]
        return before if field.text == self._shown[key] else field.at

    def _unread(self) -> list[str]:
        """Return what is typed as a time and is none."""
        words = self._context.words
        odd = [field for field in self._moments.values() if field.text.strip() and field.at is None]
        return [
            words("people.details.unread", what=field.label.words, typed=field.text.strip()) for field in odd
        ]

    def _platform(self, typed: str) -> str | None:
        """Return the id of a platform we know, else what is typed."""
        known = {name.casefold(): key for key, name in self._context.catalogue.names()}
        text = kept(typed)
        return None if text is None else known.get(text.casefold(), text)

    def _on_headers(self, _text: str = "") -> None:
        """Take off the mail below its headers: it may hold pictures. Show what the headers say."""
        text = self.headers.text
        part = header_part(text)
        if part != text:
            self.headers.set_text(part)  # comes back here
            return
        words = self._context.words
        has_any = self.panel.show_text(text, self._account.stable_id) if self.is_mail else False
        if text.strip() and not has_any:
            self.headers.verdict.say("hint", words("people.mail.none"), words("people.mail.none.note"))
        else:
            self.headers.verdict.clear()
