# SPDX-License-Identifier: MIT
"""What happened to this evidence: every act on it as the custody log has it, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QTimer

from app.custody.acts import Acts, Group, acts_of
from ui.act_words import ActWords
from ui.models.acts import ActsModel
from ui.override import override
from ui.reading_aside import read_aside
from ui.widgets.acts_list import ActsList
from ui.widgets.button import Button
from ui.widgets.chip import Chips
from ui.widgets.head_card import HeadCard
from ui.widgets.label import Label
from ui.widgets.page import Page

if TYPE_CHECKING:
    from app.custody.acts import Act
    from app.model import Copy
    from app.vault import Reader

ALL = "all"
ROOM_PX = 160  # kept in sight above and below the line with the focus


@dataclass(frozen=True, slots=True)
class _Read:
    """What one snapshot holds of this page."""

    acts: Acts
    copies: dict[str, Copy]


class HappenedPage(Page):
    """``moved_on``: ``exhibit`` with its id, ``safe`` to check every picture, ``evidence`` (back), others."""

    title_key: ClassVar[str] = "happened.page.title"

    _read: _Read | None

    @property
    def is_ready(self) -> bool:
        """Whether what the log holds is shown."""
        return self._read is not None

    @override
    def refresh(self) -> None:
        """Read the log from a snapshot, beside whatever is written."""
        read_aside(self.context, _read, owner=self, then=self._on_read)

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._read = None
        self.said = ActWords(context)
        self.back = Button(context, words("happened.page.back"), "quiet", icon="back", parent=self)
        self.lead = Label(words("happened.page.lead"), "lead", parent=self)
        self.head = HeadCard(context, self)
        self.outside = Button(context, words("anchor.link"), "quiet", icon="timer", parent=self)
        kinds = [(ALL, words("happened.filter.all"))]
        kinds += [(group.value, words(f"happened.filter.{group.value}")) for group in Group]
        self.filters = Chips(context, kinds, is_exclusive=True, parent=self)
        self.filters.set_on((ALL,))
        self.reading = Label(words("happened.page.reading"), "hint", parent=self)
        self.nothing = Label(words("happened.page.none"), "hint", parent=self)
        self.model = ActsModel(self.said, self)
        self.list = ActsList(context, self.said, self.model, self)
        self.name_children()
        self._show()

    @override
    def _lay_out(self) -> None:
        self._place_back()
        self.head.links.addWidget(self.outside)
        for part in (self.lead, self.head, self.filters, self.reading, self.nothing, self.list):
            self.content.addWidget(part)

    @override
    def set_narrow(self, narrow: bool) -> None:
        """Put Back under the title where the title needs the whole row."""
        super().set_narrow(narrow)
        self._place_back()

    def _place_back(self) -> None:
        (self.content if self.is_narrow else self.title_row).insertWidget(0, self.back)

    @override
    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.moved_on.emit("evidence", None))
        self.outside.clicked.connect(lambda: self.moved_on.emit("outside_time", "happened"))
        self.head.check_asked.connect(lambda: self.moved_on.emit("safe", None))
        self.filters.changed.connect(lambda _: self._show())
        self.list.act_chosen.connect(self._on_chosen)
        self.list.act_reached.connect(lambda: QTimer.singleShot(0, self.list, self._keep_in_sight))
        for changed in (self.context.session.case_changed, self.context.session.exhibit_added):
            changed.connect(self._on_changed)
        self.context.session.locked.connect(self._on_locked)

    def _on_changed(self, _what: object = None) -> None:
        """Something was written while the page is in sight; out of sight it is read on the next visit."""
        if self.isVisible():
            self.refresh()

    def _on_read(self, read: _Read) -> None:
        """Show it, unless something newer is shown: a log only grows."""
        if not self.context.session.is_open or (self._read and read.acts.size <= self._read.acts.size):
            return
        self._read, self.said.copies = read, read.copies
        self.head.show_head(read.acts)
        self._show()

    def _show(self) -> None:
        """Show the acts that are let through."""
        acts = self._read.acts.acts if self._read else ()
        group = self.filters.on[0]
        shown = acts if group == ALL else tuple(act for act in acts if act.group == group)
        self.model.set_acts(shown)
        self.reading.setVisible(self._read is None)
        self.filters.setVisible(self._read is not None)
        self.nothing.setVisible(self._read is not None and not shown)
        self.list.setVisible(bool(shown))

    def _on_chosen(self, act: Act) -> None:
        """Go to what it was about."""
        leads = self.said.leads_to(act)
        if leads is not None:
            self.moved_on.emit(*leads)

    def _keep_in_sight(self) -> None:
        """Scroll to the line with the focus."""
        row = self.list.visualRect(self.list.currentIndex())
        middle = self.list.mapTo(self.content_view, QPoint(0, row.center().y()))
        self.scroll_area.ensureVisible(0, middle.y(), 0, self.context.theme.text_px(ROOM_PX))

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._read, self.said.copies = None, {}
        self.head.forget()
        self._show()


def _read(reader: Reader) -> _Read:
    """Return what the log says, and what is known of the copies it names."""
    return _Read(acts_of(reader.records()), {copy.id: copy for copy in reader.copies()})
