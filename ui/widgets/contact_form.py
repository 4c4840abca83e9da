# SPDX-License-Identifier: MIT
"""Somebody the person knows: whom they threaten to tell, who got something, whom the person told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QSizePolicy, QVBoxLayout, QWidget

from app.identify.phones import in_country, shown
from app.model import Answer, Contact
from app.typed import kept
from ui.widgets.chip import Chips
from ui.widgets.demand_form import MomentField
from ui.widgets.draft import Draft
from ui.widgets.field import Field, TextField
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from app.model import Entry
    from ui.context import Context

YES_NO = {"yes": True, "no": False}
TEXTS = ("name", "relation", "platform", "handle", "phone", "received_at", "told_at", "note")


class ContactForm(QWidget):
    """Every line can be left out but one: somebody has a name, or a way to be reached."""

    def __init__(
        self,
        context: Context,
        entry: Entry[Contact] | None = None,
        *,
        country: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show somebody who is kept, or empty fields; over both, what was typed before.

        Args:
            context: for words and sizes.
            entry: to change what is known of them.
            country: where the person is; a number needs no country then.
            parent: Qt's.
        """
        super().__init__(parent)
        self._context = context
        self._before = entry.fact if entry else Contact("")
        self._country = country
        self._build()
        self._lay_out()
        self._texts = {name: getattr(self, name) for name in TEXTS}
        self._load(self._before)
        self._shown = {key: self._texts[key].text for key in ("received_at", "told_at")}
        key = entry.id if entry else "new"
        self._drafts = [
            Draft(context.session, f"people.known.{key}.{name}", field, self)
            for name, field in self._texts.items()
        ]
        self.phone.changed.connect(self._on_phone)
        self.received.changed.connect(self._on_answer)
        self.told.changed.connect(self._on_answer)
        self._on_answer()

    @property
    def is_empty(self) -> bool:
        """Whether nothing says who it is."""
        fields = (self.name, self.relation, self.handle, self.phone)
        return not any(field.text.strip() for field in fields)

    def contact(self, now: datetime) -> Contact:
        """Return what is typed as somebody the person knows; a time nobody can read stands in the note."""
        before = self._before
        received = Answer((*self.received.on, Answer.NOT_KNOWN)[0])
        is_told = self.told.on == ("yes",)
        typed = kept(self.phone.text)
        note = (kept(self.note.text), *self._unread(received, is_told=is_told))
        return replace(
            before,
            name=kept(self.name.text) or "",
            relation=kept(self.relation.text),
            platform=self._platform(),
            stable_id=kept(self.handle.text),
            phone=in_country(typed, self._country) or typed if typed else None,
            is_threatened=YES_NO.get((*self.threatened.on, "")[0]),
            received=received,
            received_at=self._time("received_at") if received is Answer.YES else None,
            told_at=(self._time("told_at") or before.told_at or now) if is_told else None,
            may_be_contacted=YES_NO.get((*self.may.on, "")[0]),
            note="\n".join(part for part in note if part) or None,
        )

    def taken_up(self) -> None:
        """Forget the drafts: what was typed is kept now."""
        for draft in self._drafts:
            draft.clear()

    def flush(self) -> None:
        """Keep at once what is typed, before the form goes."""
        for draft in self._drafts:
            draft.flush()

    def _load(self, contact: Contact) -> None:
        """Show what is kept."""
        self.name.set_text(contact.name)
        self.relation.set_text(contact.relation or "")
        named = self._context.catalogue.name_of(contact.platform) if contact.platform else ""
        self.platform.set_text(named)
        self.handle.set_text(contact.stable_id or "")
        self.phone.set_text(shown(contact.phone) if contact.phone else "")
        self.note.set_text(contact.note or "")
        self.received_at.show_at(contact.received_at)
        self.told_at.show_at(contact.told_at)
        self.threatened.set_on(_answer(contact.is_threatened))
        self.received.set_on(() if contact.received is Answer.NOT_KNOWN else (contact.received.value,))
        self.told.set_on(("yes",) if contact.told_at else ())
        self.may.set_on(_answer(contact.may_be_contacted))

    def _build(self) -> None:
        context, words = self._context, self._context.words

        def field(key: str, *, is_mono: bool = False) -> Field:
            hint = f"people.known.{key}.hint"
            said = words(hint) if words.has(hint) else ""
            return Field(context, words(f"people.known.{key}"), hint=said, is_mono=is_mono, parent=self)

        def moment(key: str) -> MomentField:
            return MomentField(
                context, words(f"people.known.{key}"), hint=words("facts.when.how"), parent=self
            )

        yes_no = [(key, words(f"people.known.{key}")) for key in YES_NO]
        answers = [(answer.value, words(f"people.known.{answer.value}")) for answer in Answer]
        self.name, self.relation = field("name"), field("relation")
        self.platform, self.handle = field("platform"), field("handle", is_mono=True)
        self.phone = field("phone", is_mono=True)
        completer = QCompleter([name for _, name in context.catalogue.names()], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.platform.edit.setCompleter(completer)
        self.threatened = Chips(context, yes_no, is_exclusive=True, parent=self)
        self.received = Chips(context, answers, is_exclusive=True, parent=self)
        self.told = Chips(context, yes_no, is_exclusive=True, parent=self)
        self.may = Chips(context, yes_no, is_exclusive=True, parent=self)
        self.received_at, self.told_at = moment("received_at"), moment("told_at")
        self.note = TextField(context, words("people.known.note"), lines=2, parent=self)
        for name in (*TEXTS, "threatened", "received", "told", "may"):
            getattr(self, name).setObjectName(name)

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(14))
        for each in (self.name, self.relation, self.platform, self.handle, self.phone):
            column.addWidget(each)
        for key in ("threatened", "received", "received_at", "told", "told_at", "may"):
            widget = getattr(self, key)
            if isinstance(widget, Chips):
                question = self._context.words(f"people.known.{key}")
                widget.setAccessibleName(question)
                pair = QVBoxLayout()
                pair.setSpacing(gap(2))
                pair.addWidget(Label(question, "strong", parent=self))
                pair.addWidget(widget)
                column.addLayout(pair)
            else:
                column.addWidget(widget)
        column.addWidget(self.note)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _time(self, key: str) -> datetime | None:
        """Return what is typed; what was not touched stays to the second."""
        field: MomentField = self._texts[key]
        before: datetime | None = getattr(self._before, key)
        return before if field.text == self._shown[key] else field.at

    def _unread(self, received: Answer, *, is_told: bool) -> list[str]:
        """Return what is typed as a time and is none."""
        asked = {"received_at": received is Answer.YES, "told_at": is_told}
        odd = [
            field
            for field in (self._texts[key] for key, is_asked in asked.items() if is_asked)
            if field.text.strip() and field.at is None
        ]
        words = self._context.words
        return [words("people.known.unread", what=each.label.words, typed=each.text.strip()) for each in odd]

    def _platform(self) -> str | None:
        """Return the id of a platform we know, else what is typed."""
        known = {name.casefold(): key for key, name in self._context.catalogue.names()}
        text = kept(self.platform.text)
        return None if text is None else known.get(text.casefold(), text)

    def _on_phone(self, text: str) -> None:
        """Say how the number is read; it is never refused."""
        words, number = self._context.words, in_country(text, self._country)
        if not text.strip():
            self.phone.verdict.clear()
        elif number is None:
            self.phone.verdict.say("hint", words("people.known.phone.odd"))
        else:
            self.phone.verdict.say("good", words("people.known.phone.good", number=shown(number)))

    def _on_answer(self, _on: object = None) -> None:
        """Ask when, where something happened."""
        self.received_at.setVisible(self.received.on == ("yes",))
        self.told_at.setVisible(self.told.on == ("yes",))


def _answer(known: bool | None) -> tuple[str, ...]:  # noqa: FBT001 - a fact's own yes, no or not known
    return () if known is None else ("yes",) if known else ("no",)
