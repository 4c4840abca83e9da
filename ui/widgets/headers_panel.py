# SPDX-License-Identifier: MIT
"""What the headers of a mail say, line by line, with what each line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.identify.mail_headers import read_headers
from app.typed import kept
from ui.legible import brief
from ui.moments import hour, short_day
from ui.widgets.card import Card
from ui.widgets.fact_row import FactRow
from ui.widgets.label import Label
from ui.widgets.rows import column_of
from ui.widgets.verbatim import Verbatim
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from app.identify.mail_headers import Check, Hop, MailHeaders
    from ui.context import Context


class HeadersPanel(Card):
    """Hidden while there are no headers. Nothing in it can be changed."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show nothing yet."""
        super().__init__(context, context.words("people.mail.found"), kind="well", parent=parent)
        self._context = context
        self._words = context.words
        self._made: list[QWidget] = []
        self._is_narrow = False
        self.body.setSpacing(context.theme.gap_px(12))
        self.note = Label(context.words("people.mail.found.note"), "small", parent=self)
        self.body.addWidget(self.note)
        self.hide()

    def show_text(self, text: str, address: str | None = None) -> bool:
        """Show what these headers say beside the address that is kept; return whether there are any."""
        for widget in self._made:
            self.body.removeWidget(widget)
            widget.deleteLater()
        self._made = []
        found = read_headers(text)
        self.setVisible(found is not None)
        if found is None:
            return False
        for doubt in found.doubts:
            self._say(doubt.value, found)
        known = kept(address or "")
        if known and found.from_address and known.casefold() != found.from_address.casefold():
            self._say("other", found, known)
        for key, lines in self._rows(found):
            self._add(key, lines)
        return True

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Know how rows are to be shown that are made later."""
        self._is_narrow = narrow
        for row in self.findChildren(FactRow):
            row.set_narrow(narrow)

    def _rows(self, found: MailHeaders) -> list[tuple[str, list[str]]]:
        """Return each fact that is there: its key, and its lines."""
        sender = [part for part in (found.from_name, found.from_address) if part]
        facts: list[tuple[str, list[str]]] = [
            ("from", sender),
            ("reply", _one(found.reply_to)),
            ("return", _one(found.return_path)),
            ("sent", [self._utc(found.sent_at)] if found.sent_at else []),
            ("id", _one(found.message_id)),
            ("written", _one(found.originating)),
            ("first", _one(found.first_address)),
            ("way", [self._hop(hop) for hop in found.hops]),
            ("checks", [self._check(check) for check in found.checks]),
        ]
        return [(key, lines) for key, lines in facts if lines]

    def _add(self, key: str, lines: list[str]) -> None:
        values: list[QWidget] = [Verbatim(self._context, line, "mono", parent=self) for line in lines]
        values.append(Label(self._words(f"people.mail.{key}.what"), "small", parent=self))
        row = FactRow(
            self._context, self._words(f"people.mail.{key}"), column_of(values, 0, self), parent=self
        )
        row.setObjectName(f"mail_{key}")
        row.set_narrow(self._is_narrow)
        self._put(row)

    def _say(self, key: str, found: MailHeaders, known: str = "") -> None:
        """Say kindly what to look at twice."""
        verdict = Verdict(self._context, parent=self)
        verdict.setObjectName(f"mail_{key}")
        fields = {
            "address": brief(found.from_address or ""),
            "reply": brief(found.reply_to or ""),
            "kept": brief(known),
        }
        verdict.say(
            "hint", self._words(f"people.mail.{key}"), self._words(f"people.mail.{key}.note", **fields)
        )
        self._put(verdict)

    def _put(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
        self._made.append(widget)

    def _utc(self, at: datetime) -> str:
        language = self._context.settings.language
        return self._words("people.mail.utc", day=short_day(at.date(), language), time=hour(at, language))

    def _hop(self, hop: Hop) -> str:
        by = hop.by or self._words("people.mail.nameless")
        if hop.at is None:
            return self._words("people.mail.way.hop.timeless", by=by)
        language = self._context.settings.language
        day = short_day(hop.at.date(), language)
        return self._words("people.mail.way.hop", by=by, day=day, time=hour(hop.at, language))

    def _check(self, check: Check) -> str:
        key = "people.mail.check.pass" if check.has_passed else "people.mail.check.fail"
        return self._words(key, kind=check.kind.upper(), result=check.result)


def _one(value: str | None) -> list[str]:
    return [value] if value else []
