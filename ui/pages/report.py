# SPDX-License-Identifier: MIT
"""The report: what goes in on one side, the very pages on the other."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import Cancelled, NothingToReport, VaultLocked
from app.guide.plan import is_words_only
from ui.messages import MessageCard
from ui.report.handing_over import HandingOver
from ui.report.making import ReportMaking
from ui.report.paper_language import PaperLanguage
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.contents_card import ContentsCard
from ui.widgets.label import Label
from ui.widgets.page import Page
from ui.widgets.pdf_view import PdfView
from ui.widgets.phone_card import PhoneCard
from ui.widgets.progress import Progress
from ui.widgets.rows import Columns
from ui.widgets.zoom_row import ZoomRow

if TYPE_CHECKING:
    from ui.report.making import Made

LEFT_PX = 316
PREVIEW_PX = QSize(400, 560)
WIDE = 16_777_215  # Qt's QWIDGETSIZE_MAX
NO_WORDS = (NothingToReport, Cancelled, VaultLocked)


class ReportPage(Page):
    """Makes the report when it is visited, and anew when the case has changed since.

    Signals:
        facts_wanted: the page that fills what page 1 lacks is wanted.
    """

    title_key = "report.page.title"

    facts_wanted = Signal()

    def _build(self) -> None:
        context, words = self.context, self.context.words
        self._known_records, self._known_language = 0, ""
        self._is_late = False  # something changed while a report was made
        self.making = ReportMaking(context, self)
        self.contents = ContentsCard(context, self)
        self.paper = PaperLanguage(context, self)
        self.phone = PhoneCard(context, parent=self)
        self.facts_link = Button(context, words("report.page.facts"), "quiet", icon="pencil", parent=self)
        self.words_link = Button(context, words("report.page.words"), "quiet", icon="mail", parent=self)
        self.handing_over = HandingOver(context, self)
        self.outside = Button(context, words("anchor.offer"), "quiet", icon="timer", parent=self)
        self.empty = Card(context, words("report.page.empty"), kind="quiet", padding_px=32, parent=self)
        self.start = Button(context, words("report.page.start"), "primary", parent=self.empty)
        self.empty.body.addWidget(self.start)
        self.progress = Progress(context, words_key="report.page.building", parent=self)
        self.again = Button(context, words("report.page.again"), parent=self)
        self.failure = MessageCard(context, parent=self)
        self.page_number = Label("", "strong", wraps=False, parent=self)
        self.exact = Label(words("report.page.exact"), "small", wraps=False, parent=self)
        self.preview = PdfView(context.theme, context.background, self)
        self.preview.setAccessibleName(words("report.page.preview"))
        self.zoom = ZoomRow(context, self.preview, self)
        self.read_once = Label(words("report.page.read"), "small", parent=self)
        self.columns = Columns(context, parent=self)
        self.left = QWidget(self)
        self.head = QWidget(self)
        self.frame = Card(context, kind="quiet", padding_px=4, is_filled=True, parent=self)
        self.name_children()
        self._show_report(None)
        for widget in (self.empty, self.again):
            widget.hide()

    def _lay_out(self) -> None:
        gap = self.context.theme.gap_px
        right = QWidget(self)
        column = QVBoxLayout(self.left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(12))
        column.addWidget(self.phone)
        column.addWidget(self.contents)
        column.addWidget(self.paper)
        column.addWidget(self.facts_link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.handing_over)
        column.addWidget(self.words_link, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.outside, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.read_once)
        column.addStretch(1)
        self.left.setFixedWidth(self.context.theme.text_px(LEFT_PX))
        self._lay_out_preview(QVBoxLayout(right))
        self.columns.add(self.left, 0)
        self.columns.add(right, 1)
        self.content.addWidget(self.columns, 1000)

    def _lay_out_preview(self, column: QVBoxLayout) -> None:
        head = QHBoxLayout(self.head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(self.context.theme.gap_px(8))
        head.addWidget(self.page_number)
        head.addWidget(self.exact, 1)
        head.addWidget(self.zoom)
        self.frame.body.addWidget(self.preview, 1)
        self.frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.preview.setMinimumSize(PREVIEW_PX)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.context.theme.gap_px(8))
        for widget in (self.empty, self.failure, self.progress):
            column.addWidget(widget)
        column.addWidget(self.again, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.head)
        column.addWidget(self.frame, 1000)
        column.addStretch(1)

    def _connect(self) -> None:
        self.facts_link.clicked.connect(self.facts_wanted)
        self.words_link.clicked.connect(lambda: self.moved_on.emit("wording", None))
        self.phone.began.connect(partial(self.preview.go_to, 1))
        self.start.clicked.connect(lambda: self.moved_on.emit("steps", None))
        self.outside.clicked.connect(lambda: self.moved_on.emit("outside_time", "report"))
        self.paper.changed.connect(self._on_changed)
        self.making.made.connect(self._on_made)
        self.making.unchanged.connect(self.progress.end)
        self.making.failed.connect(self._on_failed)
        self.again.clicked.connect(self.refresh)
        self.handing_over.came_out.connect(self._on_came_out)
        self.preview.page_changed.connect(self._on_page_changed)
        self.preview.failed.connect(self._on_failed)
        self.context.session.locked.connect(self._on_locked)
        for changed in (self.context.session.case_changed, self.context.session.exhibit_added):
            changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Make the report, if there is a case and something happened in it or another language was chosen."""
        if not self.context.session.is_open or self.making.is_on:
            return
        self.again.hide()
        self.progress.begin()
        known = self._known_records if self._known_language == self.paper.language else 0
        self.making.start(known, self.progress.moved.emit, self.progress.cancelled)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Give the left column the whole width when the two are stacked."""
        super().set_narrow(narrow)
        width = self.context.theme.text_px(LEFT_PX)
        self.left.setMinimumWidth(0 if narrow else width)
        self.left.setMaximumWidth(WIDE if narrow else width)

    def _on_made(self, made: Made) -> None:
        """Show the very bytes that will be saved and printed."""
        self._known_records, self._known_language = made.records, made.language
        dossier = made.dossier
        counts = len(dossier.exhibits), len(dossier.left_out)
        self.contents.show_counts(*counts, is_words_only=is_words_only(dossier.case))
        self.preview.show_pdf(made.report.data)
        self.empty.hide()
        self.failure.hide()
        self._show_report(made)
        if self._is_late:
            self._on_changed()

    def _on_failed(self, error: BaseException) -> None:
        """Say why there is none; an empty case is no failure."""
        self._known_records = 0
        self.preview.clear()
        self._show_report(None)
        if isinstance(error, NothingToReport):
            self.context.session.run(
                lambda vault: is_words_only(vault.case().fact), owner=self, then=self._on_nothing_yet
            )
        self.again.setVisible(not isinstance(error, NothingToReport))
        if not isinstance(error, NO_WORDS):
            self.failure.show_error(error)

    def _on_nothing_yet(self, is_without_pictures: bool) -> None:  # noqa: FBT001 - the answer of a job
        """Say what a report needs at least; no picture is asked of whoever is on the path of words."""
        key = "report.page.empty.words" if is_without_pictures else "report.page.empty"
        self.empty.title.set_words(self.context.words(key))
        self.empty.show()

    def _on_page_changed(self, page: int, count: int) -> None:
        """Say which page is in view."""
        self.page_number.set_words(
            self.context.words("report.page.ready", n=page, all=count) if count else ""
        )

    def _on_changed(self, *_: object) -> None:
        """What is in view is what is in the case; a page that is not in view is made when it is visited."""
        self._is_late = self.making.is_on
        if self.isVisible():
            self.refresh()

    def _on_came_out(self, part: QWidget) -> None:
        """Bring what came of it into view, once it is laid out."""
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(part))

    def _show_report(self, made: Made | None) -> None:
        """Show the preview and offer to hand it over, or neither."""
        self.progress.end()
        self.handing_over.set_made(made)
        for widget in (
            self.head,
            self.frame,
            self.read_once,
            self.phone,
            self.handing_over,
            self.words_link,
            self.outside,
        ):
            widget.setVisible(made is not None)

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self._known_records = 0
        self.preview.clear()
        self.handing_over.forget()
        self._show_report(None)
