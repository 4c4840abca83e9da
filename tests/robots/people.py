# SPDX-License-Identifier: MIT
"""The robot of the page of people: accounts, who is behind them, the person's own, and people they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.robots.robot import Robot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PeopleRobot(Robot):
    """Works on one account or one part of the page at a time, as a person does."""

    def next_thing(self) -> str:
        """Return what the page says helps most now."""
        page: Any = self.root
        self.until(lambda: bool(page.is_ready))
        return str(page.next.what.words)

    def shown(self) -> list[str]:
        """Return the identifier of each account, in order."""
        return [str(card.identifier.text) for card in self._cards()]

    def say_another_name(self, identifier: str, name: str, at: str) -> None:
        """Add a name to an account, with when it was seen."""
        card = self._card(identifier)
        card.press("name")
        form = Robot(self.qtbot, card.find("form"))
        form.write("name", name)
        form.write("at", at)
        self._keep(form, "keep")

    def say_what_is_known(self, identifier: str, **fields: str) -> None:
        """Add to an account what else is known of it."""
        card = self._card(identifier)
        card.press("details")
        form = Robot(self.qtbot, card.find("form"))
        for name, text in fields.items():
            form.write(name, text)
        self._keep(form, "keep")

    def join(self, identifiers: tuple[str, ...], called: str) -> None:
        """Tick accounts and say whom they belong to."""
        card = Robot(self.qtbot, self.find("joining"))
        card.press("begin")
        joining: Any = card.root
        for row in joining.rows.values():
            if any(identifier in row.accessibleName() for identifier in identifiers):
                card.press(row.objectName())
        card.write("call_them", called)
        self._keep(card, "keep")
        page: Any = self.root
        self.until(lambda: any(head.label.words == called for head in page.accounts.heads))

    def add_own(self, platform: str, identifier: str) -> None:
        """Add one of the person's own accounts; the form offers this app by itself."""
        card = Robot(self.qtbot, self.find("own"))
        own: Any = card.root
        count = len(own.rows)
        card.press("add")
        assert own.form.platform_id == platform
        Robot(self.qtbot, own.form).write("identifier", identifier)
        self._keep(card, "keep")
        self.until(lambda: len(own.rows) == count + 1)

    def _keep(self, robot: Robot, button: str) -> None:
        """Press a button that keeps something, and wait until the page shows it."""
        page: Any = self.root
        before = page._held
        with self.qtbot.waitSignal(page.context.session.case_changed):
            robot.press(button)
        self.until(lambda: page._held is not before)
        assert page.kept.isVisibleTo(page)

    def _card(self, identifier: str) -> Robot:
        self.until(lambda: any(card.identifier.text == identifier for card in self._cards()))
        [card] = [one for one in self._cards() if one.identifier.text == identifier]
        found: QWidget = card
        return Robot(self.qtbot, found)

    def _cards(self) -> list[Any]:
        page: Any = self.root
        column = page.accounts.column
        widgets = [column.itemAt(at).widget() for at in range(column.count())]
        return [widget for widget in widgets if widget.objectName() == "account"]


class SaidRobot(Robot):
    """What they said, word for word."""

    def add(self, kind: str, words: str, **fields: str) -> None:
        """Add what they said, as typed, with what else is known of it."""
        page: Any = self.root
        self.until(lambda: bool(page.is_ready))
        before = self.shown()
        self.press("add")
        form = Robot(self.qtbot, self.find("form"))
        form.press(kind, under="kind")
        form.write_words("words", words)
        for name, text in fields.items():
            form.write(name, text)
        form.press("keep")
        self.until(lambda: self.shown() == before + 1)

    def shown(self) -> int:
        """Return how many of their words are listed."""
        page: Any = self.root
        return len(page._known.demands)
