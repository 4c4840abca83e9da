# SPDX-License-Identifier: MIT
"""Everything that was taken, by day, the newest first."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.clock import datetime_zone
from app.errors import VaultLocked
from app.guide.plan import is_words_only
from ui.capture.resuming import ResumingCard
from ui.models.exhibits import ExhibitsModel
from ui.moments import hour, short_day
from ui.run_words import badge
from ui.searching import Searching
from ui.widgets.button import Button
from ui.widgets.empty_state import EmptyState
from ui.widgets.exhibit_filters import ExhibitFilters
from ui.widgets.exhibit_grid import ExhibitGrid, title_of
from ui.widgets.page import Page
from ui.widgets.reading_card import ReadingCard
from ui.widgets.search_field import SearchField
from ui.widgets.search_results import SearchResults

if TYPE_CHECKING:
    from app.model import ExhibitId, Listed
    from app.vault import Vault
    from ui.models.finds import Finds

FIRST = 60  # exhibits: three screens full
REST_AFTER_MS = 150  # once their small pictures stand there
BATCH = 16  # thumbnails a job, so that a picture that is taken meanwhile does not wait
LEAST_TO_FILTER = 5
EDGE_PX = 4
LEAST_GRID_PX = 360
FOUR_CARDS_PX = 971  # the grid reaches further, for its scroll bar


class EvidencePage(Page):
    """The grid of exhibits; instead of it what was found, while something is searched for.

    Signals:
        exhibit_opened: carries the Listed that was chosen, or the Find.
    """

    title_key = "evidence.page.title"

    exhibit_opened = Signal(object)

    def _build(self) -> None:
        words = self.context.words
        self._exhibits: tuple[Listed, ...] = ()
        self._are_all = True
        self.model = ExhibitsModel(self._say, self)
        self.grid = ExhibitGrid(self.context, self.model, self)
        self.browse = QWidget(self)
        self.filters = ExhibitFilters(self.context, parent=self)
        self.search_field = SearchField(self.context, parent=self)
        self.results = SearchResults(self.context, self._thumbnail, parent=self)
        self.reading = ReadingCard(self.context, parent=self)
        self.searching = Searching(self.context, self)
        empty = words("evidence.page.empty"), (words("evidence.page.empty.hint"),)
        self.empty = EmptyState(self.context, *empty, parent=self)
        self.empty.setObjectName("empty")
        self.start = self.empty.add_button(words("window.picture"), icon="camera")
        self.start.setObjectName("start")
        self.empty.hide()
        self.check_clock = Button(self.context, words("clock.link"), "quiet", icon="timer", parent=self)
        self.check_clock.setObjectName("check_clock")
        self.happened = Button(self.context, words("evidence.page.happened"), "quiet", parent=self)
        self._is_words_only = False
        self.resuming = ResumingCard(self.context, parent=self)
        self.name_children()
        for widget in (self.resuming, self.results, self.reading):
            widget.setMaximumWidth(self.context.theme.text_px(FOUR_CARDS_PX))

    def _lay_out(self) -> None:
        self.title_row.addWidget(self.happened)
        self.title_row.addWidget(self.check_clock)
        self.content.addWidget(self.search_field)
        self.content.addWidget(self.results)
        self.content.addWidget(self.empty)
        column = QVBoxLayout(self.browse)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.content.spacing())
        column.addWidget(self.resuming)
        column.addWidget(self.filters)
        column.addWidget(self.grid, 1000)
        self.content.addWidget(self.browse, 1000)
        self.content.addWidget(self.reading)
        self.grid.setMinimumHeight(self.context.theme.text_px(LEAST_GRID_PX))

    def _connect(self) -> None:
        self.grid.exhibit_opened.connect(self.exhibit_opened)
        self.results.find_opened.connect(self.exhibit_opened)
        self.filters.changed.connect(self._show_filtered)
        self.search_field.changed.connect(self._on_typed)
        self.search_field.left_down.connect(self.results.find_list.setFocus)
        self.searching.found.connect(self._on_found)
        self.context.reading_pass.changed.connect(self.searching.again)
        self.model.dataChanged.connect(self.results.pictures_changed)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self.search_field.take_focus)
        self.model.thumbnails_wanted.connect(self._on_thumbnails_wanted)
        self.context.session.exhibit_added.connect(self._on_changed)
        self.context.session.case_changed.connect(self._on_case_changed)
        self.context.session.locked.connect(self._on_locked)
        self.start.clicked.connect(self._on_start)
        self.resuming.go_on_asked.connect(partial(self.moved_on.emit, "capture"))
        self.reading.asked.connect(self._on_asked)
        self.check_clock.clicked.connect(lambda: self.moved_on.emit("clock", None))
        self.happened.clicked.connect(lambda: self.moved_on.emit("happened", None))

    def _set_margins(self) -> None:
        """Let the grid reach the edge of the page, so that four cards fit beside its scroll bar."""
        super()._set_margins()
        if self.is_narrow:
            return
        side = self.content.contentsMargins().left()
        left, right = (EDGE_PX, side) if self.isRightToLeft() else (side, EDGE_PX)
        self.content.setContentsMargins(left, 0, right, 0)

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """In a narrow window the page scrolls, and the grid does not scroll inside it as well."""
        super().set_narrow(narrow)
        self._grow_grid()

    def refresh(self) -> None:
        """Read what is there now."""
        self.resuming.refresh()
        self.context.reading_pass.refresh()
        self._read(None if self._exhibits else FIRST)

    def _read(self, newest: int | None) -> None:
        """Read all of them, or first the newest, so that of thousands these stand there at once."""
        if self.context.session.is_open:
            self.context.session.run(
                lambda vault: (vault.listed(newest), is_words_only(vault.case().fact)),
                owner=self,
                then=partial(self._on_read, newest),
                otherwise=_unless_locked,
            )

    def _on_changed(self, _exhibit: object) -> None:
        self.refresh()

    def _on_case_changed(self) -> None:
        """Parts of a picture may have been covered beside the window; what is not seen is read when it is."""
        if self.isVisible():
            self.refresh()

    def _on_locked(self, _why: str) -> None:
        """Hold nothing of a locked case."""
        self.search_field.set_text("")
        self._on_exhibits(())
        self.model.forget()

    def _on_asked(self) -> None:
        """Bring the question into view, once it has its place."""
        QTimer.singleShot(0, self, lambda: self.scroll_area.ensureWidgetVisible(self.reading.sure))

    def _on_start(self) -> None:
        """Begin what fills this page: pictures, or words where someone is, or may be, under 18."""
        self.moved_on.emit("words_only" if self._is_words_only else "capture", None)

    def _on_read(self, newest: int | None, read: tuple[tuple[Listed, ...], bool]) -> None:
        """Show the exhibits, or what to do while there are none."""
        exhibits, self._is_words_only = read
        words, without = self.context.words, ".words" if self._is_words_only else ""
        self.empty.title.set_words(words(f"evidence.page.empty{without}"))
        self.empty.lines[0].set_words(words(f"evidence.page.empty.hint{without}"))
        self.start.set_words(words("evidence.page.write" if self._is_words_only else "window.picture"))
        self.start.set_icon("pencil" if self._is_words_only else "camera")
        self.reading.set_wanted(is_wanted=not self._is_words_only)
        if self._is_words_only:
            self.search_field.set_text("")
        are_all = newest is None or len(exhibits) < newest
        self._on_exhibits(exhibits, are_all=are_all)
        if not are_all:
            QTimer.singleShot(REST_AFTER_MS, self, partial(self._read, None))

    def _grow_grid(self) -> None:
        self.grid.show_all(self.context.theme.text_px(LEAST_GRID_PX) if self.is_narrow else None)

    def _on_exhibits(self, exhibits: tuple[Listed, ...], *, are_all: bool = True) -> None:
        """Show them."""
        self._exhibits, self._are_all = exhibits, are_all
        now = self.context.clock.now()
        self.grid.delegate.today = now.utc.astimezone(datetime_zone(now.offset_minutes)).date()
        self.empty.setVisible(not exhibits)
        self.search_field.setVisible(bool(exhibits) and not self._is_words_only)
        self.filters.offer(exhibits, LEAST_TO_FILTER)
        self.searching.look_in(exhibits)
        self._show_filtered()

    def _show_filtered(self) -> None:
        """Show the grid; while something is searched for, what was found, as soon as it is known."""
        is_search = bool(self.searching.what)
        if not is_search:
            self.results.forget()
        self.browse.setVisible(bool(self._exhibits) and not (is_search and self.results.found))
        self._grow_grid()
        shown = self._exhibits if is_search else filter(self.filters.fits, self._exhibits)
        self.model.set_exhibits(shown, are_all=self._are_all)

    def _on_typed(self, text: str) -> None:
        self.searching.ask(text)
        if not self.searching.what:
            self._show_filtered()

    def _on_found(self, finds: Finds) -> None:
        self.results.show_finds(finds, len(self._exhibits))
        self._show_filtered()

    def _thumbnail(self, exhibit: Listed) -> QPixmap | None:
        """Return the small picture that the grid has, or asks for now."""
        found = self.model.index_of(exhibit.id).data(Qt.ItemDataRole.DecorationRole)
        return found if isinstance(found, QPixmap) else None

    def _on_thumbnails_wanted(self, wanted: tuple[ExhibitId, ...]) -> None:
        """Read them a few at a time."""
        for start in range(0, len(wanted), BATCH):
            self.context.session.run(
                partial(_thumbnails, wanted[start : start + BATCH]),
                owner=self,
                then=self._on_thumbnails,
                otherwise=_unless_locked,
            )

    def _on_thumbnails(self, found: dict[ExhibitId, QImage | None]) -> None:
        self.model.set_thumbnails(
            {key: None if image is None else QPixmap.fromImage(image) for key, image in found.items()}
        )

    def _say(self, exhibit: Listed) -> str:
        """Return what a screen reader says of a card."""
        at, language = exhibit.taken_at, self.context.settings.language
        said = self.context.words(
            "evidence.page.say",
            ref=exhibit.ref,
            day=short_day(at.date(), language),
            time=hour(at, language),
            title=title_of(exhibit),
        )
        return f"{said}. {badge(self.context.words, exhibit)}" if exhibit.is_run else said


def _thumbnails(wanted: tuple[ExhibitId, ...], vault: Vault) -> dict[ExhibitId, QImage | None]:
    """Return the small pictures, decoded; ``None`` where there is none."""
    found = ((exhibit_id, vault.thumbnail(exhibit_id)) for exhibit_id in wanted)
    return {exhibit_id: None if data is None else QImage.fromData(data) for exhibit_id, data in found}


def _unless_locked(error: BaseException) -> None:
    """A case that was locked meanwhile shows nothing; everything else is a failure.

    Raises:
        BaseException: the error, unless the case was locked.
    """
    if not isinstance(error, VaultLocked):
        raise error
