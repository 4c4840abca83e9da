# SPDX-License-Identifier: MIT
"""For whom the list of help is: where, how old, what for. Only the place is kept in the case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.guide.contacts import ForWhom
from app.model import Under18
from ui.widgets.chip import Chips
from ui.widgets.label import Label
from ui.widgets.places import choose, place_combo

if TYPE_CHECKING:
    from ui.context import Context

AGES = {Under18.NO: "help.page.adult", Under18.YES: "help.page.child", Under18.NOT_SURE: "help.page.both"}
EVERYBODY = "all"
MIDDLE = Qt.AlignmentFlag.AlignVCenter


class HelpFilter(QWidget):
    """What was chosen.

    Signals:
        place_chosen: another place; carries it.
        changed: another age or need.
    """

    place_chosen = Signal(str)
    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show what everybody gets where the person is."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        words = context.words
        self.for_you = Label(words("help.page.for"), "hint", wraps=False, parent=self)
        self.places = place_combo(context, parent=self)
        self.ages = Chips(
            context, [(age, words(key)) for age, key in AGES.items()], is_exclusive=True, parent=self
        )
        self.ages.setAccessibleName(words("help.page.age"))
        self.checked = Label("", "small", wraps=False, parent=self)
        needs = [(EVERYBODY, words("help.need.all")), *((one, words(f"help.need.{one}")) for one in ForWhom)]
        self.needs = Chips(context, needs, is_exclusive=True, parent=self)
        self.needs.setAccessibleName(words("help.page.need"))
        self.needs.set_on((EVERYBODY,))
        for name in ("for_you", "places", "ages", "checked", "needs"):
            getattr(self, name).setObjectName(name)
        self._lay_out(context)
        self.places.activated.connect(lambda _row: self.place_chosen.emit(self.places.currentData()))
        self.ages.changed.connect(lambda _on: self.changed.emit())
        self.needs.changed.connect(lambda _on: self.changed.emit())

    @property
    def age(self) -> Under18:
        """For which age."""
        return Under18(self.ages.on[0]) if self.ages.on else Under18.NOT_SURE

    @property
    def need(self) -> ForWhom | None:
        """For which need; ``None`` for everybody."""
        on = self.needs.on
        return None if not on or on[0] == EVERYBODY else ForWhom(on[0])

    def choose_need(self, need: object) -> None:
        """Choose a need by its name; anything else chooses everybody."""
        self.needs.set_on((str(need) if need in [*ForWhom] else EVERYBODY,))

    def show_known(self, place: str, age: Under18) -> None:
        """Show what the case says."""
        choose(self.places, place)
        self.ages.set_on((age,))

    def set_narrow(self, narrow: bool) -> None:  # noqa: FBT001 - one plain switch
        """Under each other when there is no room."""
        ways = QBoxLayout.Direction
        self.line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _lay_out(self, context: Context) -> None:
        gap = context.theme.gap_px
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.line.setSpacing(gap(8))
        self.line.addWidget(self.for_you, 0, MIDDLE)
        self.line.addWidget(self.places, 0, MIDDLE)
        self.line.addWidget(self.ages, 1, MIDDLE)
        self.line.addWidget(self.checked, 0, MIDDLE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap(4))
        column.addLayout(self.line)
        column.addWidget(self.needs)
