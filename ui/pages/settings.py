# SPDX-License-Identifier: MIT
"""The settings: one column, a plain sentence each; what is chosen works at once, and can be taken back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer

from app import paths, settings
from app.capture.hotkey import Key
from app.unrecorded import shield
from ui.capture.monitors import places_windows_itself
from ui.keeping_settings import keep_setting
from ui.override import override
from ui.setting_options import options
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.setting_row import ChoiceSetting, LinkSetting, SettingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOK = ("language", "theme", "text_percent", "motion")
PRIVACY = ("idle_minutes", "is_unrecorded", "hide")
PICTURES = ("wait_seconds",)
# row, the page it leads to, what that page is opened with
CASE = (
    ("answers", "questions", None),
    ("more", "more", None),
    ("passphrase", "new_passphrase", "settings"),
    ("code", "recovery", "settings"),
    ("rekey", "new_key", "settings"),
    ("copy", "safe", None),
    ("delete", "delete", None),
)


@dataclass(frozen=True, slots=True)
class Changed:
    """A setting that was just changed, and what it was before."""

    name: str
    before: object


class SettingsPage(Page):
    """``moved_on``: ``new_look`` after each change; the pages of ``CASE``."""

    title_key: ClassVar[str] = "settings.page.title"
    sections: ClassVar[Sequence[str]] = ("look", "privacy", "pictures", "case")

    @override
    def _build(self) -> None:
        self.changed: Changed | None = None
        self.lead = Label(self.context.words("settings.page.lead"), "lead", parent=self)
        self.choices: dict[str, ChoiceSetting] = {}
        self.links: dict[str, LinkSetting] = {}
        self.cards = [self._card(name) for name in self.sections]
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.add_text((self.lead, *self.cards))

    @override
    def _connect(self) -> None:
        for name, row in self.choices.items():
            row.chosen.connect(partial(self._on_chosen, name))
            row.taken_back.connect(self._on_taken_back)
        for name, page, detail in CASE:
            if name in self.links:
                self.links[name].wanted.connect(partial(self.moved_on.emit, page, detail))

    @property
    @override
    def shown_with(self) -> object:
        """What was changed last: the new window offers the way back."""
        return self.changed

    @override
    def open_with(self, detail: object) -> None:
        """Be visited, or stand in place of the page where this was changed."""
        self.changed = detail if isinstance(detail, Changed) else None
        self.refresh()
        if self.changed is not None:
            row = self.choices[self.changed.name]
            QTimer.singleShot(0, row, partial(self._bring_back, row))

    @override
    def refresh(self) -> None:
        """Show what the file says."""
        now = settings.current(paths.settings_file(), self.context.settings)
        for name, row in self.choices.items():
            row.show_value(getattr(now, name))
            row.offer_back(is_offered=self.changed is not None and self.changed.name == name)

    def _bring_back(self, row: ChoiceSetting) -> None:
        """Be where the person was: at the row that was changed."""
        self.scroll_area.ensureWidgetVisible(row)
        row.combo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, name: str, value: object) -> None:
        now = settings.current(paths.settings_file(), self.context.settings)
        before = getattr(now, name)
        if before != value and self._write(name, value):
            self.changed = Changed(name, before)
            self._obey()

    def _on_taken_back(self) -> None:
        if self.changed is not None and self._write(self.changed.name, self.changed.before):
            self.changed = None
            self._obey()

    def _obey(self) -> None:
        self.refresh()
        self.moved_on.emit("new_look", None)

    def _write(self, name: str, value: object) -> bool:
        """Return whether the file says it now; if not, the choice is as before."""
        is_kept = keep_setting(self.context, name, value)
        if not is_kept:
            self.refresh()
        return is_kept

    def _card(self, section: str) -> Card:
        """Return the card of a section, with its rows."""
        card = Card(self.context, self.context.words(f"settings.page.{section}"), padding_px=24, parent=self)
        card.setObjectName(section)
        card.body.setSpacing(0)
        for row in self._rows(section, card):
            card.body.addWidget(row)
        return card

    def _rows(self, section: str, card: Card) -> list[SettingRow]:
        if section == "case":
            self.links = {name: self._link(name, card) for name, _, _ in CASE}
            return list(self.links.values())
        names = {"look": LOOK, "privacy": PRIVACY, "pictures": PICTURES}[section]
        return [self._row(name, card, is_last=name == names[-1]) for name in names]

    def _link(self, name: str, card: Card) -> LinkSetting:
        role = "danger" if name == "delete" else "secondary"
        is_last = name == CASE[-1][0]
        row = LinkSetting(self.context, f"settings.{name}", role=role, is_last=is_last, parent=card)
        row.setObjectName(f"{name}_row")
        return row

    def _row(self, name: str, card: Card, *, is_last: bool) -> SettingRow:
        words, key = self.context.words, f"settings.{name}"
        title = words(f"{key}.title")
        if name == "hide":
            has_key = not places_windows_itself()
            note = words(f"{key}.note", key=Key.HIDE.shown) if has_key else words(f"{key}.without_key")
            return self._named(SettingRow(self.context, title, note, is_last=is_last, parent=card), name)
        if name == "is_unrecorded" and shield() is None:
            return self._named(SettingRow(self.context, title, words(f"{key}.cannot"), parent=card), name)
        note, offered = words(f"{key}.note"), options(self.context, name)
        is_wide = name == "language"  # a language says for itself that a machine wrote it
        row = ChoiceSetting(self.context, title, note, offered, is_last=is_last, is_wide=is_wide, parent=card)
        self.choices[name] = row
        return self._named(row, name)

    def _named(self, row: SettingRow, name: str) -> SettingRow:
        row.setObjectName(f"{name}_row")
        return row


class LookPage(SettingsPage):
    """How it looks, while no case is open. ``moved_on``: ``lock`` or ``welcome`` (back)."""

    title_key: ClassVar[str] = "settings.page.look"
    is_bare: ClassVar[bool] = True
    sections: ClassVar[Sequence[str]] = ("look",)

    @override
    def _build(self) -> None:
        super()._build()
        self.headline = Label(self.context.words(self.title_key), "display", parent=self)
        self.back = Button(
            self.context, self.context.words("settings.page.back"), "big_quiet", icon="back", parent=self
        )
        self.cards[0].title.hide()
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.add_text((self.headline, self.lead, *self.cards))
        self.content.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeading)

    @override
    def _connect(self) -> None:
        super()._connect()
        self.back.clicked.connect(self._leave)

    def _leave(self) -> None:
        self.moved_on.emit("lock" if self.context.folder.exists() else "welcome", None)
