# SPDX-License-Identifier: MIT
"""Everything with a time, in one order: to look at from far or near, to add to, to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QWidget

from app.timeline import Timeline, captures_as_one, timeline, told_in
from app.timeline.spans import Scale, after, before, span_of, within
from ui.models.timeline import TimelineModel
from ui.override import override
from ui.report.timeline_printing import TimelinePrinting
from ui.timeline_words import GROUPS, PAGES, TimelineWords, is_in
from ui.widgets.button import Button
from ui.widgets.chip import Chips
from ui.widgets.empty_state import EmptyState
from ui.widgets.event_form import EventForm
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.rows import Columns, Flow
from ui.widgets.timeline_band import TimelineBand
from ui.widgets.timeline_key import TimelineKey
from ui.widgets.timeline_list import TimelineList
from ui.widgets.undo_line import UndoLine
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from app.model import Entry, EntryId, Event
    from app.timeline import TimelineLine
    from app.timeline.spans import Span
    from app.vault import Vault


@dataclass(frozen=True, slots=True)
class _Read:
    """What the vault holds of this page."""

    timeline: Timeline
    events: dict[EntryId, Entry[Event]]


class TimelinePage(Page):
    """The band shows all that is looked at, the list below says it; both go to the same line."""

    title_key = "when.page.title"

    _read: _Read | None
    _around: datetime
    _shown: tuple[TimelineLine, ...]

    @property
    def is_ready(self) -> bool:
        """Whether what the vault holds is shown."""
        return self._read is not None

    @override
    def open_with(self, detail: object) -> None:
        """Be shown as on every visit; what was said of the last one is gone."""
        del detail
        self.kept.clear()
        self.taken.forget()
        self.printing.forget()
        self.refresh()

    @override
    def refresh(self) -> None:
        """Ask the case for everything with a time."""
        if self.context.session.is_open:
            self.context.session.run(_read, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._read = None
        self._shown = ()
        self._around = context.clock.now().utc
        self.said = TimelineWords(context)
        self.lead = Label(words("when.page.lead"), parent=self)
        self.add = Button(context, words("when.page.add"), icon="plus", parent=self)
        self.printing = TimelinePrinting(context, self)
        self.form = EventForm(context, parent=self)
        self.kept = Verdict(context, parent=self)
        self.taken = UndoLine(context, parent=self)
        empty = words("when.page.empty"), (words("when.page.empty.note"),)
        self.empty = EmptyState(context, *empty, parent=self)
        self.scales = Chips(
            context,
            [(key.value, words(f"when.scale.{key}")) for key in Scale],
            is_exclusive=True,
            parent=self,
        )
        self.earlier = Button(context, words("when.earlier"), "quiet", parent=self)
        self.later = Button(context, words("when.later"), "quiet", parent=self)
        self.band = TimelineBand(context, self.said, self)
        self.filters = Chips(context, [(key, words(f"when.filter.{key}")) for key in GROUPS], parent=self)
        self.key = TimelineKey(context, self)
        self.model = TimelineModel(self.said, self)
        self.list = TimelineList(context, self.said, self.model, self)
        self.nothing = Label("", "hint", parent=self)
        self.undated = Label("", "hint", parent=self)
        self.name_children()
        self.form.hide()
        self.scales.set_on((Scale.ALL.value,))
        self._show_parts()

    @override
    def _lay_out(self) -> None:
        self.head = Columns(self.context, gap_px=12, parent=self)
        self.head.add(self.lead)
        self.head.add(self.add, 0, top=True)
        self.zoom = Columns(self.context, gap_px=12, parent=self)
        self.zoom.add(self.scales)
        steps = QWidget(self)
        line = Flow(steps, gap_px=self.context.theme.gap_px(8))
        for button in (self.earlier, self.later):
            line.addWidget(button)
        self.zoom.add(steps, 0)
        for part in (
            self.head, self.kept, self.taken, self.form, self.empty, self.zoom, self.band, self.filters,
            self.key, self.nothing, self.list, self.undated, self.printing,
        ):  # fmt: skip
            self.content.addWidget(part)

    @override
    def _connect(self) -> None:
        self.add.clicked.connect(self._on_add)
        self.form.kept.connect(self._on_keep)
        self.form.left.connect(self._close_form)
        self.form.taken_back.connect(self._on_take_back)
        self.form.picture_wanted.connect(self._on_form_picture)
        self.taken.changed.connect(self.refresh)
        self.scales.changed.connect(lambda _: self._show())
        self.filters.changed.connect(lambda _: self._show())
        self.earlier.clicked.connect(lambda: self._move(before))
        self.later.clicked.connect(lambda: self._move(after))
        self.band.line_chosen.connect(self.list.choose)
        self.list.line_reached.connect(self._on_reached)
        self.list.line_chosen.connect(self._on_line)
        self.list.picture_chosen.connect(self._open_picture)

    # --- what is shown ---

    @property
    def scale(self) -> Scale:
        """How much is looked at."""
        return Scale(self.scales.on[0])

    def _on_read(self, read: _Read) -> None:
        """Show what the case holds, near its first line the first time."""
        is_first = self._read is None
        self._read = read
        if is_first and read.timeline.lines:
            self._around = read.timeline.lines[0].at
        self._show()

    def _lines(self) -> tuple[TimelineLine, ...]:
        """Return the lines of the kinds that are switched on; none switched on means every kind."""
        if self._read is None:
            return ()
        lines, on = self._read.timeline.lines, self.filters.on
        if on:
            lines = tuple(line for line in lines if any(is_in(line, group) for group in on))
        return lines if "captures" in on else captures_as_one(lines)

    def _show(self) -> None:
        """Show the lines of what is looked at, in the band and in the list."""
        lines = self._lines()
        span = span_of(lines, self.scale, self._around, self.said.zone)
        self._shown = within(lines, span)
        self.band.show_lines(lines, span, self.scale)
        self.model.set_lines(self._shown)
        self.earlier.setEnabled(before(lines, span) is not None)
        self.later.setEnabled(after(lines, span) is not None)
        self._show_parts()

    def _show_parts(self) -> None:
        words, read = self.context.words, self._read
        lines = read.timeline.lines if read else ()
        undated = read.timeline.undated if read else 0
        self.empty.setVisible(read is not None and not lines and self.form.isHidden())
        for part in (self.scales, self.earlier, self.later, self.band, self.filters, self.key, self.printing):
            part.setVisible(bool(lines))
        for button in (self.earlier, self.later):
            button.setVisible(bool(lines) and self.scale is not Scale.ALL)
        for key, chip in self.filters.chips.items():
            chip.setVisible(any(is_in(line, key) for line in lines))
        self.list.setVisible(bool(self._shown))
        self.nothing.set_words(words("when.page.nothing"))
        self.nothing.setVisible(bool(lines) and not self._shown)
        self.undated.set_words(words("when.undated", n=undated))
        self.undated.setVisible(undated > 0)

    def _move(self, toward: Callable[[Sequence[TimelineLine], Span], TimelineLine | None]) -> None:
        """Go to the nearest week, day or hour with something in it."""
        lines = self._lines()
        found = toward(lines, span_of(lines, self.scale, self._around, self.said.zone))
        if found is not None:
            self._around = found.at
            self._show()

    def _on_reached(self) -> None:
        """Mark the line with the focus in the band, and keep it in sight once all has its place."""
        line = self.model.line_at(self.list.currentIndex())
        if line is not None:
            self._around = line.at
            self.band.choose(line)
        QTimer.singleShot(0, self.list, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        row = self.list.visualRect(self.list.currentIndex())
        middle = self.list.mapTo(self.content_view, QPoint(0, row.center().y()))
        self.scroll_area.ensureVisible(0, middle.y(), 0, self.context.theme.text_px(160))

    # --- where a line leads ---

    def _on_line(self, line: TimelineLine) -> None:
        """Open the person's own line to change it, the picture that shows another, or its page."""
        events = self._read.events if self._read else {}
        if line.event is not None and line.event in events:
            self._edit(events[line.event], has_picture=bool(line.exhibits))
        elif line.exhibits:
            self._open_picture(line)
        elif line.kind in PAGES:
            self.moved_on.emit(PAGES[line.kind], str(line.entry) if line.entry else None)

    def _open_picture(self, line: TimelineLine) -> None:
        if line.key == "capture.several":
            self.moved_on.emit("evidence", None)
        else:
            self.moved_on.emit("exhibit", str(line.exhibits[0]))

    def _on_form_picture(self, entry: Entry[Event]) -> None:
        shown = [line for line in self._shown if line.event == entry.id]
        if shown:
            self._open_picture(shown[0])

    # --- the person's own lines ---

    def _on_add(self) -> None:
        self.form.begin()
        self._open_form()

    def _edit(self, entry: Entry[Event], *, has_picture: bool) -> None:
        self.form.load(entry, has_picture=has_picture)
        self._open_form()

    def _open_form(self) -> None:
        self.kept.clear()
        self.form.show()
        self._show_parts()
        self.bring_up(self.form)
        self.form.what.setFocus()

    def _close_form(self) -> None:
        self.form.hide()
        self._show_parts()

    def _on_keep(self, event: Event, entry: Entry[Event] | None) -> None:
        """Keep a line, new or changed."""

        def job(vault: Vault) -> Entry[Event]:
            return vault.add(event) if entry is None else vault.revise(entry.id, event)

        self.context.session.run(job, owner=self, then=self._on_kept)

    def _on_kept(self, entry: Entry[Event]) -> None:
        words = self.context.words
        self._around = entry.fact.at
        self.form.clear()
        self._close_form()
        self.kept.say("good", words("when.kept"), words("when.kept.note"))
        self.context.session.case_changed.emit()
        self.refresh()

    def _on_take_back(self, entry: Entry[Event]) -> None:
        self.form.clear()
        self._close_form()
        self.taken.take_back(str(entry.id), self.context.words("when.taken"))


def _read(vault: Vault) -> _Read:
    """Read what the page shows."""
    told = told_in(vault)
    return _Read(timeline(told), {entry.id: entry for entry in told.events})
