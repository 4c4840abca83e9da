# SPDX-License-Identifier: MIT
"""The gallery: every part of the window in every state, in the colours and the size of text one chooses."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from app.settings import Settings
from ui.application import make_context
from ui.gallery.parts import PARTS
from ui.look import look_of
from ui.spoken_roles import speak_roles
from ui.theme import SCHEMES
from ui.widgets.chip import Chips
from ui.widgets.focus_ring import FocusRing
from ui.widgets.label import Label
from ui.widgets.page import Column
from ui.widgets.rows import Flow

if TYPE_CHECKING:
    from ui.context import Context

SIZE_PX, WIDEST_PX = (1280, 800), 380
TEXT_PERCENTS = ("100", "150", "200")
WIDE = frozenset({"fields", "strip", "cards", "rows", "callout", "progress", "empty", "banner", "verdict"})
WIDE |= {"failure", "answers"}


class Gallery(QWidget):
    """Everything at once; the switches above make it anew."""

    def __init__(self, app: QApplication, context: Context) -> None:
        """Show it as the settings have it."""
        super().__init__()
        self._app = app
        self._context = context
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(self)
        self._shown: QWidget | None = None
        self.resize(*SIZE_PX)
        self._show()

    def choose(self, *, scheme: str | None = None, text_percent: int | None = None) -> None:
        """Look so from now on; what is not given stays."""
        now = self._context.settings
        chosen = replace(now, theme=scheme or now.theme, text_percent=text_percent or now.text_percent)
        look = look_of(self._app, chosen)
        look.theme.apply(self._app, with_fonts=False)
        self._context = replace(
            self._context, settings=chosen, words=look.words, theme=look.theme, icons=look.icons
        )
        self._show()

    def _show(self) -> None:
        """Put all of it in the place of what was shown before."""
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = QWidget(self)
        column = QVBoxLayout(self._shown)
        column.addWidget(self._switches())
        area = QScrollArea(self._shown)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content = self._parts()
        area.setWidget(self.content)
        column.addWidget(area, 1)
        self._column.addWidget(self._shown)

    def _switches(self) -> QWidget:
        words, now = self._context.words, self._context.settings
        row = QWidget(self)
        line = QVBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(Label(words("gallery.title"), "title", parent=row))
        self.schemes = Chips(
            self._context, [(one, words(f"gallery.{one}")) for one in SCHEMES], is_exclusive=True, parent=row
        )
        self.schemes.setAccessibleName(words("gallery.scheme"))
        self.schemes.set_on((self._context.theme.scheme,))
        self.schemes.changed.connect(lambda on: self.choose(scheme=on[0]))
        sizes = [(one, words(f"gallery.text.{one}")) for one in TEXT_PERCENTS]
        self.sizes = Chips(self._context, sizes, is_exclusive=True, parent=row)
        self.sizes.setAccessibleName(words("gallery.text"))
        self.sizes.set_on((str(now.text_percent),))
        self.sizes.changed.connect(lambda on: self.choose(text_percent=int(on[0])))
        line.addWidget(self.schemes)
        line.addWidget(self.sizes)
        return row

    def _parts(self) -> QWidget:
        """Return the column of all parts."""
        held = Column()
        held.setObjectName("content_view")
        column = QVBoxLayout(held)
        column.setSpacing(self._context.theme.gap_px(16))
        for name in PARTS:
            column.addWidget(Label(self._context.words(f"gallery.part.{name}"), "h2", parent=held))
            column.addWidget(self._states(name, held))
        column.addStretch(1)
        return held

    def _states(self, name: str, parent: QWidget) -> QWidget:
        """Return a part in all its states, each with the name of the state above it."""
        words, theme = self._context.words, self._context.theme
        held = QWidget(parent)
        flow = Flow(held, gap_px=theme.gap_px(16))
        for state, part in PARTS[name](self._context):
            cell = QWidget(held)
            column = QVBoxLayout(cell)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(Label(words(f"gallery.state.{state}"), "small", wraps=False, parent=cell))
            column.addWidget(part)
            if name in WIDE:
                cell.setFixedWidth(theme.text_px(WIDEST_PX))
                cell.setFixedHeight(max(cell.heightForWidth(cell.width()), cell.sizeHint().height()))
            part.show()
            flow.addWidget(cell)
        return held


def run() -> int:
    """Show the gallery until it is closed; return the exit code."""
    app = QApplication(["gallery", "-style", "Fusion"])
    speak_roles()
    with tempfile.TemporaryDirectory() as folder:
        context = make_context(app, Path(folder) / "case.safehold", Settings(theme="light"))
        gallery = Gallery(app, context)
        ring = FocusRing(app, context.theme)
        gallery.show()
        code = app.exec()
        ring.deleteLater()
        context.background.close()
    return code
