# SPDX-License-Identifier: MIT
"""The facts of one exhibit: when, by whom, how, of what, its fingerprint, and what happened to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.model import DerivativeRecord, Role
from ui.known_by import known_by, name_of
from ui.moments import offset, second, short_day, taken_at
from ui.widgets.button import Button
from ui.widgets.card import Card, rule
from ui.widgets.copied import ShortCopy
from ui.widgets.hash_label import HashLabel, grouped
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from app.custody.history import Happened
    from app.model import Account, Entry, Exhibit, Original
    from ui.context import Context

ROWS = ("taken", "by", "how", "window", "account", "size")


class ExhibitFactsCard(Card):
    """Everything that was recorded, in plain words; nothing here can be changed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Say nothing yet."""
        super().__init__(context, context.words("exhibit.page.facts"), parent=parent)
        self._context = context
        self._words = context.words
        self._sha256 = ""
        self.copied = ShortCopy(self)
        self.values: dict[str, Label] = {}
        self.body.setSpacing(0)
        self.body.addSpacing(context.theme.gap_px(12))
        for key in ROWS:
            self._add_row(key)
        self._add_rule()
        self._add_hash()
        self._add_rule()
        self.history_title = Label(self._words("exhibit.page.history"), "h3", parent=self)
        self.body.addWidget(self.history_title)
        self.body.addSpacing(context.theme.gap_px(8))
        self.history_rows = QGridLayout()
        self.history_rows.setHorizontalSpacing(context.theme.gap_px(16))
        self.history_rows.setVerticalSpacing(context.theme.gap_px(4))
        self.history_rows.setColumnStretch(1, 1)
        self.body.addLayout(self.history_rows)

    def show_exhibit(self, exhibit: Exhibit, part: Original | DerivativeRecord | None = None) -> None:
        """Show what its record says; of a conversation, what that of the chosen picture says."""
        if isinstance(part, DerivativeRecord):
            self._show_made(part)
            return
        if part is not None:
            exhibit = replace(exhibit, id=part.id, acquired_at=part.acquired_at, record=part.record)
        record = exhibit.record
        at, language = taken_at(exhibit), self._context.settings.language
        self._set("taken", f"{short_day(at.date(), language)}, {second(at, language)} ({offset(at)})")
        self._set("by", self._by(exhibit))
        self._set("how", self._how(exhibit))
        self._set("window", record.source.window_title)
        self._set("account", None)
        size = self._words(
            "exhibit.page.size.value", width=record.content.width_px, height=record.content.height_px
        )
        self._set("size", size)
        self._show_hash(exhibit.sha256)

    def show_story(self, account: Entry[Account] | None, happened: tuple[Happened, ...]) -> None:
        """Show who is in it and what happened to it."""
        self._set("account", None if account is None else self._account(account.fact))
        self._clear_history()
        days = {_local(one).date() for one in happened}
        for row, one in enumerate(happened):
            at, language = _local(one), self._context.settings.language
            day = f"{short_day(at.date(), language)} " if len(days) > 1 else ""
            when = Label(day + second(at, language), "hash", wraps=False, parent=self)
            what = Label(self._happened(one), "body", parent=self)
            self.history_rows.addWidget(when, row, 0, Qt.AlignmentFlag.AlignTop)
            self.history_rows.addWidget(what, row, 1)

    def _happened(self, one: Happened) -> str:
        """Return what happened; of several pictures of one sitting, how many."""
        return self._words(f"exhibit.happened.{one.what}", n=one.count)

    def _show_made(self, made: DerivativeRecord) -> None:
        """Show what is recorded of a picture that was made from others."""
        at, language = made.made_at.astimezone(), self._context.settings.language
        self._set("taken", f"{short_day(at.date(), language)}, {second(at, language)} ({offset(at)})")
        self._set("how", self._words("conversation.run.joined.how", version=made.tool))
        size = self._words("exhibit.page.size.value", width=made.width_px, height=made.height_px)
        self._set("size", size)
        self._show_hash(made.sha256)

    def _show_hash(self, sha256: str) -> None:
        self._sha256 = sha256
        self.hash_label.set_words(grouped(sha256))
        self.copy_note.hide()

    def forget(self) -> None:
        """Hold nothing of a locked case."""
        for key in ROWS:
            self._set(key, None)
        self._sha256 = ""
        self.hash_label.set_words("")
        self.copied.clear()
        self._clear_history()

    def _add_row(self, key: str) -> None:
        name = Label(self._words(f"exhibit.page.{key}"), "small", parent=self)
        value = Label("", parent=self)
        value.setObjectName(f"fact_{key}")
        self.values[key] = value
        self.body.addWidget(name)
        self.body.addWidget(value)
        self.body.addSpacing(self._context.theme.gap_px(8))

    def _add_rule(self) -> None:
        gap_px = self._context.theme.gap_px(10)
        self.body.addSpacing(gap_px)
        self.body.addWidget(rule(self))
        self.body.addSpacing(gap_px)

    def _add_hash(self) -> None:
        head = QHBoxLayout()
        self.hash_name = Label(self._words("exhibit.page.hash"), "small", parent=self)
        self.copy_button = Button(
            self._context, self._words("exhibit.page.copy"), "quiet", icon="copy", parent=self
        )
        self.copy_button.setObjectName("copy_button")
        self.copy_button.clicked.connect(self._on_copy)
        head.addWidget(self.hash_name, 1)
        head.addWidget(self.copy_button)
        self.hash_label = HashLabel("", parent=self)
        self.hash_label.setObjectName("hash_label")
        self.copy_note = Label(self._words("exhibit.page.copied"), "small", parent=self)
        self.copy_note.setObjectName("copy_note")
        self.copy_note.hide()
        self.body.addLayout(head)
        self.body.addWidget(self.hash_label)
        self.body.addWidget(self.copy_note)

    def _on_copy(self) -> None:
        self.copied.copy(self._sha256)
        self.copy_note.show()

    def _set(self, key: str, value: str | None) -> None:
        self.values[key].set_words(value or self._words("exhibit.page.unknown"))

    def _by(self, exhibit: Exhibit) -> str:
        people = exhibit.record.people
        if people.role is Role.HELPER:
            return self._words("exhibit.page.by.helper", name=people.taken_by)
        return self._words("exhibit.page.by.you")

    def _how(self, exhibit: Exhibit) -> str | None:
        screen = exhibit.record.screen
        if screen is None or not self._words.has(f"exhibit.page.how.{screen.mode}"):
            return None
        return self._words(f"exhibit.page.how.{screen.mode}", version=exhibit.record.system.app_version)

    def _account(self, account: Account) -> str:
        """Return the name that is shown, or the ID, with the platform; then the ID and how it is known."""
        who = name_of(self._context.catalogue, account)
        known = known_by(self._words, account, None)
        return f"{who}\n{account.stable_id}\n{known}" if known else who

    def _clear_history(self) -> None:
        while (item := self.history_rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()


def _local(one: Happened) -> datetime:
    """Return when it happened by the clock on the wall there and then."""
    try:
        return one.at.astimezone(ZoneInfo(one.zone))
    except (ZoneInfoNotFoundError, ValueError):
        return one.at
