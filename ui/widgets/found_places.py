# SPDX-License-Identifier: MIT
"""Where in the pictures of an exhibit something was found: a line round each place, and the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.model import Original, Rect
from app.vault.found import MOST_HITS
from ui.widgets.button import Button
from ui.widgets.label import Label
from ui.widgets.rows import Columns, Flow

if TYPE_CHECKING:
    from app.model import Exhibit, ExhibitId, Listed
    from app.search.values import Hit
    from ui.context import Context
    from ui.models.finds import Find
    from ui.models.frames import Part
    from ui.widgets.covered_picture import CoveredPicture
    from ui.widgets.exhibit_run import ExhibitRun


EARLIER = 0.3  # of the height of a line. Source: the words of the demo's chat, measured


class FoundPlaces(QWidget):
    """Hidden unless the exhibit was opened from a search; a covered picture stays covered.

    Whoever shows a picture says so with ``picture_shown``, as the lines are drawn on it.
    """

    def __init__(
        self, context: Context, picture: CoveredPicture, run: ExhibitRun, parent: QWidget | None = None
    ) -> None:
        """Know the picture the lines are drawn on, and the pictures of a conversation to choose from."""
        super().__init__(parent)
        self._words = context.words
        self._picture = picture
        self._run = run
        self._find: Find | None = None
        self._hits: tuple[Hit, ...] = ()
        self._at = 0
        self._is_new = False
        words = context.words
        self.where = Label("", "strong", parent=self)
        self.before = Button(context, words("search.place.before"), parent=self)
        self.after = Button(context, words("search.place.after"), parent=self)
        self.end = Button(context, words("search.place.end"), "quiet", parent=self)
        ways = QWidget(self)
        flow = Flow(ways, gap_px=context.theme.gap_px(8))
        for button in (self.before, self.after, self.end):
            flow.addWidget(button)
        self._line = Columns(context, gap_px=8, parent=self)
        self._line.add(self.where, 1)
        self._line.add(ways, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._line)
        for name in ("where", "before", "after", "end"):
            getattr(self, name).setObjectName(name)
        self.before.clicked.connect(partial(self._step, -1))
        self.after.clicked.connect(partial(self._step, 1))
        self.end.clicked.connect(self.forget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    @property
    def hit(self) -> Hit | None:
        """The place that is shown now."""
        return self._hits[self._at] if self._hits else None

    def open_with(self, find: Find) -> None:
        """Be about to show where it was found; the best place first."""
        order = {original: at for at, original in enumerate(_originals(find.exhibit))}
        self._find = find
        self._hits = tuple(
            sorted(find.hits, key=lambda hit: (order.get(hit.original, 0), hit.line.rect.y, hit.line.rect.x))
        )
        self._at = self._hits.index(find.hits[0]) if find.hits else 0
        self._is_new = True

    def show_exhibit(self, exhibit: Exhibit, *, was_shown: bool) -> None:
        """Show the places of this exhibit, and of a conversation the picture of the place; of another, none.

        Args:
            exhibit: what is shown from now on.
            was_shown: whether it is the same as before, so that its picture is not read anew.
        """
        if self._find is not None and self._find.exhibit.id != exhibit.id:
            self.forget()
        self.setVisible(bool(self._hits))
        is_new, self._is_new = self._is_new, False
        if self._hits and is_new:
            self._go(was_shown=was_shown)

    def picture_shown(self, part: Part | None) -> None:
        """Draw the lines on the picture that is shown now."""
        shown = part.id if isinstance(part, Original) else self._only_picture(part)
        here = [hit for hit in self._hits if hit.original == shown]
        rects = [rect for hit in here for rect in _places(hit)]
        hit = self.hit
        chosen = rects.index(_places(hit)[0]) if hit is not None and hit in here and hit.marks else None
        self._picture.view.show_outlines(rects, chosen=chosen)

    def forget(self) -> None:
        """Show no places any more."""
        self._find, self._hits, self._at, self._is_new = None, (), 0, False
        self._picture.view.show_outlines(())
        self.hide()

    def _only_picture(self, part: Part | None) -> ExhibitId | None:
        """Return the id of the one picture of an exhibit; the long one of a conversation is no original."""
        return self._find.exhibit.id if part is None and self._find is not None else None

    def _step(self, by: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's argument
        """Go to the place before or after."""
        if not 0 <= self._at + by < len(self._hits):
            return
        self._at += by
        self._go(was_shown=True)

    def _go(self, *, was_shown: bool) -> None:
        """Say which place it is and choose its picture; if that is shown already, draw the lines on it."""
        self._say()
        before, hit = self._run.part, self.hit
        if hit is not None:
            self._run.choose(hit.original)
        if was_shown and self._run.part == before and not self._picture.is_covered:
            self.picture_shown(before)

    def _say(self) -> None:
        what = self._find.what if self._find is not None else ""
        count = len(self._hits)
        key = "only" if count == 1 else "of" if count < MOST_HITS else "of.more"
        self.where.set_words(self._words(f"search.place.{key}", what=what, n=self._at + 1, all=count))
        self.before.setVisible(count > 1)
        self.after.setVisible(count > 1)
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < count - 1)


def _places(hit: Hit) -> list[Rect]:
    """Return where the found characters stand, whole: a reading says a little late where one begins."""
    places = []
    for rect in hit.rects:
        left = max(hit.line.rect.x, rect.x - round(rect.height * EARLIER))
        places.append(Rect(left, rect.y, rect.x + rect.width - left, rect.height))
    return places


def _originals(exhibit: Exhibit | Listed) -> list[ExhibitId]:
    """Return the pictures of an exhibit in the order in which they are shown."""
    return [one.id for one in exhibit.frames] or [exhibit.id]
