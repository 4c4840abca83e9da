# SPDX-License-Identifier: MIT
"""Another language, other colours, larger text: a new window on the same case in place of the old one.

Nothing is closed and nothing typed is lost: drafts are kept first, and the page in front is opened anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.look import look_of
from ui.main_window import MainWindow
from ui.routes import name_of
from ui.widgets.draft import Draft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.settings import Settings
    from ui.context import Context


@dataclass(frozen=True, slots=True)
class Another:
    """What stands in place of what was."""

    context: Context
    window: MainWindow


def make_another(app: QApplication, context: Context, old: MainWindow, chosen: Settings) -> Another:
    """Return a new window that shows the same page at the same place; the old one is hidden and goes."""
    for draft in old.findChildren(Draft):
        draft.flush()
    old.go("drop_others")  # or each of them would be drawn anew for nothing
    look = look_of(app, chosen)
    look.theme.apply(app, with_fonts=False)
    context = context.looking_like(chosen, look.words, look.theme, look.icons)
    window = MainWindow(context)
    if old.page is not None:
        window.go(name_of(old.page), old.page.shown_with)
        window.go("drop_others")
    window.read_facts()
    _stand_where(window, old)
    return Another(context, window)


def _stand_where(new: MainWindow, old: MainWindow) -> None:
    """The new window is where the old one was, which is gone."""
    new.resize(old.size())
    new.move(old.pos())
    was_shown = old.isVisible()
    if was_shown and old.isMaximized():
        new.showMaximized()
    elif was_shown:
        new.show()
        new.activateWindow()
    old.hide()
    old.deleteLater()
