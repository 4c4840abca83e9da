# SPDX-License-Identifier: MIT
"""One thing they said, in quotes, with when, who and where it stands; cut out of the picture if it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.model import Rect
from app.money import in_short
from ui.legible import legible
from ui.said_words import moment
from ui.widgets.entry_row import EntryRow
from ui.widgets.label import Label
from ui.widgets.region_picker import Crop
from ui.widgets.rows import Columns, column_of
from ui.widgets.verbatim import Verbatim

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

    from app.model import Demand, Entry
    from ui.context import Context

NAMED = 40  # characters of their words that name a button


@dataclass(frozen=True)
class Shown:
    """What is shown beside their words.

    Attributes:
        account: who said it, as the window names it; empty if that is not known.
        ref: number of the picture in which it stands; empty if in none.
        part: the words as they stand there; nothing if no box was drawn, or the picture is covered.
        names: of the people the person named among those they would tell.
    """

    account: str = ""
    ref: str = ""
    part: QImage | None = None
    names: tuple[str, ...] = ()


class SaidRow(EntryRow):
    """A row of the list."""

    def __init__(
        self,
        context: Context,
        entry: Entry[Demand],
        shown: Shown,
        *,
        is_last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Show what they said."""
        words, demand = context.words, entry.fact
        super().__init__(context, entry, legible(demand.words[:NAMED]), is_last=is_last, parent=parent)
        self._context = context
        known_kind = demand.kind if demand.kind in {"threat", "money"} else "threat"
        self.kind = Label(words(f"said.kind.{known_kind}"), "overline", parent=self)
        self.quote = Verbatim(
            context, words("said.row.quote", words=demand.words), "h3", lines=True, parent=self
        )
        self.crop = Crop(context, parent=self)
        self.crop.setAccessibleName(words("said.form.crop"))
        if shown.part is not None and not shown.part.isNull():
            self.crop.set_part(shown.part, Rect(0, 0, shown.part.width(), shown.part.height()))
        self.about = Verbatim(context, " · ".join(self._about(demand, shown)), "small", parent=self)
        self.further = [
            Verbatim(context, line, lines=True, parent=self) for line in self._further(demand, shown)
        ]
        for part in ("kind", "quote", "crop", "about"):
            getattr(self, part).setObjectName(part)
        self._lay_out()

    def _lay_out(self) -> None:
        gap = self._context.theme.gap_px
        texts = column_of((self.kind, self.quote, *self.further, self.about), gap(4), self)
        line = Columns(self._context, gap_px=14, parent=self)
        line.add(texts, top=True)
        line.add(self.buttons, 0, top=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, gap(12), 0, gap(12))
        column.setSpacing(gap(8))
        for part in (line, self.crop):
            column.addWidget(part)
        self.about.setVisible(bool(self.about.words))

    def _about(self, demand: Demand, shown: Shown) -> list[str]:
        """Return when, who, and where it stands, as far as known."""
        words = self._context.words
        said = [moment(self._context, demand.at), shown.account]
        if shown.ref:
            said.append(words("said.row.cut" if demand.rect else "said.row.seen", ref=shown.ref))
        return [part for part in said if part]

    def _further(self, demand: Demand, shown: Shown) -> list[str]:
        """Return what else is known, a line each."""
        words = self._context.words
        lines = []
        if demand.language:
            lines.append(words("said.row.language", language=demand.language))
        if demand.translation:
            lines.append(words("said.row.means", words=demand.translation))
        if wants := self._wants(demand):
            lines.append(wants)
        if demand.deadline_at:
            lines.append(words("said.row.deadline", when=moment(self._context, demand.deadline_at)))
        whom = ", ".join(part for part in (demand.whom, *shown.names) if part)
        if whom:
            lines.append(words("said.row.tell", whom=whom))
        return lines

    def _wants(self, demand: Demand) -> str:
        """Return how much they want, how and where to."""
        words, parts = self._context.words, []
        if demand.amount_minor is not None:
            amount = in_short(demand.amount_minor, demand.currency or "GBP")
            parts.append(words("said.row.wants", amount=amount))
        if demand.pay_by:
            parts.append(words("said.row.by", how=demand.pay_by))
        if demand.pay_to:
            parts.append(words("said.row.to", whom=demand.pay_to))
        line = " ".join(parts)
        return line[:1].upper() + line[1:]
