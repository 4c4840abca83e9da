# SPDX-License-Identifier: MIT
"""Where the identifier stands on one platform: figure and steps on each device, and other ways if closed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.content import shown
from ui.widgets.button import Button
from ui.widgets.card import Card, rule
from ui.widgets.chip import Chips
from ui.widgets.figure import Figure
from ui.widgets.icon_view import IconView
from ui.widgets.label import Label
from ui.widgets.numbered_row import NumberedRow

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.content import Line
    from app.identify.platforms import Closed, Platform
    from ui.context import Context

FIGURE_PX = 438  # Source: mock/07-find-their-id
ROUTE_FIGURE_PX = 404  # the card less its padding; letters of 15 stay above 14


class PlatformGuide(Card):
    """The left side of the page that finds the ID; it shows one platform at a time."""

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        """Show no platform yet."""
        super().__init__(context, " ", parent=parent)
        self._context = context
        self._shown: QWidget | None = None
        self._device = "computer"
        self.devices: Chips | None = None
        self.ways: dict[str, QWidget] = {}
        self.routes: QWidget | None = None
        self.route_names: Chips | None = None
        self.show_routes: Button | None = None

    def show_platform(self, platform: Platform) -> None:
        """Show this platform in place of the one before."""
        self.title.set_words(platform.where_title)
        if self._shown is not None:
            self.body.removeWidget(self._shown)
            self._shown.deleteLater()
        self._shown = self._made(platform)
        self.body.addWidget(self._shown)

    def _made(self, platform: Platform) -> QWidget:
        """Return figure, steps and other ways."""
        panel = QWidget(self)
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.gap_px(8))
        self._add_ways(column, panel, platform)
        column.addWidget(rule(panel))
        for sentence in shown(platform.not_these):
            words = self._context.words("id.form.not_this", text=sentence)
            column.addWidget(Label(words, "small_ink", parent=panel))
        self.routes = self.show_routes = None
        if platform.closed is not None:
            self._add_closed(column, panel, platform.closed)
        for sentence in shown(platform.traps):
            column.addWidget(Label(sentence, "small", parent=panel))
        if better := shown(platform.better):
            column.addWidget(Label(self._context.words("id.page.better"), "strong", parent=panel))
            for sentence in better:
                column.addWidget(Label(sentence, "small_ink", parent=panel))
        return panel

    def _add_ways(self, column: QVBoxLayout, panel: QWidget, platform: Platform) -> None:
        """Show the steps on the device that was chosen last, with a choice where there are two."""
        words = self._context.words
        self.devices = None
        if len(platform.ways) > 1:
            named = [(device, words(f"id.guide.{device}")) for device, _ in platform.ways]
            self.devices = Chips(self._context, named, is_exclusive=True, parent=panel)
            self.devices.setAccessibleName(words("id.guide.device"))
            self.devices.changed.connect(lambda on: self._show_device(on[0]))
            column.addWidget(self.devices)
        self.ways = {device: self._way(panel, way.figure, way.steps) for device, way in platform.ways}
        for way in self.ways.values():
            column.addWidget(way)
        self._show_device(self._device)

    def _show_device(self, device: str) -> None:
        """Show the steps on this device; where there are none, those on the other one."""
        if device in self.ways:
            self._device = device
        chosen = device if device in self.ways else next(iter(self.ways))
        for name, way in self.ways.items():
            way.setVisible(name == chosen)
        if self.devices is not None:
            self.devices.set_on((chosen,))

    def _way(
        self, panel: QWidget, figure: str, steps: Iterable[Line], *, width_px: int = FIGURE_PX
    ) -> QWidget:
        """Return a figure, and below it the steps that its discs count."""
        way = QWidget(panel)
        way.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        column = QVBoxLayout(way)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.theme.gap_px(8))
        column.addWidget(Figure(self._context, figure, width_px=width_px, parent=way))
        for number, step in enumerate(shown(steps), start=1):
            column.addWidget(NumberedRow(self._context, number, step, parent=way))
        return way

    def _add_closed(self, column: QVBoxLayout, panel: QWidget, closed: Closed) -> None:
        """Say that the platform is gone, with a button that shows the ways that are left."""
        row = QHBoxLayout()
        row.setSpacing(self._context.theme.gap_px(12))
        row.addWidget(IconView(self._context, "info", colour="muted", parent=panel))
        note = Label(closed.note, "small_ink", parent=panel)
        row.addWidget(note, 1)
        self.show_routes = Button(self._context, self._context.words("id.closed.show"), "quiet", parent=panel)
        self.show_routes.setObjectName("show_routes")
        self.show_routes.setCheckable(True)
        row.addWidget(self.show_routes)
        column.addLayout(row)
        self.routes = self._routes(panel, closed)
        self.routes.setObjectName("routes")
        self.routes.hide()
        self.show_routes.toggled.connect(self.routes.setVisible)
        self.show_routes.toggled.connect(self._on_routes_toggled)
        column.addWidget(self.routes)

    def _routes(self, panel: QWidget, closed: Closed) -> QWidget:
        """Return the ways that are left, one at a time, each with its figure and steps."""
        card = Card(self._context, kind="quiet", padding_px=16, parent=panel)
        named = [(route.key, route.title) for route in closed.routes]
        self.route_names = Chips(self._context, named, is_exclusive=True, parent=card)
        card.body.addWidget(self.route_names)
        made = {
            route.key: self._way(card, route.figure, route.steps, width_px=ROUTE_FIGURE_PX)
            for route in closed.routes
        }
        for way in made.values():
            card.body.addWidget(way)

        def show(on: tuple[str, ...]) -> None:
            for key, way in made.items():
                way.setVisible(key in on)

        self.route_names.changed.connect(show)
        self.route_names.set_on((closed.routes[0].key,))
        show(self.route_names.on)
        card.body.addWidget(rule(card))
        card.body.addWidget(Label(closed.last, "body", parent=card))
        return card

    def _on_routes_toggled(self, is_shown: bool) -> None:  # noqa: FBT001 - Qt's slot
        if self.show_routes is not None:
            key = "id.closed.hide" if is_shown else "id.closed.show"
            self.show_routes.set_words(self._context.words(key))
