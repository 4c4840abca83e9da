# SPDX-License-Identifier: MIT
"""Who they are, typed or pasted: platform, identifier with its verdict, the name they show, the address."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCompleter, QSizePolicy, QVBoxLayout, QWidget

from app.identify.formats import Verdict, check
from app.identify.platforms import VerdictKind
from app.model import Account, Provenance, Strength
from ui.account_making import address_of, typed_over, with_names
from ui.moments import short_day
from ui.widgets.chip import Chips
from ui.widgets.draft import Draft
from ui.widgets.field import Field
from ui.widgets.identifier_strip import IdentifierStrip
from ui.widgets.label import Label

if TYPE_CHECKING:
    from datetime import datetime

    from app.identify.platforms import Platform
    from ui.context import Context

OTHER = "other"
COMMON = 10  # platforms with a chip of their own; the others are found by typing their name
HAS_STRIP = frozenset({VerdictKind.ACCEPTED, VerdictKind.UNUSUAL, VerdictKind.COPY_SLIP})


class AccountForm(QWidget):
    """One account as the person types it. Nothing is filled in by itself, and nothing typed is refused.

    Signals:
        platform_changed: another platform was chosen; carries its id.
        changed: anything else was typed.
    """

    platform_changed = Signal(str)
    changed = Signal()

    def __init__(self, context: Context, *, drafts: str, parent: QWidget | None = None) -> None:
        """Show empty fields, or what was typed before; ``drafts`` begins the keys they are kept under."""
        super().__init__(parent)
        self._context = context
        self._provenance: Provenance | None = None
        self._build()
        self._lay_out()
        self._drafts = [
            Draft(context.session, f"{drafts}.{name}", field, self)
            for name, field in (
                ("other", self.other), ("id", self.identifier), ("name", self.name), ("url", self.url)
            )
        ]  # fmt: skip
        self._connect()

    @property
    def platform_id(self) -> str:
        """The chosen platform; of one without a chip, its id, or what was typed if we do not know it."""
        (chosen,) = self.platforms.on or (OTHER,)
        if chosen != OTHER:
            return chosen
        typed = self.other.text.strip()
        known = {name.casefold(): key for key, name in self._context.catalogue.names()}
        return known.get(typed.casefold(), typed)

    @property
    def platform(self) -> Platform | None:
        """What we know of the platform; None if it has no page."""
        return self._context.catalogue.find(self.platform_id)

    @property
    def verdict(self) -> Verdict:
        """What the typed identifier looks like."""
        typed = self.identifier.text
        if self.platform is not None:
            return check(self.platform, typed)
        text = typed.strip()
        kind = VerdictKind.ACCEPTED if text else VerdictKind.EMPTY
        return Verdict(kind, text or None, None, Strength.MEDIUM if text else Strength.WEAK, None)

    @property
    def has_pasted(self) -> bool:
        """Whether the identifier was pasted, and not changed by hand since."""
        return self._provenance is Provenance.PASTED

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to keep."""
        return not any(field.text.strip() for field in (self.identifier, self.name, self.url))

    def account(self, now: datetime, *, before: Account | None = None) -> Account:
        """Return what is typed as an account; what an earlier revision holds besides stays."""
        verdict = self.verdict
        is_name = verdict.kind is VerdictKind.DISPLAY_NAME
        stable_id = None if is_name else verdict.normalised
        names = (verdict.normalised if is_name else None, self.name.text.strip() or None)
        base = typed_over(before or Account(self.platform_id, None, None, Strength.WEAK), stable_id)
        return replace(
            base,
            platform=self.platform_id,
            stable_id=stable_id,
            id_kind=verdict.id_kind,
            strength=verdict.strength if stable_id else Strength.WEAK,
            provenance=self._provenance or base.provenance or Provenance.TYPED,
            recorded_at=now,
            display_names=with_names(base.display_names, names, now),
            profile_url=self.url.text.strip() or address_of(self.platform, stable_id),
            pasted=self.identifier.text if self.has_pasted else base.pasted,
        )

    def load(self, account: Account) -> None:
        """Show a kept account, to change it."""
        catalogue = self._context.catalogue
        is_known = account.platform in self.platforms.chips
        self.platforms.set_on((account.platform if is_known else OTHER,))
        self.other.set_text("" if is_known else catalogue.name_of(account.platform))
        self.identifier.set_text(account.stable_id or "")
        self.name.set_text(account.display_names[-1].name if account.display_names else "")
        self.url.set_text(account.profile_url or "")
        self._provenance = account.provenance
        self._on_platform()

    def clear(self) -> None:
        """Empty the fields and forget the drafts; the platform stays."""
        for field in (self.identifier, self.name, self.url):
            field.clear()
        for draft in self._drafts:
            draft.clear()
        self._provenance = None
        self._on_typed()

    def restore(self) -> None:
        """Bring back what was typed before, where nothing was typed meanwhile."""
        for draft in self._drafts:
            draft.restore()

    def paste(self) -> None:
        """Put what was copied into the field of the identifier."""
        text = QGuiApplication.clipboard().text()
        if text:
            self.identifier.set_text(text)
            self._provenance = Provenance.PASTED
            self.changed.emit()

    def _build(self) -> None:
        words = self._context.words
        named = [(platform.id, platform.name) for platform in self._context.catalogue][:COMMON]
        self.which = Label(words("id.form.which"), "strong", parent=self)
        self.platforms = Chips(
            self._context, [*named, (OTHER, words("id.form.other"))], is_exclusive=True, parent=self
        )
        self.platforms.set_on((named[0][0],))
        self.other = Field(self._context, words("id.form.other.name"), parent=self)
        self.other.edit.setCompleter(self._completer())
        self.identifier = Field(self._context, words("id.form.id"), is_mono=True, parent=self)
        self.paste_button = self.identifier.add_button(words("id.form.paste"))
        self.strip = IdentifierStrip(self._context, parent=self)
        self.name = Field(self._context, words("id.form.name"), hint=words("id.form.name.hint"), parent=self)
        self.url = Field(self._context, words("id.form.url"), parent=self)
        for name in ("which", "platforms", "other", "identifier", "paste_button", "strip", "name", "url"):
            getattr(self, name).setObjectName(name)

    def _completer(self) -> QCompleter:
        """Offer the names of all platforms, whatever part of one is typed."""
        names = [name for _, name in self._context.catalogue.names()]
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        return completer

    def _lay_out(self) -> None:
        self.column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.gap_px(14))
        top = QVBoxLayout()
        top.setSpacing(self._context.theme.gap_px(2))
        top.addWidget(self.which)
        top.addWidget(self.platforms)
        column.addLayout(top)
        for widget in (self.other, self.identifier, self.strip, self.name, self.url):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _connect(self) -> None:
        self.platforms.changed.connect(self._on_platform)
        self.other.changed.connect(self._on_platform)
        self.identifier.edit.textEdited.connect(self._on_edited)
        self.paste_button.clicked.connect(self.paste)
        for field in (self.identifier, self.name, self.url):
            field.changed.connect(self._on_typed)
        self._on_platform()

    def _on_platform(self, _chosen: object = None) -> None:
        """Ask for what this platform has."""
        self.other.setVisible(self.platforms.on == (OTHER,))
        platform = self.platform
        label = platform.field if platform else self._context.words("id.form.id")
        self.identifier.set_label(label)
        self._on_typed()
        self.platform_changed.emit(self.platform_id)

    def _on_edited(self, _text: str) -> None:
        """Note whether the text was pasted whole or typed; a pasted text that is changed counts as typed."""
        self._provenance = Provenance.PASTED if self.identifier.has_pasted else Provenance.TYPED
        self.changed.emit()

    def _on_typed(self, _text: str = "") -> None:
        """Say what it looks like, and show it large."""
        verdict = self.verdict
        has_strip = verdict.kind in HAS_STRIP and len(verdict.normalised or "") <= 80
        self.strip.setVisible(has_strip)
        self.strip.set_text((verdict.normalised or "") if has_strip else "")
        self._say(verdict)
        self.changed.emit()

    def _say(self, verdict: Verdict) -> None:
        if verdict.kind is VerdictKind.EMPTY or self.platform is None:
            self.identifier.verdict.clear()
        elif verdict.catch_key is not None:
            catch = self.platform.catch(verdict.catch_key)
            self.identifier.verdict.say("good" if verdict.is_good else "hint", catch.title, catch.text)
        else:
            words = self._context.words
            note = words("id.form.good.note", n=len(verdict.normalised or ""))
            if verdict.made_at is not None:
                day = short_day(verdict.made_at.date(), self._context.settings.language)
                note = words("id.form.made", date=day)
            kind = words.said(verdict.id_kind or "")
            self.identifier.verdict.say("good", words("id.form.good", kind=kind), note)
