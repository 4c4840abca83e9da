# SPDX-License-Identifier: MIT
"""What is to be packed: everything, files for an upload page, or only some pictures."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.report.scope import Scope
from ui.legible import legible
from ui.widgets.chip import Chips
from ui.widgets.label import Label
from ui.widgets.rows import column_of
from ui.widgets.tick_row import TickRow
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from app.model import Exhibit
    from app.report.dossier import Dossier
    from ui.context import Context

WHOLE, UPLOAD, SOME = FORMS = ("whole", "upload", "some")
LONGEST = 60  # characters of what a picture shows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen; without a scope it is the whole case."""

    is_upload: bool = False
    scope: Scope | None = None


class PackChoice(QWidget):
    """Everything is chosen until the person chooses something else."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer the forms; the pictures are known once there is a report."""
        super().__init__(parent)
        words = context.words
        self._context = context
        self._rows: dict[str, TickRow] = {}
        names = [(form, words(f"package.form.{form}")) for form in FORMS]
        self.forms = Chips(context, names, is_exclusive=True, parent=self)
        self.hint = Label("", "small", parent=self)
        self.facts = TickRow(context, words("package.form.facts"), parent=self)
        self.picks = column_of([], context.theme.gap_px(6), self)
        self.need = Verdict(context, parent=self)
        for name in ("forms", "hint", "picks", "facts", "need"):
            getattr(self, name).setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.gap_px(8))
        for part in (self.forms, self.hint, self.picks, self.facts, self.need):
            column.addWidget(part)
        self.forms.changed.connect(lambda _on: self._on_form())
        self.choose(WHOLE)

    @property
    def form(self) -> str:
        """The key of the chosen form."""
        return next(iter(self.forms.on), WHOLE)

    @property
    def rows(self) -> dict[str, TickRow]:
        """One row for each picture that may leave, by its ref."""
        return dict(self._rows)

    def choose(self, form: str) -> None:
        """Choose a form, as if its chip was pressed."""
        self.forms.set_on((form,))
        self._on_form()

    def offer(self, dossier: Dossier | None) -> None:
        """Offer the pictures of this report; what was ticked stays ticked."""
        ticked = {ref for ref, row in self._rows.items() if row.isChecked()}
        column = self.picks.layout()
        for row in self._rows.values():
            row.hide()
            row.deleteLater()
        exhibits = [entry.exhibit for entry in dossier.exhibits] if dossier else []
        self._rows = {exhibit.ref: self._row(exhibit) for exhibit in exhibits}
        for ref, row in self._rows.items():
            row.setChecked(ref in ticked)
            if column is not None:
                column.addWidget(row)
        self.forms.chips[SOME].setVisible(len(exhibits) > 1)
        if self.form == SOME and len(exhibits) <= 1:
            self.choose(WHOLE)

    def wanted(self) -> Wanted | None:
        """Return what was chosen; None, and a word about it, where no picture is ticked."""
        if self.form != SOME:
            return Wanted(is_upload=self.form == UPLOAD)
        refs = frozenset(ref for ref, row in self._rows.items() if row.isChecked())
        if not refs:
            self.need.say("hint", self._context.words("package.form.need"))
            return None
        return Wanted(scope=Scope(refs, with_facts=self.facts.isChecked()))

    def _row(self, exhibit: Exhibit) -> TickRow:
        facts = exhibit.facts
        title = legible((facts.title or facts.shows or "")[:LONGEST])
        row = TickRow(self._context, f"{exhibit.ref}  {title}".strip(), parent=self.picks)
        row.setObjectName(exhibit.ref)
        row.clicked.connect(lambda _=False: self.need.clear())
        return row

    def _on_form(self) -> None:
        """Say what the form is, and show what belongs to it."""
        self.hint.set_words(self._context.words(f"package.form.{self.form}.hint"))
        self.need.clear()
        for part in (self.picks, self.facts):
            part.setVisible(self.form == SOME)


def unused(place: Path) -> Path:
    """Return this place, or the first beside it with a number behind its name that is free."""
    names = itertools.chain((place.name,), (f"{place.name} {n}" for n in itertools.count(2)))
    return next(place.with_name(name) for name in names if not place.with_name(name).exists())
