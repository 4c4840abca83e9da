# SPDX-License-Identifier: MIT
"""A report made elsewhere, or a hash case: to whom, its reference, when, and when to ask again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.guide.due import in_a_week, local_day
from app.model import EntryId, ReportKind, ReportMade
from app.typed import kept
from ui.known_by import name_of
from ui.widgets.amount_field import moment_in
from ui.widgets.chip import Chips, swapped
from ui.widgets.day_picker import DayPicker
from ui.widgets.demand_form import MomentField
from ui.widgets.drafts import Drafts
from ui.widgets.field import Field
from ui.widgets.label import Label
from ui.widgets.rows import Columns, column_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.guide.contacts import Contact
    from app.model import Account, Entry
    from ui.context import Context

NO_ACCOUNT = ""
NAMED = (ReportKind.POLICE, ReportKind.PLATFORM, ReportKind.BANK, ReportKind.OTHER)  # which one is asked


class ReportForm(QWidget):
    """To whom is enough; all else can be left out."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Ask for a report, with what was typed before."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self._base: ReportMade | None = None
        self.case_lead = Label(words("watch.case.lead"), parent=self)
        self.to_label = Label(words("watch.form.to"), "strong", parent=self)
        self.to = Chips(context, [], is_exclusive=True, parent=self)
        self.about_label = Label(words("watch.form.about"), "strong", parent=self)
        self.about = Chips(context, [], is_exclusive=True, parent=self)
        self.where = Label("", "small", parent=self)
        self.name = Field(context, words("watch.form.to.name"), parent=self)
        self.reference = Field(context, words("watch.page.ref"), is_mono=True, parent=self)
        self.at = MomentField(context, words("watch.form.when"), hint=words("facts.when.how"), parent=self)
        self.how = Field(context, words("watch.form.how"), hint=words("watch.form.how.hint"), parent=self)
        self.day = DayPicker(context, label=words("watch.page.next.report"), parent=self)
        self._texts: dict[str, Field] = {
            "name": self.name, "reference": self.reference, "at": self.at, "how": self.how
        }  # fmt: skip
        for name in (*self._texts, "case_lead", "to_label", "to", "about_label", "about", "where", "day"):
            getattr(self, name).setObjectName(name)
        self._services: Mapping[ReportKind, Contact] = {}
        self._lay_out()
        self._drafts = Drafts(context.session, "watch.report", self._texts, self)
        self.day.set_day(in_a_week(local_day(context.clock.now())))

    @property
    def is_empty(self) -> bool:
        """Whether it is not known to whom it went."""
        return not self.to.on and self._base is None

    @property
    def kind(self) -> ReportKind | None:
        """To whom it went."""
        return ReportKind(self.to.on[0]) if self.to.on else None

    def offer(self, accounts: Sequence[Entry[Account]]) -> None:
        """Offer their accounts: a report to an app or site is about one of them."""
        choices = [(NO_ACCOUNT, self._context.words("watch.form.about.none"))]
        theirs = [each for each in accounts if not each.fact.is_own]
        choices += [(each.id, name_of(self._context.catalogue, each.fact)) for each in theirs]
        self.about = swapped(self._context, self.about, choices if theirs else [])
        self._on_to()

    def ask_for_report(self, kinds: tuple[ReportKind, ...]) -> None:
        """Offer these to have reported to."""
        self._services = {}
        self._offer(kinds, is_case=False)

    def ask_for_case(self, services: Mapping[ReportKind, Contact]) -> None:
        """Offer these services to have made a case with."""
        self._services = services
        self._offer(tuple(services), is_case=True)
        if len(services) == 1:
            self.choose(next(iter(services)))

    def choose(self, kind: ReportKind) -> None:
        """It went to them."""
        self.to.set_on((kind.value,))
        self._on_to()

    def report(self) -> ReportMade:
        """Return what is typed."""
        base = self._base or ReportMade("", None, None)
        kind = self.kind or base.kind
        usual = self._context.words(f"watch.to.{self.kind}") if self.kind else base.to
        return replace(
            base,
            to=(kept(self.name.text) if self._is_named else None) or usual,
            reference=kept(self.reference.text),
            at=moment_in(self.at, base.at),
            how=kept(self.how.text),
            kind=kind,
            account=self._account(base.account),
            next_check_on=self.day.day,
            is_closed=base.is_closed and self.day.day is None,
        )

    def load(self, report: ReportMade, about: str = "") -> None:
        """Show a kept report, to change it; ``about`` is the id of its entry. Kinds are offered before."""
        self._drafts.turn_to(about, lambda: self._fill(report))

    def _fill(self, report: ReportMade) -> None:
        """Put in what is kept."""
        self._empty()
        self._base = report
        if report.kind is not None:  # one that is not offered here stays what it is
            self.choose(report.kind)
        self._on_to()
        is_usual = report.kind is not None and report.to == self._context.words(f"watch.to.{report.kind}")
        self.name.set_text("" if is_usual else report.to)
        self.reference.set_text(report.reference or "")
        self.at.show_at(report.at)
        self.how.set_text(report.how or "")
        self.about.set_on((report.account or NO_ACCOUNT,))
        self.day.set_day(report.next_check_on)

    def clear(self) -> None:
        """Forget what was typed, and be ready for a new report; what was typed of one before is there."""
        self._drafts.clear()
        self._drafts.turn_to("", self._empty)

    def _empty(self) -> None:
        self._base = None
        for field in self._texts.values():
            field.clear()
        if len(self.to.chips) > 1:
            self.to.set_on(())
        self.about.set_on(())
        self._on_to()
        self.day.set_day(in_a_week(local_day(self._context.clock.now())))

    def restore(self) -> None:
        """Bring back what was typed before."""
        self._drafts.restore()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap(14))
        self._column.addWidget(self.case_lead)
        self._column.addWidget(column_of((self.to_label, self.to, self.where), gap(2), self))
        self._column.addWidget(column_of((self.about_label, self.about), gap(2), self))
        for fields in ((self.name, self.reference), (self.at, self.how)):
            line = Columns(self._context, parent=self)
            for field in fields:
                line.add(field, top=True)
            self._column.addWidget(line)
        self._column.addWidget(self.day)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _offer(self, kinds: tuple[ReportKind, ...], *, is_case: bool) -> None:
        """Put the chips in place of those before; a choice that is offered again stays chosen."""
        words = self._context.words
        choices = [(kind.value, words(f"watch.to.{kind}")) for kind in kinds]
        before, self.to = self.to, swapped(self._context, self.to, choices)
        if self.to is not before:
            self.to.changed.connect(self._on_to)
        self.to.show()
        self.case_lead.setVisible(is_case)
        self.to_label.set_words(words("watch.form.service" if is_case else "watch.form.to"))
        self.reference.set_label(words("watch.page.ref.case" if is_case else "watch.page.ref"))
        self.how.setVisible(not is_case)
        self._on_to()

    @property
    def _is_named(self) -> bool:
        """Whether it is asked which one it was."""
        return self.kind in NAMED or (self.kind is None and self._base is not None)

    def _on_to(self, _on: object = None) -> None:
        """Ask which one it was, or say where the service is, as words to type: nothing is opened."""
        words, kind = self._context.words, self.kind
        self.name.setVisible(self._is_named)
        for part in (self.about_label, self.about):
            part.setVisible(kind is ReportKind.PLATFORM and bool(self.about.chips))
        if self._is_named:
            self.name.set_label(words(f"watch.form.to.{kind or ReportKind.OTHER}"))
        service = self._services.get(kind) if kind else None
        if service is not None:
            self.where.set_words(words("watch.case.where", name=service.name, reach=service.reach))
        self.where.setVisible(service is not None)

    def _account(self, before: EntryId | None) -> EntryId | None:
        """Return the account it is about; the one known before where none is asked for."""
        if not self.about.on or self.kind is not ReportKind.PLATFORM:
            return before
        return EntryId(self.about.on[0]) if self.about.on[0] else None
