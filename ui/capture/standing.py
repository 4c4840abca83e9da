# SPDX-License-Identifier: MIT
"""The panel and the blue frame on the screen: where they stand while what is taken moves about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication

from app.intake.progress import Advice
from ui.capture.run_frame import RunFrame
from ui.capture.strip import RunPanel, StripLine, StripPanel
from ui.capture.strip_place import Place, outer_points, place

if TYPE_CHECKING:
    from app.intake.progress import Progress
    from app.model import Rect
    from ui.capture.strip_states import StripState
    from ui.context import Context

FROM_TOP_PX = 20


class Standing(QObject):
    """Shows a state beside what is taken, in the form that has room.

    Signals:
        pressed: carries the Press.
        hide_asked: Hide was pressed.
    """

    pressed = Signal(object)
    hide_asked = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        """Show nothing yet."""
        super().__init__(parent)
        self.panel = StripPanel(context)
        self.line = StripLine(context)
        self.frame = RunFrame(context.theme)
        self._taken = QRect()
        self._is_there = False
        self._shown: RunPanel | None = None
        for form in (self.panel, self.line):
            form.pressed.connect(self.pressed)
            form.hide_asked.connect(self.hide_asked)

    @property
    def shown(self) -> RunPanel | None:
        """The form that is on the screen."""
        return self._shown

    def follow(self, rect: Rect | None) -> None:
        """Stand beside this from now on; ``None``: it is not on the screen, and the frame goes."""
        self._is_there = rect is not None
        if rect is None:
            self.frame.hide()
            return
        self._taken = outer_points(rect, QGuiApplication.screens())
        if self.frame.is_visible:
            self._frame()

    def show_frames(self, progress: Progress | None) -> None:
        """Show the pictures the run tells of, or none."""
        if progress is None:
            self.panel.frames.forget()
        else:
            is_resized = progress.advice is Advice.RESIZED
            self.panel.frames.show_sides(progress.sides, progress.heading, is_resized=is_resized)

    def show_state(self, state: StripState) -> bool:
        """Show it outside what is taken; return False, and show nothing, where there is no room."""
        self.panel.frames.setVisible(self.panel.frames.has_pictures)
        for form in (self.panel, self.line):
            form.show_state(state)
        found = self._kept_by_hand() or self._place()
        if found is None:
            self._show_only(None)
            return False
        self._stand(self.line if found.is_line else self.panel, found.area)
        return True

    def show_over(self, state: StripState) -> None:
        """Show it where it stands inside what could be taken; only while nothing is taken."""
        self.panel.frames.hide()
        self.panel.show_state(state)
        self.frame.hide()
        screen = QGuiApplication.screenAt(self._taken.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        size = self.panel.size_for(room.height()) or self.panel.sizeHint()
        left = room.left() + (room.width() - size.width()) // 2
        self._stand(self.panel, QRect(QPoint(left, room.top() + FROM_TOP_PX), size))

    def put_away(self) -> None:
        """Nothing of it is on the screen any more, and no picture is held."""
        self._show_only(None)
        self.frame.hide()
        self.panel.frames.forget()

    def show_frame(self) -> None:
        """Frame what is taken, unless it is not there."""
        if self._is_there:
            self._frame()

    def _frame(self) -> None:
        """Draw the frame round it and never in it, though the screen may end there."""
        whole = QGuiApplication.primaryScreen().virtualGeometry()
        self.frame.put_round(self._taken, whole)

    def _place(self) -> Place | None:
        screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        is_rtl = self.panel.isRightToLeft()
        return place(self._taken, screens, self.panel.size_for, self.line.size_for, is_rtl=is_rtl)

    def _kept_by_hand(self) -> Place | None:
        """Return where the person put it, as long as that is outside what is taken and on one screen."""
        form = self._shown
        if form is None or not form.was_moved:
            return None
        is_line, screen = form is self.line, form.screen().availableGeometry()
        size: QSize | None = form.size_for(screen.width() if is_line else screen.height())
        area = QRect(form.pos(), size) if size is not None else QRect()
        if size is None or area.intersects(self._taken) or not screen.contains(area):
            return None
        return Place(area, is_line)

    def _stand(self, form: RunPanel, area: QRect) -> None:
        form.put(area, by_hand=form.was_moved and form.pos() == area.topLeft())
        self._show_only(form)

    def _show_only(self, form: RunPanel | None) -> None:
        for one in (self.panel, self.line):
            one.setVisible(one is form)
        self._shown = form
