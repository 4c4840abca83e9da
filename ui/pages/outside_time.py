# SPDX-License-Identifier: MIT
"""A time from outside for the record: what leaves, what it shows, and one question if it is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from app.custody.authorities import known_authorities
from app.errors import Cancelled, VaultLocked
from ui.anchoring import Anchoring
from ui.messages import MessageCard
from ui.moments import second, short_day
from ui.override import override
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow
from ui.widgets.page import Page
from ui.widgets.progress import Progress
from ui.widgets.rows import flow_of
from ui.widgets.verdict import Verdict

if TYPE_CHECKING:
    from app.model import Anchor

RIGHT_WITHIN_MS = 2_000  # as on the page of the clock: nothing an officer would have to reckon with
S = 1_000
ROWS = 5


class OutsideTimePage(Page):
    """``moved_on``: to where the person came from, ``evidence`` if that is not known."""

    title_key: ClassVar[str] = "anchor.title"

    @override
    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._came_from = "evidence"
        self._names = {one.key: one.name for one in known_authorities()}
        first, second_one = list(self._names.values())[:2]
        self.anchoring = Anchoring(context, self)
        self.lead = Label(words("anchor.lead"), parent=self)
        self.card = Card(context, words("anchor.what"), padding_px=24, parent=self)
        for n in range(1, ROWS + 1):
            row = words(f"anchor.row{n}", first=first, second=second_one)
            self.card.body.addWidget(NumberedRow(context, n, row, parent=self.card))
        self.before = Label("", "small", parent=self)
        self.progress = Progress(context, words_key="anchor.asking", parent=self)
        self.verdict = Verdict(context, parent=self)
        self.clock = Label("", parent=self)
        self.failure = MessageCard(context, parent=self)
        self.ask = Button(context, words("anchor.ask"), "big", parent=self)
        self.back = Button(context, words("anchor.later"), "big_secondary", parent=self)
        self.name_children()
        self._show_nothing()

    @override
    def _lay_out(self) -> None:
        buttons = flow_of((self.ask, self.back), self.context.theme.gap_px(12), self)
        outcome = (self.before, self.progress, self.verdict, self.clock, self.failure)
        self.add_text((self.lead, self.card, *outcome, buttons))

    @override
    def _connect(self) -> None:
        self.ask.clicked.connect(self._on_ask)
        self.back.clicked.connect(lambda: self.moved_on.emit(self._came_from, None))
        self.anchoring.came.connect(self._on_came)
        self.anchoring.failed.connect(self._on_failed)
        self.context.session.locked.connect(self._on_locked)

    @override
    def open_with(self, detail: object) -> None:
        """Remember where the person came from, by the name of that page."""
        self._came_from = detail if isinstance(detail, str) else "evidence"
        if not self.anchoring.is_on:
            self._show_nothing()
        super().open_with(detail)

    @override
    def refresh(self) -> None:
        """Show the last one, if there is one."""
        if self.context.session.is_open and self.verdict.kind != "good":
            self.context.session.run(lambda vault: vault.anchors(), owner=self, then=self._on_known)

    def _on_known(self, anchors: tuple[Anchor, ...]) -> None:
        """Say which is the last one."""
        self.before.setVisible(bool(anchors) and self.verdict.kind != "good")
        if anchors:
            self.before.set_words(self.context.words("anchor.before", **self._told(anchors[-1])))

    def _on_ask(self) -> None:
        """Ask once; nothing of this goes on by itself."""
        self._show_nothing()
        self.ask.setEnabled(False)
        self.progress.begin()
        self.anchoring.start(self.progress.moved.emit, self.progress.cancelled)

    def _on_came(self, anchor: Anchor) -> None:
        """Say what it shows, and what it says of the clock."""
        words, told = self.context.words, self._told(anchor)
        self._show_nothing()
        self.verdict.say("good", words("anchor.good", **told), words("anchor.note", **told))
        self.clock.set_words(self._of_the_clock(anchor))
        self.clock.show()
        self.ask.hide()
        self.back.set_words(words("anchor.back"))
        self.back.setFocus()
        self.bring_up(self.clock)

    def _on_failed(self, error: BaseException) -> None:
        """Say what happened; trying again is the person's to choose."""
        words = self.context.words
        self._show_nothing()
        if isinstance(error, Cancelled):
            self.verdict.say("hint", words("anchor.stopped"))
        elif not isinstance(error, VaultLocked):
            self.failure.show_error(error)
            self.ask.set_words(words("anchor.again"))
            self.ask.setFocus()
            self.bring_up(self.failure)

    def _of_the_clock(self, anchor: Anchor) -> str:
        """Return by how much the clock is off, in words for the size of it."""
        off_ms = anchor.difference_ms
        if abs(off_ms) <= max(RIGHT_WITHIN_MS, anchor.uncertain_by_ms):
            return self.context.words("anchor.right")
        side = "fast" if off_ms > 0 else "slow"
        return self.context.words(f"anchor.{side}", s=f"{abs(off_ms) / S:,.0f}")

    def _told(self, anchor: Anchor) -> dict[str, str]:
        """Return time and authority as the sentences take them."""
        at, language = anchor.at.astimezone(), self.context.settings.language
        name = self._names.get(anchor.authority, anchor.authority)
        return {"at": f"{short_day(at, language)}, {second(at, language)}", "authority": name}

    def _show_nothing(self) -> None:
        """Offer to ask; nothing was asked."""
        words = self.context.words
        self.progress.end()
        self.verdict.clear()
        for widget in (self.before, self.clock, self.failure):
            widget.hide()
        self.ask.show()
        self.ask.setEnabled(True)
        self.ask.set_words(words("anchor.ask"))
        self.back.set_words(words("anchor.later"))

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case; what is being asked ends."""
        self.progress.cancelled.set()
        self._show_nothing()
