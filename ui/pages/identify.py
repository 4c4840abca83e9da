# SPDX-License-Identifier: MIT
"""Finding the ID: left is shown where it stands; right what we found, or what is typed, is made sure of."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.identify.platforms import VerdictKind
from app.model import Account, Entry
from ui.account_making import proven, seen_at
from ui.finding import Finding
from ui.kept import read_kept, store
from ui.override import override
from ui.widgets.account_form import AccountForm
from ui.widgets.card import Card, rule
from ui.widgets.focus_order import order_focus
from ui.widgets.found_id import FoundId
from ui.widgets.id_buttons import FOUND, TYPED, IdButtons
from ui.widgets.kept_list import KeptList
from ui.widgets.label import Label
from ui.widgets.looking_row import LookingRow
from ui.widgets.page import Page
from ui.widgets.picture_link import PictureLink
from ui.widgets.platform_guide import PlatformGuide
from ui.widgets.progress import Progress
from ui.widgets.rows import Columns, column_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.model import Exhibit
    from ui.kept import Kept


class IdentifyPage(Page):
    """One page for every platform; all it knows of them is in their files.

    Signals:
        account_kept: an account was added or changed; carries its entry.
    """

    title_key = "id.page.title"

    account_kept = Signal(object)
    _wanted: str | None

    @override
    def open_with(self, detail: object) -> None:
        """Begin with an exhibit (its id) or an account to change (its entry)."""
        if isinstance(detail, Entry) and isinstance(detail.fact, Account):
            self._on_change_wanted(detail)
        elif isinstance(detail, str):
            self._wanted = detail
        self.refresh()

    @override
    def refresh(self) -> None:
        """Show what is kept, and look in the pictures there are."""
        if self.context.session.is_open:
            self.form.restore()
            self.context.session.run(read_kept, owner=self, then=self._on_read)
        self._show()

    @override
    def _build(self) -> None:
        words = self.context.words
        self._entry: Entry[Account] | None = None
        self._wanted = None
        self.is_found_shown = False
        self.finding = Finding(self.context, self)
        self.guide = PlatformGuide(self.context, parent=self)
        self.wait = Card(self.context, words("id.look.title"), parent=self)
        self.progress = Progress(self.context, words_key="id.look.progress", parent=self.wait)
        self.found = FoundId(self.context, parent=self)
        self.card = Card(self.context, words("id.page.yours"), parent=self)
        self.row = LookingRow(self.context, parent=self)
        self.form = AccountForm(self.context, drafts="identify", parent=self)
        self.form.url.hide()
        self.link = PictureLink(self.context, parent=self)
        self.stored = Verdict(self.context, parent=self)
        self.buttons = IdButtons(self.context, parent=self)
        self.main, self.other, self.third = self.buttons.main, self.buttons.other, self.buttons.third
        self.kept = KeptList(self.context, parent=self)
        self.name_children()

    @override
    def _lay_out(self) -> None:
        self.lead = Label(self.context.words("id.page.lead"), parent=self)
        self.content.addWidget(self.lead)
        self.wait.body.addWidget(self.progress)
        self.card.body.setSpacing(self.context.theme.gap_px(14))
        for widget in (self.row, self.form, rule(self.card), self.link):
            self.card.body.addWidget(widget)
        self.link.show_crop_in(self.form.column, self.form.column.indexOf(self.form.strip))
        parts = (self.wait, self.found, self.card, self.stored, self.buttons, self.kept)
        right = column_of(parts, self.context.theme.gap_px(20), self)
        self.columns = Columns(self.context, parent=self)
        self.columns.add(self.guide, top=True)
        self.columns.add(right, top=True)
        self.content.addWidget(self.columns)

    @override
    def _connect(self) -> None:
        self.finding.looking.began.connect(self._on_looking)
        self.finding.looking.moved.connect(self.progress.moved)
        self.finding.sighted.connect(self._on_sighted)
        self.finding.ended.connect(self._show_form)
        self.progress.cancel_pressed.connect(self._on_cancelled)
        self.found.changed.connect(self._show)
        self.found.entered.connect(self.main.click)
        self.row.show_wanted.connect(self._show_found)
        self.row.again_wanted.connect(self.finding.look_once_more)
        self.form.platform_changed.connect(self._on_platform_changed)
        self.form.changed.connect(self._on_form_changed)
        self.form.identifier.entered.connect(self.main.click)
        self.link.picture_chosen.connect(lambda one: self.finding.look_in(one, self.form.platform))
        self.link.box_wanted.connect(lambda one, box: self.finding.look_in_box(one, box, self.form.platform))
        self.buttons.pressed.connect(self._act)
        self.kept.change_wanted.connect(self._on_change_wanted)
        self._on_platform_changed(self.form.platform_id)

    def _choices(self) -> tuple[str, ...]:
        """Return what the buttons do now."""
        if self.is_found_shown:
            return FOUND[self.found.standing]
        kind = self.form.verdict.kind
        if self._entry is not None:
            return ("keep.change", "stop")
        if kind is not VerdictKind.EMPTY:
            return TYPED[kind]
        if self.form.name.text.strip():
            return ("keep.only",)
        return ("keep",) if self.kept.isHidden() else ("go.on",)

    def _show(self) -> None:
        """Show what there is to do: wait, look at what was found, or type."""
        is_waiting = self.finding.is_on and self._is_untouched
        self.wait.setVisible(self.finding.is_on)
        self.found.setVisible(self.is_found_shown)
        for part in (self.card, self.lead):
            part.setVisible(not (self.is_found_shown or is_waiting))
        self.buttons.setVisible(not is_waiting)
        choices = self._choices()
        can_keep = self.is_found_shown or choices[0] == "go.on" or not self.form.is_empty
        self.buttons.offer(choices, can_main=can_keep, is_typed=not self.found.has_pasted)
        order_focus(self.content_view)

    @property
    def _is_untouched(self) -> bool:
        """Whether nothing is typed that another view would hide."""
        return self.form.is_empty and self._entry is None

    def _act(self, choice: str) -> None:
        """Do what a button says."""
        acts: dict[str, Callable[[], object]] = {
            "again": (self.found if self.is_found_shown else self.form).paste,
            "not": self.finding.refuse if self.is_found_shown else self.form.clear,
            "type": self._type,
            "pasted.keep": partial(self._keep_found, keeps_compared=True),
            "stop": self._stop,
            "go.on": partial(self.moved_on.emit, "steps", None),
        }
        acts.get(choice, self._keep_found if self.is_found_shown else self._keep)()

    def _keep(self) -> None:
        """Keep what is typed, as a new account or as the newest revision of one."""
        now = self.context.clock.now().utc
        account = self.form.account(now, before=self._entry.fact if self._entry else None)
        self._store(seen_at(account, self.link.seen_in))

    def _keep_found(self, *, keeps_compared: bool = False) -> None:
        """Keep what was read, with all that is known of the reading."""
        proof, platform = self.found.proof(keeps_compared=keeps_compared), self.form.platform
        if proof is None or platform is None:
            return
        proof = replace(proof, name=proof.name or self.form.name.text.strip() or None)
        before = self._entry.fact if self._entry else None
        self._store(proven(proof, platform, self.context.clock.now().utc, before=before))

    def _store(self, account: Account) -> None:
        self.buttons.hold()
        job = partial(store, account=account, entry=self._entry)
        self.context.session.run(job, owner=self, then=self._on_kept, otherwise=self._on_not_kept)

    def _stop(self) -> None:
        """Leave the kept account as it was."""
        self._entry = None
        self.form.clear()
        self.link.load(None)
        self._show()

    def _on_kept(self, entry: Entry[Account]) -> None:
        """Say that it is kept, and be ready for the next one."""
        self.finding.forget()
        self._show_form("")
        self._stop()
        self.stored.say("good", *map(self.context.words, ("id.page.stored", "id.page.stored.note")))
        self.account_kept.emit(entry)
        self.context.session.case_changed.emit()
        self.refresh()

    def _on_not_kept(self, error: BaseException) -> None:
        """Let it be tried again; why it failed is told as ever."""
        self._show()
        self.context.background.failed.emit(error)

    def _on_read(self, kept: Kept) -> None:
        """Show the kept accounts, offer the pictures and look in them."""
        accounts, exhibits = kept
        theirs = [entry for entry in accounts if not entry.fact.is_own]
        self.kept.show_accounts(theirs, exhibits)
        self.link.offer(exhibits)
        self.finding.offer(self.link.offered, tuple(entry.fact for entry in theirs))
        if self._wanted is not None:
            self.link.choose(self._wanted)
        if self._entry is None and not (self.finding.is_on or self.is_found_shown):
            self.finding.look_at_new(self.form.platform, self._wanted)
        self._wanted = None
        self._show()

    def _on_looking(self, _exhibit: Exhibit) -> None:
        """Say that a picture is read."""
        if self.progress.isHidden():
            self.progress.begin()
        self.row.show_about()
        self._show()
        if self._is_untouched:
            self.bring_up(self.wait)

    def _on_sighted(self) -> None:
        """Show what was found, unless that would hide what is typed."""
        self.progress.end()
        sighting = self.finding.sighting
        if self._is_untouched or self.is_found_shown or (sighting is not None and sighting.is_of_box):
            self._show_found()
        else:
            self.row.show_about("ready")
            self._show()

    def _show_found(self) -> None:
        """Show what was found; what is typed already is compared with it."""
        sighting, platform = self.finding.sighting, self.form.platform
        if sighting is None or platform is None:
            return
        self.stored.clear()
        self.is_found_shown = True
        self.found.show_sighting(sighting, platform)
        if self.form.identifier.text:
            self.found.compare_with(self.form.identifier.text, has_pasted=self.form.has_pasted)
        self._show()
        self.bring_up(self.found)

    def _show_form(self, why: str = "") -> None:
        """Let it be typed, and say why nothing was found."""
        self.progress.end()
        self.is_found_shown = False
        self.found.forget()
        self.row.show_about(why)
        self._show()

    def _type(self) -> None:
        self._show_form()
        self.form.identifier.setFocus()

    def _on_cancelled(self) -> None:
        self.finding.cancel()
        self._show_form()

    def _on_change_wanted(self, entry: Entry[Account]) -> None:
        """Show a kept account in the form."""
        self.finding.forget()
        self._entry = entry
        self.stored.clear()
        self.form.load(entry.fact)
        self.link.load(entry.fact.seen_in)
        self._show_form()
        self.scroll_area.ensureWidgetVisible(self.form.identifier)
        self.form.identifier.setFocus()

    def _on_platform_changed(self, _platform: str) -> None:
        """Show where it stands on this platform, and look for it in the pictures."""
        platform = self.form.platform
        self.guide.setVisible(platform is not None)
        if platform is not None:
            self.guide.show_platform(platform)
        if self._entry is None:
            self.finding.look_at_new(platform)
        self._show_form()

    def _on_form_changed(self) -> None:
        if not self.form.is_empty:
            self.stored.clear()
        self._show()
